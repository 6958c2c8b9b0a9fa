"""Words that mean the same to an analyst (``synonyms.toml``): a query for one asks for all of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from app.store.query_language.syntax import And, Near, Node, Not, Or, Phrase
from app.store.query_language.words import words_of


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    terms: tuple[str, ...] = Field(min_length=2)


@dataclass(frozen=True, slots=True)
class AppliedSynonym:
    """What was typed, and what is found with it."""

    typed: str
    others: tuple[str, ...]


@cache
def load_groups() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return the terms of each group by the stems of any of them. Raises ValueError when the file is malformed."""
    content = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    groups = TypeAdapter(list[_Group]).validate_python(content["group"])
    return {Phrase(words_of(term)).stems(): group.terms for group in groups for term in group.terms}


def expand(node: Node) -> tuple[Node, tuple[AppliedSynonym, ...]]:
    """Return the tree with every term that has synonyms replaced by a choice of them, and which these were."""
    applied: dict[AppliedSynonym, None] = {}
    expanded = _expand(node, applied)
    return expanded, tuple(applied)


def _expand(node: Node, applied: dict[AppliedSynonym, None]) -> Node:
    match node:
        case Phrase(prefix=False):
            return _choice(node, (node,), applied)
        case Not():
            return Not(_expand(node.operand, applied))
        case Or():
            return Or(tuple(_expand(operand, applied) for operand in node.operands))
        case And():
            operands = tuple(_expand_run(node.operands, applied))
            return And(operands) if len(operands) > 1 else operands[0]
        case Phrase() | Near():
            return node


def _expand_run(operands: Sequence[Node], applied: dict[AppliedSynonym, None]) -> Iterator[Node]:
    """Expand operands of a conjunction; words in a row may make a term without quotation marks (Islamic State)."""
    longest = max(map(len, load_groups()))
    start = 0
    while start < len(operands):
        words = _words_from(operands, start, longest)
        length = next((n for n in range(len(words), 1, -1) if Phrase(tuple(words[:n])).stems() in load_groups()), 1)
        if length > 1:
            run = tuple(operands[start : start + length])
            yield _choice(Phrase(tuple(words[:length])), run, applied)
        else:
            yield _expand(operands[start], applied)
        start += length


def _words_from(operands: Sequence[Node], start: int, longest: int) -> list[str]:
    words = []
    for operand in operands[start : start + longest]:
        if not (isinstance(operand, Phrase) and len(operand.words) == 1 and not operand.prefix):
            break
        words.append(operand.words[0])
    return words


def _choice(typed: Phrase, run: tuple[Node, ...], applied: dict[AppliedSynonym, None]) -> Node:
    stems = typed.stems()
    others = tuple(term for term in load_groups().get(stems, ()) if Phrase(words_of(term)).stems() != stems)
    itself = run[0] if len(run) == 1 else And(run)
    if not others:
        return itself
    applied[AppliedSynonym(" ".join(typed.words), others)] = None
    return Or((itself, *(Phrase(words_of(term)) for term in others)))
