"""What could be compared: made from what this database holds, never from a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, combinations
from typing import Final

from app.extraction.vocabulary import load_vocabulary
from app.store.records import Facet, MonthCount, Tally
from app.store.selection import Selection
from app.web.comparisons import Comparison, Reading, comparison_path
from app.web.parameters import REPEATABLE, narrowed

_MOST: Final = 5
_FREQUENT: Final = 3
"""Values of one kind that are set against each other."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A comparison that may be worth a look."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Suggestions of one kind."""

    heading: str
    items: tuple[Suggestion, ...]


def beginnings(everything: Reading) -> tuple[Suggestions, ...]:
    """Return comparisons to begin with, from what comes up most in the whole corpus."""
    facets = everything.listing.facets
    partners, topics = facets["country"], facets["topic"]
    # Names that the vocabulary does not know may be no names.
    voices = [facet for facet in facets["speaker"] if facet.value in load_vocabulary().people]
    kinds = (
        Suggestions("Two partners", tuple(_against_each_other("country", partners))),
        Suggestions("Two voices", tuple(_against_each_other("speaker", voices))),
        Suggestions("Two subjects", tuple(_against_each_other("topic", topics))),
        Suggestions("Then and now", tuple(_then_and_now(everything.countries, everything.months))),
    )
    return tuple(kind for kind in kinds if kind.items)


def alternatives(side: Reading) -> tuple[Suggestions, ...]:
    """Return comparisons of one side with what differs from it in one respect alone."""
    return tuple(
        Suggestions(heading, items)
        for name, heading in (("country", "With another partner"), ("speaker", "With another voice"))
        if (items := tuple(_in_its_place(side, name)))
    )


def _against_each_other(name: str, frequent: Sequence[Facet]) -> Iterator[Suggestion]:
    for one, other in combinations(frequent[:_FREQUENT], 2):
        comparison = Comparison(narrowed(Selection(), name, one.value), narrowed(Selection(), name, other.value))
        yield Suggestion(f"{one.label} and {other.label}", comparison_path(comparison))


def _then_and_now(partners: Sequence[Tally], months: Sequence[MonthCount]) -> Iterator[Suggestion]:
    year = _middle_year(months)
    if year is None:
        return
    spoken_of = [one for one in partners if one.first and one.last and one.first.year < year <= one.last.year]
    for partner in spoken_of[:_FREQUENT]:
        selection = narrowed(Selection(), "country", partner.key)
        before, since = replace(selection, until=date(year - 1, 12, 31)), replace(selection, since=date(year, 1, 1))
        yield Suggestion(f"{partner.label} before {year} and since", comparison_path(Comparison(before, since)))


def _middle_year(months: Sequence[MonthCount]) -> int | None:
    """Return the year before which about half of all statements were made; None when all are of one year."""
    running = list(accumulate(count.quotes for count in months))
    half = next(
        (count.month.year for count, so_far in zip(months, running, strict=True) if 2 * so_far >= running[-1]), 0
    )
    return half if months and months[0].month.year < half else None


def _in_its_place(side: Reading, name: str) -> Iterator[Suggestion]:
    chosen = getattr(side.selection, REPEATABLE[name])
    others = [facet for facet in side.listing.facets[name] if not facet.selected] if len(chosen) == 1 else []
    for facet in others[:_MOST]:
        other = narrowed(side.selection, name, facet.value)
        yield Suggestion(facet.label, comparison_path(Comparison(side.selection, other)))
