"""Who told what others had said."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.store.reads.conditions import quote_conditions, quote_day
from app.store.reads.criteria import understand
from app.store.reads.remembering import remembered
from app.store.records import Tally
from app.store.selection import Selection
from app.store.tables import Quote, Speaker


@remembered
def count_relayers(session: Session, selection: Selection) -> list[Tally]:
    """Return those by whom a selection's statements were told, the most frequent first. Raises InvalidQuery."""
    day = quote_day(selection)
    columns = (col(Speaker.slug), col(Speaker.name), func.count(), func.count(col(Quote.article_id).distinct()))
    statement = (
        select(*columns, func.min(day), func.max(day))
        .select_from(Quote)
        .join(Speaker, col(Quote.via_id) == Speaker.id)
        .where(*quote_conditions(understand(session, selection)))
        .group_by(col(Speaker.slug), col(Speaker.name))
    )
    tallies = [Tally(*row) for row in session.execute(statement)]
    return sorted(tallies, key=lambda tally: (-tally.quotes, tally.label))
