"""How much an article is about Russia's relations with a country, as opposed to naming it.

Each phrase that names a country weighs by what it is, where it stands (headline, lead, background) and how it is joined
to Russia (`talks with`, `Moscow and Ankara`); a scene of events (`in Syria`, `the Syrian crisis`) weighs little, and so
does one country in a long list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.countries.groups import Group
from app.extraction.countries.roles import DEALINGS, HOME, PEOPLE, Role, roles_of
from app.extraction.model import Name, NameKind, Passage, Place
from app.extraction.vocabulary.schema import Relations

PLACE_WEIGHT: dict[Place, float] = {"title": 3.0, "lead": 2.0, "heading": 1.0, "body": 1.0, "background": 0.8}
_KIND_WEIGHT: dict[NameKind, float] = {
    "person": 1.2,
    "body": 1.2,
    "office": 1.2,
    "country": 1.0,
    "metonym": 1.0,
    "demonym": 0.8,
    "place": 0.5,
}
_ROLE_FACTOR: dict[Role, float] = {
    "leaders-together": 2.0,
    "states-together": 2.0,
    "relations": 1.6,
    "actor": 1.0,
    "named": 1.0,
    "scene": 0.25,
}
_SCENE_PLACE_FACTOR = 0.1
"""For a city as a scene: where people happen to meet."""
_ALONE_FACTOR = 0.6
"""For a sentence in which Russia has no part."""
_LONGEST_LIST = 2
"""So many countries in one sentence all count in full; more share its weight."""
_HE = re.compile(r"[Hh]e(?<=\b..)\b")
"""Looks back for the edge of the word, because a pattern that begins with a letter is searched for much faster."""


@dataclass(slots=True)
class Occurrence:
    """A phrase that names a country, with what it says for the country being a partner."""

    country: str
    kind: NameKind
    role: Role
    weight: float
    place: Place
    words: str
    start: int
    end: int


def weigh(
    text: str, passage: Passage, groups: Sequence[Group], words: Relations, before: Sequence[Name]
) -> list[Occurrence]:
    """Weigh the phrases of one sentence that name foreign countries.

    ``before`` are the names of the last sentence with names: if it is about somebody of Russia, `he` takes that up.
    """
    countries = {group.country for group in groups}
    foreign = len(countries) - (HOME in countries)
    if not foreign:
        return []
    at_home = (
        HOME in countries
        or passage.says_we
        or (_tells_of_russian(before) and _HE.search(text, passage.start, passage.end) is not None)
    )
    share = min(1.0, _LONGEST_LIST / foreign) * PLACE_WEIGHT[passage.place] * (1.0 if at_home else _ALONE_FACTOR)
    roles = roles_of(text, groups, countries, words, at_home=at_home)
    led, place = "leaders-together" in roles, passage.place
    occurrences = []
    for index, group in enumerate(groups):
        country = group.country
        if country == HOME:
            continue
        role, kind, start, end = roles[index], group.kind, group.start, group.end
        if led and role in DEALINGS and role != "leaders-together":
            role = "scene"
        factor = _SCENE_PLACE_FACTOR if role == "scene" and kind == "place" else _ROLE_FACTOR[role]
        weight = share * _KIND_WEIGHT[kind] * factor
        occurrences.append(Occurrence(country, kind, role, weight, place, text[start:end], start, end))
    return occurrences


def _tells_of_russian(names: Sequence[Name]) -> bool:
    return any(name.country == HOME and name.kind in PEOPLE for name in names)
