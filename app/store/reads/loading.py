"""From numbers of quotes and articles to records: a handful of statements for any number of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Row, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col

from app.extraction.model import Cue, Evidence, Span
from app.extraction.vocabulary import load_vocabulary
from app.store.query_language import ParsedQuery, excerpt
from app.store.reads.conditions import number
from app.store.records import ArticleRecord, CountryRecord, QuoteRecord, SpeakerRecord, TopicRecord
from app.store.tables import (
    Article,
    ArticleCountry,
    ArticleText,
    ArticleTopic,
    Quote,
    QuoteCountry,
    QuoteSpan,
    QuoteTopic,
    Speaker,
)

SNIPPET_LENGTH = 280

_Via = aliased(Speaker)


def load_quotes(session: Session, numbers: Sequence[int]) -> list[QuoteRecord]:
    """Return the quotes with these numbers, in their order."""
    statement = (
        select(
            Quote,
            Article.public_id,
            Article.title,
            Article.url,
            Article.date_method,
            Article.last_changed,
            Speaker,
            _Via,
        )  # type: ignore[call-overload]
        .join(Article, col(Quote.article_id) == Article.id)
        .outerjoin(Speaker, col(Quote.speaker_id) == Speaker.id)
        .outerjoin(_Via, col(Quote.via_id) == _Via.id)
        .where(number(Quote).in_(numbers))
    )
    rows = {row[0].id: row for row in session.execute(statement)}
    spans = _grouped(session, QuoteSpan, "quote_id", numbers)
    countries = _grouped(session, QuoteCountry, "quote_id", numbers)
    topics = _grouped(session, QuoteTopic, "quote_id", numbers)
    return [
        _quote(
            rows[one],
            tuple(Span(span.start, span.end) for span in spans[one]),
            tuple(country_record(tag.code, tag.role) for tag in countries[one]),
            tuple(topic_record(tag.slug) for tag in topics[one]),
        )
        for one in numbers
        if one in rows
    ]


def load_articles(session: Session, numbers: Sequence[int], query: ParsedQuery) -> list[ArticleRecord]:
    """Return the articles with these numbers, in their order, with a snippet that shows what the query matches."""
    rows = {row.id: row for row in session.execute(select(Article).where(number(Article).in_(numbers))).scalars()}
    snippets = _snippets(session, numbers, query) if query.highlights else {}
    countries = _grouped(session, ArticleCountry, "article_id", numbers)
    topics = _grouped(session, ArticleTopic, "article_id", numbers)
    return [
        ArticleRecord(
            id=row.public_id,
            title=row.title,
            outlet=row.outlet,
            url=row.url,
            published=row.published,
            date_method=row.date_method,
            countries=tuple(country_record(t.code, t.role, t.score, t.evidence) for t in countries[one]),
            topics=tuple(topic_record(t.slug, t.score, t.evidence) for t in topics[one]),
            quote_count=row.quote_count,
            snippet=snippets.get(one) or row.opening,
            changed=row.last_changed,
        )
        for one in numbers
        if (row := rows.get(one))
    ]


def country_record(code: str, role: Any, score: float = 0.0, evidence: Iterable[Any] = ()) -> CountryRecord:
    """Return a country with its name from the vocabulary."""
    known = load_vocabulary().countries.get(code)
    return CountryRecord(code, known.name if known else code, role, score, evidence_records(evidence))


def topic_record(slug: str, score: float = 0.0, evidence: Iterable[Any] = ()) -> TopicRecord:
    """Return a topic with its label from the vocabulary."""
    known = load_vocabulary().topics.get(slug)
    return TopicRecord(slug, known.label if known else slug, score, evidence_records(evidence))


def evidence_records(stored: Iterable[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    """Return evidence as it was found, from its stored form."""
    return tuple(Evidence(**piece) for piece in stored)


def _quote(
    row: Row[Any], spans: tuple[Span, ...], countries: tuple[CountryRecord, ...], topics: tuple[TopicRecord, ...]
) -> QuoteRecord:
    quote, article_id, article_title, article_url, date_method, changed, speaker, via = tuple(row)
    return QuoteRecord(
        id=quote.public_id,
        text=quote.text,
        spans=spans,
        speaker=_speaker(speaker, quote.speaker_role, quote.as_written),
        side=quote.side,
        via=_speaker(via, quote.via_role, quote.via_as_written),
        cue=Cue(**quote.cue) if quote.cue else None,
        kind=quote.kind,
        confidence=quote.confidence,
        published=quote.published,
        date_method=date_method,
        statement_date=quote.statement_date,
        countries=countries,
        topics=topics,
        article_id=article_id,
        article_title=article_title,
        article_outlet=quote.outlet,
        article_url=article_url,
        changed=changed,
    )


def _speaker(speaker: Speaker | None, role: str | None, as_written: str | None) -> SpeakerRecord | None:
    return SpeakerRecord(speaker.slug, speaker.name, role, speaker.country, as_written) if speaker else None


def _snippets(session: Session, numbers: Sequence[int], query: ParsedQuery) -> dict[int, str]:
    bodies = session.execute(select(ArticleText.id, ArticleText.body).where(number(ArticleText).in_(numbers)))  # type: ignore[call-overload]
    found = {}
    for one, body in bodies:
        if stretch := excerpt(body, query, SNIPPET_LENGTH):
            start, end = stretch
            words = " ".join(body[start:end].split())
            found[one] = f"{'…' if start else ''}{words}{'…' if end < len(body) else ''}"
    return found


def _grouped(
    session: Session, table: type[SQLModel], owner: str, numbers: Sequence[int]
) -> Mapping[int, list[Row[Any]]]:
    """Return the rows of a table by their owner, each owner's in the order of their positions."""
    # Plain rows of the table, rather than objects of its class: listings read hundreds of them.
    columns = cast(Any, table).__table__.c
    statement = select(*columns).where(columns[owner].in_(numbers)).order_by(columns[owner], columns.position)
    grouped: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(statement):
        grouped[getattr(row, owner)].append(row)
    return grouped
