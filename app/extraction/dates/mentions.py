"""The days, weekdays, months and years that the body names, each with the tense that governs it.

A mention says what stands there; which day it means depends on the day of publication and is worked out by
``constraints`` and ``statements``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.extraction.calendar import DAY, MONTH, WEEKDAY, YEAR, day_number, month_number, weekday_number
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Block
from app.extraction.vocabulary import Vocabulary

Tense = Literal["reporting", "future", "earlier", "plain"]

SENTENCE_REACH = 400
"""Code points on either side of a mention within which its sentence is looked for."""

_MENTION = re.compile(
    rf"(?<![\w.])(?:(?:(?P<weekday>{WEEKDAY})(?:,|\s-)?\s(?:the\s)?)?(?:(?P<day>{DAY})(?:\sof)?[\s-](?P<month>{MONTH})"
    rf"|(?P<month_first>{MONTH})\s(?P<day_last>{DAY})(?![0-9:]))(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
    rf"|(?P<weekday_alone>{WEEKDAY})"
    rf"|(?P<month_of_year>{MONTH}),?\s(?:of\s)?(?P<year_of_month>{YEAR})"
    rf"|(?:in|since|until|till|by|during|early|late|mid|the|back\sto|from)[\s-](?P<year_alone>{YEAR})"
    r"(?!\s(?:people|troops|tons|tonnes|km|kilometers|meters|rubles|dollars)|[.,][0-9]|[-–][0-9]))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<![\s.][A-Z])(?<!\b(?:Mr|Dr|St))(?<!\b(?:Mrs|Nov|Dec|Jan|Feb))[.!?…][\"”’»)\]]*\s+(?=\W?[A-Z])"
)


_PARTING = re.compile(r"[,:;\"“”«»(]|\bthat\b|\bof\s$|\b\w+ing\b|.{45}", re.IGNORECASE | re.DOTALL)
"""What parts a verb of speech from a day that is not the day of speech."""


@dataclass(frozen=True, slots=True)
class Mention:
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


def find_mentions(document: Document, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Return every day, weekday, month with year, and year after a preposition in the body's text, in order."""
    body = [block for block in document.blocks if block.kind in BODY_KINDS and block.kind != "dateline"]
    return tuple(
        _mention(document.text, found, block, index, vocabulary)
        for index, block in enumerate(body)
        for found in _MENTION.finditer(document.text, block.start, block.end)
    )


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
    )


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

    A verb of speech dates itself only where nothing parts it from the day: in `said that on Friday` and `said, after
    the talks on Friday` the day belongs to what was said.
    """
    words, uses = _telling_words(vocabulary)
    before = list(words.finditer(text, sentence[0], found.start()))
    if before:
        use = uses[_folded(before[-1])]
        return "plain" if use == "reporting" and _PARTING.search(text, before[-1].end(), found.start()) else use
    after = words.search(text, found.end(), sentence[1])
    if after is None:
        return "plain"
    use = uses[_folded(after)]
    return "plain" if use == "reporting" and after.start() - found.end() > 1 else use


def _folded(found: re.Match[str]) -> str:
    return " ".join(found.group().casefold().split())


@lru_cache(maxsize=4)
def _telling_words(vocabulary: Vocabulary) -> tuple[re.Pattern[str], dict[str, Tense]]:
    uses: dict[str, Tense] = {word: entry.use for entry in vocabulary.times.values() for word in entry.words}
    longest_first = sorted(uses, key=len, reverse=True)
    choice = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE), uses
