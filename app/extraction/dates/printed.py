"""The day that the article itself prints for its publication: on the page's stamp, in the dateline, or in the lead.

The year is often missing; see ``solver``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from app.extraction.calendar import date_or_none
from app.extraction.document import Document
from app.extraction.model import DayMention, Evidence, Source

SAME_COPY = 7
"""A stamp and a dateline of the same copy are no more days apart."""
STAMPS_READ = 20
"""A page with more stamps is a list."""
LEAD_BLOCKS = 3
"""Without dateline and stamp, a report's own day is looked for in so many first paragraphs."""

_PATH_DATE = re.compile(r"/(20[0-4][0-9])[/-]?([01][0-9])[/-]?([0-3][0-9])(?![0-9])")

_EVENING = re.compile(r"\b(?:evening|night)\s(?:of\s|on\s)?$", re.IGNORECASE)
_EVENING_REACH = 12


class PrintedDay(NamedTuple):
    """A day of publication as printed, with or without its year, and the words that print it."""

    day: int
    month: int
    year: int | None
    evidence: Evidence

    @property
    def date(self) -> datetime.date | None:
        """The day, where the year is printed and the calendar has that day."""
        return None if self.year is None else date_or_none(self.year, self.month, self.day)


def supplied_day(source: Source) -> tuple[datetime.date, Evidence] | None:
    """Return the day that the source supplies beside the text, or that its address spells, with its evidence."""
    if source.published:
        return source.published, Evidence("supplied by the source", source.published.isoformat(), 0, 0)
    if source.url and (found := _PATH_DATE.search(source.url)):
        day = date_or_none(*map(int, found.groups()))
        return None if day is None else (day, Evidence("spelt by the address", found.group(), 0, 0))
    return None


def printed_days(document: Document) -> list[PrintedDay]:
    """Return the days that the article prints for itself, the most telling first: stamps, dateline, lead."""
    dateline = list(_dateline(document))
    stamps = _own_stamps(document)
    return [*stamps, *dateline] or list(_reported(document))


def _own_stamps(document: Document) -> list[PrintedDay]:
    """Return the stamps that may be the article's own.

    A page stamps its article above the text. Stamps below it with one day between them all may be the article's too;
    with several days they are those of a list of other articles.
    """
    stamps = list(islice(_stamps(document), STAMPS_READ))
    if not stamps:
        return []
    body = next((block.start for block in document.body()), len(document.text))
    above = [stamp for stamp in stamps if stamp.evidence.start < body]
    below = [stamp for stamp in stamps if stamp.evidence.start >= body]
    if above and len({(stamp.day, stamp.month) for stamp in below}) > 1:
        return above
    return above + below


def _stamps(document: Document) -> Iterator[PrintedDay]:
    for stamp in document.stamps:
        evidence = Evidence("stamp", document.text[stamp.start : stamp.end], stamp.start, stamp.end)
        yield PrintedDay(stamp.day, stamp.month, stamp.year, evidence)
        if stamp.ambiguous:
            yield PrintedDay(stamp.month, stamp.day, stamp.year, evidence)


def _dateline(document: Document) -> Iterator[PrintedDay]:
    line = document.dateline
    if line and line.day and line.month:
        evidence = Evidence("dateline", document.text[line.start : line.end].strip(), line.start, line.end)
        yield PrintedDay(line.day, line.month, line.year, evidence)


def _reported(document: Document) -> Iterator[PrintedDay]:
    """Return the day that the lead gives for what it reports.

    It is the day of speech (`told reporters on Thursday, March 15`), else the weekday and date with which the first
    paragraph says that something happened. A date without weekday and year (`said on March 15`) is what papers write
    that appear days later; so may copy be that names the evening.
    """
    lead = [m for m in document.days if m.block < LEAD_BLOCKS and m.day and m.month and not _is_evening(document, m)]
    said = [m for m in lead if m.tense == "reporting" and (m.weekday is not None or _is_named_with_year(document, m))]
    happened = [m for m in lead if m.block == 0 and m.tense == "plain" and m.weekday is not None]
    for mention in (*said, *happened)[:1]:
        words = document.text[mention.start : mention.end]
        evidence = Evidence("day of the report", words, mention.start, mention.end)
        yield PrintedDay(mention.day or 0, mention.month or 0, mention.year, evidence)


def _is_named_with_year(document: Document, mention: DayMention) -> bool:
    """Whether a full date tells when something was said (`on March 15, 2019`), not until when something holds."""
    before = document.text[max(0, mention.start - 4) : mention.start]
    return mention.year is not None and before.rstrip().casefold().endswith(" on")


def _is_evening(document: Document, mention: DayMention) -> bool:
    return _EVENING.search(document.text, max(0, mention.start - _EVENING_REACH), mention.start) is not None
