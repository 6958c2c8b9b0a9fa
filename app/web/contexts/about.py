"""The page about the method, its limits, and what the corpus covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Topic
from app.store.records import Coverage, GridCount, MonthCount
from app.store.selection import Selection
from app.web.contexts.coverage import UNKNOWN_OUTLET, CoverageTrack, draw_coverage, every_month, monthly
from app.web.contexts.head import Head
from app.web.contexts.heat_map import HeatMap, Subjects, draw_heat_map
from app.web.contexts.timeline import WIDTH, draw_timeline
from app.web.parameters import narrowed, query_string
from app.web.quality import Quality

OUTLETS: Final = 40
"""Outlets that are shown, those with the most articles."""


@dataclass(frozen=True, slots=True)
class OutletTrack:
    """What is held of one outlet, month by month."""

    outlet: str
    articles: int
    track: CoverageTrack


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Everything that the page shows."""

    template: ClassVar[str] = "pages/about.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    coverage: HeatMap | None
    outlets: tuple[OutletTrack, ...]
    track_width: int
    undated: int
    quality: Quality
    topics: tuple[Topic, ...]
    countries: int
    people: int
    tenures: int
    bodies: int
    known_outlets: int


def about_page(coverage: Sequence[Coverage], vocabulary: Vocabulary, quality: Quality) -> AboutPage:
    """Return the page for a corpus, a vocabulary, and the figures that extraction reaches."""
    dated = [GridCount(one.outlet or UNKNOWN_OUTLET, one.month, one.articles) for one in coverage if one.month]
    return AboutPage(
        head=Head(
            title="About",
            description="How statements are found, dated and attributed, and what the corpus covers.",
            path="/about",
            section="/about",
        ),
        coverage=draw_heat_map(dated, coverage, Selection(), _OUTLET_ROWS, OUTLETS),
        outlets=_tracks(coverage),
        track_width=WIDTH,
        undated=sum(one.articles for one in coverage if one.month is None),
        quality=quality,
        topics=tuple(vocabulary.topics.values()),
        countries=len(vocabulary.countries),
        people=len(vocabulary.people),
        tenures=sum(len(person.offices) for person in vocabulary.people.values()),
        bodies=len(vocabulary.bodies),
        known_outlets=len(vocabulary.outlets),
    )


def _tracks(coverage: Sequence[Coverage]) -> tuple[OutletTrack, ...]:
    reach = monthly(coverage)
    if not reach:
        return ()
    months = every_month(min(reach), max(reach))
    chart = draw_timeline((MonthCount(month, 0, 0) for month in months), Selection(), query_string, most=1)
    assert chart is not None  # noqa: S101 - for the type checker: only a chart without months is none
    outlets: dict[str, list[Coverage]] = defaultdict(list)
    for one in coverage:
        if one.month:
            outlets[one.outlet or UNKNOWN_OUTLET].append(one)
    tracks = (
        OutletTrack(outlet, sum(one.articles for one in held), draw_coverage(held, months, chart))
        for outlet, held in outlets.items()
    )
    return tuple(sorted(tracks, key=lambda track: (-track.articles, track.outlet))[:OUTLETS])


def _articles_of(outlet: str, selection: Selection) -> str | None:
    # Articles whose outlet is unknown cannot be asked for.
    return None if outlet == UNKNOWN_OUTLET else f"/articles{query_string(narrowed(selection, 'outlet', outlet))}"


_OUTLET_ROWS: Final = Subjects(
    noun="Outlet",
    counted="article",
    name=str,
    path=lambda outlet: _articles_of(outlet, Selection()),
    url=_articles_of,
)
