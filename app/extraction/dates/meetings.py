"""Meetings in person that the body announces or reports by day and month: `X will meet Y in Sochi on August 23`."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from app.extraction.document import Document
from app.extraction.model import Evidence
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import MeetingDay

Anniversary = tuple[int, int]
AROUND = datetime.timedelta(days=100)
"""A meeting is spoken of without its year for about so long before and after it."""


def meetings_named(document: Document, vocabulary: Vocabulary) -> Iterator[tuple[tuple[MeetingDay, ...], Evidence]]:
    """Return the known meetings that fit a sentence with a day, its month and the people who met.

    Where the sentence names a place of one of these meetings, only that one fits.
    """
    for mention in document.days:
        if mention.day is None or mention.month is None or mention.year is not None:
            continue
        known = _meetings(vocabulary).get((mention.month, mention.day), ())
        if not known:
            continue
        start, end = mention.sentence
        low, high = (bisect_left(document.names, edge, key=attrgetter("start")) for edge in mention.sentence)
        named = {name.keys[0] for name in document.names[low:high] if name.kind == "person"}
        fitting = tuple(day for those, day in known if those <= named)
        placed = tuple(day for day in fitting if document.text.find(day.place, start, end) >= 0)
        if fitting:
            yield placed or fitting, Evidence("meeting", document.text[start:end], start, end)


@lru_cache(maxsize=4)
def _meetings(vocabulary: Vocabulary) -> dict[Anniversary, tuple[tuple[frozenset[str], MeetingDay], ...]]:
    """Return who met, by month and day."""
    table: dict[Anniversary, tuple[tuple[frozenset[str], MeetingDay], ...]] = {}
    for entry in vocabulary.meetings:
        for meeting in entry.days:
            key = (meeting.day.month, meeting.day.day)
            table[key] = (*table.get(key, ()), (frozenset(entry.people), meeting))
    return table
