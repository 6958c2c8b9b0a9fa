"""The days, weekdays, months and years that the body names, each with the tense that governs it.

A mention says what stands there; which day it means depends on the day of publication and is worked out by
``constraints`` and ``statements``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from app.extraction.calendar import (
    DAY,
    MONTH,
    MONTH_AFTER_DAY,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Block
from app.extraction.names.folding import fold
from app.extraction.vocabulary import Vocabulary

Tense = Literal["reporting", "future", "limit", "earlier", "plain"]

SENTENCE_REACH = 400
"""Code points on either side of a mention within which its sentence is looked for."""
QUOTE_REACH = 3_000
"""Code points before a mention within which an open quotation mark is looked for."""
MENTIONS_READ = 500
"""An article of any length has said by then when it is from."""

_STARTS = (name[:3] for name in MONTHS + WEEKDAYS)
_ANCHOR = re.compile("|".join([*"0123456789", *(form for start in _STARTS for form in (start.title(), start.upper()))]))
"""Where a mention may begin. Literals alone, so that the search skips from one first letter to the next."""
_MENTION = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY})(?:,|\s-)?\s(?:the\s)?)?(?:(?P<day>{DAY})(?:\sof)?[\s-](?P<month>{MONTH_AFTER_DAY})"
    rf"|(?P<month_first>{MONTH})\s(?P<day_last>{DAY})(?![0-9:]))(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
    rf"|(?P<weekday_alone>{WEEKDAY})"
    rf"|(?P<month_of_year>{MONTH}),?\s(?:of\s)?(?P<year_of_month>{YEAR})"
    rf"|(?P<year_alone>{YEAR})"
    r"(?!\s(?:people|troops|tons|tonnes|km|kilometers|meters|rubles|dollars)|[.,][0-9]|[-–][0-9])",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|of|since|until|till|by|during|early|late|mid|the|compared\sto|from)[\s-]$", re.IGNORECASE
)
_BEFORE_YEAR_REACH = 14
_SENTENCE_END = re.compile(
    r"[.!?…](?<![\s.][A-Z].)(?<!\b(?:Mr|Dr|St).)(?<!\b(?:Mrs|Nov|Dec|Jan|Feb).)[\"”’»)\]]*\s+(?=\W?[A-Z])"
)
"""The mark stands before what it must not follow, so that the search skips from one mark to the next."""
_PARTING = re.compile(r"[,:;\"“”«»(]|\bthat\b|\bof\s$|\b\w+ing\b|.{70}", re.IGNORECASE | re.DOTALL)
"""What parts a verb of speech from a day that is not the day of speech."""
_PAST = re.compile(r"\b(?:was|were|had|since)\b", re.IGNORECASE)
"""After a verb of what is to come, these make a day one of the past: `the treaty, which was signed on`."""
YEAR_REACH = 25
"""A verb of what is to come governs a bare year over so many code points: in `will reach 4 % in 2024`."""
_DIGIT = re.compile("[0-9]")


class Mention(NamedTuple):
    """A day (or weekday, month, year) that the text names. ``sentence`` is the span of the sentence around it."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    tense: Tense
    sentence: tuple[int, int]
    block: int
    """Which block of the body it stands in, from 0."""
    spoken: bool = False
    """Whether it stands in a transcript's turn or between quotation marks: somebody's words, not the copy's."""


