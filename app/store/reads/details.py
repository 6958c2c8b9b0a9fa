"""Everything about one article, one quote, one speaker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select
from sqlmodel import Session

from app.extraction.model import Block as BlockFound
from app.extraction.model import Dateline
from app.extraction.model import OtherQuoted as OtherFound
from app.store.query_language import parse_query
from app.store.reads.core import table_of
from app.store.reads.loading import evidence_records, load_articles, load_quotes
from app.store.records import ArticleDetail, QuoteDetail, SpeakerRecord
from app.store.tables import Article, Block, OtherQuoted, Quote, Revision, Speaker


def read_article(session: Session, article_id: str) -> ArticleDetail | None:
    """Return an article as its latest revision has it, by its public id; None when there is none."""
    row = session.execute(_ARTICLE, {"public_id": article_id}).one_or_none()
    if row is None:
        return None
    numbers = session.execute(_QUOTES_OF_ARTICLE, {"article": row.article_id}).scalars().all()
    revision = {"revision": row.id}
    return ArticleDetail(
        article=load_articles(session, [row.article_id], _NO_QUERY)[0],
        text=row.text,
        deck=row.deck,
        language=row.language,
        dateline=Dateline(**row.dateline) if row.dateline else None,
        date_confidence=row.date_confidence,
        date_candidates=_days(row.date_candidates),
        date_evidence=evidence_records(row.date_evidence),
        blocks=tuple(BlockFound(*block) for block in session.execute(_BLOCKS, revision)),
        quotes=tuple(load_quotes(session, numbers)),
        other_quoted=tuple(OtherFound(*other) for other in session.execute(_OTHER_QUOTED, revision)),
        revision=row.number,
        first_read=row.first_read,
        last_changed=row.last_changed,
    )


def read_quote(session: Session, quote_id: str) -> QuoteDetail | None:
    """Return a quote by its public id, whether or not its words still stand; None when there never was such a quote."""
    row = session.execute(_QUOTE, {"public_id": quote_id}).one_or_none()
    if row is None:
        return None
    record = load_quotes(session, [row.quote_id])[0]
    start, end = record.spans[0].start, record.spans[-1].end
    touched = session.execute(_BLOCKS_TOUCHED, {"revision": row.revision_id, "start": start, "end": end}).one()
    if touched.first is not None:
        start, end = min(start, touched.first), max(end, touched.last)
    return QuoteDetail(
        quote=record,
        state=row.state,
        successor_id=row.successor,
        statement_date_evidence=evidence_records(row.statement_date_evidence),
        date_confidence=row.date_confidence,
        date_candidates=_days(row.date_candidates),
        date_evidence=evidence_records(row.date_evidence),
        context=row.text[start:end],
        context_start=start,
        revision=row.number,
        text=row.text,
        language=row.language,
    )


def read_speaker(session: Session, slug: str) -> SpeakerRecord | None:
    """Return somebody who is quoted, with the role of the latest statement; None when nobody goes by the slug."""
    speaker = session.execute(_SPEAKER, {"slug": slug}).one_or_none()
    if speaker is None:
        return None
    role, as_written = session.execute(_LATEST_ROLE, {"speaker": speaker.id}).one_or_none() or (None, None)
    return SpeakerRecord(speaker.slug, speaker.name, role, speaker.country, as_written)


def _days(stored: Sequence[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in stored)


def _select_article() -> Select[Any]:
    article, revision = table_of(Article), table_of(Revision)
    latest = (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision)
    return (
        select(*revision.c, article.c.first_read, article.c.last_changed)
        .join_from(article, revision, latest)
        .where(article.c.public_id == bindparam("public_id"))
    )


def _select_quote() -> Select[Any]:
    quote, revision, successor = table_of(Quote), table_of(Revision), table_of(Quote).alias()
    return (
        select(
            quote.c.id.label("quote_id"),
            quote.c.revision_id,
            quote.c.state,
            quote.c.statement_date_evidence,
            successor.c.public_id.label("successor"),
            *(revision.c[name] for name in _SHOWN_OF_REVISION),
        )
        .join_from(quote, revision, quote.c.revision_id == revision.c.id)
        .outerjoin(successor, quote.c.successor_id == successor.c.id)
        .where(quote.c.public_id == bindparam("public_id"))
    )


def _select_latest_role() -> Select[Any]:
    quote = table_of(Quote).c
    return (
        select(quote.speaker_role, quote.as_written)
        .where(quote.speaker_id == bindparam("speaker"), quote.state == "current", quote.published.is_not(None))
        .order_by(quote.published.desc())
        .limit(1)
    )


_SHOWN_OF_REVISION: Final = ("number", "text", "language", "date_confidence", "date_candidates", "date_evidence")
_NO_QUERY: Final = parse_query("")
_ARTICLE: Final = _select_article()
_QUOTE: Final = _select_quote()
_LATEST_ROLE: Final = _select_latest_role()
_SPEAKER: Final = select(*table_of(Speaker).c).where(table_of(Speaker).c.slug == bindparam("slug"))

_quote: Final = table_of(Quote).c
_QUOTES_OF_ARTICLE: Final = (
    select(_quote.id)
    .where(_quote.article_id == bindparam("article"), _quote.state == "current")
    .order_by(_quote.position)
)

_block: Final = table_of(Block).c
_BLOCKS: Final = (
    select(_block.kind, _block.start, _block.end)
    .where(_block.revision_id == bindparam("revision"))
    .order_by(_block.position)
)
_BLOCKS_TOUCHED: Final = select(func.min(_block.start).label("first"), func.max(_block.end).label("last")).where(
    _block.revision_id == bindparam("revision"), _block.start < bindparam("end"), _block.end > bindparam("start")
)
"""Where the first block that a stretch touches begins and the last one ends."""

_other: Final = table_of(OtherQuoted).c
_OTHER_QUOTED: Final = (
    select(_other.start, _other.end, _other.text, _other.reason)
    .where(_other.revision_id == bindparam("revision"))
    .order_by(_other.position)
)
