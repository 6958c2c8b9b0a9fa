"""Subjects by months or years as a table whose cells are shaded, and are links to what they count."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.store.records import Coverage, GridCount
from app.store.selection import Selection
from app.web.contexts.coverage import every_month, monthly
from app.web.world_map import shade

_MOST_MONTHS: Final = 18
"""Months that fit beside each other; longer stretches are shown by year, and chronicles by decade or more."""
_SPANS: Final = (12, 120, 1200, 12000)
_MOST_COLUMNS: Final = 26


@dataclass(frozen=True, slots=True)
class Column:
    """A month, a year or more, and the articles that the corpus holds of it, about anything."""

    label: str
    short_label: str
    group: str
    """The year, above its first month; else empty."""
    articles: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What is counted of one subject in one period. Shade 0 is for none."""

    label: str
    count: int
    shade: int
    url: str | None
    is_covered: bool


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One subject."""

    label: str
    url: str | None
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The whole table."""

    noun: str
    """What the rows are."""
    counted: str
    """What is counted, in the singular."""
    unit: str
    """`month`, `year` or `period`: what the columns are."""
    columns: tuple[Column, ...]
    rows: tuple[HeatRow, ...]
    left_out: int
    """Subjects with fewer statements that are not shown."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the rows are: their noun, their names and pages by key, and what is counted of each."""

    noun: str
    counted: str
    name: Callable[[str], str]
    path: Callable[[str], str | None]
    url: Callable[[str, Selection], str | None]
    """From a key and a selection of a period to the address of what is counted."""


@dataclass(frozen=True, slots=True)
class _Span:
    since: date
    until: date
    months: int

    @property
    def label(self) -> str:
        if self.months == 1:
            return f"{self.since:%B} {self.since.year}"
        return str(self.since.year) if self.months == _SPANS[0] else f"{self.since.year} to {self.until.year}"


def draw_heat_map(
    counts: Sequence[GridCount], held: Iterable[Coverage], selection: Selection, subjects: Subjects, limit: int
) -> HeatMap | None:
    """Return the table of the ``limit`` subjects that are counted most; None when nothing is dated."""
    if not counts:
        return None
    months = every_month(min(count.month for count in counts), max(count.month for count in counts))
    spans = _spans(months)
    totals: Counter[str] = Counter()
    grid: dict[str, Counter[date]] = defaultdict(Counter)
    for count in counts:
        totals[count.key] += count.quotes
        grid[count.key][_beginning(count.month, spans[0].months)] += count.quotes
    shown = sorted(totals, key=lambda key: (-totals[key], subjects.name(key)))[:limit]
    most = max(grid[key][span.since] for key in shown for span in spans)
    articles = _articles(held, spans)
    return HeatMap(
        noun=subjects.noun,
        counted=subjects.counted,
        unit={1: "month", 12: "year"}.get(spans[0].months, "period"),
        columns=tuple(_column(span, articles, is_first=span is spans[0]) for span in spans),
        rows=tuple(_row(key, grid[key], spans, articles, most, selection, subjects) for key in shown),
        left_out=len(totals) - len(shown),
    )


def _spans(months: Sequence[date]) -> list[_Span]:
    size = 1
    if len(months) > _MOST_MONTHS:
        size = next((s for s in _SPANS if len(months) <= s * _MOST_COLUMNS), _SPANS[-1])
    return [_span(since, size) for since in dict.fromkeys(_beginning(month, size) for month in months)]


def _beginning(month: date, size: int) -> date:
    if size == 1:
        return month
    years = size // 12
    return date(max(month.year // years * years, date.min.year), 1, 1)


def _span(since: date, size: int) -> _Span:
    if size == 1:
        return _Span(since, since.replace(day=monthrange(since.year, since.month)[1]), size)
    years = size // 12
    return _Span(since, date(min(since.year // years * years + years - 1, date.max.year), 12, 31), size)


def _articles(held: Iterable[Coverage], spans: Sequence[_Span]) -> Mapping[date, int]:
    articles: Counter[date] = Counter()
    for month, number in monthly(held).items():
        articles[_beginning(month, spans[0].months)] += number
    return articles


def _column(span: _Span, articles: Mapping[date, int], *, is_first: bool) -> Column:
    if span.months > 1:
        return Column(span.label, str(span.since.year), "", articles[span.since])
    group = str(span.since.year) if is_first or span.since.month == 1 else ""
    return Column(span.label, f"{span.since:%b}", group, articles[span.since])


def _row(
    key: str,
    counts: Counter[date],
    spans: Sequence[_Span],
    articles: Mapping[date, int],
    most: int,
    selection: Selection,
    subjects: Subjects,
) -> HeatRow:
    name = subjects.name(key)
    cells = tuple(
        Cell(
            label=f"{name}, {span.label}",
            count=counts[span.since],
            shade=shade(counts[span.since], most) if counts[span.since] else 0,
            url=subjects.url(key, replace(selection, since=span.since, until=span.until)),
            is_covered=articles[span.since] > 0,
        )
        for span in spans
    )
    return HeatRow(name, subjects.path(key), cells, counts.total())
