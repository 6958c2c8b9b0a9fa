"""What somebody searches for, as pages show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.extraction.model import Span

Finder = Callable[[str], Sequence[Span]]
"""Finds the words searched for in a text."""


@dataclass(frozen=True, slots=True)
class Search:
    """A query as it was understood."""

    text: str
    find: Finder
    synonyms: Mapping[str, Sequence[str]]
    """What is found besides a word, because it means the same."""
    ignored: Sequence[str]
    """What could not be used."""


def find_nothing(_: str) -> Sequence[Span]:
    """Find no words: nothing is searched for."""
    return ()


NO_SEARCH = Search("", find_nothing, {}, ())
"""What pages without a search box's words show."""
