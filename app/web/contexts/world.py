"""The map of partners: countries as links, what the shades mean, and those that have no place on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.store.records import Tally
from app.web.world_map import SHADES, MapCountry, colour_world, load_world, shade


@dataclass(frozen=True, slots=True)
class Bin:
    """A shade with the least and the most statements that it stands for."""

    shade: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The map with its legend; ``elsewhere`` are partners without a shape, such as the EU, the most quoted first."""

    countries: tuple[MapCountry, ...]
    bins: tuple[Bin, ...]
    elsewhere: tuple[Tally, ...]
    width: int
    height: int


def draw_world(tallies: Sequence[Tally]) -> WorldMap:
    """Return the map of partners, whose tallies are keyed by country code."""
    world = load_world()
    shapes = {shape.code for shape in world.shapes}
    spoken = [tally for tally in tallies if tally.quotes]
    return WorldMap(
        countries=tuple(colour_world([tally for tally in spoken if tally.key in shapes])),
        bins=_bins(max((tally.quotes for tally in spoken if tally.key in shapes), default=0)),
        elsewhere=tuple(sorted((t for t in spoken if t.key not in shapes), key=lambda t: (-t.quotes, t.label))),
        width=world.width,
        height=world.height,
    )


def _bins(most: int) -> tuple[Bin, ...]:
    """Return the shades that counts from 1 to ``most`` can have. The counts of a shade follow on each other."""
    counts = range(1, most + 1)
    starts = [bisect_left(counts, number, key=lambda count: shade(count, most)) for number in range(1, SHADES + 2)]
    return tuple(
        Bin(number, counts[start], counts[end - 1])
        for number, (start, end) in enumerate(pairwise(starts), 1)
        if start < end
    )
