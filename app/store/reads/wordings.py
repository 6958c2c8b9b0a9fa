"""How the words of a quote stood in earlier revisions of its article."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session

from app.store.reads.core import table_of
from app.store.records import EarlierWording
from app.store.tables import Quote, Revision


def read_earlier_wordings(session: Session, quote_id: str) -> tuple[EarlierWording, ...]:
    """Return the wordings whose addresses lead to a quote, directly or over others, the latest first."""
    replaced: dict[int, list[tuple[int, EarlierWording]]] = {}
    ends: list[int] = []
    for current, row_id, public_id, successor, text, revision in session.execute(_ALTERED, {"public_id": quote_id}):
        ends = [current]
        replaced.setdefault(successor, []).append((row_id, EarlierWording(public_id, text, revision)))
    found: list[EarlierWording] = []
    while ends:
        # Taken out as they are followed: rows that point at each other cannot be followed twice.
        reached = [wording for end in ends for wording in replaced.pop(end, ())]
        found += [wording for _, wording in reached]
        ends = [row_id for row_id, _ in reached]
    return tuple(sorted(found, key=lambda wording: wording.revision, reverse=True))


def _select_altered() -> Select[Any]:
    """Return the statement that finds the altered quotes of a quote's article, each with the number of that quote."""
    quote, sibling, revision = table_of(Quote), table_of(Quote).alias(), table_of(Revision)
    columns = (sibling.c.id, sibling.c.public_id, sibling.c.successor_id, sibling.c.text, revision.c.number)
    return (
        select(quote.c.id.label("current"), *columns)
        .join_from(quote, sibling, sibling.c.article_id == quote.c.article_id)
        .join(revision, revision.c.id == sibling.c.revision_id)
        .where(quote.c.public_id == bindparam("public_id"), sibling.c.state == "altered")
    )


_ALTERED: Final = _select_altered()
