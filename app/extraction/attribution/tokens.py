"""A sentence as attribution reads it: words, punctuation, names as one token each, quotations as one token each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from app.extraction.attribution.cast import Cast, Mention
from app.extraction.attribution.lexicon import PRINTED, TOKEN, Lexicon
from app.extraction.model import Quotation

_APOSTROPHES = ("'", "’")
_LONGEST_KEPT = 24
"""Code points of the longest printed word whose reading is kept for the next time it is met."""

Kind = Literal["word", "name", "quote", "punctuation"]


@dataclass(slots=True, eq=False)
class Token:
    """One token, wherever it stands; ``low`` is it in lower case without a possessive ending."""

    kind: Kind
    low: str
    possessive: bool = False
    is_finite: bool = False
    """Whether it is spelt as a finite verb that attributes."""
    is_attributing: bool = False
    """Whether an attribution can begin with it."""
    breaks: bool = False
    """Whether a noun phrase ends before it."""
    mention: Mention | None = None
    quotation: Quotation | None = None


class Tokens(NamedTuple):
    """Tokens in text order, with where each begins and ends in the text."""

    tokens: list[Token]
    starts: list[int]
    ends: list[int]

    def between(self, first: int, last: int) -> Tokens:
        """Return the tokens ``[first, last)``."""
        if first <= 0 and last >= len(self.tokens):
            return self
        return Tokens(self.tokens[first:last], self.starts[first:last], self.ends[first:last])


def tokenize(text: str, start: int, end: int, cast: Cast, quotations: Sequence[Quotation], lexicon: Lexicon) -> Tokens:
    """Return the tokens of ``text[start:end]``; ``quotations`` are the outermost ones that lie in it, in order."""
    found = Tokens([], [], [])
    at = start
    for quotation in quotations:
        _read_words(found, text, at, min(quotation.outer_start, end), cast, lexicon)
        _append(found, Token("quote", "", breaks=True, quotation=quotation), quotation.outer_start, quotation.outer_end)
        at = quotation.outer_end
    _read_words(found, text, at, end, cast, lexicon)
    return found


def _append(found: Tokens, token: Token, start: int, end: int) -> None:
    found.tokens.append(token)
    found.starts.append(start)
    found.ends.append(end)


def _read_words(found: Tokens, text: str, start: int, end: int, cast: Cast, lexicon: Lexicon) -> None:
    at = start
    for mention in cast.between(start, end):
        _read_plain(found, text, at, mention.start, lexicon)
        ending = _possessive_ending(text, mention.end)
        low = text[mention.start : mention.end].lower()
        name = Token("name", low, ending > 0, low in lexicon.finite, low in lexicon.attributing, mention=mention)
        _append(found, name, mention.start, mention.end)
        at = mention.end + ending
    _read_plain(found, text, at, end, lexicon)


def _read_plain(found: Tokens, text: str, start: int, end: int, lexicon: Lexicon) -> None:
    if start >= end:
        return
    tokens, starts, ends = found
    for match in PRINTED.finditer(text, start, end):
        printed, at = match[0], match.start()
        for token, first, last in (_read_again if len(printed) <= _LONGEST_KEPT else _read)(printed, lexicon):
            tokens.append(token)
            starts.append(at + first)
            ends.append(at + last)


def _read(printed: str, lexicon: Lexicon) -> Sequence[tuple[Token, int, int]]:
    """Return the tokens of what is printed without a blank, with where they begin and end in it."""
    tokens: list[tuple[Token, int, int]] = []
    for match in TOKEN.finditer(printed):
        low = match[0].lower()
        first, last = match.span()
        if not low[0].isalnum():
            tokens.append((Token("punctuation", low, breaks=True), first, last))
            continue
        full_stop = (
            low[-1] == "." and last - first > 2 and "." not in low[:-1] and low[:-1] not in lexicon.abbreviations
        )
        if full_stop:  # the sentence's, not the word's
            last -= 1
            low = low[:-1]
        inner = low[-1] == "s" and low[-2:-1] in _APOSTROPHES
        possessive = inner or (low[-1] == "s" and printed[last : last + 1] in _APOSTROPHES)
        tokens.append((_word(low[:-2] if inner else low, possessive, lexicon), first, last))
        if full_stop:
            tokens.append((Token("punctuation", ".", breaks=True), last, last + 1))
    return tokens


_read_again = lru_cache(maxsize=20_000)(_read)
"""The same from memory: most of what newswire prints are a few thousand words."""


def _word(low: str, possessive: bool, lexicon: Lexicon) -> Token:
    breaks = low in lexicon.breakers or (low.endswith("ly") and len(low) > 4)
    return Token("word", low, possessive, low in lexicon.finite, low in lexicon.attributing, breaks)


def _possessive_ending(text: str, at: int) -> int:
    """Return the length of a possessive ending that stands at an offset."""
    if text[at : at + 1] not in _APOSTROPHES:
        return 0
    following = text[at + 1 : at + 3]
    if following[:1] == "s" and not following[1:].isalnum():
        return 2
    return 1 if not following[:1].isalnum() and text[at - 1] in "sS" else 0
