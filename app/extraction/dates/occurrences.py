"""What the day of a known event says of the day of the copy that names it.

`Brought down over Sinai on October 31`, `two years ago, after the crash over Sinai`, `Friday's attacks in Paris`: each
tells how long ago it was.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from app.extraction.calendar import Period
from app.extraction.dates.events import EventInSentence, NamedEvent, events_in_sentence, events_named, speaks_of
from app.extraction.dates.mentions import sentence_around
from app.extraction.dates.reading import LOOKS_AHEAD, Finding, Reading, lead_span, looks_back, within, within_if_any
from app.extraction.document import BODY_KINDS
from app.extraction.model import DayMention
from app.extraction.names.folding import fold
from app.extraction.vocabulary.schema import Event

WITHOUT_YEAR = datetime.timedelta(days=330)
"""Copy names the day of an event without its year for so long."""
WITHIN_WEEK = datetime.timedelta(days=6)
TIED = 60
"""Code points between an event and the words that say how long ago it was, at most."""
AGO_READ = 50
"""An article says no more often how many years ago something was."""
NEARLY, NOT_YET = 0.5, 1.0
"""`Two years ago` is no less than one and a half years and less than three."""
YEAR_LENGTH = 365.25
_DAY = datetime.timedelta(days=1)
_AFTERWARDS = 2 * _DAY
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AGO = re.compile(
    rf"\b(?:(?P<word>an?|{'|'.join(_NUMBERS)})|(?P<digits>[12]?[0-9]))\syears?\s(?:ago|have\spassed\ssince)\b",
    re.IGNORECASE,
)
_AS_NAME = re.compile(r"\b(?:of|the|since|after|before)\s$", re.IGNORECASE)
"""A day that is part of a name, or that people date things by, is named without its year for long."""
_AS_NAME_REACH = 7
_APART = re.compile(r"[.;:!?]|\bthat\b")


def world_events(reading: Reading) -> Iterator[Finding]:
    """Leave the days on which newswire could speak so of the events that the body names."""
    named = tuple(events_named(reading.document, reading.vocabulary))
    for event in named:
        yield Finding(event.evidence, within((event.since, event.until)))
    if any(event.event.period for event in named):
        yield from _named_by_day(reading, named)
        yield from _named_by_weekday(reading)
        yield from _years_ago(reading)
    if any(event.event.held or event.event.times for event in named):
        yield from _taking_place(reading)


def is_of(mention: DayMention, period: tuple[datetime.date, datetime.date]) -> datetime.date | None:
    """Return the day of a short period that a mention's day and month, or its weekday, names."""
    first, last = period
    if last - first > WITHIN_WEEK:
        return None
    days = (first + step * _DAY for step in range((last - first).days + 1))
    if mention.day is not None:
        return next((day for day in days if (day.month, day.day) == (mention.month, mention.day)), None)
    return next((day for day in days if day.weekday() == mention.weekday), None)


def _named_by_day(reading: Reading, named: Sequence[NamedEvent]) -> Iterator[Finding]:
    """Leave the months after an event that the copy names by day and month: later, it would add the year.

    Copy that names that year or the one before may take the year of the day for told.
    """
    told = {mention.year for mention in reading.document.days}
    folded = fold(reading.document.text)
    for mention in reading.document.days:
        if mention.day is None or mention.month is None or mention.year or not _is_past(reading, mention):
            continue
        start, end = mention.sentence
        if looks_back(reading.document.text, start, end):
            continue
        for event in named:
            day = is_of(mention, event.event.period) if event.event.period else None
            if day and told.isdisjoint((day.year, day.year - 1)) and speaks_of(event.event, folded[start:end]):
                evidence = reading.evidence(f"day of event: {event.event.name}", mention.start, mention.end)
                yield Finding(evidence, within((day, day + WITHOUT_YEAR)))


