"""Counts by two things at once: a topic or a partner, and the month."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, Final, Literal

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from app.store.reads.conditions import quote_conditions, quote_day
from app.store.reads.criteria import understand
from app.store.reads.remembering import remembered
from app.store.records import GridCount
from app.store.selection import Selection
from app.store.tables import Quote, QuoteCountry, QuoteTopic, Speaker

Subject = Literal["country", "topic", "speaker"]


def _by_country(statement: Select[Any], selection: Selection) -> Select[Any]:
    joined = statement.add_columns(col(QuoteCountry.code)).join(QuoteCountry, col(QuoteCountry.quote_id) == Quote.id)
    return joined.where(col(QuoteCountry.role) == "partner") if selection.role == "partner" else joined


def _by_topic(statement: Select[Any], _: Selection) -> Select[Any]:
    return statement.add_columns(col(QuoteTopic.slug)).join(QuoteTopic, col(QuoteTopic.quote_id) == Quote.id)


def _by_speaker(statement: Select[Any], _: Selection) -> Select[Any]:
    return statement.add_columns(col(Speaker.slug)).join(Speaker, col(Quote.speaker_id) == Speaker.id)


_JOINED: Final = {"country": _by_country, "topic": _by_topic, "speaker": _by_speaker}


@remembered
def count_grid(session: Session, selection: Selection, subject: Subject) -> list[GridCount]:
    """Return how many statements there are of each subject and month, those without any left out.

    Subjects come in the order of their keys (codes, slugs), the months of each in order. A statement with several
    subjects counts under each; undated ones are left out. Raises InvalidQuery.
    """
    day = quote_day(selection)
    counted = select(day, func.count()).select_from(Quote)
    statement = _JOINED[subject](counted, selection)
    key = list(statement.selected_columns)[-1]
    conditions = quote_conditions(understand(session, selection))
    months: Counter[tuple[str, date]] = Counter()
    # Grouped by days, which an index holds, and folded into months here: databases disagree about how to take a month.
    for one, quotes, value in session.execute(statement.where(day.is_not(None), *conditions).group_by(key, day)):
        months[value, one.replace(day=1)] += quotes
    return [GridCount(value, month, months[value, month]) for value, month in sorted(months)]
