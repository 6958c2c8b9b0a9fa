"""Writing what was read: articles in batches, one transaction a batch, in bulk and never an object per row.

An address that was handed out is never deleted: a quote whose words left the text keeps its row (see ``revisions``).
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Engine, bindparam, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from app.store.rows import ArticleRows
from app.store.tables import Article, Corpus
from app.store.writes.articles import find_stored, write_article_rows, write_revisions
from app.store.writes.bulk import chunked
from app.store.writes.quotes import write_quotes
from app.store.writes.speakers import write_speakers

__all__ = ["KnownSource", "Written", "known_sources", "write_articles"]


@dataclass(frozen=True, slots=True)
class KnownSource:
    """What is stored of a source: enough to see whether it must be read again."""

    source_digest: str
    extraction_version: str


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one article of a batch; ``problem`` is a sentence when it could not be kept."""

    key: str
    outcome: Literal["new", "changed", "failed"]
    problem: str | None = None


def known_sources(engine: Engine, keys: Sequence[str]) -> dict[str, KnownSource]:
    """Return what is stored of each of the articles with these keys, by key; absent when there is none."""
    columns = (col(Article.key), col(Article.source_digest), col(Article.extraction_version))
    statement = select(*columns).where(col(Article.key).in_(bindparam("keys", expanding=True)))
    with engine.connect() as connection:
        return {
            key: KnownSource(digest, version)
            for chunk in chunked(keys)
            for key, digest, version in connection.execute(statement, {"keys": chunk})
        }


def write_articles(engine: Engine, batch: Sequence[ArticleRows], now: datetime) -> list[Written]:
    """Keep a batch of articles, new or changed, in one transaction; keys are unique within it, ``now`` is aware.

    When the database refuses the batch, its articles are kept one by one, so that one bad article costs only itself.
    """
    try:
        with engine.begin() as connection:
            return _write_batch(connection, batch, now)
    except (SQLAlchemyError, UnicodeEncodeError) as error:
        if len(batch) == 1:
            return [Written(batch[0].key, "failed", f"the database refused it: {getattr(error, 'orig', error)}")]
        return [written for rows in batch for written in write_articles(engine, [rows], now)]


def _write_batch(connection: Connection, batch: Sequence[ArticleRows], now: datetime) -> list[Written]:
    stored = find_stored(connection, [rows.key for rows in batch])
    speakers = write_speakers(connection, batch)
    articles = write_article_rows(connection, batch, stored, now)
    revisions = write_revisions(connection, batch, stored, articles, now)
    write_quotes(connection, batch, stored, articles, revisions, speakers)
    connection.execute(update(Corpus).values(generation=secrets.token_hex(8)))
    return [Written(rows.key, "changed" if rows.key in stored else "new") for rows in batch]
