"""CSV (RFC 4180, UTF-8), a row at a time, guarded against formulas in cells (OWASP CSV Injection)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from app.web.formats.items import ArticleItem, QuoteItem, TallyItem

Cell = str | int | float | date | None
Row = Sequence[Cell]

QUOTE_COLUMNS = (
    "id", "url", "text", "speaker", "speaker_slug", "role", "speaker_country", "side", "via", "cue", "kind",
    "confidence", "published", "date_method", "statement_date", "countries", "topics",
    "article_id", "article_url", "article_title", "outlet", "source_url",
)  # fmt: skip
ARTICLE_COLUMNS = (
    "id", "url", "title", "outlet", "source_url", "published", "date_method",
    "partners", "mentions", "topics", "quote_count",
)  # fmt: skip
TALLY_COLUMNS = ("key", "label", "url", "quotes", "articles", "first", "last")

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the header and the rows as lines ended by CRLF."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    for row in chain([columns], rows):
        writer.writerow([_guarded(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _guarded(cell: Cell) -> Cell:
    """Put an apostrophe before text that a spreadsheet would run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def quote_row(item: QuoteItem) -> Row:
    """Return the cells of a quote, in the order of QUOTE_COLUMNS; several values in a cell are joined by spaces."""
    who = item.speaker
    return (
        item.id,
        item.url,
        item.text,
        *((who.name, who.slug, who.role, who.country) if who else (None,) * 4),
        item.side,
        item.via.name if item.via else None,
        item.cue.text if item.cue else None,
        item.kind,
        item.confidence,
        item.published,
        item.date_method,
        item.statement_date,
        " ".join(item.countries),
        " ".join(item.topics),
        item.article.id,
        item.article.url,
        item.article.title,
        item.article.outlet,
        item.article.source_url,
    )


def article_row(item: ArticleItem) -> Row:
    """Return the cells of an article, in the order of ARTICLE_COLUMNS."""
    return (
        item.id,
        item.url,
        item.title,
        item.outlet,
        item.source_url,
        item.published,
        item.date_method,
        " ".join(country.code for country in item.countries if country.role == "partner"),
        " ".join(country.code for country in item.countries if country.role == "mention"),
        " ".join(topic.slug for topic in item.topics),
        item.quote_count,
    )


def tally_row(item: TallyItem) -> Row:
    """Return the cells of a tally, in the order of TALLY_COLUMNS."""
    return (item.key, item.label, item.url, item.quotes, item.articles, item.first, item.last)