def _is_past(reading: Reading, mention: DayMention) -> bool:
    """Whether a day tells when something happened: not `the statement of November 9`, which is a name for years.

    Where the next verb looks ahead, the day's own clause must have one in the past tense.
    """
    text, (start, end) = reading.document.text, mention.sentence
    if _AS_NAME.search(text, max(start, mention.start - _AS_NAME_REACH), mention.start):
        return False
    if mention.tense != "future":
        return mention.tense != "limit"
    comma = text.find(",", mention.end, end)
    clause = comma if comma >= 0 else end
    return reading.tells_past(mention.end, clause) and not LOOKS_AHEAD.search(text, start, clause)


def _named_by_weekday(reading: Reading) -> Iterator[Finding]:
    """Leave the week after an event that the copy names by its weekday, where that leaves any of the days."""
    for mention in reading.bare_weekdays():
        if mention.tense not in {"plain", "reporting", "earlier"}:
            continue
        for event in _events_of_one_time(reading, mention.sentence):
            day = is_of(mention, event.event.period) if event.event.period else None
            if day:
                evidence = reading.evidence(f"weekday of event: {event.event.name}", mention.start, mention.end)
                yield Finding(evidence, within_if_any((day - _DAY, day + WITHIN_WEEK)))


def _years_ago(reading: Reading) -> Iterator[Finding]:
    """Leave the days so many years after an event as the copy says: `two years ago, after the crash over Sinai`."""
    document = reading.document
    if " year" not in document.text:
        return
    for ago in islice(_AGO.finditer(document.text), AGO_READ):
        block = document.block_at(ago.start())
        if block is None or block.kind not in BODY_KINDS:
            continue
        sentence = sentence_around(document.text, block, *ago.span())
        for event in _events_of_one_time(reading, sentence):
            if event.event.period and is_tied(document.text, event, *ago.span()):
                first = event.event.period[0]
                years = int(ago["digits"] or 0) or _number(ago["word"])
                evidence = reading.evidence(f"years since event: {event.event.name}", *ago.span())
                yield Finding(evidence, within(_after(first, years)))


def _taking_place(reading: Reading) -> Iterator[Finding]:
    """Leave the days of what the lead reports as taking place, where one of the days is such a day."""
    span = lead_span(reading.document)
    if span is None or looks_back(reading.document.text, *span):
        return
    named = tuple(events_in_sentence(reading.document, span, reading.vocabulary))
    once = [event for event in named if event.event.held]
    told = once or [event for event in named if event.event.times]  # the place of a yearly one tells which it is
    periods = [(since - _DAY, until + _AFTERWARDS) for event in told for since, until in _times(event.event)]
    if told and (len(periods) == 1 or not LOOKS_AHEAD.search(reading.document.text, *span)):
        evidence = reading.evidence(f"takes place: {told[0].event.name}", told[0].start, told[0].end)
        yield Finding(evidence, within_if_any(*periods))


def _times(event: Event) -> Sequence[tuple[datetime.date, datetime.date]]:
    """Return the first and last day of each time that an event took place."""
    return event.times or ((event.period,) if event.period else ())


def _events_of_one_time(reading: Reading, sentence: tuple[int, int]) -> Iterator[EventInSentence]:
    return (e for e in events_in_sentence(reading.document, sentence, reading.vocabulary) if e.event.period)


def is_tied(text: str, event: EventInSentence, start: int, end: int) -> bool:
    """Whether words that tell a time stand close by those that name an event, with nothing that parts them."""
    low, high = min(end, event.end), max(start, event.start)
    return low >= high or (high - low <= TIED and not _APART.search(text, low, high))


def _number(word: str) -> int:
    return _NUMBERS.index(word.casefold()) + 1 if word.casefold() in _NUMBERS else 1


def _after(day: datetime.date, years: int) -> Period:
    """Return the days of which copy says that an event was so many years ago."""
    since = day + datetime.timedelta(days=(years - NEARLY) * YEAR_LENGTH)
    return since, day + datetime.timedelta(days=(years + NOT_YET) * YEAR_LENGTH)
