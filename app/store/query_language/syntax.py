"""The syntax tree of a query, and its translation into an expression of SQLite's FTS5.

Only words reach the expression, each in quotation marks: nothing that a user types is ever read as FTS5 syntax.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.store.query_language.words import fold, stem


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order; one word is a phrase too. With ``prefix`` the last one is only the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False

    def stems(self) -> tuple[str, ...]:
        """Return the words as the index knows them."""
        return tuple(stem(fold(word)) for word in self.words)


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases with at most ``distance`` words between the first and the last."""

    phrases: tuple[Phrase, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the operand does not match."""

    operand: Node


@dataclass(frozen=True, slots=True)
class And:
    """What every operand matches; there are two at least."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any operand matches; there are two at least."""

    operands: tuple[Node, ...]


Node = Phrase | Near | Not | And | Or


@dataclass(frozen=True, slots=True)
class Match:
    """An FTS5 expression; ``negated`` when it stands for everything that it does not match."""

    expression: str
    negated: bool = False


def compile_match(node: Node) -> Match:
    """Translate a tree. FTS5 knows only ``a NOT b``, so negations are carried upwards by De Morgan's laws."""
    match node:
        case Phrase():
            return Match(_phrase(node))
        case Near():
            return Match(f"NEAR({' '.join(map(_phrase, node.phrases))}, {node.distance})")
        case Not():
            inner = compile_match(node.operand)
            return Match(inner.expression, not inner.negated)
        case And():
            return _conjunction([compile_match(operand) for operand in node.operands])
        case Or():
            # a OR b is NOT (NOT a AND NOT b)
            flipped = [compile_match(Not(operand)) for operand in node.operands]
            inner = _conjunction(flipped)
            return Match(inner.expression, not inner.negated)


def positive_phrases(node: Node | None) -> Iterator[Phrase]:
    """Yield the phrases that a match contains, and so what to highlight; those under a negation it does not."""
    match node:
        case Phrase():
            yield node
        case Near():
            yield from node.phrases
        case And() | Or():
            for operand in node.operands:
                yield from positive_phrases(operand)
        case _:
            return


def _conjunction(matches: list[Match]) -> Match:
    wanted = [match.expression for match in matches if not match.negated]
    unwanted = [match.expression for match in matches if match.negated]
    if not wanted:
        return Match(_joined(unwanted, "OR"), negated=True)
    if not unwanted:
        return Match(_joined(wanted, "AND"))
    return Match(f"({_joined(wanted, 'AND')} NOT {_joined(unwanted, 'OR')})")


def _joined(expressions: list[str], operator: str) -> str:
    if len(expressions) == 1:
        return expressions[0]
    return f"({f' {operator} '.join(expressions)})"


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{"*" if phrase.prefix else ""}'
