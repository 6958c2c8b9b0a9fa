"""Counts over time, no larger than a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.store.records import GridCount, Tally
from app.store.selection import Selection

WIDTH: Final = 120
HEIGHT: Final = 24
_MOST_BARS: Final = 40


MONTHS: Final = 60
"""Months up to the last statement of all that sparklines show: the present, at a cost that does not grow for ever."""


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Bars as one SVG path, each relative to the highest."""

    path: str
    width: int = WIDTH
    height: int = HEIGHT


def recent(tallies: Iterable[Tally]) -> Selection:
    """Return the selection that sparklines are drawn of: the last MONTHS in which anything of the index was said."""
    last = max((tally.last for tally in tallies if tally.last), default=None)
    if last is None:
        return Selection()
    year, month = divmod(max(_index(last) - MONTHS + 1, date.min.year * 12), 12)
    return Selection(since=date(year, month + 1, 1))


def draw_sparklines(counts: Iterable[GridCount], first: date, last: date) -> Mapping[str, Sparkline]:
    """Return the sparkline of each subject by its key, all over the same months from ``first`` to ``last``."""
    start = _index(first)
    months = _index(last) - start + 1
    size = -(-months // _MOST_BARS)
    bars: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for count in counts:
        bars[count.key][(_index(count.month) - start) // size] += count.quotes
    step = WIDTH / -(-months // size)
    return {key: Sparkline(_path(heights, step)) for key, heights in bars.items()}


def _path(heights: Mapping[int, int], step: float) -> str:
    most = max(heights.values())
    width = round(max(1.0, step - 1), 1)
    parts = []
    for place in sorted(heights):
        height = round(max(1.0, HEIGHT * heights[place] / most), 1)
        parts.append(f"M{round(place * step, 1)} {HEIGHT}v-{height}h{width}v{height}z")
    return "".join(parts)


def _index(month: date) -> int:
    return month.year * 12 + month.month - 1
