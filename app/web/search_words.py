"""The words somebody searches for, as pages need them: where they stand in a text, and how they were understood."""

from __future__ import annotations

from app.extraction.model import Span
from app.store.query_language import highlight_spans, parse_query
from app.web.contexts.statements import Finder


def finder(query: str) -> Finder:
    """Return a function that finds the words of a query in a text; without a query it finds nothing."""
    parsed = parse_query(query)

    def find(text: str) -> list[Span]:
        return highlight_spans(text, parsed)

    return find


def search_notes(query: str) -> tuple[str, ...]:
    """Return how a query was understood, where that is more, or less, than what was typed."""
    parsed = parse_query(query)
    notes = [f"Also finds what means the same as “{one.typed}”: {', '.join(one.others)}." for one in parsed.synonyms]
    if parsed.ignored:
        notes.append(f"Could not be used: {', '.join(parsed.ignored)}.")
    return tuple(notes)
