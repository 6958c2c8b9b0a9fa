"""Who and what comes up on both sides: one row each, with the sides' shares to the left and to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.store.records import Tally
from app.web.comparisons import Reading
from app.web.contexts.comparison.narrowing import part_path
from app.web.contexts.rankings import BAR_WIDTH

_MOST_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: statements, and their share of all statements of that side as the length of a bar."""

    quotes: int
    bar: float
    url: str | None


@dataclass(frozen=True, slots=True)
class PairedRow:
    """A country, topic or speaker on both sides."""

    label: str
    url: str
    cells: tuple[Cell, Cell]


@dataclass(frozen=True, slots=True)
class PairTable:
    """What comes up most on either side."""

    heading: str
    rows: tuple[PairedRow, ...]


def pair_tables(left: Reading, right: Reading) -> tuple[PairTable, ...]:
    """Return the tables of partners, topics and speakers; those without a row are left out."""
    kinds = (
        ("Partners", "country", "/countries", left.countries, right.countries),
        ("Topics", "topic", "/topics", left.topics, right.topics),
        ("Speakers", "speaker", "/speakers", left.speakers, right.speakers),
    )
    tables = (PairTable(heading, _rows((left, right), name, base, tallies)) for heading, name, base, *tallies in kinds)
    return tuple(table for table in tables if table.rows)


def _rows(
    sides: tuple[Reading, Reading], name: str, base: str, tallies: Sequence[Sequence[Tally]]
) -> tuple[PairedRow, ...]:
    counts = [{tally.key: tally.quotes for tally in one} for one in tallies]
    labels = {tally.key: tally.label for one in tallies for tally in one if tally.quotes}
    totals = [side.overview.quotes or 1 for side in sides]

    def weight(key: str) -> float:
        return sum(count.get(key, 0) / total for count, total in zip(counts, totals, strict=True))

    def cell(key: str, place: int) -> Cell:
        quotes = counts[place].get(key, 0)
        url = part_path(sides[place].selection, name, key) if quotes else None
        return Cell(quotes, round(BAR_WIDTH * quotes / totals[place], 1), url)

    heaviest = sorted(labels, key=lambda key: (-weight(key), labels[key]))[:_MOST_ROWS]
    return tuple(PairedRow(labels[key], f"{base}/{key}", (cell(key, 0), cell(key, 1))) for key in heaviest)
