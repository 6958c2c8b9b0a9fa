"""Counts by month as the geometry of a chart: bars that are links, wide enough to hit."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.store.records import MonthCount
from app.store.selection import Selection

WIDTH: Final = 960
HEIGHT: Final = 120
_PERIODS: Final = (1, 12, 120, 1200, 12000)
"""Months in a link: a month, a year, a decade, and more for whoever ingests chronicles."""
_NARROWEST_LINK: Final = 32
"""The smallest unit is chosen whose links are wide enough for a finger (24 pixels on the narrowest chart)."""
_LABEL: Final = 28
_LABEL_WITH_ROOM: Final = 40
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
    """A link over a month, a year or more, with the bars inside it."""

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
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chart of statements over time."""

    periods: tuple[Period, ...]
    most: int
    """What the full height means, in statements a month."""
    width: int = WIDTH
    height: int = HEIGHT


def draw_timeline(
    months: Iterable[MonthCount], selection: Selection, url: Callable[[Selection], str], most: int | None = None
) -> Timeline | None:
    """Return the chart, or None when nothing is dated.

    ``url`` gives the address of a narrower selection; ``most`` what the full height means, where that is not the
    busiest month. Months without statements keep their place.
    """
    counts = sorted(months, key=lambda count: count.month)
    if not counts:
        return None
    span = range(_index(counts[0].month), _index(counts[-1].month) + 1)
    size = next(size for size in _PERIODS if WIDTH * size / len(span) >= _NARROWEST_LINK)
    inside: dict[int, list[MonthCount]] = defaultdict(list)
    for count in counts:
        inside[_index(count.month) // size].append(count)
    most = most or max(count.quotes for count in counts)
    step = WIDTH / len(span)
    periods = []
    for number in range(span.start // size, span[-1] // size + 1):
        since, until = _bounds(number, size)
        narrower = replace(selection, since=since, until=until)
        places = range(max(number * size, span.start), min((number + 1) * size, span.stop))
        periods.append(
            Period(
                label=_label(since, until),
                short_label=_short_label(places, span, size),
                url=url(narrower),
                x=round(step * (places.start - span.start), 2),
                width=round(step * len(places), 2),
                quotes=sum(count.quotes for count in inside[number]),
                articles=sum(count.articles for count in inside[number]),
                bars=_bars(inside[number], span, most),
                selected=narrower == selection,
                since=since,
                until=until,
            )
        )
    return Timeline(tuple(periods), most)


def _index(day: date) -> int:
    """Return a month as a number: months since the year 0."""
    return day.year * 12 + day.month - 1


def _bounds(number: int, size: int) -> tuple[date, date]:
    """Return the first and last day of the period with a number, among periods of so many months since the year 0."""
    first = max(number * size, date.min.year * 12)
    last = min((number + 1) * size, (date.max.year + 1) * 12) - 1
    days = monthrange(last // 12, last % 12 + 1)[1]
    return date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, days)


def _label(since: date, until: date) -> str:
    if since.year != until.year:
        return f"{since.year} to {until.year}"
    return f"{since:%B} {since.year}" if since.month == until.month else str(since.year)


def _short_label(places: range, span: range, size: int) -> str:
    """Return the year to print under a period, or nothing where it would touch its neighbours."""
    step = WIDTH / len(span)
    year, month = divmod(places.start, 12)
    if size == 1:
        leads = places.start == span.start and step * (12 - month) >= _LABEL_WITH_ROOM
        return str(year) if leads or month == 0 else ""
    if step * size >= _LABEL_WITH_ROOM:
        return str(year) if step * len(places) >= _LABEL_WITH_ROOM else ""
    return str(year) if places.start // size % 2 == 0 and step * len(places) >= _LABEL else ""


def _bars(counts: Iterable[MonthCount], span: range, most: int) -> tuple[Bar, ...]:
    step = WIDTH / len(span)
    width = min(step - min(1.0, step / 4), _WIDEST_BAR)
    heights = (
        (_index(count.month) - span.start, max(2.0, HEIGHT * count.quotes / most)) for count in counts if count.quotes
    )
    return tuple(
        Bar(round(step * (place + 0.5) - width / 2, 2), round(HEIGHT - height, 2), round(width, 2), round(height, 2))
        for place, height in heights
    )
