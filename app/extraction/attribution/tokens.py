"""A sentence as attribution reads it: words, punctuation, names as one token each, quotations as one token each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.extraction.attribution.cast import Cast, Mention
from app.extraction.attribution.lexicon import TOKEN, Lexicon
from app.extraction.model import Quotation

_APOSTROPHES = ("'", "’")

Kind = Literal["word", "name", "quote", "punctuation"]


@dataclass(slots=True, eq=False)
class Token:
    """One token; ``low`` is it in lower case without a possessive ending, which ``possessive`` tells."""

    kind: Kind
    start: int
    end: int
    low: str
    possessive: bool = False
    mention: Mention | None = None
    quotation: Quotation | None = None


def tokenize(
    text: str, start: int, end: int, cast: Cast, quotations: Sequence[Quotation], lexicon: Lexicon
) -> list[Token]:
    """Return the tokens of ``text[start:end]``; ``quotations`` are the outermost ones that lie in it, in order."""
    tokens: list[Token] = []
    at = start
    for quotation in quotations:
        _read_words(tokens, text, at, min(quotation.outer_start, end), cast, lexicon)
        tokens.append(Token("quote", quotation.outer_start, quotation.outer_end, "", quotation=quotation))
        at = quotation.outer_end
    _read_words(tokens, text, at, end, cast, lexicon)
    return tokens


def _read_words(tokens: list[Token], text: str, start: int, end: int, cast: Cast, lexicon: Lexicon) -> None:
    at = start
    mentions = cast.between(start, end)
    for mention in mentions:
        _read_plain(tokens, text, at, mention.start, lexicon)
        ending = _possessive_ending(text, mention.end)
        tokens.append(Token("name", mention.start, mention.end, mention.low, ending > 0, mention))
        at = mention.end + ending
    _read_plain(tokens, text, at, end, lexicon)


def _read_plain(tokens: list[Token], text: str, start: int, end: int, lexicon: Lexicon) -> None:
    if start >= end:
        return
    for match in TOKEN.finditer(text, start, end):
        low = match[0].lower()
        first, last = match.span()
        if not low[0].isalnum():
            tokens.append(Token("punctuation", first, last, low))
            continue
        full_stop = (
            low[-1] == "." and last - first > 2 and "." not in low[:-1] and low[:-1] not in lexicon.abbreviations
        )
        if full_stop:  # the sentence's, not the word's
            last -= 1
            low = low[:-1]
        if low[-1] != "s":
            tokens.append(Token("word", first, last, low))
        elif low[-2:-1] in _APOSTROPHES:
            tokens.append(Token("word", first, last, low[:-2], True))
        else:
            tokens.append(Token("word", first, last, low, text[last : last + 1] in _APOSTROPHES))
        if full_stop:
            tokens.append(Token("punctuation", last, last + 1, "."))


def _possessive_ending(text: str, at: int) -> int:
    """Return the length of a possessive ending that stands at an offset."""
    if text[at : at + 1] not in ("'", "’"):
        return 0
    following = text[at + 1 : at + 3]
    if following[:1] == "s" and not following[1:].isalnum():
        return 2
    return 1 if not following[:1].isalnum() and text[at - 1] in "sS" else 0
