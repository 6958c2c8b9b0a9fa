"""What the rules on the day of publication read, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from app.extraction.calendar import Days, Period, days_within
from app.extraction.dates.mentions import past_tense
from app.extraction.document import Document
from app.extraction.model import DayMention, Evidence
from app.extraction.names.folding import fold
from app.extraction.vocabulary import Vocabulary

_LOOKS_BACK = re.compile(r"\byears?\b|anniversar|commemorat|\bin memory\b|\b20[0-4][0-9]\b", re.IGNORECASE)
_BACK = ("year", "20", "anniversar", "commemorat", "in memory")
"""One of these is in whatever ``_LOOKS_BACK`` matches."""
LOOKS_AHEAD = re.compile(
    r"\b(?:will|would|upcoming|next|forthcoming|is\sto|are\sto|plan(?:s|ned)|scheduled|expected|ahead\sof|before"
    r"|opens|begins|starts|to\s(?:attend|visit|hold))\b",
    re.IGNORECASE,
)
"""In copy that names an event which may still be to come."""
LEAD_LENGTH = 600
"""Code points of the first paragraph that are read as the lead."""


class Reading(NamedTuple):
    """The article with the days that its body names, and the vocabulary."""

    document: Document
    vocabulary: Vocabulary

    def evidence(self, rule: str, start: int, end: int) -> Evidence:
        """Return a stretch of the text as evidence for a rule."""
        return Evidence(rule, self.document.text[start:end], start, end)

    def bare_weekdays(self) -> list[DayMention]:
        """Return the weekdays that the copy itself names without a date."""
        return [m for m in self.document.days if m.weekday is not None and m.day is None and not m.spoken]

    def tells_past(self, start: int, end: int) -> bool:
        """Whether a stretch of the text has a verb in the past tense."""
        return past_tense(self.vocabulary).search(self.document.text, start, end) is not None


class Finding(NamedTuple):
    """What one piece of evidence says: ``leaves`` returns those of some days on which it could have been written.

    Where the evidence misleads once in a while, ``margin`` returns the days on which it could have been written then.
    """

    evidence: Evidence
    leaves: Callable[[Days], Days]
    margin: Callable[[Days], Days] | None = None

    def widened(self) -> Finding:
        """Return the finding with its margin allowed for."""
        return self._replace(leaves=self.margin or self.leaves)


Rule = Callable[[Reading], Iterator[Finding]]


def within(*periods: Period) -> Callable[[Days], Days]:
    """Return what leaves the days that lie in one of the periods."""
    return partial(days_within, periods=periods)


def within_if_any(*periods: Period) -> Callable[[Days], Days]:
    """Return what leaves the days that lie in one of the periods, or all where none does."""
    return lambda days: days_within(days, periods) or days


def looks_back(text: str, start: int, end: int) -> bool:
    """Whether copy that names an event on its day of the year may be of another year."""
    folded = fold(text)[start:end]
    return any(word in folded for word in _BACK) and _LOOKS_BACK.search(text, start, end) is not None


def lead_span(document: Document) -> tuple[int, int] | None:
    """Return where the first paragraph after the dateline stands, or the beginning of a long one; None without any."""
    dateline = next((block.start for block in document.blocks if block.kind == "dateline"), 0)
    block = next((block for block in document.body() if block.kind != "dateline" and block.end > dateline), None)
    return (block.start, min(block.end, block.start + LEAD_LENGTH)) if block is not None else None
