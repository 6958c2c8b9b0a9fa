"""Everything that the page of a comparison shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.store.reads import MOST_STATEMENTS
from app.store.records import Coverage, Overview
from app.store.selection import Selection
from app.web.comparisons import PATH, Comparison, Reading, comparison_path
from app.web.contexts.comparison.forms import SideForm, side_forms, side_name
from app.web.contexts.comparison.narrowing import quotes_path
from app.web.contexts.comparison.pairs import PairTable, pair_tables
from app.web.contexts.comparison.suggestions import Suggestions, alternatives, beginnings
from app.web.contexts.comparison.tracks import Track, draw_tracks, side_series
from app.web.contexts.comparison.words import Word, words_of
from app.web.contexts.head import Alternate, Head
from app.web.contexts.statements import Statement, statements
from app.web.understanding import understand


@dataclass(frozen=True, slots=True)
class Side:
    """One side, as it is shown."""

    letter: str
    """`a` or `b`: what its parameters begin with, and by which style sheets know it."""
    name: str
    overview: Overview
    words: tuple[Word, ...]
    latest: tuple[Statement, ...]
    quotes_url: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two sides; before anything is chosen, only the form and what could be compared."""

    template: ClassVar[str] = "pages/compare.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    forms: tuple[SideForm, SideForm]
    is_chosen: bool
    is_same: bool
    """Whether both sides hold the same."""
    swap_url: str
    clear_url: str
    suggestions: tuple[Suggestions, ...]
    sides: tuple[Side, Side]
    tracks: tuple[Track, ...]
    pairs: tuple[PairTable, ...]
    words_read: int | None
    """How many of the newest statements were read for their words; None when all of them were."""


def compare_page(comparison: Comparison, left: Reading, right: Reading, held: Iterable[Coverage]) -> ComparePage:
    """Return the page of a comparison, from what was read of both sides and what the corpus holds."""
    coverage = list(held)
    facets = (left.listing.facets, right.listing.facets)
    names = (side_name(comparison.left, facets[0]), side_name(comparison.right, facets[1]))
    is_chosen = comparison != Comparison()
    series = [
        side_series(name, side.selection, side.months, coverage)
        for name, side in zip(names, (left, right), strict=True)
    ]
    return ComparePage(
        head=_head(comparison, names if is_chosen else None),
        forms=side_forms(comparison, facets),
        is_chosen=is_chosen,
        is_same=comparison.left == comparison.right,
        swap_url=comparison_path(Comparison(comparison.right, comparison.left)),
        clear_url=PATH,
        suggestions=_suggestions(comparison, left, right),
        sides=(_side("a", names[0], left, right), _side("b", names[1], right, left)),
        tracks=draw_tracks(series, coverage),
        pairs=pair_tables(left, right),
        words_read=MOST_STATEMENTS if max(left.overview.quotes, right.overview.quotes) > MOST_STATEMENTS else None,
    )


def _head(comparison: Comparison, names: tuple[str, str] | None) -> Head:
    title = " and ".join(names) if names else "Compare"
    return Head(
        title=f"Compare: {title}" if names else title,
        description="Two selections of statements side by side: when, who, on what, and in which words.",
        path=comparison_path(comparison),
        alternates=(Alternate("JSON", comparison_path(comparison, f"{PATH}.json"), "application/json"),),
        section=PATH,
    )


def _suggestions(comparison: Comparison, left: Reading, right: Reading) -> tuple[Suggestions, ...]:
    nothing = Selection()
    if comparison == Comparison():
        return beginnings(left)
    if nothing not in {comparison.left, comparison.right}:
        return ()
    return alternatives(right if comparison.left == nothing else left)


def _side(letter: str, name: str, side: Reading, other: Reading) -> Side:
    search = understand(side.selection.query, synonyms=side.selection.synonyms)
    return Side(
        letter=letter,
        name=name,
        overview=side.overview,
        words=words_of(side, other),
        latest=statements(side.listing.items, search),
        quotes_url=quotes_path(side.selection),
    )
