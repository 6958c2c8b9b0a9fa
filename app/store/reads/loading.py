"""From numbers of quotes and articles to records: a handful of statements for any number of them.

The statements are made once, with parameters for whatever differs, and select plain columns: a page reads hundreds of
rows, and making a statement, or an object for each row, costs more than running it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, FromClause, Row, Select, bindparam, select
from sqlmodel import Session, SQLModel

from app.extraction.model import Cue, Evidence, Span
from app.extraction.vocabulary import load_vocabulary
from app.store.query_language import ParsedQuery, excerpt
from app.store.reads.core import table_of
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

MOST_AT_ONCE: Final = 500
"""Numbers in one ``IN`` list: a database takes only so many parameters."""

_NUMBERS: Final[BindParameter[int]] = bindparam("numbers", expanding=True)


def load_quotes(session: Session, numbers: Sequence[int]) -> list[QuoteRecord]:
    """Return the quotes with these numbers, in their order."""
    return [record for chunk in _chunked(numbers) for record in _load_quotes(session, chunk)]


def load_articles(session: Session, numbers: Sequence[int], query: ParsedQuery) -> list[ArticleRecord]:
    """Return the articles with these numbers, in their order, with a snippet that shows what the query matches."""
    return [record for chunk in _chunked(numbers) for record in _load_articles(session, chunk, query)]


def _load_quotes(session: Session, numbers: Sequence[int]) -> Iterator[QuoteRecord]:
    rows = {row.id: row for row in session.execute(_QUOTES, {"numbers": numbers})}
    spans, countries, topics = (_grouped(session, part, numbers) for part in _PARTS_OF_QUOTES)
    for one in numbers:
        if row := rows.get(one):
            yield _quote(
                row,
                tuple(Span(span.start, span.end) for span in spans[one]),
                tuple(country_record(tag.code, tag.role) for tag in countries[one]),
                tuple(topic_record(tag.slug) for tag in topics[one]),
            )


def _load_articles(session: Session, numbers: Sequence[int], query: ParsedQuery) -> Iterator[ArticleRecord]:
    rows = {row.id: row for row in session.execute(_ARTICLES, {"numbers": numbers})}
    snippets = _snippets(session, numbers, query) if query.highlights else {}
    countries, topics = (_grouped(session, part, numbers) for part in _PARTS_OF_ARTICLES)
    for one in numbers:
        if row := rows.get(one):
            yield ArticleRecord(
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
    return QuoteRecord(
        id=row.public_id,
        text=row.text,
        spans=spans,
        speaker=_speaker(row.speaker_slug, row.speaker_known_as, row.speaker_role, row.speaker_country, row.as_written),
        side=row.side,
        via=_speaker(row.via_slug, row.via_known_as, row.via_role, row.via_country, row.via_as_written),
        cue=Cue(**row.cue) if row.cue else None,
        kind=row.kind,
        confidence=row.confidence,
        published=row.published,
        date_method=row.date_method,
        statement_date=row.statement_date,
        countries=countries,
        topics=topics,
        article_id=row.article_public_id,
        article_title=row.article_title,
        article_outlet=row.outlet,
        article_url=row.article_url,
        changed=row.article_changed,
    )


def _speaker(
    slug: str | None, name: str, role: str | None, country: str | None, as_written: str | None
) -> SpeakerRecord | None:
    return SpeakerRecord(slug, name, role, country, as_written) if slug else None


def _snippets(session: Session, numbers: Sequence[int], query: ParsedQuery) -> dict[int, str]:
    found = {}
    for one, body in session.execute(_BODIES, {"numbers": numbers}):
        if stretch := excerpt(body, query, SNIPPET_LENGTH):
            start, end = stretch
            words = " ".join(body[start:end].split())
            found[one] = f"{'…' if start else ''}{words}{'…' if end < len(body) else ''}"
    return found


def _grouped(session: Session, part: Select[Any], numbers: Sequence[int]) -> Mapping[int, list[Row[Any]]]:
    """Return the rows of a statement by their owner, whose number is their first column."""
    grouped: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(part, {"numbers": numbers}):
        grouped[row[0]].append(row)
    return grouped


def _chunked(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + MOST_AT_ONCE] for start in range(0, len(numbers), MOST_AT_ONCE))


def _select_quotes() -> Select[Any]:
    quote, article = table_of(Quote), table_of(Article)
    speaker, via = table_of(Speaker).alias(), table_of(Speaker).alias()
    return (
        select(
            *(column for column in quote.c if column.name != "statement_date_evidence"),
            article.c.public_id.label("article_public_id"),
            article.c.title.label("article_title"),
            article.c.url.label("article_url"),
            article.c.date_method,
            article.c.last_changed.label("article_changed"),
            *_who(speaker, "speaker"),
            *_who(via, "via"),
        )
        .join_from(quote, article, quote.c.article_id == article.c.id)
        .outerjoin(speaker, quote.c.speaker_id == speaker.c.id)
        .outerjoin(via, quote.c.via_id == via.c.id)
        .where(quote.c.id.in_(_NUMBERS))
    )


def _who(speaker: FromClause, part: str) -> tuple[ColumnElement[Any], ...]:
    """Return the columns of a speaker, named for the part that the speaker has in a quote."""
    columns = speaker.c
    return (
        columns.slug.label(f"{part}_slug"),
        columns.name.label(f"{part}_known_as"),
        columns.country.label(f"{part}_country"),
    )


def _select_parts(table: type[SQLModel], owner: str) -> Select[Any]:
    """Return the statement that reads a table's rows by their owners, each owner's in the order of their positions."""
    columns = table_of(table).c
    order = (columns[owner], columns.position)
    return select(*columns).where(columns[owner].in_(_NUMBERS)).order_by(*order)


_QUOTES: Final = _select_quotes()
_ARTICLES: Final = select(*table_of(Article).c).where(table_of(Article).c.id.in_(_NUMBERS))
_BODIES: Final = select(table_of(ArticleText).c.id, table_of(ArticleText).c.body).where(
    table_of(ArticleText).c.id.in_(_NUMBERS)
)
_PARTS_OF_QUOTES: Final = tuple(_select_parts(table, "quote_id") for table in (QuoteSpan, QuoteCountry, QuoteTopic))
_PARTS_OF_ARTICLES: Final = tuple(_select_parts(table, "article_id") for table in (ArticleCountry, ArticleTopic))
