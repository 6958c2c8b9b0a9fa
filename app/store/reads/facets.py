"""Facets: for each value of a field, how many items of the listing have it under all the other filters.

A facet leaves its own choice out of account, so that a second value can be chosen beside the first. Counts over quotes
count quotes, counts over articles count articles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, extract, func, select
from sqlmodel import Session, col

from app.extraction.vocabulary import load_vocabulary
from app.store.reads.conditions import (
    article_conditions,
    quote_conditions,
    quote_day,
    spoken_conditions,
)
from app.store.reads.criteria import Criteria, FacetName
from app.store.records import Facet
from app.store.selection import Selection
from app.store.tables import Article, ArticleCountry, ArticleTopic, Quote, QuoteCountry, QuoteTopic, Speaker

MAX_VALUES = 100
"""Values of one facet, most frequent first; those that are chosen are always among them."""

_SIDES = {"russia": "Russia", "foreign": "Foreign", "unknown": "Unknown"}
_KINDS = {"direct": "Direct", "partial": "Partial", "nested": "Within another quote", "transcript": "Transcript"}

Count = Callable[[Criteria], Select[Any]]


def quote_facets(session: Session, criteria: Criteria) -> dict[str, list[Facet]]:
    """Return all facets of a listing of quotes, by name."""
    return _facets(session, criteria, _QUOTE_COUNTS)


def article_facets(session: Session, criteria: Criteria) -> dict[str, list[Facet]]:
    """Return all facets of a listing of articles, by name."""
    return _facets(session, criteria, _ARTICLE_COUNTS)


def _facets(session: Session, criteria: Criteria, counts: Mapping[FacetName, Count]) -> dict[str, list[Facet]]:
    return {name: _facet(session, name, count, criteria) for name, count in counts.items()}


def _facet(session: Session, name: FacetName, count: Count, criteria: Criteria) -> list[Facet]:
    counted = session.execute(count(criteria.without(name)))
    found = {str(value): items for value, items in counted.tuples() if value is not None}
    chosen = _chosen(name, criteria, found)
    names = _names(session, name, [*found, *chosen])
    counts = {**chosen, **found}
    facets = [Facet(value, names.get(value, value), items, value in chosen) for value, items in counts.items()]
    if name == "year":
        return sorted(facets, key=lambda facet: facet.value, reverse=True)
    facets.sort(key=lambda facet: (-facet.count, facet.label))
    return facets[:MAX_VALUES] + [facet for facet in facets[MAX_VALUES:] if facet.selected]


def _quotes(value: Any, criteria: Criteria) -> Select[Any]:
    return select(value, func.count()).select_from(Quote).where(*quote_conditions(criteria)).group_by(value)


def _articles(value: Any, criteria: Criteria) -> Select[Any]:
    return select(value, func.count()).select_from(Article).where(*article_conditions(criteria)).group_by(value)


def _of_role(statement: Select[Any], role: Any, selection: Selection) -> Select[Any]:
    return statement if selection.role == "any" else statement.where(role == "partner")


def _quote_countries(criteria: Criteria) -> Select[Any]:
    statement = _quotes(col(QuoteCountry.code), criteria).join(QuoteCountry, col(QuoteCountry.quote_id) == Quote.id)
    return _of_role(statement, QuoteCountry.role, criteria.given)


def _article_countries(criteria: Criteria) -> Select[Any]:
    joined = col(ArticleCountry.article_id) == Article.id
    statement = _articles(col(ArticleCountry.code), criteria).join(ArticleCountry, joined)
    return _of_role(statement, ArticleCountry.role, criteria.given)


def _article_voices(value: Any, criteria: Criteria) -> Select[Any]:
    """Count articles by something of their quotes: those quotes that the other filters ask for."""
    return (
        select(value, func.count(col(Quote.article_id).distinct()))
        .select_from(Quote)
        .join(Article, col(Quote.article_id) == Article.id)
        .where(col(Quote.state) == "current", *spoken_conditions(criteria), *article_conditions(criteria))
        .group_by(value)
    )


_SPEAKER = col(Quote.speaker_id) == Speaker.id

_QUOTE_COUNTS: Mapping[FacetName, Count] = {
    "country": _quote_countries,
    "topic": lambda c: _quotes(col(QuoteTopic.slug), c).join(QuoteTopic, col(QuoteTopic.quote_id) == Quote.id),
    "speaker": lambda c: _quotes(col(Speaker.slug), c).join(Speaker, _SPEAKER),
    "side": lambda c: _quotes(col(Quote.side), c),
    "outlet": lambda c: _quotes(col(Quote.outlet), c),
    "kind": lambda c: _quotes(col(Quote.kind), c),
    "year": lambda c: _quotes(extract("year", quote_day(c.given)), c),
}

_ARTICLE_COUNTS: Mapping[FacetName, Count] = {
    "country": _article_countries,
    "topic": lambda c: _articles(col(ArticleTopic.slug), c).join(
        ArticleTopic, col(ArticleTopic.article_id) == Article.id
    ),
    "speaker": lambda c: _article_voices(col(Speaker.slug), c).join(Speaker, _SPEAKER),
    "side": lambda c: _article_voices(col(Quote.side), c),
    "outlet": lambda c: _articles(col(Article.outlet), c),
    "kind": lambda c: _article_voices(col(Quote.kind), c),
    "year": lambda c: _articles(extract("year", col(Article.published)), c),
}


def _chosen(name: FacetName, criteria: Criteria, found: Mapping[str, int]) -> dict[str, int]:
    """Return the values that are chosen; for years, those that lie wholly between the chosen days."""
    chosen: list[str] = []
    for selection in (criteria.given, criteria.typed):
        if name == "year":
            chosen += [year for year in found if _within(int(year), selection)]
        else:
            chosen += _values(name, selection)
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


def _within(year: int, selection: Selection) -> bool:
    if not selection.since and not selection.until:
        return False
    begins = selection.since is None or selection.since <= date(year, 1, 1)
    ends = selection.until is None or selection.until >= date(year, 12, 31)
    return begins and ends


def _names(session: Session, name: FacetName, values: list[str]) -> Mapping[str, str]:
    vocabulary = load_vocabulary()
    if name == "country":
        return {code: country.name for code, country in vocabulary.countries.items()}
    if name == "topic":
        return {slug: topic.label for slug, topic in vocabulary.topics.items()}
    if name == "speaker":
        statement = select(col(Speaker.slug), col(Speaker.name)).where(col(Speaker.slug).in_(values))
        return dict(session.execute(statement).tuples().all())
    return {"side": _SIDES, "kind": _KINDS}.get(name, {})
