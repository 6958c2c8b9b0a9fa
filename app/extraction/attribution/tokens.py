"""A sentence as attribution reads it: words, punctuation, names as one token each, quotations as one token each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from app.extraction.attribution.cast import Cast, Mention
from app.extraction.attribution.lexicon import TOKEN, Lexicon
from app.extraction.calendar import MONTHS
from app.extraction.model import Quotation

_APOSTROPHES = ("'", "’")
POSSESSIVE = ("'s", "’s")
_COMPOUND = re.compile(
    r"-(?:based|backed|led|linked|born|owned|run|style|held|controlled|sponsored|funded|brokered|era|occupied|friendly"
    r"|educated|trained|allied|dominated|supported|made|speaking|wide|installed|aligned|affiliated|area|mediated)\b"
)
"""The rest of an adjective that begins with a name."""
_PEOPLE = ("men", "women", "ists")
"""Endings of plural nouns for people: `fishermen`, `policewomen`, `activists`."""
_JOINING = frozenset({"and", "of", "under", "first", "then"})
"""Beside adverbs, words at which phrases end and within which they may stand all the same."""
_MONTHS = frozenset(MONTHS)
_MOST_KEPT, _LONGEST_KEPT = 20_000, 25
"""Printed words of which the reading is kept, and the code points of the longest of them with its blank."""

Kind = Literal["word", "name", "quote", "punctuation"]


@dataclass(slots=True, eq=False)
class Token:
    """One token, wherever it stands; ``low`` is it in lower case without a possessive ending."""

    kind: Kind
    low: str
    length: int
    """Code points of it without a possessive ending that follows a name."""
    possessive: bool = False
    is_capital: bool = False
    """Whether it begins with a capital letter."""
    is_finite: bool = False
    """Whether it is spelt as a finite verb that attributes."""
    is_attributing: bool = False
    """Whether an attribution can begin with it."""
    may_be_noun: bool = False
    """Whether a verb spelt so may as well be a noun."""
    breaks: bool = False
    """Whether a noun phrase ends before it."""
    may_join: bool = False
    """Whether one may go on past it all the same."""
    is_adverb: bool = False
    """Whether it looks like an adverb."""
    is_pronoun: bool = False
    """Whether it is a personal pronoun that can be a subject."""
    is_determiner: bool = False
    is_somebody: bool = False
    """Whether it is a name, a pronoun or a role, and so no mere thing."""
    speaks: bool = False
    """Whether it is one of these, or a noun for speakers whom newswire leaves unnamed."""
    may_be_name: bool = False
    """Whether it may be the name of somebody who speaks, for all that its letters tell."""
    mention: Mention | None = None
    quotation: Quotation | None = None


Tokens: TypeAlias = tuple[list[Token], list[int], list[int]]
"""Tokens in text order, where each begins in the text, and which of them are quotations."""


def tokenize(text: str, start: int, end: int, cast: Cast, quotations: Sequence[Quotation], lexicon: Lexicon) -> Tokens:
    """Return the tokens of ``text[start:end]``; ``quotations`` are the outermost ones that lie in it, in order."""
    found: Tokens = [], [], []
    tokens, starts, quotes = found
    known, at = _readings(lexicon), start
    for quotation in quotations:
        first, past = quotation.outer_start, quotation.outer_end
        _read_words(found, text, at, min(first, end), cast, known)
        is_capital = text[first].isupper()  # no mark stands where an attribution was cut out
        quotes.append(len(tokens))
        token = Token("quote", "", past - first, False, is_capital)
        token.breaks, token.quotation = True, quotation
        tokens.append(token)
        starts.append(first)
        at = past
    _read_words(found, text, at, end, cast, known)
    return found


def _read_words(found: Tokens, text: str, start: int, end: int, cast: Cast, known: _Readings) -> None:
    tokens, starts, _ = found
    at = start
    for mention in cast.between(start, end):
        first, past = mention.start, mention.end
        if at < first:
            _read_plain(found, text, at, first, known)
        at, ending = past, 0
        following = text[at : at + 1]
        compound = _COMPOUND.match(text, at) if following == "-" else None
        if compound is not None:  # `the Washington-based foundation`
            at = compound.end()
            low, is_capital = text[first:at].lower(), text[first].isupper()
            tokens.append(_word(low, at - first, False, is_capital, known.lexicon))
            starts.append(first)
            continue
        if following in _APOSTROPHES:
            ending = _possessive_ending(text, at)
            at += ending
            following = text[at : at + 1]
        tokens.append(_name(text[first:past], ending > 0, mention, known.lexicon))
        starts.append(first)
        at += following == " " or (following == "-" and text[at + 1 : at + 2].islower())  # `the US-led` is one phrase
    if at < end:
        _read_plain(found, text, at, end, known)


def _read_plain(found: Tokens, text: str, start: int, end: int, known: _Readings) -> None:
    tokens, starts, _ = found
    at = start
    for printed in text[start : end - (text[end - 1] == " ")].split(" "):
        first, others, width = known[printed]
        if first is not None:
            tokens.append(first)
            starts.append(at)
        if others:
            for offset, token in others:
                tokens.append(token)
                starts.append(at + offset)
        at += width


_Reading: TypeAlias = tuple[Token | None, tuple[tuple[int, Token], ...], int]
"""The token with which a stretch begins, the others in it with where they begin, and its length with the blank."""


class _Readings(dict[str, _Reading]):
    """The tokens of what is printed between blanks.

    What newswire prints most is read once and kept: a few thousand words, of which most of its text consists. When
    they have become too many, all are forgotten and the commonest soon known again.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, printed: str) -> _Reading:
        """Read what is not known yet, and keep it unless it is too long to come again."""
        tokens = tuple(_read(printed, self.lexicon))
        begins = bool(tokens) and tokens[0][0] == 0
        width = len(printed) + 1
        reading: _Reading = (tokens[0][1], tokens[1:], width) if begins else (None, tokens, width)
        if width <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[printed] = reading
        return reading


