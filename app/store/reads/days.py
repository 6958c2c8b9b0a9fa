"""On which days something was said, and on which days the corpus holds anything at all."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.store.reads.conditions import quote_conditions, quote_day
from app.store.reads.criteria import understand
from app.store.reads.remembering import remembered
from app.store.records import DayCount
from app.store.selection import Selection
from app.store.tables import Article


@remembered
def count_days(session: Session, selection: Selection) -> list[DayCount]:
    """Return the days of a selection's statements in order, with the number of each. Raises InvalidQuery.

    They are the days that the selection speaks of; undated statements are left out.
    """
    day = quote_day(selection)
    conditions = quote_conditions(understand(session, selection))
    statement = select(day, func.count()).where(day.is_not(None), *conditions).group_by(day).order_by(day)
    return [DayCount(one, quotes) for one, quotes in session.execute(statement)]


@remembered
def article_days(session: Session) -> list[date]:
    """Return the days of which the corpus holds an article about anything, in order."""
    day = col(Article.published)
    found = session.execute(select(day).where(day.is_not(None)).distinct().order_by(day)).scalars()
    return [one for one in found if one]
