"""Where an item stands in a listing, and what comes before and after it: the way through results while reading.

The listing's own order decides (``listings``): by day or by rank, then by number. Steps to either side are one walk
each; how many stand before is counted only as far as a reader would count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, col

from app.store.fulltext import ARTICLES, QUOTES, FulltextIndex
from app.store.reads.conditions import (
    RANK,
    article_conditions,
    matches,
    number,
    quote_conditions,
    quote_day,
    search_source,
)
from app.store.reads.criteria import Criteria, understand
from app.store.reads.listings import sort_of, total_articles, total_quotes
from app.store.records import Place, Result
from app.store.selection import Selection
from app.store.tables import Article, Quote

COUNTED: Final = 1000
"""Results before one that are counted; beyond, it is told only that there are more."""


Results = Literal["quotes", "articles"]


@dataclass(frozen=True, slots=True)
class _Order:
    """A listing's items with the key that orders them; numbers decide within a key, items without one come last."""

    items: Select[Any]
    row: InstrumentedAttribute[int]
    key: ColumnElement[Any]
    ascending: bool


def read_place(session: Session, results: Results, selection: Selection, item: str) -> Place | None:
    """Return the place of a quote or article (its public id) among a selection's; None if it is not one of them.

    Raises InvalidQuery.
    """
    criteria = understand(session, selection)
    order = _order(results, criteria)
    public_id = col(Quote.public_id if results == "quotes" else Article.public_id)
    here = session.execute(order.items.where(public_id == item)).one_or_none()
    if here is None:
        return None
    before = _count_before(session, order, *here)
    total = (total_quotes if results == "quotes" else total_articles)(session, selection)
    return Place(
        number=before + 1 if before < COUNTED else None,
        total=total,
        previous=_result(session, results, _first(session, _walk(order, *here, forward=False))),
        next=_result(session, results, _first(session, _walk(order, *here, forward=True))),
    )


def _order(results: Results, criteria: Criteria) -> _Order:
    day: Any
    if results == "quotes":
        row, day, conditions, index = number(Quote), quote_day(criteria.given), quote_conditions(criteria), QUOTES
    else:
        row, day, conditions, index = number(Article), Article.published, article_conditions(criteria), ARTICLES
    sort = sort_of(criteria)
    if sort == "relevance":
        return _by_rank(row, conditions, index, criteria)
    return _Order(select(row, day).where(*conditions), row, day, ascending=sort == "oldest")


def _by_rank(
    row: InstrumentedAttribute[int],
    conditions: Sequence[ColumnElement[bool]],
    index: FulltextIndex,
    criteria: Criteria,
) -> _Order:
    match = criteria.query.match
    assert match is not None  # noqa: S101 - for the type checker: only a query has ranks
    found = search_source(index)
    ranked = (
        select(found.c.rowid.label("number"), RANK.label("rank"))
        .select_from(found)
        .where(matches(index, match.expression))
        .subquery()
    )
    items = select(row, ranked.c.rank).join(ranked, row == ranked.c.number).where(*conditions)
    return _Order(items, row, ranked.c.rank, ascending=True)


def _walk(order: _Order, here: int, key: Any, *, forward: bool) -> Iterator[Select[Any]]:
    """Yield the statements that walk away from an item: those with a key, and at its end those without."""
    ascending = order.ascending == forward
    by_number = order.row.asc() if forward else order.row.desc()
    by_key = order.key.asc() if ascending else order.key.desc()
    beyond = order.row > here if forward else order.row < here
    keyed = order.items.where(order.key.is_not(None)).order_by(by_key, by_number)
    unkeyed = order.items.where(order.key.is_(None)).order_by(by_number)
    if key is None:
        yield unkeyed.where(beyond)
        if not forward:
            yield keyed
        return
    value = literal(key, order.key.type)
    # The first condition bounds the walk over the index; the second leaves out the item and what ties before it.
    bound = order.key >= value if ascending else order.key <= value
    yield keyed.where(bound, or_(order.key != value, and_(order.key == value, beyond)))
    if forward:
        yield unkeyed


def _first(session: Session, statements: Iterator[Select[Any]]) -> int | None:
    found = (session.execute(statement.limit(1)).first() for statement in statements)
    return next((row[0] for row in found if row), None)


def _count_before(session: Session, order: _Order, here: int, key: Any) -> int:
    """Return how many items stand before one, COUNTED at most."""
    counted = 0
    for statement in _walk(order, here, key, forward=False):
        steps = statement.limit(COUNTED - counted).subquery()
        counted += session.execute(select(func.count()).select_from(steps)).scalar_one()
    return counted


def _result(session: Session, results: Results, found: int | None) -> Result | None:
    if found is None:
        return None
    if results == "articles":
        article = session.execute(
            select(col(Article.public_id), col(Article.title)).where(number(Article) == found)
        ).one()
        return Result(article.public_id, None, article.title)
    columns: tuple[Any, ...] = (Article.public_id, col(Quote.public_id).label("quote_id"), Article.title)
    joined = select(*columns).join(Quote, col(Quote.article_id) == Article.id)
    quote = session.execute(joined.where(number(Quote) == found)).one()
    return Result(quote.public_id, quote.quote_id, quote.title)
