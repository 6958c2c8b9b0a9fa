"""Who or what comes up most, with bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from app.store.records import Tally

BAR_WIDTH: Final = 100
"""Units of the viewBox in which the bars beside counts are drawn."""


@dataclass(frozen=True, slots=True)
class Row:
    """A country, speaker or topic with its count."""

    tally: Tally
    url: str
    bar: float
    """The length of the bar, of BAR_WIDTH."""
    count_url: str | None = None
    """The statements that are counted, where that is not what ``url`` shows."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Who or what comes up most."""

    heading: str
    rows: tuple[Row, ...]
    all_url: str | None = None
    note: str = ""


def rows(
    tallies: Iterable[Tally], base: str, limit: int | None = None, count_url: Callable[[str], str | None] | None = None
) -> tuple[Row, ...]:
    """Return the rows of a list whose dossiers are at ``base/key``, each with a bar relative to the largest.

    ``count_url`` gives, for a key, the address of what is counted.
    """
    listed = tuple(tallies)[:limit]
    most = max((tally.quotes for tally in listed), default=0) or 1
    return tuple(
        Row(
            tally,
            f"{base}/{tally.key}",
            round(BAR_WIDTH * tally.quotes / most, 1),
            count_url(tally.key) if count_url else None,
        )
        for tally in listed
    )
