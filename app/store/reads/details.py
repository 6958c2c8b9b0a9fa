"""Everything about one article, one quote, one speaker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col

from app.extraction.model import Block as BlockFound
from app.extraction.model import Dateline, Span
from app.extraction.model import OtherQuoted as OtherFound
from app.store.query_language import parse_query
from app.store.reads.conditions import number
from app.store.reads.loading import evidence_records, load_articles, load_quotes
from app.store.records import ArticleDetail, QuoteDetail, SpeakerRecord
from app.store.tables import Article, Block, OtherQuoted, Quote, Revision, Speaker


def read_article(session: Session, article_id: str) -> ArticleDetail | None:
    """Return an article as its latest revision has it, by its public id; None when there is none."""
    statement = select(Article, Revision).join(
        Revision, (col(Revision.article_id) == Article.id) & (col(Revision.number) == Article.revision)
    )
    found = session.execute(statement.where(col(Article.public_id) == article_id)).one_or_none()
    if found is None:
        return None
    article, revision = found
    quotes = select(number(Quote)).where(col(Quote.article_id) == article.id, col(Quote.state) == "current")
    numbers = session.execute(quotes.order_by(col(Quote.position))).scalars().all()
    return ArticleDetail(
        article=load_articles(session, [article.id or 0], parse_query(""))[0],
        text=revision.text,
        deck=revision.deck,
        language=revision.language,
        dateline=Dateline(**revision.dateline) if revision.dateline else None,
        date_confidence=revision.date_confidence,
        date_candidates=_days(revision.date_candidates),
        date_evidence=evidence_records(revision.date_evidence),
        blocks=_blocks(session, revision),
        quotes=tuple(load_quotes(session, numbers)),
        other_quoted=_other_quoted(session, revision),
        revision=revision.number,
        first_read=article.first_read,
        last_changed=article.last_changed,
    )


def read_quote(session: Session, quote_id: str) -> QuoteDetail | None:
    """Return a quote by its public id, whether or not its words still stand; None when there never was such a quote."""
    statement = select(Quote, Revision).join(Revision, col(Quote.revision_id) == Revision.id)
    found = session.execute(statement.where(col(Quote.public_id) == quote_id)).one_or_none()
    if found is None:
        return None
    quote, revision = found
    record = load_quotes(session, [quote.id or 0])[0]
    start, end = _context(record.spans, _blocks(session, revision))
    successor = select(col(Quote.public_id)).where(number(Quote) == quote.successor_id)
    return QuoteDetail(
        quote=record,
        state=quote.state,
        successor_id=session.execute(successor).scalar_one_or_none() if quote.successor_id else None,
        statement_date_evidence=evidence_records(quote.statement_date_evidence),
        date_confidence=revision.date_confidence,
        date_candidates=_days(revision.date_candidates),
        date_evidence=evidence_records(revision.date_evidence),
        context=revision.text[start:end],
        context_start=start,
        revision=revision.number,
        text=revision.text,
        language=revision.language,
    )


def read_speaker(session: Session, slug: str) -> SpeakerRecord | None:
    """Return somebody who is quoted, with the role of the latest statement; None when nobody goes by the slug."""
    speaker = session.execute(select(Speaker).where(col(Speaker.slug) == slug)).scalar_one_or_none()
    if speaker is None:
        return None
    latest = (
        select(col(Quote.speaker_role), col(Quote.as_written))
        .where(col(Quote.speaker_id) == speaker.id, col(Quote.state) == "current", col(Quote.published).is_not(None))
        .order_by(col(Quote.published).desc())
        .limit(1)
    )
    role, as_written = session.execute(latest).one_or_none() or (None, None)
    return SpeakerRecord(speaker.slug, speaker.name, role, speaker.country, as_written)


def _blocks(session: Session, revision: Revision) -> tuple[BlockFound, ...]:
    statement = select(Block).where(col(Block.revision_id) == revision.id).order_by(col(Block.position))
    return tuple(BlockFound(row.kind, row.start, row.end) for row in session.execute(statement).scalars())


def _other_quoted(session: Session, revision: Revision) -> tuple[OtherFound, ...]:
    statement = select(OtherQuoted).where(col(OtherQuoted.revision_id) == revision.id)
    found = session.execute(statement.order_by(col(OtherQuoted.position))).scalars()
    return tuple(OtherFound(row.start, row.end, row.text, row.reason) for row in found)


def _context(spans: Sequence[Span], blocks: Sequence[BlockFound]) -> tuple[int, int]:
    """Return the stretch from the first block that the quote touches to the last; without blocks, the quote itself."""
    start, end = spans[0].start, spans[-1].end
    touched = [block for block in blocks if block.start < end and block.end > start]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].end)


def _days(stored: Sequence[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in stored)
