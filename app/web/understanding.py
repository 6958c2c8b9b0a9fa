"""From a query as typed to what pages show of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.store.engine import Session
from app.store.query_language import highlight_spans, parse_query
from app.store.reads import LookedUp, read_typed_filters
from app.store.selection import Selection
from app.web.contexts.search import Search


def understand(query: str, *, synonyms: bool = True, filters: Sequence[LookedUp] = ()) -> Search:
    """Return how a query is understood, and where its words stand in a text."""
    parsed = parse_query(query, synonyms=synonyms)
    return Search(
        text=query,
        find=partial(highlight_spans, query=parsed),
        synonyms={one.typed: one.others for one in parsed.synonyms},
        ignored=parsed.ignored,
        parsed=parsed,
        filters=filters,
        is_literal=not synonyms and bool(parse_query(query).synonyms),
    )


def understand_selection(session: Session, selection: Selection) -> Search:
    """Return how a selection's query is understood, the filters typed into it included."""
    filters = read_typed_filters(session, selection)
    return understand(selection.query, synonyms=selection.synonyms, filters=filters)
