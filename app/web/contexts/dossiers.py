"""Dossiers of countries, speakers and topics, and the indexes that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from app.extraction.vocabulary.schema import Tenure
from app.store.records import Tally
from app.store.selection import Selection
from app.web.contexts.head import Head
from app.web.contexts.statements import Statement
from app.web.contexts.timeline import Timeline
from app.web.parameters import query_string
from app.web.world_map import MapCountry

BAR_WIDTH: Final = 100
"""Units of the viewBox in which the bars beside counts are drawn."""


@dataclass(frozen=True, slots=True)
class Row:
    """A country, speaker or topic in a table of counts."""

    tally: Tally
    url: str
    bar: float
    """The length of the bar, of BAR_WIDTH."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Who or what comes up most."""

    heading: str
    rows: tuple[Row, ...]
    all_url: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a speaker held."""

    title: str
    country: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is known about what is said about, or by, one country, speaker or topic."""

    template: ClassVar[str] = "pages/dossier.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    kicker: str
    heading: str
    introduction: str
    offices: tuple[Office, ...]
    quotes: int
    articles: int
    first: date | None
    last: date | None
    timeline: Timeline | None
    rankings: tuple[Ranking, ...]
    latest: tuple[Statement, ...]
    quotes_url: str
    articles_url: str
    compare_url: str
    search_field: tuple[str, str]
    """The filter that a search from this page keeps."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All countries, speakers or topics, with how much is said about or by each."""

    template: ClassVar[str] = "pages/index.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    heading: str
    introduction: str
    noun: str
    rows: tuple[Row, ...]
    notes: dict[str, str]
    """What else to say about a row, by its key."""
    world: tuple[MapCountry, ...] = ()


def rows(tallies: Iterable[Tally], base: str, limit: int | None = None) -> tuple[Row, ...]:
    """Return the rows of a table whose dossiers are at ``base/key``, each with a bar relative to the largest."""
    listed = tuple(tallies)[:limit]
    most = max((tally.quotes for tally in listed), default=0) or 1
    return tuple(Row(tally, f"{base}/{tally.key}", round(BAR_WIDTH * tally.quotes / most, 1)) for tally in listed)


def totals(tallies: Iterable[Tally], key: str) -> Tally:
    """Return the tally of one key; all zeros when nothing is said about it."""
    return next((tally for tally in tallies if tally.key == key), Tally(key, key, 0, 0, None, None))


def offices(tenures: Iterable[Tenure], names: dict[str, str]) -> tuple[Office, ...]:
    """Return the offices of a person, latest first; ``names`` are the countries' by code."""
    latest_first = sorted(tenures, key=lambda tenure: tenure.since, reverse=True)
    return tuple(Office(t.title, names.get(t.country, t.country), t.since, t.until) for t in latest_first)


def selection_urls(selection: Selection) -> tuple[str, str]:
    """Return the addresses of all quotes and all articles of a selection."""
    query = query_string(selection)
    return f"/quotes{query}", f"/articles{query}"
