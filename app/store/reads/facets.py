"""Facets: for each value of a field, how many items of the listing have it under all the other filters.

A facet leaves its own choice out of account, so that a second value can be chosen beside the first. Counts over quotes
count quotes, counts over articles count articles. All are read in one statement, which finds the matching items once
and once more for each facet with a choice of its own. Counting costs more than anything else of a listing and its
result holds until the next ingest, so it is remembered: the pages of a listing after the first need not count again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import CTE, Select, String, cast, func, literal, null, select, union_all
from sqlmodel import Session, col

from app.extraction.vocabulary import load_vocabulary
from app.store.query_language.filters import period
from app.store.reads.conditions import (
    article_conditions,
    number,
    quote_conditions,
    quote_day,
    spoken_conditions,
)
from app.store.reads.criteria import Criteria, FacetName
from app.store.reads.generation import corpus_generation
from app.store.records import Facet
from app.store.selection import Selection
from app.store.tables import Article, ArticleCountry, ArticleTopic, Quote, QuoteCountry, QuoteTopic, Speaker

MOST_FACET_VALUES = 100
"""Values of one facet, most frequent first; those that are chosen are always among them."""

REMEMBERED = 256
"""Listings whose counts are kept in memory."""

_SIDES = {"russia": "Russia", "foreign": "Foreign", "unknown": "Unknown"}
_KINDS = {"direct": "Direct", "partial": "Partial", "nested": "Within another quote", "transcript": "Transcript"}
_TOTAL = "total"

Count = Callable[[CTE, Criteria], Select[Any]]
"""From the matching items and their criteria to counts by value, in columns ``value`` and ``occurrences``."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many items match, and how many under each facet's values."""

    total: int
    facets: dict[str, list[Facet]]


def count_quotes(session: Session, criteria: Criteria) -> Counted:
    """Return the total and all facets of a listing of quotes."""
    return _remembered(
        session, criteria, "quotes", lambda: _counted(session, criteria, _matching_quotes, _QUOTE_COUNTS)
    )


def count_articles(session: Session, criteria: Criteria) -> Counted:
    """Return the total and all facets of a listing of articles."""
    return _remembered(
        session, criteria, "articles", lambda: _counted(session, criteria, _matching_articles, _ARTICLE_COUNTS)
    )


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


def _counted(
    session: Session,
    criteria: Criteria,
    matching: Callable[[Criteria], Select[Any]],
    counts: Mapping[FacetName, Count],
) -> Counted:
    everything = matching(criteria).cte("matching")
    parts = [_selected(literal(_TOTAL), cast(null(), String), func.count()).select_from(everything)]
    for name, count in counts.items():
        narrower = criteria.without(name)
        items = everything if narrower == criteria else matching(narrower).cte(f"matching_without_{name}")
        counted = count(items, narrower).subquery()
        parts.append(_selected(literal(name), cast(counted.c.value, String), counted.c.occurrences))
    names: tuple[FacetName, ...] = (*counts, "month")
    found: dict[str, dict[str, int]] = {name: {} for name in (_TOTAL, *names)}
    for name, value, items in session.execute(union_all(*parts)):
        if name == _TOTAL or value is not None:
            # Days become months and years here: there are few, and databases disagree about how to take a part of one.
            for facet, key in _keys(name, value):
                found[facet][key] = found[facet].get(key, 0) + items
    return Counted(
        total=sum(found[_TOTAL].values()),
        facets={name: _facet(session, name, criteria, found[name]) for name in names},
    )


def _keys(name: str, value: str) -> tuple[tuple[str, str], ...]:
    return (("year", value[:4]), ("month", value[:7])) if name == "year" else ((name, value),)


def _facet(session: Session, name: FacetName, criteria: Criteria, found: Mapping[str, int]) -> list[Facet]:
    chosen = _chosen(name, criteria, found)
    counts = {**chosen, **found}
    names = _names(session, name, list(counts))
    facets = [Facet(value, names.get(value, value), items, value in chosen) for value, items in counts.items()]
    if name in {"year", "month"}:
        return sorted(facets, key=lambda facet: facet.value, reverse=True)
    facets.sort(key=lambda facet: (-facet.count, facet.label))
    return facets[:MOST_FACET_VALUES] + [facet for facet in facets[MOST_FACET_VALUES:] if facet.selected]


def _matching_quotes(criteria: Criteria) -> Select[Any]:
    day: Any = quote_day(criteria.given).label("day")
    columns = (number(Quote), Quote.speaker_id, Quote.side, Quote.outlet, Quote.kind, day)
    return _selected(*columns).where(*quote_conditions(criteria))


def _matching_articles(criteria: Criteria) -> Select[Any]:
    day: Any = col(Article.published).label("day")
    return _selected(number(Article), Article.outlet, day).where(*article_conditions(criteria))


def _selected(*columns: Any) -> Select[Any]:
    return select(*columns)


def _own(name: str) -> Count:
    """Count items by a column of theirs."""
    return lambda items, _: _grouped(items.c[name]).select_from(items)


def _tagged(tags: Any, owner: str, value: str) -> Count:
    """Count items by tags that other rows give them."""

    def count(items: CTE, criteria: Criteria) -> Select[Any]:
        statement = _grouped(getattr(tags, value)).join(items, items.c.id == getattr(tags, owner))
        return (
            statement.where(tags.role == "partner")
            if value == "code" and criteria.given.role == "partner"
            else statement
        )

    return count


def _quoted(value: Any) -> Count:
    """Count articles by something of their quotes: those quotes that the other filters ask for."""

    def count(items: CTE, criteria: Criteria) -> Select[Any]:
        articles = func.count(col(Quote.article_id).distinct()).label("occurrences")
        return (
            select(value.label("value"), articles)
            .select_from(Quote)
            .join(items, items.c.id == Quote.article_id)
            .where(col(Quote.state) == "current", *spoken_conditions(criteria))
            .group_by(value)
        )

    return count


def _speakers(items: CTE, _: Criteria) -> Select[Any]:
    return _grouped(col(Speaker.slug)).join(items, items.c.speaker_id == Speaker.id)


def _quoted_speakers(items: CTE, criteria: Criteria) -> Select[Any]:
    return _quoted(col(Speaker.slug))(items, criteria).join(Speaker, col(Speaker.id) == Quote.speaker_id)


def _grouped(value: Any) -> Select[Any]:
    return select(value.label("value"), func.count().label("occurrences")).group_by(value)


_QUOTE_COUNTS: Mapping[FacetName, Count] = {
    "country": _tagged(QuoteCountry, "quote_id", "code"),
    "topic": _tagged(QuoteTopic, "quote_id", "slug"),
    "speaker": _speakers,
    "side": _own("side"),
    "outlet": _own("outlet"),
    "kind": _own("kind"),
    "year": _own("day"),
}

_ARTICLE_COUNTS: Mapping[FacetName, Count] = {
    "country": _tagged(ArticleCountry, "article_id", "code"),
    "topic": _tagged(ArticleTopic, "article_id", "slug"),
    "speaker": _quoted_speakers,
    "side": _quoted(col(Quote.side)),
    "outlet": _own("outlet"),
    "kind": _quoted(col(Quote.kind)),
    "year": _own("day"),
}


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
