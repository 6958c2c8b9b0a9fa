"""The days, weekdays, months and years that the body names, each with the tense that governs it.

A mention says what stands there; which day it means depends on the day of publication and is worked out by
``constraints`` and ``statements``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from app.extraction.calendar import (
    DAY,
    MONTH,
    MONTH_AFTER_DAY,
    MONTH_AFTER_WEEKDAY,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from app.extraction.document import Document
from app.extraction.model import Block, DayMention, Tense
from app.extraction.names.folding import fold
from app.extraction.vocabulary import Vocabulary

SENTENCE_REACH = 400
"""Code points on either side of a mention within which its sentence is looked for."""
QUOTE_REACH = 3_000
"""Code points before a mention within which an open quotation mark is looked for."""
MENTIONS_READ = 500
"""An article of any length has said by then when it is from."""

_STARTS = (name[:3] for name in MONTHS + WEEKDAYS)
_ANCHORS = AhoCorasick(
    [*"0123456789", *(form for start in _STARTS for form in (start.title(), start.upper()))],
    implementation=Implementation.DFA,
)
"""Where a mention may begin."""
_MENTION = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY})(?:(?:,|\s-)?\s(?:the\s)?|\s\())?"
    rf"(?:(?P<day>{DAY})(?:\sof)?[\s-](?P<month>{MONTH_AFTER_DAY})"
    rf"|(?P<month_first>{MONTH_AFTER_WEEKDAY})\s(?P<day_last>{DAY})(?:[-–]{DAY})?(?![0-9:]))(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
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
_PARTING = re.compile(
    r"[,:;\"“”«»(]|\bthat\b|\bof\s$|\b\w+ing\b|.{70}"
    r"|\b(?:adopted|concluded|imposed|introduced|killed|ratified|released|signed)\s(?:in\s\w+\s)?on\s$",
    re.IGNORECASE | re.DOTALL,
)
"""What parts a verb of speech from a day that is not the day of speech."""
_PAST = re.compile(r"\b(?:was|were|had|since)\b", re.IGNORECASE)
"""After a verb of what is to come, these make a day one of the past: `the treaty, which was signed on`."""
_COMPARED = re.compile(r"\b(?:than|compared)\b")
"""`Exports will be higher than in 2016` tells nothing of 2016."""
_AWAITED = re.compile(r"\b(?:was|were|had|been)\s$", re.IGNORECASE)
_AWAITED_REACH = 6
"""What was to come is past by now, or not."""
YEAR_REACH = 25
"""A verb of what is to come governs a bare year over so many code points: in `will reach 4 % in 2024`."""
_DIGIT = re.compile("[0-9]")
_OF_PLACE_TOO = frozenset({"by", "through"})
BY_REACH = 20
"""Code points over which `by` may be a limit in time: `by the end of May`, not `sent by the ministry on Monday`."""


def find_days(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the days, weekdays, months with year, and years after a preposition that the body names, in order.

    ``document`` must have its blocks.
    """
    document.days = tuple(islice(_mentions(document, vocabulary), MENTIONS_READ))
    return document


def _mentions(document: Document, vocabulary: Vocabulary) -> Iterator[DayMention]:
    text = document.text
    anchors = [start for _, start, _ in _ANCHORS.find_matches_as_indexes(text)]
    if not anchors:
        return
    told = [block for block in document.body() if block.kind != "dateline"]
    dateline = next((block for block in document.blocks if block.kind == "dateline"), None)
    index = -sum(block.end <= dateline.start for block in told) if dateline is not None else 0
    for block in told:
        inside = anchors[bisect_left(anchors, block.start) : bisect_left(anchors, block.end)]
        for match in _matches(text, block, inside):
            yield _mention(text, match, block, index, vocabulary)
        index += 1


def _matches(text: str, block: Block, anchors: list[int]) -> Iterator[re.Match[str]]:
    read = block.start
    for start in anchors:
        if start < read or (start > block.start and (text[start - 1].isalnum() or text[start - 1] == ".")):
            continue
        found = _MENTION.match(text, start, block.end)
        if found is None:
            continue
        if found["year_alone"] and not _BEFORE_YEAR.search(text, max(block.start, start - _BEFORE_YEAR_REACH), start):
            continue
        read = found.end()
        yield found


