"""What somebody searches for, as pages show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.extraction.model import Span
from app.store.query_language import ParsedQuery
from app.store.reads import LookedUp

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
    parsed: ParsedQuery = field(default_factory=lambda: ParsedQuery(""))
    filters: Sequence[LookedUp] = ()
    """What the filters typed into the query mean; only listings look them up."""
    is_literal: bool = False
    """Whether words that mean the same could be found too, and were not asked for."""

    @property
    def is_ranked(self) -> bool:
        """Say whether some results can match better than others."""
        return self.parsed.match is not None and not self.parsed.match.negated


def find_nothing(_: str) -> Sequence[Span]:
    """Find no words: nothing is searched for."""
    return ()


NO_SEARCH = Search("", find_nothing, {}, ())
"""What pages without a search box's words show."""
