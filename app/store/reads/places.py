"""Where an item stands in a listing, and what comes before and after it: the way through results while reading.

The listing's own order decides (``listings``): by day, where bitmaps answer without reading a row, or by rank.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Literal

from pyroaring import BitMap
from sqlalchemy import and_, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, col

from app.store.fulltext import ARTICLES, QUOTES, FulltextIndex
from app.store.reads.bitmaps import Column, Values, values_of
from app.store.reads.conditions import RANK, matches, number, search_source
from app.store.reads.criteria import Criteria, understand
from app.store.reads.listings import sort_of
from app.store.reads.matching import Matching, match_articles, match_quotes
from app.store.records import Place, Result
from app.store.selection import Selection
from app.store.tables import Article, Quote

Results = Literal["quotes", "articles"]

COUNTED: Final = 1000
"""Better matches that are counted; of a worse one it is told only that there are more."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What differs between results that are quotes and results that are articles."""

    row: InstrumentedAttribute[int]
    public_id: Any
    index: FulltextIndex
    match: Callable[[Session, Criteria], Matching]
    days: Callable[[Selection], Column]


@dataclass(frozen=True, slots=True)
class _Steps:
    """A place as numbers of items."""

    number: int | None
    previous: int | None
    next: int | None


_KINDS: Final[dict[Results, _Kind]] = {
    "quotes": _Kind(
        number(Quote),
        Quote.public_id,
        QUOTES,
        match_quotes,
        lambda selection: "said" if selection.by == "statement" else "day",
    ),
    "articles": _Kind(number(Article), Article.public_id, ARTICLES, match_articles, lambda _: "article day"),
}


def read_place(session: Session, results: Results, selection: Selection, item: str) -> Place | None:
    """Return the place of a quote or article (its public id) among a selection's; None if it is not one of them.

    Raises InvalidQuery.
    """
    kind = _KINDS[results]
    criteria = understand(session, selection)
    items = kind.match(session, criteria).items()
    here = session.execute(select(kind.row).where(kind.public_id == item)).scalar_one_or_none()
    if here is None or here not in items:
        return None
    sort = sort_of(criteria)
    if sort == "relevance":
        steps = _by_rank(session, kind, criteria, items, here)
    else:
        steps = _by_day(items, values_of(session, kind.days(selection)), here, newest=sort == "newest")
    return Place(
        number=steps.number,
        total=len(items),
        previous=_result(session, results, steps.previous),
        next=_result(session, results, steps.next),
    )


def _by_day(items: BitMap, days: Values, here: int, *, newest: bool) -> _Steps:
    """Return the steps in the order of ``chronicle.in_days``: day by day, the undated last."""
    order = sorted(days, reverse=newest)

    def on(place: int) -> BitMap:
        return items & days[order[place]] if place < len(order) else items.difference(BitMap(), *days.values())

    today = next((place for place, day in enumerate(order) if here in days[day]), len(order))
    beside = on(today)
    rank = beside.rank(here)
    earlier = (found.max() for place in reversed(range(today)) if (found := on(place)))
    later = (found.min() for place in range(today + 1, len(order) + 1) if (found := on(place)))
    return _Steps(
        number=sum(items.intersection_cardinality(days[day]) for day in order[:today]) + rank,
        previous=beside[rank - 2] if rank > 1 else next(earlier, None),
        next=beside[rank] if rank < len(beside) else next(later, None),
    )


def _by_rank(session: Session, kind: _Kind, criteria: Criteria, items: BitMap, here: int) -> _Steps:
    match = criteria.query.match
    assert match is not None  # noqa: S101 - for the type checker: only a query has ranks
    found = search_source(kind.index)
    row = found.c.rowid
    ranked = select(row, RANK.label("rank")).select_from(found).where(matches(kind.index, match.expression))
    own = literal(session.execute(ranked.where(row == here)).one().rank)
    better = ranked.where(or_(own > RANK, and_(own == RANK, row < here)))
    worse = ranked.where(or_(own < RANK, and_(own == RANK, row > here)))
    # Filters that are no words are the bitmap's: the first of the walk that passes it is the neighbour.
    before = session.execute(better.order_by(RANK.desc(), row.desc())).scalars()
    after = session.execute(worse.order_by(RANK, row)).scalars()
    passed = list(islice((one for one in before if one in items), COUNTED))
    return _Steps(
        number=len(passed) + 1 if len(passed) < COUNTED else None,
        previous=passed[0] if passed else None,
        next=next((one for one in after if one in items), None),
    )


def _result(session: Session, results: Results, found: int | None) -> Result | None:
    if found is None:
        return None
    if results == "articles":
        article = session.execute(select(col(Article.public_id), col(Article.title)).where(number(Article) == found))
        public_id, title = article.one()
        return Result(public_id, None, title)
    columns: tuple[Any, ...] = (Article.public_id, Quote.public_id, Article.title)
    joined = select(*columns).join(Quote, col(Quote.article_id) == Article.id).where(number(Quote) == found)
    return Result(*session.execute(joined).one())
