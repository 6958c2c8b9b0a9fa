"""The year of a day that is printed without it: what all findings leave of the candidate days."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from app.extraction.calendar import Days, date_or_none
from app.extraction.dates.reading import Finding

FIRST_YEAR = 2000
NEXT_YEAR = 1
"""Of two years in a row, a finding may choose by itself in spite of its margin."""
PAGE_DELAY = 3
"""A page prints a report no more days after it was filed."""


class Solution(NamedTuple):
    """The days that are left, in order, and the findings that left them.

    ``contradicted`` says that no day satisfies every finding; the days are then those that the fewest speak against, or
    one more: nobody knows which finding misleads.
    """

    days: Days
    findings: tuple[Finding, ...]
    contradicted: bool


@lru_cache(maxsize=400)
def candidate_days(day: int, month: int, last_year: int) -> Days:
    """Return the day and month in every year from ``FIRST_YEAR`` to ``last_year`` that has that day."""
    days = (date_or_none(year, month, day) for year in range(FIRST_YEAR, last_year + 1))
    return tuple(day for day in days if day)


def solve(findings: tuple[Finding, ...], candidates: Days) -> Solution:
    """Return what the findings leave of the candidates; those that exclude nothing are left out."""
    told = ((finding, finding.leaves(candidates)) for finding in findings)
    telling = [(finding, days) for finding, days in told if days != candidates]
    votes: Counter[datetime.date] = Counter()
    for _, days in telling:
        votes.update(days)
    most = max(votes.values(), default=0)
    contradicted = most < len(telling)
    least = max(1, most - 1) if contradicted else most
    left = tuple(day for day in candidates if votes.get(day, 0) >= least)
    return Solution(left, tuple(finding for finding, _ in telling), contradicted)


def solve_carefully(findings: tuple[Finding, ...], candidates: Days) -> Solution:
    """Return what the findings leave of the candidates, with their margins where it matters.

    They matter where the findings contradict each other, and where one day is left that the margins would let lie
    years away: then little but the finding with the margin speaks for it.
    """
    solution = solve(findings, candidates)
    if len(solution.days) != 1 and not solution.contradicted:
        return solution
    widened = solve(tuple(finding.widened() for finding in findings), candidates)
    if solution.contradicted:
        return widened._replace(contradicted=True)
    first, last = widened.days[0], widened.days[-1]
    return solution if last.year - first.year <= NEXT_YEAR else widened


def contradict(findings: tuple[Finding, ...], stamped: datetime.date) -> bool:
    """Whether the findings leave none of the days on which copy of a page so stamped may have been filed."""
    filed = tuple(stamped - datetime.timedelta(days) for days in range(PAGE_DELAY, -1, -1))
    return any(not finding.leaves(filed) for finding in findings)
