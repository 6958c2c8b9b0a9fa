"""The words that a selection's statements use."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlmodel import Session, col

from app.store.reads.conditions import number, quote_conditions, quote_day
from app.store.reads.criteria import understand
from app.store.selection import Selection
from app.store.tables import Quote
from app.store.word_counts import WordUse, count_words

MOST_STATEMENTS: Final = 20_000
"""Statements whose words are counted: enough to tell what is said, few enough to be read while somebody waits."""

_CHUNK: Final = 1000


def read_words(session: Session, selection: Selection, *, limit: int = MOST_STATEMENTS) -> WordUse:
    """Return which words are used how often in a selection's newest statements, at most ``limit`` of them.

    Texts pass through a few at a time. Undated statements count as the oldest. Raises InvalidQuery.
    """
    conditions = quote_conditions(understand(session, selection))
    newest_first = (quote_day(selection).desc().nulls_last(), number(Quote))
    statement = select(col(Quote.text)).where(*conditions).order_by(*newest_first).limit(limit)
    return count_words(session.execute(statement, execution_options={"yield_per": _CHUNK}).scalars())
