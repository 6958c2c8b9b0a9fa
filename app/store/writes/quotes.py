"""Quotes: new ones inserted, those with an address brought up to date, none deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, insert, select
from sqlmodel import SQLModel, col

from app.extraction.model import Span
from app.store.revisions import Standing, resolve
from app.store.rows import ArticleRows, QuoteRows, Row
from app.store.tables import Quote, QuoteCountry, QuoteSpan, QuoteTopic
from app.store.writes.articles import Stored
from app.store.writes.bulk import chunked, delete_rows, insert_rows, number_of, update_rows


@dataclass(frozen=True, slots=True)
class _Addressed:
    """A quote that has an address already, whether or not it still stands."""

    number: int
    state: str
    standing: Standing


def write_quotes(
    connection: Connection,
    batch: Sequence[ArticleRows],
    stored: Mapping[str, Stored],
    articles: Mapping[str, int],
    revisions: Mapping[str, int],
    speakers: Mapping[str, int],
) -> None:
    """Write the quotes of a batch with spans and tags, and record what became of those that no longer stand."""
    addressed = _find_addressed(connection, [there.article_id for there in stored.values()])
    written: list[tuple[QuoteRows, Row]] = []
    for rows in batch:
        fixed = {"article_id": articles[rows.key], "revision_id": revisions[rows.key], "state": "current"}
        for quote in rows.quotes:
            voices = {"speaker_id": speakers.get(quote.speaker or ""), "via_id": speakers.get(quote.via or "")}
            written.append((quote, {**quote.quote, **fixed, **voices, "successor_id": None}))
    numbers = _write_rows(connection, written, _numbers_in(addressed))
    for rows in batch:
        if rows.key in stored:
            _record_fates(connection, addressed[articles[rows.key]], rows.quotes, numbers)


def _numbers_in(addressed: Mapping[int, Mapping[str, _Addressed]]) -> dict[str, int]:
    return {public_id: quote.number for quotes in addressed.values() for public_id, quote in quotes.items()}


def _find_addressed(connection: Connection, articles: Sequence[int]) -> dict[int, dict[str, _Addressed]]:
    """Return every quote that the articles ever had, by article and id."""
    found: dict[int, dict[str, _Addressed]] = defaultdict(dict)
    columns = (col(Quote.article_id), col(Quote.id), col(Quote.public_id), col(Quote.state), col(Quote.text))
    for chunk in chunked(articles):
        statement = (
            select(*columns, col(QuoteSpan.start), col(QuoteSpan.end))
            .outerjoin(QuoteSpan, col(QuoteSpan.quote_id) == Quote.id)
            .where(col(Quote.article_id).in_(chunk))
            .order_by(col(Quote.id), col(QuoteSpan.position))
        )
        for quote, rows in groupby(connection.execute(statement), key=lambda row: row[:5]):
            article, number, public_id, state, text = quote
            spans = tuple(Span(row[5], row[6]) for row in rows if row[5] is not None)
            found[article][public_id] = _Addressed(number, state, Standing(public_id, text, spans))
    return found


def _write_rows(
    connection: Connection, written: Sequence[tuple[QuoteRows, Row]], addressed: Mapping[str, int]
) -> dict[str, int]:
    """Insert or update quotes with their spans and tags; return the number of each, by id."""
    again = [{"id": addressed[quote.public_id], **row} for quote, row in written if quote.public_id in addressed]
    update_rows(connection, Quote, again)
    numbers = dict(addressed)
    fresh = [row for quote, row in written if quote.public_id not in addressed]
    if fresh:
        returning = insert(Quote).returning(col(Quote.public_id), number_of(Quote))
        numbers.update(connection.execute(returning, fresh).all())
    for table, parts in _PARTS:
        delete_rows(connection, table, "quote_id", [row["id"] for row in again])
        rows = [{"quote_id": numbers[quote.public_id], **row} for quote, _ in written for row in parts(quote)]
        insert_rows(connection, table, rows)
    return numbers


_PARTS: tuple[tuple[type[SQLModel], Callable[[QuoteRows], list[Row]]], ...] = (
    (QuoteSpan, attrgetter("spans")),
    (QuoteCountry, attrgetter("countries")),
    (QuoteTopic, attrgetter("topics")),
)


def _record_fates(
    connection: Connection,
    addressed: Mapping[str, _Addressed],
    quotes: Sequence[QuoteRows],
    numbers: Mapping[str, int],
) -> None:
    old = [quote.standing for quote in addressed.values() if quote.state == "current"]
    new = [Standing(quote.public_id, quote.quote["text"], tuple(_spans(quote))) for quote in quotes]
    ended = [
        {"id": numbers[public_id], "state": fate.kind, "successor_id": numbers.get(fate.successor or "")}
        for public_id, fate in resolve(old, new).items()
        if fate.kind in {"altered", "gone"}
    ]
    update_rows(connection, Quote, ended)


def _spans(quote: QuoteRows) -> Iterator[Span]:
    return (Span(row["start"], row["end"]) for row in quote.spans)
