"""Articles, their revisions, and what belongs to either as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from sqlalchemy import Connection, insert, select
from sqlmodel import SQLModel, col

from app.store.rows import ArticleRows, Row
from app.store.tables import Article, ArticleCountry, ArticleText, ArticleTopic, Block, OtherQuoted, Revision
from app.store.writes.bulk import chunked, delete_rows, insert_rows, number_of, update_rows

Parts = Callable[[ArticleRows], list[Row]]


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that is already there, with its latest revision."""

    article_id: int
    revision_id: int
    number: int
    sha256: str

    def has_text_of(self, rows: ArticleRows) -> bool:
        """Say whether the text is the stored one, so that the revision is read anew rather than followed by another."""
        return bool(rows.revision["sha256"] == self.sha256)


def find_stored(connection: Connection, keys: Sequence[str]) -> dict[str, Stored]:
    """Return those of the articles that are already there, by key."""
    latest = (col(Revision.article_id) == Article.id) & (col(Revision.number) == Article.revision)
    columns = (col(Article.key), number_of(Article), number_of(Revision), col(Revision.number), col(Revision.sha256))
    return {
        key: Stored(article_id, revision_id, number, sha256)
        for chunk in chunked(keys)
        for key, article_id, revision_id, number, sha256 in connection.execute(
            select(*columns).join(Revision, latest).where(col(Article.key).in_(chunk))
        )
    }


def write_article_rows(
    connection: Connection, batch: Sequence[ArticleRows], stored: Mapping[str, Stored], now: datetime
) -> dict[str, int]:
    """Write articles with their searched words and tags; return the number of each, by key."""
    numbers = {key: there.article_id for key, there in stored.items()}
    fresh = [rows for rows in batch if rows.key not in stored]
    if fresh:
        new = [{**rows.article, "revision": 1, "first_read": now, "last_changed": now} for rows in fresh]
        returning = insert(Article).returning(col(Article.key), number_of(Article))
        numbers.update(connection.execute(returning, new).all())
    changed = [rows for rows in batch if rows.key in stored]
    update_rows(connection, Article, [_changed_row(rows, stored[rows.key], now) for rows in changed])
    insert_rows(connection, ArticleText, [{"id": numbers[rows.key], **rows.words} for rows in fresh])
    update_rows(connection, ArticleText, [{"id": numbers[rows.key], **rows.words} for rows in changed])
    for table, tags in _TAGS:
        delete_rows(connection, table, "article_id", [numbers[rows.key] for rows in changed])
        insert_rows(connection, table, _owned(batch, "article_id", numbers, tags))
    return numbers


def write_revisions(
    connection: Connection,
    batch: Sequence[ArticleRows],
    stored: Mapping[str, Stored],
    articles: Mapping[str, int],
    now: datetime,
) -> dict[str, int]:
    """Write the latest revision of each article with its blocks; return the number of each, by the article's key.

    A changed text becomes a new revision beside the old ones; the same text read anew replaces what was concluded.
    """
    numbers, again, fresh = {}, [], []
    for rows in batch:
        there = stored.get(rows.key)
        if there and there.has_text_of(rows):
            numbers[rows.key] = there.revision_id
            again.append({"id": there.revision_id, **rows.revision, "read_at": now})
        else:
            number = there.number + 1 if there else 1
            fresh.append({"article_id": articles[rows.key], "number": number, **rows.revision, "read_at": now})
    update_rows(connection, Revision, again)
    if fresh:
        keys = {number: key for key, number in articles.items()}
        returning = insert(Revision).returning(col(Revision.article_id), number_of(Revision))
        numbers.update((keys[article], number) for article, number in connection.execute(returning, fresh))
    for table, parts in _PARTS:
        delete_rows(connection, table, "revision_id", [row["id"] for row in again])
        insert_rows(connection, table, _owned(batch, "revision_id", numbers, parts))
    return numbers


def _changed_row(rows: ArticleRows, there: Stored, now: datetime) -> Row:
    number = there.number if there.has_text_of(rows) else there.number + 1
    return {"id": there.article_id, **rows.article, "revision": number, "last_changed": now}


def _owned(batch: Sequence[ArticleRows], owner: str, numbers: Mapping[str, int], parts: Parts) -> list[Row]:
    return [{owner: numbers[rows.key], **row} for rows in batch for row in parts(rows)]


_TAGS: tuple[tuple[type[SQLModel], Parts], ...] = (
    (ArticleCountry, attrgetter("countries")),
    (ArticleTopic, attrgetter("topics")),
)
_PARTS: tuple[tuple[type[SQLModel], Parts], ...] = (
    (Block, attrgetter("blocks")),
    (OtherQuoted, attrgetter("other_quoted")),
)
