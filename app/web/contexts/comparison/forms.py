"""The form in which both sides are chosen: chips for what is, fields for what is to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.store.records import Facet
from app.store.selection import Selection
from app.web.comparisons import PREFIXES, Comparison, comparison_path
from app.web.contexts.chips import Chip, removals
from app.web.parameters import REPEATABLE, query_items

_FIRST: Final = {"country": "Country", "topic": "Topic", "speaker": "Speaker"}
_FURTHER: Final = {"side": "Side", "outlet": "Outlet", "kind": "Kind of quote"}
_SHOWN: Final = {"q", "from", "to", "by", *_FIRST, *_FURTHER}
"""Parameters that have a field of their own; the others go along unseen."""

_MOST_NAMED: Final = 4
"""Filters that a side's name spells out."""

EVERYTHING: Final = "All statements"
Facets = Mapping[str, Sequence[Facet]]
"""Values to narrow by, by the name of their parameter."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen, and how many statements have it under the other filters."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field from which one more value can be chosen; those that are chosen already go along unseen."""

    name: str
    label: str
    chosen: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SideForm:
    """The fields of one side. Names and ids begin with its prefix."""

    legend: str
    prefix: str
    chips: tuple[Chip, ...]
    clear_url: str
    query: str
    since: date | None
    until: date | None
    by: str
    fields: tuple[Field, ...]
    further: tuple[Field, ...]
    carried: tuple[tuple[str, str], ...]


def side_forms(comparison: Comparison, facets: Sequence[Facets]) -> tuple[SideForm, SideForm]:
    """Return the fields of both sides; ``facets`` are the values that each can be narrowed to."""
    left, right = comparison.left, comparison.right
    return (
        _form(PREFIXES[0], "First side", left, facets[0], lambda other: comparison_path(Comparison(other, right))),
        _form(PREFIXES[1], "Second side", right, facets[1], lambda other: comparison_path(Comparison(left, other))),
    )


def side_name(selection: Selection, facets: Facets) -> str:
    """Return a selection in a few words."""
    labels = [chip.label for chip, _ in removals("", selection, facets)]
    named, others = labels[:_MOST_NAMED], len(labels) - _MOST_NAMED
    if others > 0:
        named.append(f"{others} more")
    return ", ".join(named) or EVERYTHING


def _form(prefix: str, legend: str, selection: Selection, facets: Facets, url: Callable[[Selection], str]) -> SideForm:
    return SideForm(
        legend=legend,
        prefix=prefix,
        chips=tuple(Chip(chip.label, url(wider)) for chip, wider in removals("", selection, facets)),
        clear_url=url(Selection()),
        query=selection.query,
        since=selection.since,
        until=selection.until,
        by=selection.by,
        fields=_fields(_FIRST, selection, facets),
        further=_fields(_FURTHER, selection, facets),
        carried=tuple((name, value) for name, value in query_items(selection) if name not in _SHOWN),
    )


def _fields(labels: Mapping[str, str], selection: Selection, facets: Facets) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=name,
            label=label,
            chosen=getattr(selection, REPEATABLE[name]),
            choices=tuple(
                Choice(facet.value, facet.label, facet.count) for facet in facets[name] if not facet.selected
            ),
        )
        for name, label in labels.items()
    )
