"""A selection in a few numbers."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.store.reads.conditions import quote_conditions, quote_day
from app.store.reads.criteria import understand
from app.store.records import Overview
from app.store.selection import Selection
from app.store.tables import Quote


def read_overview(session: Session, selection: Selection) -> Overview:
    """Return how many quotes a selection holds, of how many articles and speakers, and since when. Raises InvalidQuery.

    Speakers are those known by name; the days are those that the selection speaks of.
    """
    day = quote_day(selection)
    statement = (
        select(
            func.count(),
            func.count(col(Quote.article_id).distinct()),
            func.count(col(Quote.speaker_id).distinct()),
            func.min(day),
            func.max(day),
        )
        .select_from(Quote)
        .where(*quote_conditions(understand(session, selection)))
    )
    return Overview(*session.execute(statement).one())
