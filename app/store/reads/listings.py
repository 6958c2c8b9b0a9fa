"""Listings of quotes and articles: a page at a time by keyset, or all of it as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, col

from app.store.fulltext import ARTICLES, QUOTES, FulltextIndex
from app.store.query_language import ParsedQuery
from app.store.reads.bitmaps import Column, values_of
from app.store.reads.chronicle import in_days
from app.store.reads.conditions import (
    RANK,
    Condition,
    article_conditions,
    matches,
    number,
    quote_conditions,
    quote_day,
    search_source,
)
from app.store.reads.criteria import Criteria, understand
from app.store.reads.cursors import Position, decode_cursor, encode_cursor
from app.store.reads.facets import Counted, count_articles, count_quotes
from app.store.reads.loading import load_articles, load_quotes
from app.store.reads.matching import Matching, match_articles, match_quotes
from app.store.records import ArticleRecord, Listing, QuoteRecord
from app.store.selection import Selection, Sort
from app.store.tables import Article, Quote

Record = TypeVar("Record")

STREAM_CHUNK = 500
"""Records that a stream loads at once."""


@dataclass(frozen=True, slots=True)
class _Kind(Generic[Record]):
    """What differs between a listing of quotes and one of articles."""

    name: str
    row: InstrumentedAttribute[int]
    index: FulltextIndex
    day: Callable[[Selection], InstrumentedAttribute[Any]]
    conditions: Callable[[Criteria], list[Condition]]
    match: Callable[[Session, Criteria], Matching]
    days: Callable[[Selection], Column]
    count: Callable[[Session, Criteria], Counted]
    load: Callable[[Session, Sequence[int], ParsedQuery], list[Record]]


_QUOTES = _Kind(
    "quotes",
    number(Quote),
    QUOTES,
    quote_day,
    quote_conditions,
    match_quotes,
    lambda selection: "said" if selection.by == "statement" else "day",
    count_quotes,
    lambda session, numbers, _: load_quotes(session, numbers),
)
_ARTICLES = _Kind(
    "articles",
    number(Article),
    ARTICLES,
    lambda _: col(Article.published),  # type: ignore[arg-type,return-value]
    article_conditions,
    match_articles,
    lambda _: "article day",
    count_articles,
    load_articles,
)


def list_quotes(
    session: Session, selection: Selection, *, limit: int = 20, cursor: str | None = None
) -> Listing[QuoteRecord]:
    """Return one page of the quotes of a selection. Raises InvalidCursor, InvalidQuery."""
    return _list(_QUOTES, session, selection, limit, cursor)


def list_articles(
    session: Session, selection: Selection, *, limit: int = 20, cursor: str | None = None
) -> Listing[ArticleRecord]:
    """Return one page of the articles of a selection. Raises InvalidCursor, InvalidQuery."""
    return _list(_ARTICLES, session, selection, limit, cursor)


def total_quotes(session: Session, selection: Selection) -> int:
    """Return how many quotes a selection holds. Raises InvalidQuery."""
    return _total(_QUOTES, session, selection)


def total_articles(session: Session, selection: Selection) -> int:
    """Return how many articles a selection holds. Raises InvalidQuery."""
    return _total(_ARTICLES, session, selection)


def stream_quotes(session: Session, selection: Selection, *, cursor: str | None = None) -> Iterator[QuoteRecord]:
    """Yield every quote of a selection, or those after a cursor, in its listing's order and few in memory at a time.

    Raises InvalidCursor at once, and InvalidQuery with the first.
    """
    return _stream(_QUOTES, session, selection, _position(_QUOTES, selection, cursor))


def stream_articles(session: Session, selection: Selection, *, cursor: str | None = None) -> Iterator[ArticleRecord]:
    """Yield every article of a selection, or those after a cursor, in its listing's order and few in memory at a time.

    Raises InvalidCursor at once, and InvalidQuery with the first.
    """
    return _stream(_ARTICLES, session, selection, _position(_ARTICLES, selection, cursor))


def _list(
    kind: _Kind[Record], session: Session, selection: Selection, limit: int, cursor: str | None
) -> Listing[Record]:
    position = _position(kind, selection, cursor)
    criteria = understand(session, selection)
    # One more than asked for tells whether there is a next page.
    rows = list(islice(_page(kind, session, criteria, position, limit + 1), limit + 1))
    page = rows[:limit]
    more = len(rows) > limit and page
    counted = kind.count(session, criteria)
    return Listing(
        total=counted.total,
        items=kind.load(session, [row.number for row in page], criteria.query),
        facets=counted.facets,
        next_cursor=encode_cursor(kind.name, selection, page[-1]) if more else None,
    )


def _position(kind: _Kind[Any], selection: Selection, cursor: str | None) -> Position | None:
    return decode_cursor(kind.name, selection, cursor) if cursor else None


def _total(kind: _Kind[Any], session: Session, selection: Selection) -> int:
    conditions = kind.conditions(understand(session, selection))
    total: int = session.execute(select(func.count(kind.row)).where(*conditions)).scalar_one()
    return total


def _page(
    kind: _Kind[Any], session: Session, criteria: Criteria, after: Position | None, limit: int
) -> Iterator[Position]:
    """Yield where each item of a page stands. By day, the bitmaps answer without looking at any item."""
    sort = sort_of(criteria)
    if sort == "relevance":
        return _rows(kind, session, criteria, kind.conditions(criteria), after, limit)
    days = values_of(session, kind.days(criteria.given))
    return in_days(kind.match(session, criteria).items(), days, after, newest=sort == "newest")


def _stream(kind: _Kind[Record], session: Session, selection: Selection, after: Position | None) -> Iterator[Record]:
    criteria = understand(session, selection)
    rows = _rows(kind, session, criteria, kind.conditions(criteria), after, None)
    while chunk := [row.number for row in islice(rows, STREAM_CHUNK)]:
        yield from kind.load(session, chunk, criteria.query)


def _rows(
    kind: _Kind[Any],
    session: Session,
    criteria: Criteria,
    conditions: Sequence[Condition],
    after: Position | None,
    limit: int | None,
) -> Iterator[Position]:
    """Yield where each item stands, in the order of the listing, beginning after a position."""
    sort = sort_of(criteria)
    if sort == "relevance":
        statements = iter([_by_rank(kind, criteria, conditions, after)])
    else:
        statements = _by_day(kind.row, kind.day(criteria.given), conditions, after, newest=sort == "newest")
    found = (session.execute(statement.limit(limit)) for statement in statements)
    return (Position(key, row) for row, key in chain.from_iterable(found))


def sort_of(criteria: Criteria) -> Sort:
    """Return the order in which a listing of the criteria stands."""
    match = criteria.query.match
    ranked = match is not None and not match.negated
    sort = criteria.given.sort or "relevance"
    return "newest" if sort == "relevance" and not ranked else sort


def _by_day(
    row: InstrumentedAttribute[int],
    day: InstrumentedAttribute[Any],
    conditions: Sequence[Condition],
    after: Position | None,
    *,
    newest: bool,
) -> Iterator[Select[tuple[int, Any]]]:
    """Yield two statements: the dated items in order, then the undated; within a day in the order of their numbers."""
    base = select(row, day).where(*conditions)
    if after is None or after.key is not None:
        dated = base.where(day.is_not(None)).order_by(day.desc() if newest else day.asc(), row)
        if after:
            # The first condition bounds the walk over the index; the second leaves out what was shown.
            dated = dated.where(day <= after.key if newest else day >= after.key)
            dated = dated.where(or_(day != after.key, row > after.number))
        yield dated
    undated = base.where(day.is_(None)).order_by(row)
    yield undated.where(row > after.number) if after and after.key is None else undated


def _by_rank(
    kind: _Kind[Any], criteria: Criteria, conditions: Sequence[Condition], after: Position | None
) -> Select[tuple[int, float]]:
    match = criteria.query.match
    assert match is not None  # noqa: S101 - for the type checker: only a query has ranks
    found = search_source(kind.index)
    ranked = (
        select(found.c.rowid.label("number"), RANK.label("rank"))
        .select_from(found)
        .where(matches(kind.index, match.expression))
        .subquery()
    )
    statement = select(kind.row, ranked.c.rank).join(ranked, kind.row == ranked.c.number).where(*conditions)
    if after:
        key = after.key if isinstance(after.key, float) else 0.0
        statement = statement.where(or_(ranked.c.rank > key, (ranked.c.rank == key) & (kind.row > after.number)))
    return statement.order_by(ranked.c.rank, kind.row)
