"""The offices of a speaker through time, each with what was said while it was held."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Final

from app.extraction.vocabulary.schema import Tenure
from app.store.records import DayCount
from app.store.selection import Selection
from app.web.parameters import query_string

WIDTH: Final = 240
_LABELLED_YEARS: Final = (1, 2, 5, 10, 20, 50)
_MOST_LABELS: Final = 5
_LABEL_WIDTH: Final = 27
"""Units that four digits take: a label near the end is moved in."""


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """An office: its bar, in units of the viewBox, and the statements made while it was held."""

    title: str
    country: str
    since: date
    until: date | None
    x: float
    width: float
    quotes: int
    url: str


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year on the axis."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class OfficeTimeline:
    """All offices on one scale, latest first, and the months in which something was said."""

    terms: tuple[OfficeTerm, ...]
    marks: tuple[YearMark, ...]
    spoken: tuple[float, ...]
    """Where on the scale the statements lie, one place for each month that has any."""
    width: int = WIDTH


def draw_offices(
    tenures: Iterable[Tenure],
    countries: Mapping[str, str],
    days: Sequence[DayCount],
    selection: Selection,
    last_day: date | None,
) -> OfficeTimeline | None:
    """Return the offices of a person, or None without any.

    ``countries`` are names by code, ``days`` those of the person's statements in order, ``last_day`` the last that the
    corpus knows of: offices that are still held reach to it, or as far as anything else does.
    """
    held = sorted(tenures, key=lambda tenure: tenure.since, reverse=True)
    if not held:
        return None
    known = [tenure.since for tenure in held] + [tenure.until for tenure in held if tenure.until]
    known += [days[0].day, days[-1].day] if days else []
    first, last = min(known).year, max([*known, last_day] if last_day else known).year + 1
    scale = _Scale(date(first, 1, 1), WIDTH / ((last - first) * 365.25))
    totals = [0, *accumulate(count.quotes for count in days)]
    dates = [count.day for count in days]

    def term(tenure: Tenure) -> OfficeTerm:
        quotes = totals[bisect_right(dates, tenure.until) if tenure.until else -1]
        quotes -= totals[bisect_left(dates, tenure.since)]
        x = scale.place(tenure.since)
        end = scale.place(tenure.until) if tenure.until else WIDTH
        within = replace(selection, since=tenure.since, until=tenure.until)
        url = f"/quotes{query_string(within)}"
        country = countries.get(tenure.country, tenure.country)
        width = round(max(2.0, end - x), 1)
        return OfficeTerm(tenure.title, country, tenure.since, tenure.until, x, width, quotes, url)

    return OfficeTimeline(
        terms=tuple(term(tenure) for tenure in held),
        marks=_marks(first, last, scale),
        spoken=tuple(dict.fromkeys(scale.place(count.day.replace(day=15)) for count in days)),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    units: float
    """Units of the viewBox in a day."""

    def place(self, day: date) -> float:
        return round(min((day - self.first).days * self.units, WIDTH), 1)


def _marks(first: int, last: int, scale: _Scale) -> tuple[YearMark, ...]:
    step = next((s for s in _LABELLED_YEARS if (last - first) / s <= _MOST_LABELS), last - first)
    years = range(-(-first // step) * step, last, step)
    return tuple(YearMark(year, min(scale.place(date(year, 1, 1)), WIDTH - _LABEL_WIDTH)) for year in years)
