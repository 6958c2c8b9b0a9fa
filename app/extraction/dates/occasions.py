"""Copy that prints no day of its own, dated by an occasion whose day is known.

`He said at the summit in Yerevan on Wednesday` tells which Wednesday is meant, and with it which Thursday it is on
which `the spokesman told reporters on Thursday`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.extraction.dates.constraints import weekday_mention_of_report
from app.extraction.dates.events import EventInSentence, events_in_sentence
from app.extraction.dates.occurrences import is_of, is_tied
from app.extraction.dates.printed import PrintedDay
from app.extraction.dates.reading import LOOKS_AHEAD, Reading, looks_back
from app.extraction.model import DayMention

WEEK = 7
LATEST = 3
"""Copy speaks of the day of an occasion by its weekday for no more days."""
NEXT_WORD = 6
"""Code points after an occasion within which its verb begins: `the summit in Osaka opens`."""
_NEXT_TO = re.compile(r"(?:\s(?:in|at|near|over|off|from|to|of)\s[\w\s]{1,25}?)?\s(?:on|late\son|early\son)\s")
"""What may stand between an attack or an accident and its weekday: `crash near Cairo on Monday`."""


_OTHER_WEEK = re.compile(r"\b(?:days?|weeks?|months?)\s(?:after|before)\b", re.IGNORECASE)
"""What parts a weekday from an occasion of another week: `on Thursday, a week after the summit`."""


def days_after_occasions(reading: Reading) -> Iterator[PrintedDay]:
    """Return the days of publication to which the weekdays of known occasions and of the report lead.

    There is one for each occasion that fits the words: of two summits in one place, both held on a Wednesday, neither
    can be told from the other here.
    """
    report = weekday_mention_of_report(reading)
    for mention in reading.bare_weekdays():
        if mention.tense not in {"plain", "reporting"} or not (report or _is_news(reading, mention)):
            continue
        for found in events_in_sentence(reading.document, mention.sentence, reading.vocabulary):
            held = _day_named(reading, mention, found)
            day = _on_or_after(held, report) if held and report else held
            if held and day and (day - held).days <= LATEST:
                evidence = reading.evidence(f"event: {found.event.name}", *mention.sentence)
                yield PrintedDay(day.day, day.month, day.year, evidence)


def _is_news(reading: Reading, mention: DayMention) -> bool:
    """Whether the lead reports something of a weekday as done: without another weekday, it is the day of the copy."""
    return mention.block == 0 and mention.tense == "plain" and reading.tells_past(*mention.sentence)


def _day_named(reading: Reading, mention: DayMention, found: EventInSentence) -> datetime.date | None:
    """Return the day of an occasion that the weekday beside its name tells, or None."""
    text, period = reading.document.text, found.event.period
    if period is None or not is_tied(text, found, mention.start, mention.end):
        return None
    start, end = mention.sentence
    clause = max(start, text.rfind(",", start, min(found.start, mention.start)))
    named = max(found.end, mention.end)
    if _OTHER_WEEK.search(text, start, end):
        return None
    if looks_back(text, start, end) or LOOKS_AHEAD.search(text, clause, named + NEXT_WORD):
        return None
    if found.event.happened and not _NEXT_TO.fullmatch(text, found.end, max(found.end, mention.start)):
        return None
    return is_of(mention, period)


def _on_or_after(day: datetime.date, report: DayMention) -> datetime.date:
    """Return the first day from ``day`` on that falls on the weekday of the report."""
    return day + datetime.timedelta(((report.weekday or 0) - day.weekday()) % WEEK)
