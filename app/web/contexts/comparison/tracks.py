"""Both sides over time, one below the other on one scale, and beneath them what the corpus holds at all."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.store.records import Coverage, MonthCount
from app.store.selection import Selection
from app.web.contexts.coverage import Gap, every_month, gaps, monthly
from app.web.contexts.timeline import Timeline, draw_timeline
from app.web.parameters import query_string


@dataclass(frozen=True, slots=True)
class Series:
    """What a track is drawn from."""

    label: str
    noun: str
    """What is counted."""
    selection: Selection
    counts: Sequence[MonthCount]
    covered: Container[date]
    """The months of which the corpus holds something that could count."""
    path: str = "/quotes"
    """The listing to which the bars lead."""

    def url(self, selection: Selection) -> str:
        """Return the address of a part of the series."""
        return self.path + query_string(selection)


@dataclass(frozen=True, slots=True)
class Track:
    """One chart, over the same months as those above and below it."""

    label: str
    noun: str
    chart: Timeline
    gaps: tuple[Gap, ...]


def side_series(label: str, selection: Selection, counts: Sequence[MonthCount], held: Iterable[Coverage]) -> Series:
    """Return the series of one side; only outlets that it asks for can fill its months."""
    months = monthly(one for one in held if not selection.outlets or one.outlet in selection.outlets)
    return Series(label, "statements", selection, counts, months)


def draw_tracks(sides: Sequence[Series], held: Iterable[Coverage]) -> tuple[Track, ...]:
    """Return a track for each side, on one scale, and one for the corpus, on its own; none when nothing is dated.

    They span the months that any side asks for, as far as the corpus or a side reaches.
    """
    articles = monthly(held)
    asked = {month for month in articles if any(_asks_for(side.selection, month) for side in sides)}
    asked.update(count.month for side in sides for count in side.counts)
    if not asked:
        return ()
    months = every_month(min(asked), max(asked))
    most = max((count.quotes for side in sides for count in side.counts), default=0)
    inside = [MonthCount(month, articles[month], articles[month]) for month in months if month in articles]
    corpus = Series("All articles in the corpus", "articles", Selection(), inside, articles, "/articles")
    return (*(_track(side, months, most) for side in sides), _track(corpus, months, 0))


def _track(series: Series, months: Sequence[date], most: int) -> Track:
    counts = {count.month: count for count in series.counts}
    ends = [counts.pop(month, MonthCount(month, 0, 0)) for month in {months[0], months[-1]}]
    chart = draw_timeline([*ends, *counts.values()], series.selection, series.url, most or None)
    assert chart is not None  # noqa: S101 - for the type checker: only a chart without months is none
    return Track(series.label, series.noun, chart, gaps(months, series.covered))


def _asks_for(selection: Selection, month: date) -> bool:
    begins = selection.since is None or (selection.since.year, selection.since.month) <= (month.year, month.month)
    ends = selection.until is None or month <= selection.until
    return begins and ends
