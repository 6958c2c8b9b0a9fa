"""From a side of a comparison to a part of it that can be read."""

from __future__ import annotations

from dataclasses import replace

from app.store.selection import Selection
from app.web.parameters import LONGEST_QUERY, REPEATABLE, narrowed, query_string


def quotes_path(selection: Selection) -> str:
    """Return the address of a selection's statements."""
    return f"/quotes{query_string(selection)}"


def part_path(selection: Selection, name: str, value: str) -> str | None:
    """Return the address of the statements that also have a value (a country's code, a topic's or speaker's slug).

    Values of one filter are alternatives; beside others that are chosen, the value has to be asked for in the query.
    """
    chosen = getattr(selection, REPEATABLE[name])
    if chosen and value not in chosen:
        return words_path(selection, f'{name}:"{value}"')
    return quotes_path(narrowed(selection, name, value))


def word_path(selection: Selection, word: str) -> str | None:
    """Return the address of the statements that also have a word."""
    return words_path(selection, f'"{word}"')


def words_path(selection: Selection, term: str) -> str | None:
    """Return the address of the statements that also meet a term of the query language; None beyond its length."""
    query = f"{term} ({selection.query})" if selection.query else term
    return quotes_path(replace(selection, query=query, sort="newest")) if len(query) <= LONGEST_QUERY else None