def _mention(text: str, found: re.Match[str], block: Block, index: int, vocabulary: Vocabulary) -> DayMention:
    part = found.groupdict()
    day, month = part["day"] or part["day_last"], part["month"] or part["month_first"] or part["month_of_year"]
    year = part["year"] or part["year_of_month"] or part["year_alone"]
    weekday = part["weekday"] or part["weekday_alone"]
    sentence = sentence_around(text, block, found.start(), found.end())
    return DayMention(
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
    after = _SENTENCE_END.search(text, end - (text[end - 1] == "."), high)
    return first, after.start() + 1 if after else high


def _tense(text: str, sentence: tuple[int, int], found: re.Match[str], vocabulary: Vocabulary) -> Tense:
    """Return the use of the nearest telling word before a mention in its sentence, else of the nearest after.

    A verb of speech dates itself only where nothing parts it from the day: in `said that on Friday`, `said, after the
    talks on Friday` and `met on Friday, said the spokesman` the day belongs to what was said. The comma after a weekday
    with its date (`on Friday, 13 May, told reporters`) parts nothing. A verb of what is to come governs the first day
    after it; of a second one it says nothing. `The agreement of December 23` and `the June 2020 statement` are names.
    """
    start, end = sentence
    words, folded = _telling_words(vocabulary), fold(text)
    before = _before(words, folded, start, found.start())
    named_year = found["year"] or found["year_of_month"] or found["year_alone"]
    after = words.first(folded, found.end(), end) if before is None or named_year else None
    if before:
        use, told = _after_word(before, text, found), (before, text[before.end : found.start()])
    elif after:
        use, told = _before_word(after, text, found, start, vocabulary), (after, text[found.end() : after.start])
    else:
        return "plain"
    if named_year:
        to_come_after = use == "plain" and after is not None and after.use == "future"
        happened = before is None and past_tense(vocabulary).search(text, start, found.start()) is not None
        if to_come_after or (use == "future" and (happened or _may_be_past(text, *told, vocabulary))):
            return "limit"
    return use


def _after_word(before: _Telling, text: str, found: re.Match[str]) -> Tense:
    """Return what a telling word before a mention says of it."""
    use, between = before.use, text[before.end : found.start()]
    if use == "reporting" and _PARTING.search(between):
        return "plain"
    day_named = found["day"] or found["day_last"]
    if use == "future" and (_PAST.search(between) or (day_named and between.endswith(" of "))):
        return "plain"
    named = found["month_of_year"] and between.endswith(" the ")
    if use == "future" and (named or _COMPARED.search(between)):
        return "limit"
    far = found["year_alone"] and (len(between) > YEAR_REACH or _PARTING.search(between))
    return "limit" if use == "future" and (far or _DIGIT.search(between)) else use


def _before_word(after: _Telling, text: str, found: re.Match[str], start: int, vocabulary: Vocabulary) -> Tense:
    """Return what a telling word after a mention says of it, where there is none before it."""
    if text[after.start : after.end].casefold() in _OF_PLACE_TOO:
        return "plain"  # `on Monday called it a trip by the minister`
    if after.use == "future" and found["year_alone"]:
        return "limit"
    between = text[found.end() : after.start].strip()
    adjacent = not between or (between == "," and found["weekday"] is not None)
    happened = past_tense(vocabulary).search(text, start, found.start()) is not None
    return "plain" if not adjacent and (happened or after.use == "reporting") else after.use


def _may_be_past(text: str, word: _Telling, between: str, vocabulary: Vocabulary) -> bool:
    """Whether a day with its year may be past, although a word of what is to come governs it.

    `After the coup in February 2014, the authorities decided to hold`; `was expected to leave in May 2014`.
    """
    awaited = _AWAITED.search(text, max(0, word.start - _AWAITED_REACH), word.start) is not None
    return awaited or (past_tense(vocabulary).search(between) is not None and " be " not in between)


def _before(words: _TellingWords, folded: str, start: int, end: int) -> _Telling | None:
    """Return the nearest telling word before a mention.

    `By` far from it tells who did something, not until when; `late` right before it (`for late 2018`) is part of it.
    """
    before = words.last(folded, start, end)
    while before and _tells_else(folded[before.start : before.end], end - before.end):
        before = words.last(folded, start, before.start)
    return before


def _tells_else(word: str, apart: int) -> bool:
    return (word in _OF_PLACE_TOO and apart > BY_REACH) or (word == "late" and apart == 1)


class _Telling(NamedTuple):
    """A word that tells a tense, by its offsets in the text."""

    start: int
    end: int
    use: Tense


@dataclass(frozen=True, slots=True)
class _TellingWords:
    """All telling words in one automaton; ``uses`` runs parallel to them."""

    automaton: AhoCorasick
    uses: tuple[Tense, ...]

    def first(self, folded: str, start: int, end: int) -> _Telling | None:
        """Return the first telling word in a stretch of the folded text."""
        return next(self._found(folded, start, self.automaton.find_matches_as_indexes(folded[start:end])), None)

    def last(self, folded: str, start: int, end: int) -> _Telling | None:
        """Return the last telling word in a stretch of the folded text."""
        hits = self.automaton.find_matches_as_indexes(folded[start:end])
        return next(self._found(folded, start, reversed(hits)), None)

    def _found(self, folded: str, offset: int, hits: Iterable[tuple[int, int, int]]) -> Iterator[_Telling]:
        for index, low, high in hits:
            start, end = offset + low, offset + high
            if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
                yield _Telling(start, end, self.uses[index])


@lru_cache(maxsize=4)
def past_tense(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return what a verb in the past tense looks like."""
    irregular = "|".join(map(re.escape, vocabulary.times["past"].words))
    return re.compile(rf"[a-z]ed\b|\b(?:{irregular})\b")


@lru_cache(maxsize=4)
def _telling_words(vocabulary: Vocabulary) -> _TellingWords:
    uses: dict[str, Tense] = {
        fold(word): entry.use
        for entry in vocabulary.times.values()
        if entry.use != "past" and entry.use != "live" and entry.use != "media"
        for word in entry.words
    }
    automaton = AhoCorasick(list(uses), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return _TellingWords(automaton, tuple(uses.values()))
