"""The statements next to one in time: of all, and of the same speaker on the same partner."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, literal, select, tuple_, union_all
from sqlmodel import Session, col

from app.store.reads.conditions import number
from app.store.reads.loading import country_record
from app.store.records import Neighbour, Neighbours
from app.store.tables import Quote, QuoteCountry

LONGEST_WALK: Final = 500
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
    statement = select(number(Quote), col(Quote.published), col(Quote.speaker_id), _first_partner())
    found = session.execute(statement.where(col(Quote.public_id) == quote_id)).one_or_none()
    if found is None or found.published is None:
        return Neighbours()
    place = (found.published, found.id)
    ends = {"previous": _nearest(place, later=False), "next": _nearest(place, later=True)}
    code: str | None = found.code if found.speaker_id else None
    if code:
        ends["previous_on_partner"] = _on_partner(code, place, found.speaker_id, later=False)
        ends["next_on_partner"] = _on_partner(code, place, found.speaker_id, later=True)
    every = union_all(*(_described(name, end) for name, end in ends.items()))
    neighbours = {end: Neighbour(*described) for end, *described in session.execute(every)}
    return Neighbours(partner=country_record(code, "partner") if code else None, **neighbours)


def _nearest(place: Place, *, later: bool, speaker: int | None = None) -> Walk:
    """Return the statement that walks away from a place in time, nearest first."""
    key, here = tuple_(*_PLACE), tuple_(*map(literal, place))
    beyond: ColumnElement[bool] = key > here if later else key < here
    walk = select(number(Quote), col(Quote.published)).where(col(Quote.state) == "current", beyond)
    if speaker is not None:
        walk = walk.where(col(Quote.speaker_id) == speaker)
    return walk.order_by(*(column.asc() if later else column.desc() for column in _PLACE))


def _on_partner(code: str, place: Place, speaker: int, *, later: bool) -> Walk:
    """Return the statement that finds the quotes about a partner among the nearest of a speaker."""
    steps = _nearest(place, later=later, speaker=speaker).limit(LONGEST_WALK).subquery()
    tag: Any = QuoteCountry
    about = exists().where(tag.quote_id == steps.c.id, tag.code == code, tag.role == "partner")
    order = (steps.c.published, steps.c.id)
    return (
        select(steps.c.id, steps.c.published)
        .where(about)
        .order_by(*(one.asc() if later else one.desc() for one in order))
    )


def _described(name: str, end: Walk) -> Select[Any]:
    """Return the statement that tells of the first quote of a walk what its neighbour's page shows."""
    first = end.with_only_columns(end.selected_columns[0]).limit(1).scalar_subquery()
    columns: tuple[Any, ...] = (Quote.public_id, Quote.text, Quote.speaker_name, Quote.published)
    return select(literal(name), *columns).where(number(Quote) == first)


def _first_partner() -> Any:
    partners = select(col(QuoteCountry.code)).where(
        col(QuoteCountry.quote_id) == number(Quote), col(QuoteCountry.role) == "partner"
    )
    return partners.order_by(col(QuoteCountry.position)).limit(1).scalar_subquery().label("code")
