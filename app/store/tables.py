"""What is kept: one table for each thing of the domain, and nothing about how it is found or written.

An article has revisions, kept side by side when its text changes; blocks and quoted non-statements belong to a
revision, quotes to an article (their addresses outlive any revision). A quote's row says in which revision its words
last stood. Offsets count code points over that revision's text. Values that the machine derived keep their evidence.

``Quote`` repeats its article's day, outlet and its speaker's name, so that a listing of millions of quotes is read
from one index and the full-text index over quotes needs no join; writes keep them in step, ``check`` verifies it.
The full-text tables (``article_search``, ``quote_search``) are made by the migration, with the triggers that fill
them: they are indexes, not tables of the domain.
"""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, text
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING

NO_ROWID = {"sqlite_with_rowid": False}
"""Clusters a table by its primary key: its rows are only ever read by the key's first column."""

CURRENT = text("state = 'current'")
"""Listings show the quotes that stand in their article's latest revision; the partial indexes hold no others."""


def _json(*, nullable: bool = False) -> Any:
    return Field(sa_column=Column(JSON(none_as_null=True), nullable=nullable))


class Corpus(SQLModel, table=True):
    """The one row about the whole database: a token that changes with every committed ingest."""

    id: int = Field(primary_key=True)
    generation: str


class Article(SQLModel, table=True):
    """One text as published by one outlet, as its latest revision has it."""

    __table_args__ = (
        Index("ix_article_published_id", "published", "id"),
        Index("ix_article_outlet_published_id", "outlet", "published", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True)
    key: str = Field(unique=True)
    source_digest: str
    """Of text and supplied metadata, to tell an unchanged source without reading it anew."""
    extraction_version: str
    revision: int
    """The number of the latest revision, counted from 1."""
    url: str | None
    outlet: str | None
    title: str
    opening: str
    """The first words of the body."""
    quote_count: int
    published: datetime.date | None
    date_method: str
    first_read: datetime.datetime
    last_changed: datetime.datetime


class ArticleText(SQLModel, table=True):
    """The words of an article that a search may find: its title and its body without boilerplate."""

    __tablename__ = "article_text"

    id: int = Field(primary_key=True, foreign_key="article.id")
    title: str
    body: str


class Revision(SQLModel, table=True):
    """One state of an article's text, never edited, with what was concluded about it as a whole."""

    __table_args__ = (Index("uq_revision_article_id_number", "article_id", "number", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    number: int
    sha256: str
    text: str
    title: str | None
    deck: str | None
    language: str
    dateline: dict[str, Any] | None = _json(nullable=True)
    published: datetime.date | None
    date_method: str
    date_confidence: float
    date_candidates: list[str] = _json()
    date_evidence: list[dict[str, Any]] = _json()
    extraction_version: str
    read_at: datetime.datetime


class Block(SQLModel, table=True):
    """A stretch of a revision with a kind."""

    __table_args__ = (NO_ROWID,)

    revision_id: int = Field(primary_key=True, foreign_key="revision.id")
    position: int = Field(primary_key=True)
    kind: str
    start: int
    end: int


class OtherQuoted(SQLModel, table=True):
    """Something in quotation marks that is no statement of its own, and why."""

    __tablename__ = "other_quoted"
    __table_args__ = (NO_ROWID,)

    revision_id: int = Field(primary_key=True, foreign_key="revision.id")
    position: int = Field(primary_key=True)
    start: int
    end: int
    text: str
    reason: str


class Speaker(SQLModel, table=True):
    """A person or body whose words are quoted; offices are the vocabulary's."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    country: str | None


class Quote(SQLModel, table=True):
    """One utterance. The row stays for ever; ``state`` says whether the latest revision still has the words."""

    __table_args__ = (
        Index("ix_quote_published_id", "published", "id", sqlite_where=CURRENT),
        Index("ix_quote_statement_date_id", "statement_date", "id", sqlite_where=CURRENT),
        Index("ix_quote_speaker_id_published_id", "speaker_id", "published", "id", sqlite_where=CURRENT),
        Index("ix_quote_outlet_published_id", "outlet", "published", "id", sqlite_where=CURRENT),
        Index("ix_quote_side_published_id", "side", "published", "id", sqlite_where=CURRENT),
        Index("ix_quote_article_id", "article_id", "position"),
        Index("ix_quote_wording", "wording", sqlite_where=text("wording IS NOT NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True)
    article_id: int = Field(foreign_key="article.id")
    revision_id: int = Field(foreign_key="revision.id")
    state: str
    successor_id: int | None = Field(default=None, foreign_key="quote.id")
    position: int
    text: str
    kind: str
    side: str
    confidence: float
    speaker_id: int | None = Field(default=None, foreign_key="speaker.id")
    speaker_name: str | None
    speaker_role: str | None
    as_written: str | None
    via_id: int | None = Field(default=None, foreign_key="speaker.id")
    via_role: str | None
    via_as_written: str | None
    cue: dict[str, Any] | None = _json(nullable=True)
    statement_date: datetime.date | None
    statement_date_evidence: list[dict[str, Any]] = _json()
    published: datetime.date | None
    outlet: str | None
    wording: int | None = Field(sa_type=BigInteger)
    """What quotes with the same words share (``app.extraction.identity.wording``)."""


class QuoteSpan(SQLModel, table=True):
    """One stretch of a quote, in the text of the revision in which it last stood."""

    __tablename__ = "quote_span"
    __table_args__ = (NO_ROWID,)

    quote_id: int = Field(primary_key=True, foreign_key="quote.id")
    position: int = Field(primary_key=True)
    start: int
    end: int


class QuoteCountry(SQLModel, table=True):
    """A country a quote belongs to: a partner of its article, or one that its own words name."""

    __tablename__ = "quote_country"
    __table_args__ = (Index("ix_quote_country_code_role_quote_id", "code", "role", "quote_id"), NO_ROWID)

    quote_id: int = Field(primary_key=True, foreign_key="quote.id")
    code: str = Field(primary_key=True)
    position: int
    role: str


class QuoteTopic(SQLModel, table=True):
    """A topic of a quote: its own, or its article's where it has none."""

    __tablename__ = "quote_topic"
    __table_args__ = (Index("ix_quote_topic_slug_quote_id", "slug", "quote_id"), NO_ROWID)

    quote_id: int = Field(primary_key=True, foreign_key="quote.id")
    slug: str = Field(primary_key=True)
    position: int


class ArticleCountry(SQLModel, table=True):
    """A partner or mention of an article's latest revision."""

    __tablename__ = "article_country"
    __table_args__ = (Index("ix_article_country_code_role_article_id", "code", "role", "article_id"), NO_ROWID)

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    code: str = Field(primary_key=True)
    position: int
    role: str
    score: float
    evidence: list[dict[str, Any]] = _json()


class ArticleTopic(SQLModel, table=True):
    """A topic of an article's latest revision."""

    __tablename__ = "article_topic"
    __table_args__ = (Index("ix_article_topic_slug_article_id", "slug", "article_id"), NO_ROWID)

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    slug: str = Field(primary_key=True)
    position: int
    score: float
    evidence: list[dict[str, Any]] = _json()
