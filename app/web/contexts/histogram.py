"""The date histogram of a listing, which is also its date filter: every bar leads to its own year or month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.store.records import Facet, MonthCount
from app.store.selection import Selection
from app.web.contexts.facets import chosen_days, without_days
from app.web.contexts.search import Search
from app.web.contexts.timeline import Period, Timeline, draw_timeline
from app.web.parameters import query_string


@dataclass(frozen=True, slots=True)
class Column:
    """A link over a month, a year or more of the histogram; ``chosen`` when the filters let any of it through."""

    period: Period
    chosen: bool


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many items there are when, under all filters but the days."""

    chart: Timeline
    columns: tuple[Column, ...]
    label: str
    all_url: str | None
    """The same selection at any time, when days are chosen."""


def draw_histogram(
    path: str, selection: Selection, facets: Mapping[str, Sequence[Facet]], search: Search
) -> Histogram | None:
    """Return the histogram of the years that the chosen days touch, or of all; None where nothing is dated."""
    counts = [MonthCount(date.fromisoformat(f"{facet.value}-01"), facet.count, 0) for facet in facets.get("month", ())]
    since, until = chosen_days(selection, search)
    shown = [count for count in counts if _in_years(count.month, since, until)]
    any_time = without_days(selection, search)
    chart = draw_timeline(
        [*_ends(counts, since, until), *shown], any_time, lambda narrower: path + query_string(narrower)
    )
    if chart is None:
        return None
    columns = tuple(Column(period, _is_chosen(period, since, until)) for period in chart.periods)
    return Histogram(
        chart=chart,
        columns=columns,
        label=_years(chart.periods[0].since.year, chart.periods[-1].until.year),
        all_url=path + query_string(any_time) if since or until else None,
    )


def _in_years(month: date, since: date | None, until: date | None) -> bool:
    return (not since or since.year <= month.year) and (not until or month.year <= until.year)


def _ends(counts: Sequence[MonthCount], since: date | None, until: date | None) -> Iterator[MonthCount]:
    """Yield empty months at the ends of the chosen years, so that they are shown whole, as far as anything is dated."""
    years = [count.month.year for count in counts]
    if years and (since or until):
        first, last = min(years), max(years)
        yield MonthCount(date(min(max(since.year, first), last) if since else first, 1, 1), 0, 0)
        yield MonthCount(date(max(min(until.year, last), first) if until else last, 12, 1), 0, 0)


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _is_chosen(period: Period, since: date | None, until: date | None) -> bool:
    return bool(since or until) and (not since or since <= period.until) and (not until or until >= period.since)
