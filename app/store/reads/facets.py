"""Facets: for each value of a field, how many items of the listing have it under all the other filters.

A facet leaves its own choice out of account, so that a second value can be chosen beside the first. Counts over quotes
count quotes, counts over articles count articles. What matches and what has a value are bitmaps, and a count is the
size of what they have in common. Counts hold until the next ingest and are remembered: the pages of a listing after
the first need not count again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pyroaring import BitMap
from sqlalchemy import select
from sqlmodel import Session, col

from app.extraction.vocabulary import load_vocabulary
from app.store.query_language.filters import period
from app.store.reads.bitmaps import ARTICLE_COLUMNS, QUOTE_COLUMNS, Column, Values, articles_by, months_of, values_of
from app.store.reads.criteria import Criteria, FacetName
from app.store.reads.generation import corpus_generation
from app.store.reads.matching import Matching, match_articles, match_quotes
from app.store.records import Facet
from app.store.selection import Selection
from app.store.tables import Speaker

MOST_FACET_VALUES = 100
"""Values of one facet, most frequent first; those that are chosen are always among them."""

REMEMBERED = 256
"""Listings whose counts are kept in memory."""

_SIDES = {"russia": "Russia", "foreign": "Foreign", "unknown": "Unknown"}
_KINDS = {"direct": "Direct", "partial": "Partial", "nested": "Within another quote", "transcript": "Transcript"}

_SPOKEN: tuple[Literal["speaker", "side", "kind"], ...] = ("speaker", "side", "kind")
_ORDER: tuple[FacetName, ...] = ("country", "topic", "speaker", "side", "outlet", "kind", "year", "month")

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many items match, and how many under each facet's values."""

    total: int
    facets: dict[str, list[Facet]]


def count_quotes(session: Session, criteria: Criteria) -> Counted:
    """Return the total and all facets of a listing of quotes."""
    return _remembered(session, criteria, "quotes", lambda: _counted_quotes(session, criteria))


def count_articles(session: Session, criteria: Criteria) -> Counted:
    """Return the total and all facets of a listing of articles."""
    return _remembered(session, criteria, "articles", lambda: _counted_articles(session, criteria))


def _remembered(session: Session, criteria: Criteria, listing: str, count: Callable[[], Counted]) -> Counted:
    # A generation is drawn at random for every commit, so it tells databases apart as well as their states.
    place = _place(corpus_generation(session), listing, replace(criteria, given=replace(criteria.given, sort=None)))
    if not place:
        place.append(count())
    return place[0]


@lru_cache(maxsize=REMEMBERED)
def _place(generation: str, listing: str, criteria: Criteria) -> list[Counted]:  # noqa: ARG001 - they are the key
    """Return where the counts of a listing are kept: an empty list at first."""
    return []


def _counted_quotes(session: Session, criteria: Criteria) -> Counted:
    matching = match_quotes(session, criteria)
    counts: dict[FacetName, Counts] = {}
    for name, column in _tagged(criteria.given, QUOTE_COLUMNS):
        counts[name] = _in_common(matching.items(without=name), values_of(session, column))
    for spoken in _SPOKEN:
        counts[spoken] = _in_common(matching.items(without=spoken), values_of(session, spoken))
    day: Column = "said" if criteria.given.by == "statement" else "day"
    counts |= _by_time(matching.items(without="year"), months_of(session, day))
    return _labelled(session, criteria, len(matching.items()), counts)


def _counted_articles(session: Session, criteria: Criteria) -> Counted:
    matching = match_articles(session, criteria)
    counts: dict[FacetName, Counts] = {}
    for name, column in _tagged(criteria.given, ARTICLE_COLUMNS):
        counts[name] = _in_common(matching.items(without=name), values_of(session, column))
    for spoken in _SPOKEN:
        counts[spoken] = _articles_quoting(session, matching, spoken)
    counts |= _by_time(matching.items(without="year"), months_of(session, "article day"))
    return _labelled(session, criteria, len(matching.items()), counts)


