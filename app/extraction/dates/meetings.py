"""Meetings in person: those that the body names by day and month, and the one that the lead reports.

`X will meet Y in Sochi on August 23`; `X thanked Y at their talks in the Kremlin` under `MOSCOW, August 23.`
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from app.extraction.dates.reading import LOOKS_AHEAD, lead_span, looks_back
from app.extraction.document import Document
from app.extraction.model import Evidence
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import MeetingDay

Anniversary = tuple[int, int]
REPORTED_WITHIN = datetime.timedelta(days=1)
SELDOM = 12
"""Of people who met more often than that, a day of the year tells little."""
_MEETING = re.compile(
    r"\b(?:met|(?:held|had|began|started|opened|opening)\s(?:[\w-]+\s){0,3}(?:talks|negotiations|meetings?|consultations)"
    r"|(?:at|during|after|following|in)\s(?:an?|the|their|his)?\s?(?:[\w-]+\s){0,2}(?:meeting|talks|negotiations|summit)"
    r"|(?:talks|meeting|negotiations)\swith|received|arrived|hosted|welcomed|greeted)\b",
    re.IGNORECASE,
)
_NO_MEETING = re.compile(
    r"\b(?:(?:tele)?phone\w*|calls?|called|videoconference|video|letter|message|prepar\w+|being|agreed\son|possib\w+|could"
    r"|may|might|propos\w+|invit\w+|ready|recall\w*|earlier|previous\w*|last)\b",
    re.IGNORECASE,
)
AROUND = datetime.timedelta(days=100)
"""A meeting is spoken of without its year for about so long before and after it."""


def meetings_named(document: Document, vocabulary: Vocabulary) -> Iterator[tuple[tuple[MeetingDay, ...], Evidence]]:
    """Return the known meetings that fit a sentence with a day, its month and the people who met.

    Where the sentence names a place of one of these meetings, only that one fits.
    """
    by_day = _by_day(vocabulary)
    for mention in document.days:
        if mention.day is None or mention.month is None or mention.year is not None:
            continue
        known = by_day.get((mention.month, mention.day), ())
        if not known:
            continue
        start, end = mention.sentence
        named = _people(document, start, end)
        fitting = tuple(day for those, day in known if those <= named)
        placed = tuple(day for day in fitting if document.text.find(day.place, start, end) >= 0)
        if fitting:
            yield placed or fitting, Evidence("meeting", document.text[start:end], start, end)


def meetings_in_lead(document: Document, vocabulary: Vocabulary) -> Iterator[tuple[tuple[MeetingDay, ...], Evidence]]:
    """Return the known meetings of people whom the lead reports to meet, each pair once."""
    lead = lead_span(document)
    if lead is None:
        return
    start, end = lead
    named = _people(document, start, end)
    if len(named) < 2 or not _MEETING.search(document.text, start, end):
        return
    text = document.text
    if looks_back(text, start, end) or _NO_MEETING.search(text, start, end) or LOOKS_AHEAD.search(text, start, end):
        return
    for entry in vocabulary.meetings:
        if len(entry.days) <= SELDOM and named.issuperset(entry.people):
            yield entry.days, Evidence("meeting reported", document.text[start:end], start, end)


def _people(document: Document, start: int, end: int) -> set[str]:
    """Return the people whom a stretch of the text names, by their slugs."""
    low, high = (bisect_left(document.names, edge, key=attrgetter("start")) for edge in (start, end))
    return {name.keys[0] for name in document.names[low:high] if name.kind == "person"}


@lru_cache(maxsize=4)
def _by_day(vocabulary: Vocabulary) -> dict[Anniversary, tuple[tuple[frozenset[str], MeetingDay], ...]]:
    """Return who met, by month and day."""
    table: dict[Anniversary, tuple[tuple[frozenset[str], MeetingDay], ...]] = {}
    for entry in vocabulary.meetings:
        for meeting in entry.days:
            key = (meeting.day.month, meeting.day.day)
            table[key] = (*table.get(key, ()), (frozenset(entry.people), meeting))
    return table
