"""Which items have which value, as roaring bitmaps of their numbers, kept in memory for one state of the corpus.

Each column is read once, when it is first needed, from an index that covers it: one row a value, its numbers in an
array. What combines and counts them is in ``matching`` and ``facets``.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from threading import RLock
from typing import Any, Literal, TypeVar

from pyroaring import BitMap
from sqlalchemy import Select, String, func, select, type_coerce
from sqlmodel import Session, col

from app.store.fulltext import FulltextIndex
from app.store.reads.conditions import matching_numbers, number
from app.store.reads.generation import corpus_generation
from app.store.tables import Article, ArticleCountry, ArticleTopic, Quote, QuoteCountry, QuoteTopic, Speaker

Values = Mapping[str, BitMap]
"""Numbers of items by value."""

Kept = TypeVar("Kept")

Column = Literal[
    "country", "mention", "topic", "speaker", "side", "outlet", "kind", "day", "said",
    "article country", "article mention", "article topic", "article outlet", "article day",
]  # fmt: skip

QUOTE_COLUMNS: Mapping[str, Column] = {
    "country": "country", "mention": "mention", "topic": "topic", "outlet": "outlet",
}  # fmt: skip
ARTICLE_COLUMNS: Mapping[str, Column] = {
    "country": "article country", "mention": "article mention", "topic": "article topic", "outlet": "article outlet",
}  # fmt: skip
"""The columns of what both kinds of items have."""

_KEPT_COLUMNS = 32
_KEPT_SEARCHES = 128
_CURRENT = col(Quote.state) == "current"
_CHUNK = 50_000
"""Articles whose quotes are read in one statement, so that none takes long."""

_building = RLock()
"""Held while a column is read: whoever needs it too waits, rather than reading it as well."""


def _arrays(value: Any, numbers: Any, *conditions: Any) -> Select[Any]:
    return select(value, func.json_group_array(numbers)).where(value.is_not(None), *conditions).group_by(value)


def _tags(tags: Any, owner: Any, value: Any) -> Select[Any]:
    return _arrays(value, owner, tags.role == "partner") if value.key == "code" else _arrays(value, owner)


_COLUMNS: Mapping[Column, Select[Any]] = {
    "country": _tags(QuoteCountry, QuoteCountry.quote_id, QuoteCountry.code),
    "mention": _arrays(col(QuoteCountry.code), QuoteCountry.quote_id),
    "topic": _tags(QuoteTopic, QuoteTopic.quote_id, QuoteTopic.slug),
    "speaker": _arrays(col(Quote.speaker_id), number(Quote), _CURRENT),
    "side": _arrays(col(Quote.side), number(Quote), _CURRENT),
    "outlet": _arrays(col(Quote.outlet), number(Quote), _CURRENT),
    "kind": _arrays(col(Quote.kind), number(Quote), _CURRENT),
    "day": _arrays(type_coerce(col(Quote.published), String), number(Quote), _CURRENT),
    "said": _arrays(type_coerce(col(Quote.statement_date), String), number(Quote), _CURRENT),
    "article country": _tags(ArticleCountry, ArticleCountry.article_id, ArticleCountry.code),
    "article mention": _arrays(col(ArticleCountry.code), ArticleCountry.article_id),
    "article topic": _tags(ArticleTopic, ArticleTopic.article_id, ArticleTopic.slug),
    "article outlet": _arrays(col(Article.outlet), number(Article)),
    "article day": _arrays(type_coerce(col(Article.published), String), number(Article)),
}


def values_of(session: Session, column: Column) -> Values:
    """Return the items by their value in a column: current quotes (tags: all quotes), or articles."""
    return _kept(_column_place(corpus_generation(session), column), lambda: dict(_read(session, column)))


def months_of(session: Session, column: Column) -> Values:
    """Return the items by the month (``2015-11``) of their day in a column of days."""

    def build() -> Values:
        months: dict[str, list[BitMap]] = {}
        for day, items in values_of(session, column).items():
            months.setdefault(day[:7], []).append(items)
        return {month: BitMap.union(*days) for month, days in months.items()}

    values_of(session, column)
    return _kept(_column_place(corpus_generation(session), f"months of {column}"), build)


def articles_by(session: Session, column: Column) -> Values:
    """Return the articles by the values that any of their quotes has in a column of quotes."""
    articles, values = article_of(session), values_of(session, column)
    return _kept(
        _column_place(corpus_generation(session), f"articles by {column}"),
        lambda: {value: BitMap(map(articles.__getitem__, quotes)) for value, quotes in values.items()},
    )


def all_quotes(session: Session) -> BitMap:
    """Return the quotes that listings show: those that stand in their article's latest revision."""
    return BitMap.union(BitMap(), *values_of(session, "side").values())


def all_articles(session: Session) -> BitMap:
    """Return all articles."""
    return _kept(
        _column_place(corpus_generation(session), "articles"),
        lambda: BitMap(session.execute(select(number(Article))).scalars()),
    )


def article_of(session: Session) -> Sequence[int]:
    """Return the number of its article at the place of each quote's number."""

    def build() -> array[int]:
        last_quote = session.execute(select(func.max(number(Quote)))).scalar_one() or 0
        last_article = session.execute(select(func.max(number(Article)))).scalar_one() or 0
        articles = array("L", bytes(array("L").itemsize * (last_quote + 1)))
        for first in range(0, last_article + 1, _CHUNK):
            chunk = col(Quote.article_id).between(first, first + _CHUNK - 1)
            for quote, article in session.execute(select(number(Quote), col(Quote.article_id)).where(chunk)):
                articles[quote] = article
        return articles

    return _kept(_column_place(corpus_generation(session), "article of"), build)


def found_by(session: Session, index: FulltextIndex, expression: str) -> BitMap:
    """Return the rows of a full-text index that match an expression."""
    place = _search_place(corpus_generation(session), index.name, expression)
    if not place:
        # Not under the lock: searches differ, and none should wait for another.
        place.append(BitMap(session.execute(matching_numbers(index, expression)).scalars()))
    found: BitMap = place[0]
    return found


def _read(session: Session, column: Column) -> Iterator[tuple[str, BitMap]]:
    names: Mapping[Any, str] = {}
    if column == "speaker":
        names = {one: slug for one, slug in session.execute(select(number(Speaker), col(Speaker.slug)))}  # noqa: C416
    for value, numbers in session.execute(_COLUMNS[column]):
        yield names.get(value, value), BitMap(json.loads(numbers))


def _kept(place: list[Any], build: Callable[[], Kept]) -> Kept:
    if not place:
        with _building:
            if not place:
                place.append(build())
    kept: Kept = place[0]
    return kept


# A generation is drawn at random for every commit, so it tells databases apart as well as their states.


@lru_cache(maxsize=_KEPT_COLUMNS)
def _column_place(generation: str, column: str) -> list[Any]:  # noqa: ARG001 - they are the key
    """Return where a column is kept: an empty list at first."""
    return []


@lru_cache(maxsize=_KEPT_SEARCHES)
def _search_place(generation: str, index: str, expression: str) -> list[Any]:  # noqa: ARG001 - they are the key
    """Return where the result of a search is kept: an empty list at first."""
    return []
