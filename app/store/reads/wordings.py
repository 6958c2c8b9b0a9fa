"""How the words of a quote stood in earlier revisions of its article."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.store.reads.conditions import number
from app.store.records import EarlierWording
from app.store.tables import Quote, Revision


def read_earlier_wordings(session: Session, quote_id: str) -> tuple[EarlierWording, ...]:
    """Return the wordings whose addresses lead to a quote, directly or over others, the latest first."""
    sibling = aliased(Quote)
    statement = (
        select(sibling.id, sibling.public_id, sibling.successor_id, sibling.text, Revision.number)  # type: ignore[call-overload]
        .join(Revision, col(Revision.id) == sibling.revision_id)
        .join(Quote, col(Quote.article_id) == sibling.article_id)
        .where(col(Quote.public_id) == quote_id, sibling.state == "altered")
    )
    replaced: dict[int, list[tuple[int, EarlierWording]]] = {}
    for row_id, public_id, successor, text, revision in session.execute(statement):
        replaced.setdefault(successor, []).append((row_id, EarlierWording(public_id, text, revision)))
    if not replaced:
        return ()
    current = session.execute(select(number(Quote)).where(col(Quote.public_id) == quote_id)).scalar_one()
    found: list[EarlierWording] = []
    ends = [current]
    while ends:
        # Taken out as they are followed: rows that point at each other cannot be followed twice.
        reached = [wording for end in ends for wording in replaced.pop(end, ())]
        found += [wording for _, wording in reached]
        ends = [row_id for row_id, _ in reached]
    return tuple(sorted(found, key=lambda wording: wording.revision, reverse=True))
