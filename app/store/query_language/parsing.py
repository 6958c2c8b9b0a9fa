"""From what was typed to a syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from app.extraction.model import Span
from app.store.query_language.filters import FieldFilter, excluding, field_filter, is_field
from app.store.query_language.synonyms import AppliedSynonym, expand
from app.store.query_language.syntax import And, Match, Near, Node, Not, Or, Phrase, compile_match, positive_phrases
from app.store.query_language.words import WORD, words_of

MAX_LENGTH = 2_000
"""Characters of a query."""

MAX_PHRASES = 64
"""Words and phrases of a query; FTS5 itself refuses trees that are too large."""

MAX_DEPTH = 20
"""Parentheses within parentheses; deeper ones are read as if they were not there."""

NEAR_DISTANCE = 10
MAX_NEAR_DISTANCE = 100

_TOKEN = re.compile(
    r"""
      NEAR \s* \( (?P<near> [^()]* ) \)?
    | (?P<open> \( )
    | (?P<close> \) )
    | (?P<minus> - ) (?= [^\s-] )
    | (?P<field> [A-Za-z]{1,20} ) : (?P<value> "[^"]*"? | [^\s()"]+ )
    | " (?P<phrase> [^"]* ) "? (?P<begins> \* )?
    | (?P<word> [^\s()"]+ )
    """,
    re.VERBOSE,
)
_NEAR_WORD = re.compile(r"NEAR(?:/(\d{1,3}))?")
_NEAR_END = re.compile(r",\s*(\d{1,3})\s*\Z")
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))


class InvalidQuery(ValueError):  # noqa: N818 - the name that routes and readers know it by
    """The query cannot be used at all; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query, understood."""

    text: str
    match: Match | None = None
    """The full-text expression; None when no word was asked for."""
    filters: tuple[FieldFilter, ...] = ()
    places: tuple[tuple[FieldFilter, Span], ...] = ()
    """Where in ``text`` each filter is typed, in order; one typed twice has two places."""
    words: tuple[Span, ...] = ()
    """Where in ``text`` the whole words stand that are searched for, alone or in a phrase."""
    synonyms: tuple[AppliedSynonym, ...] = ()
    """Which synonyms are looked for besides."""
    highlights: tuple[Phrase, ...] = ()
    """What to mark in a text that matches."""
    ignored: tuple[str, ...] = ()
    """What was typed and could not be used."""


@dataclass(slots=True)
class _Token:
    kind: str
    text: str = ""
    node: Phrase | Near | None = None
    filter: FieldFilter | None = None
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class _Parser:
    """Recursive descent over the tokens; whatever does not fit is passed over."""

    tokens: list[_Token]
    position: int = 0
    places: list[tuple[FieldFilter, Span]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def parse(self) -> Node | None:
        parts = []
        while self.position < len(self.tokens):
            if self._take("close"):
                continue  # one that nothing opened
            parts.append(self._alternatives(0))
        return _all([part for part in parts if part])

    def _alternatives(self, depth: int) -> Node | None:
        operands = [self._conjunction(depth)]
        while self._take("OR"):
            operands.append(self._conjunction(depth))
        present = [operand for operand in operands if operand]
        return Or(tuple(present)) if len(present) > 1 else next(iter(present), None)

    def _conjunction(self, depth: int) -> Node | None:
        operands: list[Node] = []
        while self.position < len(self.tokens) and self.tokens[self.position].kind not in {"OR", "close"}:
            if self._take("AND"):
                continue
            if near := self._take("NEAR"):
                self._join_near(operands, near, depth)
            elif operand := self._operand(depth):
                operands.append(operand)
        return _all(operands)

    def _join_near(self, operands: list[Node], near: _Token, depth: int) -> None:
        """Join the operand before NEAR with the one after; where either is no phrase, both simply must match."""
        following = self._operand(depth) if self.position < len(self.tokens) else None
        if operands and isinstance(operands[-1], Phrase) and isinstance(following, Phrase):
            operands[-1] = Near((operands[-1], following), int(near.text or NEAR_DISTANCE))
        elif following:
            operands.append(following)

    def _operand(self, depth: int) -> Node | None:
        negations = 0
        first = self.position
        while self._take("NOT"):
            negations += 1
        if self.position == len(self.tokens) or self.tokens[self.position].kind in {"OR", "close"}:
            return None
        token = self.tokens[self.position]
        self.position += 1
        if token.kind == "filter":
            self._add_filter(token, self.tokens[first].start, excluded=negations % 2 == 1)
            return None
        node = self._group(depth) if token.kind == "open" else token.node
        return Not(node) if node and negations % 2 else node

    def _group(self, depth: int) -> Node | None:
        if depth == MAX_DEPTH:
            return None  # the words within follow as if there were no parenthesis
        inner = self._alternatives(depth + 1)
        self._take("close")
        return inner

    def _add_filter(self, token: _Token, start: int, *, excluded: bool) -> None:
        typed = excluding(token.filter) if excluded and token.filter else token.filter
        if typed:
            self.places.append((typed, Span(start, token.end)))
        else:
            self.ignored.append(f"-{token.text}" if excluded else token.text)

    def _take(self, kind: str) -> _Token | None:
        if self.position < len(self.tokens) and self.tokens[self.position].kind == kind:
            self.position += 1
            return self.tokens[self.position - 1]
        return None


@lru_cache(maxsize=256)
def parse_query(text: str, *, synonyms: bool = True) -> ParsedQuery:
    """Understand a query, with or without looking for synonyms. Raises InvalidQuery when it is too long."""
    if len(text) > MAX_LENGTH:
        raise InvalidQuery(f"the query is too long ({len(text):,} characters; the limit is {MAX_LENGTH:,})")
    tokens, dropped = _tokens(text.translate(_MARKS))
    parser = _Parser(tokens)
    typed = parser.parse()
    node, applied = expand(typed) if typed and synonyms else (typed, ())
    return ParsedQuery(
        text=text,
        match=compile_match(node) if node else None,
        filters=tuple(dict.fromkeys(typed for typed, _ in parser.places)),
        places=tuple(parser.places),
        words=tuple(_whole_words(tokens)),
        synonyms=applied,
        highlights=tuple(dict.fromkeys(positive_phrases(node))),
        ignored=tuple(dict.fromkeys([*parser.ignored, *dropped])),
    )


def _tokens(text: str) -> tuple[list[_Token], list[str]]:
    tokens: list[_Token] = []
    dropped: list[str] = []
    room = MAX_PHRASES
    for found in _TOKEN.finditer(text):
        token = _token(found)
        token.start, token.end = found.span()
        if token.node:
            room -= len(token.node.phrases) if isinstance(token.node, Near) else 1
        if token.node and room < 0:
            dropped.append(token.text)
        else:
            tokens.append(token)
    return tokens, dropped


def _whole_words(tokens: list[_Token]) -> Iterator[Span]:
    for token in tokens:
        if isinstance(token.node, Phrase) and token.kind == "phrase" and not token.node.prefix:
            for word in WORD.finditer(token.text):
                yield Span(token.start + word.start(), token.start + word.end())


def _token(found: re.Match[str]) -> _Token:
    kind = found.lastgroup or ""
    text = found.group()
    if kind == "near":
        return _near(found["near"], text)
    if kind in {"open", "close"}:
        return _Token(kind)
    if kind == "minus" or text == "NOT":
        return _Token("NOT")
    if text in {"AND", "OR"}:
        return _Token(text)
    if infix := _NEAR_WORD.fullmatch(text):
        return _Token("NEAR", text=str(min(int(infix[1] or NEAR_DISTANCE), MAX_NEAR_DISTANCE)))
    if kind == "value" and is_field(found["field"]):
        return _Token("filter", text, filter=field_filter(found["field"], found["value"].strip('"').strip()))
    words = words_of(text)
    return _Token("phrase", text, Phrase(words, prefix=text.endswith("*")) if words else None)


def _near(inner: str, text: str) -> _Token:
    end = _NEAR_END.search(inner)
    distance = min(int(end[1]), MAX_NEAR_DISTANCE) if end else NEAR_DISTANCE
    found = (_token(one).node for one in _TOKEN.finditer(inner[: end.start()] if end else inner))
    phrases = tuple(node for node in found if isinstance(node, Phrase))
    if len(phrases) > 1:
        return _Token("near", text, Near(phrases, distance))
    return _Token("near", text, phrases[0] if phrases else None)


def _all(operands: list[Node]) -> Node | None:
    if not operands:
        return None
    return And(tuple(operands)) if len(operands) > 1 else operands[0]
