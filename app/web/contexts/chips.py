"""The filters in force, wherever they were chosen: each as a chip that takes it away."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from app.extraction.vocabulary import load_vocabulary
from app.store.query_language import FieldFilter, without_filters
from app.store.reads import LookedUp
from app.store.records import Facet
from app.store.selection import Selection
from app.web.contexts.search import NO_SEARCH, Search
from app.web.parameters import REPEATABLE, query_string, toggled
from app.web.wording import day, month

SIDES: Final = {"russia": "Russian side", "foreign": "Foreign", "unknown": "Unknown side"}
_DAYS: Final = {"from": "since", "after": "since", "to": "until", "before": "before", "on": "in"}

Facets = Mapping[str, Sequence[Facet]]
NO_FACETS: Final[Facets] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the address without it."""

    label: str
    url: str


def removals(
    path: str, selection: Selection, facets: Facets, search: Search = NO_SEARCH
) -> Iterator[tuple[Chip, Selection]]:
    """Yield each filter in force as a chip, with the selection without it.

    Filters typed into the query have chips of their own when ``search`` has looked them up.
    """
    words = without_filters(search.parsed, search.parsed.filters) if search.filters else selection.query
    if words:
        label = words if '"' in words else f"“{words}”"
        yield _removal(path, label, with_query(selection, _filters_as_typed(search)))
    for one in search.filters:
        wider = with_query(selection, without_filters(search.parsed, {one.filter}))
        yield _removal(path, _typed_label(one, facets), wider)
    for name, field in REPEATABLE.items():
        for value in getattr(selection, field):
            yield _removal(path, value_label(name, value, facets), toggled(selection, name, value))
    if selection.since or selection.until:
        wider = replace(selection, since=None, until=None, by="publication")
        yield _removal(path, _period_label(selection), wider)


def with_query(selection: Selection, query: str) -> Selection:
    """Return the selection with another query. Without one there is nothing to be relevant to."""
    return replace(selection, query=query, sort=None if selection.sort == "relevance" and not query else selection.sort)


def value_label(name: str, value: str, facets: Facets) -> str:
    """Return how readers know a filter's value."""
    vocabulary = load_vocabulary()
    if name == "side":
        return SIDES[value]
    if name == "country":
        return vocabulary.countries[value].name
    if name == "voice":
        return f"speaking for {vocabulary.countries[value].name}"
    if name == "topic":
        return vocabulary.topics[value].label
    known = vocabulary.people[value].name if name in {"speaker", "via"} and value in vocabulary.people else None
    label = known or next((facet.label for facet in facets.get(name, ()) if facet.value == value), value)
    return f"as told by {label}" if name == "via" else label


def _removal(path: str, label: str, wider: Selection) -> tuple[Chip, Selection]:
    return Chip(label, path + query_string(wider)), wider


def _filters_as_typed(search: Search) -> str:
    return " ".join(search.parsed.text[place.start : place.end] for _, place in search.parsed.places)


def _typed_label(one: LookedUp, facets: Facets) -> str:
    typed = one.filter
    if typed.field in _DAYS:
        label = f"{_DAYS[typed.field]} {typed.value}"
    elif len(one.values) == 1:
        label = value_label(typed.field, one.values[0], facets)
    else:
        label = as_typed(typed)
    return f"not {label}" if typed.excluded else label


def as_typed(typed: FieldFilter) -> str:
    """Return a filter as somebody types it, without the sign that excludes."""
    return f"{typed.field}:{typed.value}"


def _period_label(selection: Selection) -> str:
    what = "said " if selection.by == "statement" else ""
    since, until = selection.since, selection.until
    if since and until:
        return what + period_label(since, until)
    return f"{what}since {day(since)}" if since else f"{what}until {day(until)}"


def period_label(since: date, until: date) -> str:
    """Return a stretch of days in a few words: a whole year or month by its name, else its first and last day."""
    if since == until:
        return day(since)
    if since.day == 1 and until.day == monthrange(until.year, until.month)[1] and since.year == until.year:
        if since.month == until.month:
            return month(since)
        if (since.month, until.month) == (1, 12):
            return str(since.year)
    return f"{day(since)} to {day(until)}"
