"""A query as typed, changed in one respect: pages offer these as links."""

from __future__ import annotations

from collections.abc import Container, Mapping

from app.extraction.model import Span
from app.store.query_language.filters import FieldFilter
from app.store.query_language.parsing import ParsedQuery


def without_filters(query: ParsedQuery, unwanted: Container[FieldFilter]) -> str:
    """Return what was typed without some of its filters, wherever they stand."""
    return with_replacements(query.text, {place: " " for typed, place in query.places if typed in unwanted})


def with_filter_replaced(query: ParsedQuery, typed: FieldFilter, value: str) -> str:
    """Return what was typed with another value for one of its filters."""
    sign = "-" if typed.excluded else ""
    written = f'{sign}{typed.field}:"{value}"' if " " in value else f"{sign}{typed.field}:{value}"
    return with_replacements(query.text, {place: written for one, place in query.places if one == typed})


def with_replacements(text: str, replacements: Mapping[Span, str]) -> str:
    """Return a text with stretches of it replaced, and single spaces for the gaps that this leaves."""
    parts, position = [], 0
    for place in sorted(replacements, key=lambda one: one.start):
        parts += [text[position : place.start], replacements[place]]
        position = place.end
    return " ".join("".join([*parts, text[position:]]).split())
