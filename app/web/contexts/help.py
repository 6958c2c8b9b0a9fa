"""What a listing offers to whoever found little or nothing: other spellings, filters to drop, other places to look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.store.query_language import with_filter_replaced
from app.store.selection import Selection
from app.web.contexts.chips import Chip, as_typed, removals, with_query
from app.web.contexts.search import Search
from app.web.contexts.statements import ArticleEntry
from app.web.parameters import query_string

FEW: int = 3
"""So many results, or fewer, may be owed to a misspelling."""

Count = Callable[[Selection], int]


@dataclass(frozen=True, slots=True)
class WayOut:
    """A filter that stands between the reader and something to read: without it there would be ``total``."""

    chip: Chip
    total: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The query in another spelling, and how much it finds."""

    query: str
    url: str
    total: int


@dataclass(frozen=True, slots=True)
class SeeAlso:
    """The articles that have the words which no statement has, the first of them as entries."""

    url: str
    total: int
    entries: tuple[ArticleEntry, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A filter typed with a value that nothing answers to, and what may have been meant: labels and addresses."""

    typed: str
    nearest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Help:
    """All that is offered; empty where enough was found."""

    suggestion: Suggestion | None = None
    ways_out: tuple[WayOut, ...] = ()
    see_also: SeeAlso | None = None


def ways_out(path: str, selection: Selection, search: Search, count: Count) -> tuple[WayOut, ...]:
    """Return the filters to drop from a selection that is empty, each with what would be left to read without it."""
    outs = (WayOut(chip, count(wider)) for chip, wider in removals(path, selection, {}, search))
    return tuple(out for out in outs if out.total)


def suggestion(path: str, selection: Selection, query: str, count: Count, found: int) -> Suggestion | None:
    """Return a query in another spelling as a suggestion, if it finds more than was found."""
    other = with_query(selection, query)
    total = count(other)
    return Suggestion(query, path + query_string(other), total) if total > found else None


def unknown_filters(path: str, selection: Selection, search: Search) -> Iterator[Unknown]:
    """Yield the typed filters that nothing answers to, with the nearest values as links."""
    for one in search.filters:
        if one.is_unknown:
            others = ((value, with_filter_replaced(search.parsed, one.filter, value)) for value in one.nearest)
            links = ((value, path + query_string(with_query(selection, query))) for value, query in others)
            yield Unknown(as_typed(one.filter), tuple(links))