@lru_cache(maxsize=4)
def _readings(lexicon: Lexicon) -> _Readings:
    return _Readings(lexicon)


def _read(printed: str, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    if printed.isalpha():  # most words
        yield 0, _word(printed.lower(), len(printed), False, printed[0].isupper(), lexicon)
        return
    for match in TOKEN.finditer(printed):
        low = match[0].lower()
        first, last = match.span()
        if not low[0].isalnum():
            yield first, Token("punctuation", low, last - first, breaks=True)
            continue
        full_stop = (
            low[-1] == "." and last - first > 2 and "." not in low[:-1] and low[:-1] not in lexicon.abbreviations
        )
        if full_stop:  # the sentence's, not the word's
            last -= 1
            low = low[:-1]
        inner = low[-1] == "s" and low[-2:-1] in _APOSTROPHES
        possessive = inner or (low[-1] == "s" and printed[last : last + 1] in _APOSTROPHES)
        is_capital = printed[first].isupper()
        yield first, _word(low[:-2] if inner else low, last - first, possessive, is_capital, lexicon)
        if full_stop:
            yield last, Token("punctuation", ".", 1, breaks=True)


def _word(low: str, length: int, possessive: bool, is_capital: bool, lexicon: Lexicon) -> Token:
    token = _alone("word", low, length, possessive, is_capital, lexicon)
    token.is_adverb = low.endswith("ly") and len(low) > 4 and low not in lexicon.like_adverbs
    token.breaks = token.is_adverb or low in lexicon.breakers
    token.may_join = low in _JOINING or low.endswith("ly")
    token.is_pronoun = low in lexicon.pronouns
    token.is_determiner = low in lexicon.determiners
    token.is_somebody = not possessive and (token.is_pronoun or lexicon.is_role(low))
    if not possessive and low not in _MONTHS:
        token.speaks = token.is_somebody or low in lexicon.unnamed or low.endswith(_PEOPLE)
        token.may_be_name = is_capital and not low.endswith(".")
    return token


def _name(printed: str, possessive: bool, mention: Mention, lexicon: Lexicon) -> Token:
    low, is_free = printed.lower(), not possessive
    token = _alone("name", low, len(printed), possessive, printed[0].isupper(), lexicon)
    token.is_somebody, token.mention = is_free, mention
    token.speaks = is_free and (low not in _MONTHS or not mention.character.body)  # Theresa May does
    return token


def _alone(kind: Kind, low: str, length: int, possessive: bool, is_capital: bool, lexicon: Lexicon) -> Token:
    """Return a token with what its letters alone tell of it."""
    may_be_noun = low.endswith("s") or low in lexicon.speech_nouns
    return Token(
        kind, low, length, possessive, is_capital, low in lexicon.finite, low in lexicon.attributing, may_be_noun
    )


def _possessive_ending(text: str, at: int) -> int:
    """Return the length of a possessive ending whose apostrophe stands at an offset."""
    following = text[at + 1 : at + 3]
    if following[:1] == "s" and not following[1:].isalnum():
        return 2
    return 1 if not following[:1].isalnum() and text[at - 1] in "sS" else 0