def _tagged(given: Selection, columns: Mapping[str, Column]) -> Iterator[tuple[FacetName, Column]]:
    yield "country", columns["country" if given.role == "partner" else "mention"]
    yield "topic", columns["topic"]
    yield "outlet", columns["outlet"]


def _in_common(items: BitMap, values: Values) -> Counts:
    counted = ((value, items.intersection_cardinality(having)) for value, having in values.items())
    return {value: count for value, count in counted if count}


def _articles_quoting(session: Session, matching: Matching, name: Literal["speaker", "side", "kind"]) -> Counts:
    """Count articles by something of their quotes: those quotes that the other filters ask for."""
    items, quotes = matching.items(without=name), matching.quotes(without=name)
    if quotes is None:
        return _in_common(items, articles_by(session, name))
    asked = ((value, having & quotes) for value, having in values_of(session, name).items())
    return _in_common(items, {value: matching.articles_of(having) for value, having in asked if having})


def _by_time(items: BitMap, months: Values) -> dict[FacetName, Counts]:
    by_month = _in_common(items, months)
    by_year: Counts = {}
    for month, count in by_month.items():
        by_year[month[:4]] = by_year.get(month[:4], 0) + count
    return {"year": by_year, "month": by_month}


def _labelled(session: Session, criteria: Criteria, total: int, counts: Mapping[FacetName, Counts]) -> Counted:
    return Counted(total, {name: _facet(session, name, criteria, counts[name]) for name in _ORDER})


def _facet(session: Session, name: FacetName, criteria: Criteria, found: Mapping[str, int]) -> list[Facet]:
    chosen = _chosen(name, criteria, found)
    counts = {**chosen, **found}
    names = _names(session, name, list(counts))
    facets = [Facet(value, names.get(value, value), items, value in chosen) for value, items in counts.items()]
    if name in {"year", "month"}:
        return sorted(facets, key=lambda facet: facet.value, reverse=True)
    facets.sort(key=lambda facet: (-facet.count, facet.label))
    return facets[:MOST_FACET_VALUES] + [facet for facet in facets[MOST_FACET_VALUES:] if facet.selected]


def _chosen(name: FacetName, criteria: Criteria, found: Mapping[str, int]) -> dict[str, int]:
    """Return the values that are chosen; for years and months, those that lie wholly between the chosen days."""
    chosen: list[str] = []
    for selection in (criteria.given, criteria.typed):
        if name in {"year", "month"}:
            chosen += [value for value in found if _within(value, selection)]
        else:
            chosen += [value for value in _values(name, selection) if value not in criteria.unknown]
    return dict.fromkeys(chosen, 0)


def _values(name: FacetName, selection: Selection) -> tuple[str, ...]:
    fields = {
        "country": selection.countries,
        "topic": selection.topics,
        "speaker": selection.speakers,
        "side": selection.sides,
        "outlet": selection.outlets,
        "kind": selection.kinds,
    }
    return fields.get(name, ())


def _within(value: str, selection: Selection) -> bool:
    days = period(value)
    if days is None or not (selection.since or selection.until):
        return False
    first, last = days
    return (not selection.since or selection.since <= first) and (not selection.until or selection.until >= last)


def _names(session: Session, name: FacetName, values: list[str]) -> Mapping[str, str]:
    vocabulary = load_vocabulary()
    if name == "country":
        return {code: country.name for code, country in vocabulary.countries.items()}
    if name == "topic":
        return {slug: topic.label for slug, topic in vocabulary.topics.items()}
    if name == "speaker":
        statement = select(col(Speaker.slug), col(Speaker.name)).where(col(Speaker.slug).in_(values))
        return {slug: label for slug, label in session.execute(statement)}  # noqa: C416 - dict() would not be typed
    if name == "month":
        return {value: f"{days[0]:%B} {days[0].year}" for value in values if (days := period(value))}
    return {"side": _SIDES, "kind": _KINDS}.get(name, {})
