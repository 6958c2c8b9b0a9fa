"""The statements next to one in time: of all, and of the same speaker on the same partner."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import CompoundSelect, Select, bindparam, exists, literal, select, tuple_, union_all
from sqlmodel import Session

from app.store.reads.core import table_of
from app.store.reads.loading import country_record
from app.store.records import Neighbour, Neighbours
from app.store.tables import Quote, QuoteCountry

LONGEST_WALK: Final = 500
"""Statements of a speaker that are looked through for the next one on a partner, so that a page's time is bounded:
of somebody who never spoke of the partner again, only the nearest are asked."""

_QUOTE: Final = table_of(Quote).c
_TAG: Final = table_of(QuoteCountry).c


def read_neighbours(session: Session, quote_id: str) -> Neighbours:
    """Return what was published before and after a quote; nothing for one that is undated or not known.

    Quotes of one day stand in the order in which they were read, those of one article in the order of its text.
    """
    here = session.execute(_HERE, {"public_id": quote_id}).one_or_none()
    if here is None or here.day is None:
        return Neighbours()
    code: str | None = here.code if here.speaker is not None else None
    found = session.execute(_ON_PARTNER_TOO if code else _OF_ALL, {**here._asdict(), "steps": LONGEST_WALK})
    neighbours = {end: Neighbour(*described) for end, *described in found}
    return Neighbours(partner=country_record(code, "partner") if code else None, **neighbours)


def _select_here() -> Select[Any]:
    first_partner = (
        select(_TAG.code)
        .where(_TAG.quote_id == _QUOTE.id, _TAG.role == "partner")
        .order_by(_TAG.position)
        .limit(1)
        .scalar_subquery()
    )
    columns = (_QUOTE.id.label("number"), _QUOTE.published.label("day"), _QUOTE.speaker_id.label("speaker"))
    return select(*columns, first_partner.label("code")).where(_QUOTE.public_id == bindparam("public_id"))


def _nearest(*, later: bool) -> Select[Any]:
    """Return the statement that walks away from ``day`` and ``number``, nearest first."""
    place = (_QUOTE.published, _QUOTE.id)
    here = tuple_(bindparam("day", type_=_QUOTE.published.type), bindparam("number"))
    beyond = tuple_(*place) > here if later else tuple_(*place) < here
    order = (column.asc() if later else column.desc() for column in place)
    return select(_QUOTE.id, _QUOTE.published).where(_QUOTE.state == "current", beyond).order_by(*order)


def _nearest_on_partner(*, later: bool) -> Select[Any]:
    """Return the statement that finds the quotes about ``code`` among the nearest of ``speaker``."""
    nearest = _nearest(later=later).where(_QUOTE.speaker_id == bindparam("speaker"))
    steps = nearest.limit(bindparam("steps")).subquery()
    about = exists().where(_TAG.quote_id == steps.c.id, _TAG.code == bindparam("code"), _TAG.role == "partner")
    order = (column.asc() if later else column.desc() for column in (steps.c.published, steps.c.id))
    return select(steps.c.id).where(about).order_by(*order)


def _described(end: str, walk: Select[Any]) -> Select[Any]:
    """Return the statement that tells of the first quote of a walk what its neighbour's page shows."""
    first = walk.with_only_columns(walk.selected_columns[0]).limit(1).scalar_subquery()
    shown = (_QUOTE.public_id, _QUOTE.text, _QUOTE.speaker_name, _QUOTE.published)
    return select(literal(end), *shown).where(_QUOTE.id == first)


def _ends(*, on_partner: bool) -> CompoundSelect[Any]:
    walks = {"previous": _nearest(later=False), "next": _nearest(later=True)}
    if on_partner:
        walks["previous_on_partner"] = _nearest_on_partner(later=False)
        walks["next_on_partner"] = _nearest_on_partner(later=True)
    return union_all(*(_described(end, walk) for end, walk in walks.items()))


_HERE: Final = _select_here()
_OF_ALL: Final = _ends(on_partner=False)
_ON_PARTNER_TOO: Final = _ends(on_partner=True)
