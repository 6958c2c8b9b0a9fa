"""The world as pre-projected shapes, and how much is said about each country on it.

``shapes.json`` is drawn by ``build_shapes.mjs`` (Natural Earth, Equal Earth projection); this module only colours it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.store.records import Tally

SHADES = 5
"""Steps of colour for countries that something is said about; shade 0 is for the others."""

_SHAPES = Path(__file__).with_name("shapes.json")


@dataclass(frozen=True, slots=True)
class Shape:
    """One country: an SVG path, or for a country too small to draw none, and where its middle lies."""

    code: str
    path: str | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class World:
    """All shapes in the units of one SVG viewBox ``0 0 width height``."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class MapCountry:
    """A shape with its shade (0 to SHADES) and, where there is something to see, its tally."""

    shape: Shape
    shade: int
    tally: Tally | None


@cache
def load_world() -> World:
    """Return the shapes, read once a process."""
    data = json.loads(_SHAPES.read_text(encoding="utf-8"))
    shapes = tuple(Shape(code, row["path"], row["x"], row["y"]) for code, row in data["countries"].items())
    return World(data["width"], data["height"], shapes)


def colour_world(tallies: Iterable[Tally]) -> list[MapCountry]:
    """Shade each drawn country by its number of quotes, on a logarithmic scale up to the most quoted one.

    ``tallies`` are keyed by country code. Countries too small for a shape appear (as a dot) only when something is
    said about them. The drawing order puts those with statements last, so that their outlines lie on top.
    """
    by_code = {tally.key: tally for tally in tallies if tally.quotes}
    most = max((tally.quotes for tally in by_code.values()), default=0)
    drawn = [
        MapCountry(shape, shade(tally.quotes, most) if tally else 0, tally)
        for shape in load_world().shapes
        if (tally := by_code.get(shape.code)) or shape.path
    ]
    return sorted(drawn, key=lambda country: country.shade)


def shade(count: int, most: int) -> int:
    """Return the shade, 1 to SHADES, of a positive count where the largest count is ``most``."""
    if most <= 1:
        return SHADES
    return 1 + min(SHADES - 1, math.floor(SHADES * math.log(count) / math.log(most)))
