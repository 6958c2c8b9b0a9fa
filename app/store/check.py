"""Whether a database is sound: what must hold of it, checked from one end to the other.

Each check yields sentences about what is wrong. None changes anything; memory stays flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, or_, select, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import col

from app.extraction.identity import article_id, wording
from app.store.fulltext import INDEXES
from app.store.tables import (
    Article,
    ArticleText,
    Block,
    OtherQuoted,
    Quote,
    QuoteSpan,
    Revision,
    Speaker,
)

MOST_OF_A_KIND = 20
"""Faults of one kind that are named; the rest would say nothing new."""


def find_faults(engine: Engine) -> Iterator[str]:
    """Yield a sentence for each fault of a migrated database; none when it is sound."""
    with engine.connect() as connection:
        for check in CHECKS:
            for count, fault in enumerate(check(connection)):
                if count == MOST_OF_A_KIND:
                    yield "… and more of that kind"
                    break
                yield fault
        connection.rollback()


def check_file(connection: Connection) -> Iterator[str]:
    """Ask whether the pages of the file are intact."""
    for (message,) in connection.execute(text("PRAGMA quick_check")):
        if message != "ok":
            yield f"the file is damaged: {message}"


def check_links(connection: Connection) -> Iterator[str]:
    """Ask whether rows refer to rows that are there."""
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table} row {row} refers to a {parent} that is not there"


def check_indexes(connection: Connection) -> Iterator[str]:
    """Compare the full-text indexes with the texts."""
    for index in INDEXES:
        try:
            connection.execute(text(index.verification()))
        except DatabaseError as error:
            yield f"the full-text index {index.name} disagrees with {index.content}: {error.orig}"


def check_revisions(connection: Connection) -> Iterator[str]:
    """Compare blocks and quoted words with their revision's text."""
    parts: tuple[tuple[Any, Any], ...] = (
        (Block, col(Block.kind).label("content")),
        (OtherQuoted, col(OtherQuoted.text).label("content")),
    )
    for table, content in parts:
        statement = (
            select(Revision.id, Revision.text, table.start, table.end, content)  # type: ignore[call-overload]
            .join(table, table.revision_id == Revision.id)
            .order_by(Revision.id, table.position)
        )
        for row in _streamed(connection, statement):
            found = row.text[row.start : row.end]
            if not 0 <= row.start < row.end <= len(row.text):
                yield f"revision {row.id} has a {table.__name__} outside its text ({row.start} to {row.end})"
            elif table is OtherQuoted and found != row.content:
                yield f"revision {row.id} quotes {row.content[:40]!r} where the text has {found[:40]!r}"


def check_quotes(connection: Connection) -> Iterator[str]:
    """Compare quotes with the words that stand in their spans."""
    statement = (
        select(Quote.id, Quote.public_id, Quote.text, Revision.text.label("whole"), QuoteSpan.start, QuoteSpan.end)  # type: ignore[call-overload,attr-defined]
        .join(Revision, col(Revision.id) == Quote.revision_id)
        .outerjoin(QuoteSpan, col(QuoteSpan.quote_id) == Quote.id)
        .order_by(col(Quote.id), col(QuoteSpan.position))
    )
    for _, rows in groupby(_streamed(connection, statement), key=attrgetter("id")):
        spans = list(rows)
        quote = spans[0]
        if quote.start is None:
            yield f"quote {quote.public_id} has no span"
        elif " ".join(quote.whole[span.start : span.end] for span in spans) != quote.text:
            yield f"quote {quote.public_id} is not what stands in its spans"


def check_copies(connection: Connection) -> Iterator[str]:
    """Compare copied values and counts with what they are taken from."""
    standing = (
        select(func.count())
        .where(col(Quote.article_id) == Article.id, col(Quote.state) == "current")
        .correlate(Article)
        .scalar_subquery()
    )
    counts = select(Article.public_id, Article.quote_count, standing.label("found"))  # type: ignore[call-overload]
    for row in _streamed(connection, counts.where(standing != Article.quote_count)):
        yield f"article {row.public_id} counts {row.quote_count} quotes and has {row.found}"
    copied = (
        select(col(Quote.public_id))
        .join(Article, col(Article.id) == Quote.article_id)
        .outerjoin(Speaker, col(Speaker.id) == Quote.speaker_id)
        .where(col(Quote.state) == "current")
        .where(
            or_(
                col(Quote.published).is_distinct_from(col(Article.published)),
                col(Quote.outlet).is_distinct_from(col(Article.outlet)),
                col(Quote.speaker_id).is_(None) & col(Quote.speaker_name).is_not(None),
            )
        )
    )
    for row in _streamed(connection, copied):
        yield f"quote {row.public_id} has another day, outlet or speaker than its article"
    columns: tuple[Any, ...] = (Quote.public_id, Quote.text, Quote.wording)
    for row in _streamed(connection, select(*columns)):
        if row.wording != wording(row.text):
            yield f"quote {row.public_id} is known by the number of other words"


def check_addresses(connection: Connection) -> Iterator[str]:
    """Ask whether every address resolves, whatever became of the words."""
    latest = (col(Revision.article_id) == Article.id) & (col(Revision.number) == Article.revision)
    articles = (
        select(Article.public_id, Article.key, Revision.id.label("revision"), ArticleText.id.label("words"))  # type: ignore[call-overload,union-attr,attr-defined]
        .outerjoin(Revision, latest)
        .outerjoin(ArticleText, col(ArticleText.id) == Article.id)
    )
    for row in _streamed(connection, articles):
        if row.public_id != article_id(row.key):
            yield f"article {row.public_id} has an id that does not follow from its key {row.key!r}"
        if row.revision is None or row.words is None:
            yield f"article {row.public_id} has no text to show"
    successors = col(Quote.successor_id).is_not(None)
    lost = select(col(Quote.public_id)).where(
        or_(
            (col(Quote.state) == "altered") & ~successors,
            (col(Quote.state) != "altered") & successors,
            col(Quote.state).not_in(("current", "altered", "gone")),
        )
    )
    for row in _streamed(connection, lost):
        yield f"quote {row.public_id} leads nowhere: its state and its successor contradict each other"


def _streamed(connection: Connection, statement: Select[Any]) -> Iterator[Any]:
    return iter(connection.execution_options(yield_per=1000).execute(statement))


CHECKS: tuple[Callable[[Connection], Iterator[str]], ...] = (
    check_file,
    check_links,
    check_indexes,
    check_revisions,
    check_quotes,
    check_copies,
    check_addresses,
)
