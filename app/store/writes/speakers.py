"""Speakers: one row for each, whoever names them first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from app.store.rows import ArticleRows, Row
from app.store.tables import Speaker
from app.store.writes.bulk import chunked, number_of, update_rows


def write_speakers(connection: Connection, batch: Sequence[ArticleRows]) -> dict[str, int]:
    """Return the number of every speaker of the batch, by slug, adding those that are not yet there.

    The latest reading says what somebody is called; a country, once known, is not forgotten.
    """
    wanted = _wanted(batch)
    numbers: dict[str, int] = {}
    renamed: list[Row] = []
    columns = (col(Speaker.slug), number_of(Speaker), col(Speaker.name), col(Speaker.country))
    for chunk in chunked(list(wanted)):
        for slug, number, name, country in connection.execute(select(*columns).where(col(Speaker.slug).in_(chunk))):
            numbers[slug] = number
            latest = {"name": wanted[slug]["name"], "country": wanted[slug]["country"] or country}
            if latest != {"name": name, "country": country}:
                renamed.append({"id": number, **latest})
    update_rows(connection, Speaker, renamed)
    fresh = [row for slug, row in wanted.items() if slug not in numbers]
    if fresh:
        returning = insert(Speaker).returning(col(Speaker.slug), number_of(Speaker))
        numbers.update(connection.execute(returning, fresh).all())
    return numbers


def _wanted(batch: Sequence[ArticleRows]) -> dict[str, Row]:
    wanted: dict[str, Row] = {}
    for row in (row for rows in batch for row in rows.speakers):
        known = wanted.get(row["slug"], {}).get("country")
        wanted[row["slug"]] = {**row, "country": row["country"] or known}
    return wanted
