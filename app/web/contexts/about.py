"""The page about the method, its limits, and what the corpus covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Topic
from app.store.records import Coverage
from app.web.contexts.head import Head


@dataclass(frozen=True, slots=True)
class OutletCoverage:
    """What is held of one outlet: articles by year."""

    outlet: str
    total: int
    by_year: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Everything that the page shows."""

    template: ClassVar[str] = "pages/about.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    years: tuple[int, ...]
    coverage: tuple[OutletCoverage, ...]
    undated: int
    topics: tuple[Topic, ...]
    countries: int
    people: int
    tenures: int


def about_page(coverage: Iterable[Coverage], vocabulary: Vocabulary) -> AboutPage:
    """Return the page for a corpus and a vocabulary."""
    held = sorted(coverage, key=lambda count: count.outlet or "")
    years = tuple(sorted({count.month.year for count in held if count.month}))
    return AboutPage(
        head=Head(
            title="About",
            description="How statements are found, dated and attributed, and what the corpus covers.",
            path="/about",
            section="/about",
        ),
        years=years,
        coverage=tuple(
            _outlet(outlet or "Unknown outlet", list(counts), years)
            for outlet, counts in groupby(held, key=lambda count: count.outlet)
        ),
        undated=sum(count.articles for count in held if count.month is None),
        topics=tuple(vocabulary.topics.values()),
        countries=len(vocabulary.countries),
        people=len(vocabulary.people),
        tenures=sum(len(person.offices) for person in vocabulary.people.values()),
    )


def _outlet(name: str, counts: Sequence[Coverage], years: Iterable[int]) -> OutletCoverage:
    by_year = tuple(sum(c.articles for c in counts if c.month and c.month.year == year) for year in years)
    return OutletCoverage(name, sum(count.articles for count in counts), by_year)