def find_mentions(document: Document, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Return the days, weekdays, months with year, and years after a preposition that the body names, in order."""
    body = [block for block in document.blocks if block.kind in BODY_KINDS and block.kind != "dateline"]
    found = (
        _mention(document.text, match, block, index, vocabulary)
        for index, block in enumerate(body)
        for match in _matches(document.text, block)
    )
    return tuple(islice(found, MENTIONS_READ))


def _matches(text: str, block: Block) -> Iterator[re.Match[str]]:
    position = block.start
    while anchor := _ANCHOR.search(text, position, block.end):
        start = anchor.start()
        position = anchor.end()
        if start > block.start and (text[start - 1].isalnum() or text[start - 1] == "."):
            continue
        found = _MENTION.match(text, start, block.end)
        if found is None:
            continue
        if found["year_alone"] and not _BEFORE_YEAR.search(text, max(block.start, start - _BEFORE_YEAR_REACH), start):
            continue
        position = found.end()
        yield found


def _mention(text: str, found: re.Match[str], block: Block, index: int, vocabulary: Vocabulary) -> Mention:
    part = found.groupdict()
    day, month = part["day"] or part["day_last"], part["month"] or part["month_first"] or part["month_of_year"]
    year = part["year"] or part["year_of_month"] or part["year_alone"]
    weekday = part["weekday"] or part["weekday_alone"]
    sentence = sentence_around(text, block, found.start(), found.end())
    return Mention(
        start=found.start(),
        end=found.end(),
        day=day_number(day) if day else None,
        month=month_number(month) if month else None,
        year=int(year) if year else None,
        weekday=weekday_number(weekday) if weekday else None,
        tense=_tense(text, sentence, found, vocabulary),
        sentence=sentence,
        block=index,
        spoken=block.kind == "turn" or is_quoted(text, block.start, found.start()),
    )


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark of the paragraph is open before ``end``."""
    low = max(start, end - QUOTE_REACH)
    return text.count("“", low, end) > text.count("”", low, end) or text.count('"', low, end) % 2 == 1


def sentence_around(text: str, block: Block, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence of ``block`` that holds ``text[start:end]``, cut at ``SENTENCE_REACH``."""
    low, high = max(block.start, start - SENTENCE_REACH), min(block.end, end + SENTENCE_REACH)
    first = low
    for boundary in _SENTENCE_END.finditer(text, low, start):
        first = boundary.end()
    after = _SENTENCE_END.search(text, end, high)
    return first, after.start() + 1 if after else high


def _tense(text: str, sentence: tuple[int, int], found: re.Match[str], vocabulary: Vocabulary) -> Tense:
    """Return the use of the nearest telling word before a mention in its sentence, else of the nearest after.

    A verb of speech dates itself only where nothing parts it from the day: in `said that on Friday`, `said, after the
    talks on Friday` and `met on Friday, said the spokesman` the day belongs to what was said. The comma after a weekday
    with its date (`on Friday, 13 May, told reporters`) parts nothing. A verb of what is to come governs the first day
    after it; of a second one it says nothing. `The agreement of December 23` and `the June 2020 statement` are names.
    """
    start, end = sentence
    day_named = bool(found["day"] or found["day_last"])
    telling = list(_telling_words(vocabulary).find(fold(text[start:end])))
    before = [word for word in telling if start + word.end <= found.start()]
    if before:
        use, between = before[-1].use, text[start + before[-1].end : found.start()]
        if use == "reporting" and _PARTING.search(between):
            return "plain"
        if use == "future" and (_PAST.search(between) or (day_named and between.endswith(" of "))):
            return "plain"
        if use == "future" and found["month_of_year"] and between.endswith(" the "):
            return "limit"
        far = found["year_alone"] and (len(between) > YEAR_REACH or _PARTING.search(between))
        return "limit" if use == "future" and (far or _DIGIT.search(between)) else use
    after = next((word for word in telling if start + word.start >= found.end()), None)
    if after is None:
        return "plain"
    if after.use == "future" and found["year_alone"]:
        return "limit"
    between = text[found.end() : start + after.start].strip()
    adjacent = not between or (between == "," and found["weekday"] is not None)
    return after.use if adjacent or after.use != "reporting" else "plain"


class _Telling(NamedTuple):
    """A word that tells a tense, by its offsets in the sentence."""

    start: int
    end: int
    use: Tense


@dataclass(frozen=True, slots=True)
class _TellingWords:
    """All telling words in one automaton; ``uses`` runs parallel to them."""

    automaton: AhoCorasick
    uses: tuple[Tense, ...]

    def find(self, folded: str) -> Iterator[_Telling]:
        """Return the telling words of a folded sentence, in order."""
        for index, start, end in self.automaton.find_matches_as_indexes(folded):
            if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
                yield _Telling(start, end, self.uses[index])


@lru_cache(maxsize=4)
def _telling_words(vocabulary: Vocabulary) -> _TellingWords:
    uses: dict[str, Tense] = {
        fold(word): entry.use for entry in vocabulary.times.values() if entry.use != "past" for word in entry.words
    }
    return _TellingWords(AhoCorasick(list(uses), matchkind=MatchKind.LeftmostLongest), tuple(uses.values()))
