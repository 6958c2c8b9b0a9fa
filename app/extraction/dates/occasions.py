"""Copy that prints no day of its own, dated by an occasion whose day is known.

`He said at the summit in Yerevan on Wednesday` tells which Wednesday is meant, and with it which Thursday it is on
which `the spokesman told reporters on Thursday`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from app.extraction.dates.constraints import Reading, weekday_mention_of_report
from app.extraction.dates.events import events_in_sentence
from app.extraction.dates.printed import PrintedDay
from app.extraction.model import DayMention, Evidence

WEEK = 7
LATEST = 3
"""Copy speaks of the day of an occasion by its weekday for no more days."""


def days_after_occasions(reading: Reading) -> Iterator[PrintedDay]:
    """Return the days of publication to which the weekdays of known occasions and of the report lead.

    There is one for each occasion that fits the words: of two summits in one place, both held on a Wednesday, neither
    can be told from the other here.
    """
    report = weekday_mention_of_report(reading)
    if report is None:
        return
    for mention in reading.document.days:
        if mention.weekday is None or mention.day or mention.spoken or mention.tense not in {"plain", "reporting"}:
            continue
        for event in events_in_sentence(reading.document, mention.sentence, reading.vocabulary):
            if event.held and event.held.weekday() == mention.weekday:
                day = _on_or_after(event.held, report)
                if (day - event.held).days <= LATEST:
                    start, end = mention.sentence
                    evidence = Evidence(f"event: {event.name}", reading.document.text[start:end], start, end)
                    yield PrintedDay(day.day, day.month, day.year, evidence)


def _on_or_after(day: datetime.date, report: DayMention) -> datetime.date:
    """Return the first day from ``day`` on that falls on the weekday of the report."""
    return day + datetime.timedelta(((report.weekday or 0) - day.weekday()) % WEEK)
