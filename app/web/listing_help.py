"""Looking for what helps whoever found little: what pages of listings show then is worked out here."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from app.store.engine import Session
from app.store.reads import suggest_query
from app.store.selection import Selection
from app.web.contexts.help import FEW, Help, SeeAlso, Suggestion, suggestion, ways_out
from app.web.contexts.search import Search
from app.web.contexts.statements import article_entries
from app.web.listings import ARTICLES, QUOTES, Kind
from app.web.parameters import query_string

_SEE_ALSO: Final = 3
"""Articles that an empty listing of statements shows."""


def find_help(kind: Kind[Any, Any], session: Session, selection: Selection, search: Search, found: int) -> Help:
    """Return what to offer beside the ``found`` entries of a listing; nothing when they are enough."""
    if found > FEW:
        return Help()
    return Help(
        suggestion=_suggestion(kind, session, selection, found),
        ways_out=() if found else ways_out(kind.path, selection, search, partial(kind.total, session)),
        see_also=_see_also(session, selection, search) if not found and kind.name == QUOTES.name else None,
    )


def _suggestion(kind: Kind[Any, Any], session: Session, selection: Selection, found: int) -> Suggestion | None:
    query = suggest_query(session, selection, kind.name)
    if query is None:
        return None
    return suggestion(kind.path, selection, query, partial(kind.total, session), found)


def _see_also(session: Session, selection: Selection, search: Search) -> SeeAlso | None:
    listing = ARTICLES.read(session, selection, limit=_SEE_ALSO)
    if not listing.total:
        return None
    url = ARTICLES.path + query_string(selection)
    return SeeAlso(url, listing.total, article_entries(listing.items, search))
