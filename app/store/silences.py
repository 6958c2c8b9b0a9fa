"""Where nothing is said, and whether that is silence or a hole in the corpus. Pure: days in, gaps out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

WEEK = 7
LEAST_COVERAGE = 0.5
"""Share of the gap's weeks in which the corpus must hold some article, else the gap says nothing about the Kremlin."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without a statement: the days of the statements on either side, and how well it is covered.

    ``coverage`` is the share of its weeks in which the corpus holds at least one article about anything.
    """

    last_before: date
    first_after: date
    coverage: float

    @property
    def days(self) -> int:
        """Return the number of whole days on which nothing was said."""
        return (self.first_after - self.last_before).days - 1

    @property
    def is_covered(self) -> bool:
        """Tell whether the corpus knows the stretch well enough to call it a silence."""
        return self.coverage >= LEAST_COVERAGE


def longest_silences(statement_days: Iterable[date], article_days: Iterable[date], most: int = 5) -> list[Silence]:
    """Return the longest stretches between two statements, longest first, at most ``most``.

    ``statement_days`` are the days of the statements in question; ``article_days`` those of every article in the
    corpus. Either may repeat a day and come in any order. Stretches shorter than a week are no silences.
    """
    statements = sorted(set(statement_days))
    articles = sorted(set(article_days))
    gaps = sorted(
        ((later - earlier).days, earlier, later)
        for earlier, later in pairwise(statements)
        if (later - earlier).days > WEEK
    )
    longest = [(earlier, later) for length, earlier, later in reversed(gaps) if length > WEEK][:most]
    return [Silence(earlier, later, _coverage(earlier, later, articles)) for earlier, later in longest]


def _coverage(after: date, before: date, article_days: list[date]) -> float:
    first = after.toordinal() + 1
    weeks = -(-(before.toordinal() - first) // WEEK)
    inside = article_days[bisect_right(article_days, after) : bisect_right(article_days, before)]
    covered = {(day.toordinal() - first) // WEEK for day in inside if day < before}
    return len(covered) / weeks
