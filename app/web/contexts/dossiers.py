"""Dossiers of countries, speakers and topics: one selection, looked at from all sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import ClassVar, Final

from app.extraction.vocabulary import load_vocabulary
from app.extraction.vocabulary.schema import Tenure
from app.store.reads import Subject
from app.store.records import Tally
from app.store.selection import Selection
from app.web import addresses
from app.web.comparisons import Comparison, comparison_path
from app.web.contexts.alternates import alternates
from app.web.contexts.comparison.narrowing import quotes_path
from app.web.contexts.head import Head
from app.web.contexts.heat_map import HeatMap, draw_heat_map
from app.web.contexts.office_terms import OfficeTimeline, draw_offices
from app.web.contexts.rankings import Ranking, rows
from app.web.contexts.sides import Share, side_shares
from app.web.contexts.silences import Silences, find_silences
from app.web.contexts.statements import Statement, statements
from app.web.contexts.subjects import SECTIONS, part_url, subject_ranking, subjects
from app.web.contexts.trend import Trend, draw_trend
from app.web.dossiers import Reading
from app.web.parameters import query_string

RANKED: Final = 8
HEAT_ROWS: Final = 12


@dataclass(frozen=True, slots=True)
class Sibling:
    """A partner that often occurs together with the dossier's own."""

    tally: Tally
    url: str
    quotes_url: str
    """The statements about both."""
    compare_url: str


@dataclass(frozen=True, slots=True)
class MediaTopic:
    """The subject of the press agencies' common vocabulary (IPTC) that a topic matches."""

    code: str
    url: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is known about what is said about, or by, one country, speaker or topic."""

    template: ClassVar[str] = "pages/dossier.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    kicker: str
    heading: str
    introduction: str
    quotes: int
    articles: int
    first: date | None
    last: date | None
    trend: Trend | None
    shares: tuple[Share, ...]
    heat_map: HeatMap | None
    silences: Silences
    rankings: tuple[Ranking, ...]
    siblings: tuple[Sibling, ...]
    offices: OfficeTimeline | None
    media_topic: MediaTopic | None
    latest: tuple[Statement, ...]
    quotes_url: str
    oldest_url: str
    articles_url: str
    compare_url: str
    search_field: tuple[str, str]
    """The filter that a search from this page keeps."""


@dataclass(frozen=True, slots=True)
class About:
    """What a dossier is about, in the vocabulary's words."""

    kicker: str
    heading: str
    introduction: str
    tenures: tuple[Tenure, ...] = ()
    media_topic: MediaTopic | None = None


def dossier_page(about: About, reading: Reading) -> Dossier:
    """Return the page of a dossier from what was read for it."""
    selection, days = reading.selection, reading.days
    quotes_url, articles_url = f"/quotes{query_string(selection)}", f"/articles{query_string(selection)}"
    section = SECTIONS[reading.subject]
    held_until = reading.held_days[-1] if reading.held_days else None
    names = {code: country.name for code, country in load_vocabulary().countries.items()}
    return Dossier(
        head=Head(
            title=about.heading,
            description=about.introduction,
            path=f"{section}/{reading.key}",
            alternates=alternates("/quotes", selection),
            index=reading.listing.total > 0,
            section=section,
        ),
        kicker=about.kicker,
        heading=about.heading,
        introduction=about.introduction,
        quotes=reading.listing.total,
        articles=reading.articles,
        first=days[0].day if days else None,
        last=days[-1].day if days else None,
        trend=draw_trend(reading.months, reading.held, selection, quotes_path),
        shares=_shares(about, reading),
        heat_map=draw_heat_map(reading.grid, reading.held, selection, subjects(reading.grid_subject), HEAT_ROWS),
        silences=find_silences(days, reading.held_days, selection),
        rankings=tuple(_rankings(reading)),
        siblings=_siblings(reading),
        offices=draw_offices(about.tenures, names, days, selection, held_until),
        media_topic=about.media_topic,
        latest=statements(reading.listing.items),
        quotes_url=quotes_url,
        oldest_url=f"/quotes{query_string(replace(selection, sort='oldest'))}",
        articles_url=articles_url,
        compare_url=comparison_path(Comparison(selection)),
        search_field=(reading.subject, reading.key),
    )


def _shares(about: About, reading: Reading) -> tuple[Share, ...]:
    if reading.subject == "speaker":
        return ()
    partner = (reading.key, about.heading, reading.own_quotes) if reading.subject == "country" else None
    return side_shares(reading.selection, reading.listing.facets["side"], partner)


def _rankings(reading: Reading) -> Iterator[Ranking]:
    """Yield what comes up most, of every kind but the dossier's own; and who told whose words."""
    counted: tuple[tuple[Subject, Sequence[Tally]], ...] = (
        ("speaker", reading.speakers),
        ("country", () if reading.subject == "country" else reading.countries),
        ("topic", reading.topics),
    )
    rankings = [subject_ranking(kind, tallies, reading.selection, RANKED) for kind, tallies in counted]
    relayed = Selection(relayers=(reading.key,))
    rankings += [
        Ranking("Words told by others", rows(reading.relayers, "/speakers", RANKED, _told_by(reading.selection))),
        Ranking(
            "Tells the words of", rows(reading.relayed, "/speakers", RANKED, partial(part_url, "speaker", relayed))
        ),
    ]
    return (ranking for ranking in rankings if ranking.rows)


def _told_by(selection: Selection) -> Callable[[str], str]:
    return lambda slug: quotes_path(replace(selection, relayers=(slug,)))


def _siblings(reading: Reading) -> tuple[Sibling, ...]:
    if reading.subject != "country":
        return ()
    others = [tally for tally in reading.countries if tally.key != reading.key and tally.quotes]
    return tuple(
        Sibling(
            tally=tally,
            url=addresses.country_path(tally.key),
            quotes_url=part_url("country", reading.selection, tally.key),
            compare_url=comparison_path(Comparison(reading.selection, Selection(countries=(tally.key,)))),
        )
        for tally in others[:RANKED]
    )
