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
from app.extraction.model import NameKind, Passage, Place
from app.extraction.vocabulary.schema import Relations

_PLACE_WEIGHT: dict[Place, float] = {"title": 3.0, "lead": 2.0, "heading": 1.0, "body": 1.0, "background": 0.8}
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
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
"""Whoever quotes `we` in Russian newswire mostly quotes Russia."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A phrase that names a country, as ``written``, with what it says for the country being a partner."""

    group: Group
    written: str
    weight: float
    role: Role
    place: Place

    @property
    def is_prominent(self) -> bool:
        """Whether it stands where newswire says what an article is about."""
        return self.place in ("title", "lead")

    @property
    def is_meeting(self) -> bool:
        """Whether people of Russia and of the country do something together (a call, a visit)."""
        return self.role in DEALINGS and self.group.kind in PEOPLE


def weigh(text: str, passage: Passage, groups: Sequence[Group], words: Relations) -> list[Occurrence]:
    """Weigh the phrases of one sentence that name foreign countries."""
    foreign = {group.country for group in groups} - {HOME}
    if not foreign:
        return []
    at_home = any(group.country == HOME for group in groups) or _WE.search(text, passage.start, passage.end)
    share = min(1.0, _LONGEST_LIST / len(foreign)) * _PLACE_WEIGHT[passage.place] * (1.0 if at_home else _ALONE_FACTOR)
    occurrences = []
    roles = roles_of(text, groups, words)
    led = "leaders-together" in roles
    for group, role in zip(groups, roles, strict=True):
        if group.country == HOME:
            continue
        if role in DEALINGS and not (at_home and len(foreign) <= _LONGEST_LIST):
            role = "named"
        if role in DEALINGS and led and role != "leaders-together":
            role = "scene"
        factor = _SCENE_PLACE_FACTOR if role == "scene" and group.kind == "place" else _ROLE_FACTOR[role]
        written, weight = text[group.start : group.end], share * _KIND_WEIGHT[group.kind] * factor
        occurrences.append(Occurrence(group, written, weight, role, passage.place))
    return occurrences
