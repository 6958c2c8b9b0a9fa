"""Speakers: one row for each, whoever names them first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from app.store.rows import ArticleRows
from app.store.tables import Speaker
from app.store.writes.bulk import chunked, number_of


def write_speakers(connection: Connection, batch: Sequence[ArticleRows]) -> dict[str, int]:
    """Return the number of every speaker of the batch, by slug, adding those that are not yet there."""
    wanted = {row["slug"]: row for rows in batch for row in rows.speakers}
    numbers: dict[str, int] = {}
    for chunk in chunked(list(wanted)):
        statement = select(col(Speaker.slug), number_of(Speaker)).where(col(Speaker.slug).in_(chunk))
        numbers.update(connection.execute(statement).all())
    fresh = [row for slug, row in wanted.items() if slug not in numbers]
    if fresh:
        returning = insert(Speaker).returning(col(Speaker.slug), number_of(Speaker))
        numbers.update(connection.execute(returning, fresh).all())
    return numbers
