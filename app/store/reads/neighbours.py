"""The statements next to one in time: of all, and of the same speaker on the same partner."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, literal, select, tuple_
from sqlmodel import Session, col

from app.store.reads.conditions import number
from app.store.reads.loading import country_record, load_quotes
from app.store.records import Neighbours, QuoteRecord
from app.store.tables import Quote, QuoteCountry

LONGEST_WALK: Final = 2_000
"""Statements of a speaker that are looked through for the next one on a partner, so that a page's time is bounded:
of somebody who never spoke of the partner again, only the nearest are asked."""

Place = tuple[date, int]
"""A day and a quote's number."""
Walk = Select[int, date | None]
"""Selects quotes' numbers and days."""

_PLACE: Final = (col(Quote.published), number(Quote))


def read_neighbours(session: Session, quote_id: str) -> Neighbours:
    """Return what was published before and after a quote; nothing for one that is undated or not known.

    Quotes of one day stand in the order in which they were read, those of one article in the order of its text.
    """
    statement = select(number(Quote), col(Quote.published), col(Quote.speaker_id))
    found = session.execute(statement.where(col(Quote.public_id) == quote_id)).one_or_none()
    if found is None or found.published is None:
        return Neighbours()
    place = (found.published, found.id)
    ends = {"previous": _walk(place, later=False), "next": _walk(place, later=True)}
    code = _first_partner(session, found.id) if found.speaker_id else None
    if code:
        for name, later in (("previous_on_partner", False), ("next_on_partner", True)):
            ends[name] = _on_partner(session, code, _walk(place, later=later, speaker=found.speaker_id), later=later)
    numbers = {name: session.execute(end.limit(1)).scalars().first() for name, end in ends.items()}
    wanted = sorted({one for one in numbers.values() if one is not None})
    records = dict(zip(wanted, load_quotes(session, wanted), strict=True))
    neighbours: dict[str, QuoteRecord] = {name: records[one] for name, one in numbers.items() if one is not None}
    return Neighbours(partner=country_record(code, "partner") if code else None, **neighbours)


def _walk(place: Place, *, later: bool, speaker: int | None = None) -> Walk:
    """Return the statement that walks away from a place in time, nearest first."""
    walk = select(number(Quote), col(Quote.published)).where(col(Quote.state) == "current", _beyond(place, later=later))
    if speaker is not None:
        walk = walk.where(col(Quote.speaker_id) == speaker)
    return walk.order_by(*(column.asc() if later else column.desc() for column in _PLACE))


def _on_partner(session: Session, code: str, walk: Walk, *, later: bool) -> Walk:
    """Return the walk that stops at quotes about a partner alone, and does not go on beyond LONGEST_WALK."""
    tag: Any = QuoteCountry
    about = exists().where(tag.quote_id == number(Quote), tag.code == code, tag.role == "partner")
    last = session.execute(walk.offset(LONGEST_WALK).limit(1)).one_or_none()
    return walk.where(about, _beyond((last.published, last.id), later=not later)) if last else walk.where(about)


def _beyond(place: Place, *, later: bool) -> ColumnElement[bool]:
    key, here = tuple_(*_PLACE), tuple_(*map(literal, place))
    return key > here if later else key < here


def _first_partner(session: Session, quote: int) -> str | None:
    partners = select(col(QuoteCountry.code)).where(
        col(QuoteCountry.quote_id) == quote, col(QuoteCountry.role) == "partner"
    )
    return session.execute(partners.order_by(col(QuoteCountry.position)).limit(1)).scalars().first()
