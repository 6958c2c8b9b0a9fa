"""What an article says of one country, put together from all phrases that name it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.extraction.countries.roles import ACTING, DEALINGS, PEOPLE
from app.extraction.countries.salience import Occurrence

_PROMINENT = frozenset({"title", "lead"})
"""Where newswire says what an article is about."""


@dataclass(slots=True)
class Part:
    """The part that a country has in an article."""

    occurrences: list[Occurrence] = field(default_factory=list)
    weight: float = 0.0
    dealings: float = 0.0
    """The weight of the phrases that tell of dealings with Russia."""
    is_setting: bool = True
    """Whether all phrases only tell where something is: a city, or the kind of a crisis."""
    in_title: bool = False
    is_prominent: bool = False
    meets: bool = False
    """Whether people of Russia and of the country do something together (a call, a visit),"""
    is_led: bool = False
    """and whether title or lead say so."""
    acts: bool = False
    """Whether somebody acts for it in title or lead."""


def parts_of(occurrences: Iterable[Occurrence]) -> dict[str, Part]:
    """Return the part of each country that is named."""
    parts: dict[str, Part] = {}
    for one in occurrences:
        part = parts.get(one.country)
        if part is None:
            part = parts[one.country] = Part()
        part.occurrences.append(one)
        part.weight += one.weight
        role, kind = one.role, one.kind
        if kind != "place" and (kind != "demonym" or role != "scene"):
            part.is_setting = False
        meets = False
        if role in DEALINGS:
            part.dealings += one.weight
            meets = kind in PEOPLE
            part.meets = part.meets or meets
        if one.place in _PROMINENT:
            part.is_prominent = True
            part.in_title = part.in_title or one.place == "title"
            part.is_led = part.is_led or meets
            part.acts = part.acts or role in ACTING
    return parts
