"""Quotes and articles as entries of a list: the words, cut to length, with what was searched for marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from app.extraction.model import Span
from app.store.records import ArticleRecord, QuoteRecord
from app.store.selection import Selection
from app.web.addresses import quote_path
from app.web.contexts.search import NO_SEARCH, Search
from app.web.highlighting import Annotation, highlight
from app.web.reading import reading_path

LONGEST_EXCERPT: Final = 480
"""Characters of a quote that a list shows; the rest is on its page."""

_EVERYTHING: Final = Selection()
_LEAD: Final = 120
"""Characters kept before the first match, when a long quote is cut."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote in a list."""

    record: QuoteRecord
    words: Markup
    url: str
    article_url: str


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in a list."""

    record: ArticleRecord
    title: Markup
    snippet: Markup
    url: str


def statements(
    records: Iterable[QuoteRecord], search: Search = NO_SEARCH, selection: Selection = _EVERYTHING
) -> tuple[Statement, ...]:
    """Return quotes as a list shows them; links into articles carry the selection that they were found by along."""
    return tuple(
        Statement(
            record=record,
            words=excerpt(record.text, search.find(record.text)),
            url=quote_path(record.id),
            article_url=reading_path(record.article_id, selection, "quotes", record.id),
        )
        for record in records
    )


def article_entries(
    records: Iterable[ArticleRecord], search: Search = NO_SEARCH, selection: Selection = _EVERYTHING
) -> tuple[ArticleEntry, ...]:
    """Return articles as a list shows them; their links carry the selection that they were found by along."""
    return tuple(
        ArticleEntry(
            record=record,
            title=mark_matches(record.title, search.find(record.title)),
            snippet=excerpt(record.snippet, search.find(record.snippet)),
            url=reading_path(record.id, selection, "articles"),
        )
        for record in records
    )


def mark_matches(text: str, matches: Iterable[Span]) -> Markup:
    """Return the whole text with the matches marked."""
    return highlight(text, [Span(0, len(text))], match_annotations(matches))[0]


def match_annotations(matches: Iterable[Span]) -> list[Annotation]:
    """Return the annotations that show words searched for."""
    return [Annotation(match.start, match.end, "mark", "match") for match in matches]


def excerpt(text: str, matches: Sequence[Span], limit: int = LONGEST_EXCERPT) -> Markup:
    """Return the text, or when it is longer than ``limit`` a stretch of whole words around the first match."""
    if len(text) <= limit:
        return mark_matches(text, matches)
    # A match in the first half shows where the text begins; a later one would be lost at the end, or beyond it.
    start = max(0, matches[0].start - _LEAD) if matches and matches[0].end > limit // 2 else 0
    start = start and text.find(" ", start, start + _LEAD) + 1
    end = start + limit
    end = max(text.rfind(" ", start + limit // 2, end), start + limit // 2) if end < len(text) else len(text)
    words = highlight(text, [Span(start, end)], match_annotations(matches))[0]
    return Markup("{}{}{}").format("… " if start else "", words, " …" if end < len(text) else "")
