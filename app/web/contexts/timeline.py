"""Counts by month as the geometry of a chart: bars that are links, wide enough to hit."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from app.store.records import MonthCount
from app.store.selection import Selection

WIDTH: Final = 960
HEIGHT: Final = 120
_MOST_MONTH_LINKS: Final = 30
"""Up to so many months each month is a link; beyond, each year is: a link must be wide enough for a finger."""
_YEAR_LABEL_WIDTH: Final = 40
_WIDEST_BAR: Final = 24.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One month. Coordinates are those of the chart's viewBox."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Period:
    """A link over one month or one year, with the bars inside it."""

    label: str
    short_label: str
    """Empty where the neighbours' labels leave no room."""
    url: str
    x: float
    width: float
    quotes: int
    articles: int
    bars: tuple[Bar, ...]
    selected: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chart of statements over time."""

    periods: tuple[Period, ...]
    most: int
    """The statements of the busiest month: what the full height means."""
    width: int = WIDTH
    height: int = HEIGHT


def draw_timeline(
    months: Iterable[MonthCount], selection: Selection, url: Callable[[Selection], str]
) -> Timeline | None:
    """Return the chart, or None when nothing is dated.

    ``url`` gives the address of a narrower selection. Months without statements keep their place.
    """
    counts = {_index(count.month): count for count in months}
    if not counts:
        return None
    span = range(min(counts), max(counts) + 1)
    most = max(count.quotes for count in counts.values())
    by_year = len(span) > _MOST_MONTH_LINKS
    periods = []
    for _, group in groupby(span, key=lambda index: index // 12 if by_year else index):
        members = list(group)
        inside = [counts[index] for index in members if index in counts]
        narrower = replace(selection, since=_first_day(members[0]), until=_last_day(members[-1]))
        periods.append(_period(members, span, inside, most, url(narrower), selected=narrower == selection))
    return Timeline(tuple(periods), most)


def _period(
    members: list[int], span: range, inside: list[MonthCount], most: int, url: str, *, selected: bool
) -> Period:
    step = WIDTH / len(span)
    first = _first_day(members[0])
    bars = (_bar(_index(count.month) - span.start, step, count.quotes, most) for count in inside if count.quotes)
    return Period(
        label=str(first.year) if len(span) > _MOST_MONTH_LINKS else f"{first:%B} {first.year}",
        short_label=_short_label(members[0], span),
        url=url,
        x=round(step * (members[0] - span.start), 2),
        width=round(step * len(members), 2),
        quotes=sum(count.quotes for count in inside),
        articles=sum(count.articles for count in inside),
        bars=tuple(bars),
        selected=selected,
    )


def _index(day: date) -> int:
    """Return a month as a number: months since the year 0."""
    return day.year * 12 + day.month - 1


def _first_day(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def _last_day(index: int) -> date:
    return date(index // 12, index % 12 + 1, monthrange(index // 12, index % 12 + 1)[1])


def _short_label(index: int, span: range) -> str:
    """Name the year under its first month, as long as the labels have room side by side."""
    year, month = divmod(index, 12)
    room = WIDTH * 12 / len(span)
    crowded = room * (12 - month) / 12 < _YEAR_LABEL_WIDTH <= room
    if month and (index != span.start or crowded):
        return ""
    every = next(every for every in (1, 2, 5, 10, 25, 50, 100, 1000, 10000) if room * every >= _YEAR_LABEL_WIDTH)
    return str(year) if year % every == 0 else ""


def _bar(offset: int, step: float, quotes: int, most: int) -> Bar:
    height = max(2.0, HEIGHT * quotes / most)
    width = min(step - min(1.0, step / 4), _WIDEST_BAR)
    return Bar(
        round(step * (offset + 0.5) - width / 2, 2), round(HEIGHT - height, 2), round(width, 2), round(height, 2)
    )
