"""What the corpus holds of each month, beside what is counted: so that nobody takes missing articles for silence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from app.store.records import Coverage
from app.web.contexts.timeline import WIDTH, Period, Timeline
from app.web.wording import month as month_name
from app.web.wording import number

HEIGHT: Final = 16
"""Units of the viewBox: a thin track, since it is beside the point and yet part of it."""

UNKNOWN_OUTLET: Final = "unknown outlet"
_MONTHS: Final = 12
_NAMED: Final = 4
"""Outlets that a label spells out, those with the most articles."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Months of which the corpus holds nothing: no silence, but missing coverage. In units of the chart's viewBox."""

    x: float
    width: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class HeldMonth:
    """The bar of one month."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class HeldPeriod:
    """What is held of one period of the chart above, by outlet."""

    label: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class CoverageTrack:
    """The articles that the corpus holds of each month, beneath a chart of the same months."""

    bars: tuple[HeldMonth, ...]
    periods: tuple[HeldPeriod, ...]
    gaps: tuple[Gap, ...]
    most: int
    """What the full height means, in articles a month."""
    summary: str
    """The gaps in words."""
    height: int = HEIGHT


def monthly(held: Iterable[Coverage]) -> dict[date, int]:
    """Return the articles of all outlets together, by month."""
    articles: Counter[date] = Counter()
    for one in held:
        if one.month:
            articles[one.month] += one.articles
    return articles


def every_month(first: date, last: date) -> list[date]:
    """Return the first days of all months from one to another."""
    numbers = range(first.year * _MONTHS + first.month - 1, last.year * _MONTHS + last.month)
    return [date(number // _MONTHS, number % _MONTHS + 1, 1) for number in numbers]


def gaps(months: Sequence[date], covered: Container[date]) -> tuple[Gap, ...]:
    """Return the runs of months that are not covered; ``months`` fill the chart's width."""
    step = WIDTH / len(months)
    found, place = [], 0
    for is_covered, run in groupby(months, key=covered.__contains__):
        inside = list(run)
        if not is_covered:
            found.append(Gap(round(place * step, 2), round(len(inside) * step, 2), _span(inside)))
        place += len(inside)
    return tuple(found)


def draw_coverage(held: Sequence[Coverage], months: Sequence[date], chart: Timeline) -> CoverageTrack:
    """Return the track beneath a chart over ``months``, which are consecutive and not none."""
    articles = monthly(held)
    inside = [month for month in months if month in articles]
    most = max((articles[month] for month in inside), default=1)
    step = WIDTH / len(months)
    places = {month: place for place, month in enumerate(months)}
    outlets = _by_outlet(held)
    found = gaps(months, articles)
    return CoverageTrack(
        bars=tuple(_bar(places[month] * step, step, max(2.0, HEIGHT * articles[month] / most)) for month in inside),
        periods=tuple(_period(period, step, months, outlets) for period in chart.periods),
        gaps=found,
        most=most,
        summary=_summary(found),
    )


def _bar(x: float, step: float, height: float) -> HeldMonth:
    return HeldMonth(round(x, 2), round(HEIGHT - height, 2), round(step * 0.8, 2), round(height, 2))


def _by_outlet(held: Iterable[Coverage]) -> dict[date, Counter[str]]:
    outlets: dict[date, Counter[str]] = defaultdict(Counter)
    for one in held:
        if one.month:
            outlets[one.month][one.outlet or UNKNOWN_OUTLET] += one.articles
    return outlets


def _period(period: Period, step: float, months: Sequence[date], outlets: Mapping[date, Counter[str]]) -> HeldPeriod:
    first = round(period.x / step)
    inside = months[first : first + round(period.width / step)]
    articles = sum((outlets[month] for month in inside if month in outlets), Counter[str]())
    return HeldPeriod(f"{period.label}: {_holds(articles)}", period.x, period.width)


def _holds(outlets: Counter[str]) -> str:
    if not outlets:
        return "the corpus holds no article"
    named = [f"{outlet} {number(count)}" for outlet, count in outlets.most_common(_NAMED)]
    named += [f"{len(outlets) - _NAMED} more outlets"] if len(outlets) > _NAMED else []
    total = outlets.total()
    return f"{number(total)} {'article' if total == 1 else 'articles'} in the corpus ({', '.join(named)})"


def _span(months: Sequence[date]) -> str:
    first, last = month_name(months[0]), month_name(months[-1])
    return first if first == last else f"{first} to {last}"


def _summary(found: Sequence[Gap]) -> str:
    if not found:
        return "The corpus holds articles of every month shown."
    longest = sorted(sorted(found, key=lambda gap: -gap.width)[:_NAMED], key=lambda gap: gap.x)
    more = len(found) - len(longest)
    named = "; ".join(gap.label for gap in longest)
    return f"The corpus holds no article of {named}{f'; and {more} shorter stretches' if more else ''}."
