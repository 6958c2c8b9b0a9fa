"""From a query as typed to what pages show of it."""

from __future__ import annotations

from functools import partial

from app.store.query_language import highlight_spans, parse_query
from app.web.contexts.search import Search


def understand(query: str, *, synonyms: bool = True) -> Search:
    """Return how a query is understood, and where its words stand in a text."""
    parsed = parse_query(query, synonyms=synonyms)
    return Search(
        text=query,
        find=partial(highlight_spans, query=parsed),
        synonyms={one.typed: one.others for one in parsed.synonyms},
        ignored=parsed.ignored,
    )
