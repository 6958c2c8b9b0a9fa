"""A selection over time, with what the corpus holds of the same months beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.store.records import Coverage, MonthCount
from app.store.selection import Selection
from app.web.contexts.coverage import CoverageTrack, draw_coverage, every_month, monthly
from app.web.contexts.timeline import Timeline, draw_timeline


@dataclass(frozen=True, slots=True)
class Trend:
    """A timeline and the coverage of its months."""

    chart: Timeline
    coverage: CoverageTrack


def draw_trend(
    counts: Iterable[MonthCount], held: Sequence[Coverage], selection: Selection, url: Callable[[Selection], str]
) -> Trend | None:
    """Return the chart, or None when no statement is dated.

    It spans all months of the corpus, so that every dossier has the same axis and silence at either end shows.
    ``url`` gives the address of a narrower selection.
    """
    by_month = {count.month: count for count in counts}
    if not any(count.quotes for count in by_month.values()):
        return None
    reach = [*by_month, *monthly(held)]
    for end in (min(reach), max(reach)):
        by_month.setdefault(end, MonthCount(end, 0, 0))
    chart = draw_timeline(by_month.values(), selection, url)
    assert chart is not None  # noqa: S101 - for the type checker: only a chart without months is none
    return Trend(chart, draw_coverage(held, every_month(min(by_month), max(by_month)), chart))
