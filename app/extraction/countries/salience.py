"""How much an article is about Russia's relations with a country, as opposed to naming it.

Each phrase that names a country weighs by what it is, where it stands (headline, lead, background) and how it is joined
to Russia (`talks with`, `Moscow and Ankara`); a scene of events (`in Syria`, `the Syrian crisis`) weighs little, and so
does one country in a long list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.extraction.countries.groups import Group
from app.extraction.model import NameKind, Passage, Place
from app.extraction.vocabulary import Vocabulary

HOME = "RU"
"""The country whose relations are read; it is never a partner of its own."""

DEALINGS = frozenset({"leaders-together", "states-together", "relations"})
"""Rules that read dealings between Russia and a country."""

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
_PEOPLE = frozenset({"person", "office"})
_SCENE_FACTOR = 0.25
_SCENE_PLACE_FACTOR = 0.1
_PAIR_FACTOR = 2.0
_RELATION_FACTOR = 1.6
_ALONE_FACTOR = 0.6
"""For a sentence in which Russia has no part."""
_LONGEST_LIST = 2
"""So many countries in one sentence all count in full; more share its weight."""
_REACH = 60
"""Characters around a phrase in which its preposition or the noun it qualifies stands."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A phrase that names a country, with what it says for the country being a partner."""

    group: Group
    weight: float
    rule: str
    in_title: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """The vocabulary of relations, compiled."""

    scene_before: re.Pattern[str]
    scene_after: re.Pattern[str]
    relation_before: re.Pattern[str]
    relation_after: re.Pattern[str]
    between: re.Pattern[str]
    we: re.Pattern[str]


@lru_cache(maxsize=4)
def patterns_of(vocabulary: Vocabulary) -> Patterns:
    """Return the patterns of a vocabulary's relation words."""
    words = vocabulary.relations
    relations, scenes = _any_of(words.relations), _any_of(words.scenes)
    link = r"(?:the |its |his |her |their |our )?"
    qualifiers = rf"(?:(?:{_any_of(words.qualifiers)}) )*"
    return Patterns(
        we=re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b"),
        scene_before=re.compile(rf"\b(?:{_any_of(words.locatives)}) (?:the )?{qualifiers}$", re.IGNORECASE),
        scene_after=re.compile(rf"(?:['’]s)? {qualifiers}(?:{scenes})\b", re.IGNORECASE),
        relation_before=re.compile(rf"\b(?:{relations}) (?:with|to|towards?) {link}{qualifiers}$", re.IGNORECASE),
        relation_after=re.compile(rf"(?:['’]s)? {qualifiers}(?:{relations})\b", re.IGNORECASE),
        between=re.compile(
            r"(?:,? and|,? or| ?[-–—/]| ?&| with|,? along with|'s|’s)(?: with)? ?" + link + qualifiers, re.IGNORECASE
        ),
    )


def _any_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def weigh(text: str, passage: Passage, groups: Sequence[Group], patterns: Patterns) -> list[Occurrence]:
    """Weigh the phrases of one sentence that name foreign countries."""
    foreign = {group.country for group in groups} - {HOME}
    if not foreign:
        return []
    at_home = any(group.country == HOME for group in groups) or patterns.we.search(text, passage.start, passage.end)
    roles = [_role(text, group, groups[max(0, index - 1) : index + 2], patterns) for index, group in enumerate(groups)]
    _share_roles(text, groups, roles, patterns)
    share = min(1.0, _LONGEST_LIST / len(foreign)) * _PLACE_WEIGHT[passage.place] * (1.0 if at_home else _ALONE_FACTOR)
    occurrences = []
    for group, (factor, rule) in zip(groups, roles, strict=True):
        if group.country == HOME:
            continue
        if rule in DEALINGS and not (at_home and len(foreign) <= _LONGEST_LIST):
            factor, rule = 1.0, "named"
        occurrences.append(Occurrence(group, share * _KIND_WEIGHT[group.kind] * factor, rule, passage.place == "title"))
    return occurrences


def _role(text: str, group: Group, around: Sequence[Group], patterns: Patterns) -> tuple[float, str]:
    """Return the factor of what a phrase does in its sentence, and the name of the rule."""
    if any(other.country == HOME != group.country and _joined(text, group, other, patterns) for other in around):
        return _PAIR_FACTOR, "leaders-together" if group.kind in _PEOPLE else "states-together"
    left, right = text[max(0, group.start - _REACH) : group.start], text[group.end : group.end + _REACH]
    if patterns.relation_before.search(left):
        return _RELATION_FACTOR, "relations"
    if group.kind in ("person", "body", "office"):
        return 1.0, "actor"
    if patterns.scene_before.search(left):
        return (_SCENE_PLACE_FACTOR if group.kind == "place" else _SCENE_FACTOR), "scene"
    if patterns.scene_after.match(right):
        return _SCENE_FACTOR, "scene"
    if patterns.relation_after.match(right):
        return _RELATION_FACTOR, "relations"
    return 1.0, "named"


def _share_roles(text: str, groups: Sequence[Group], roles: list[tuple[float, str]], patterns: Patterns) -> None:
    """Give two countries named in one breath (`Armenia and Azerbaijan`) the weightier role of the two."""
    for index in range(1, len(groups)):
        first, second = groups[index - 1], groups[index]
        if HOME not in (first.country, second.country) and _joined(text, first, second, patterns):
            roles[index - 1] = roles[index] = max(roles[index - 1], roles[index])


def _joined(text: str, one: Group, other: Group, patterns: Patterns) -> bool:
    """Return whether two phrases are named in one breath: both people or both states, with a link between them."""
    if one is other or (one.kind in _PEOPLE) != (other.kind in _PEOPLE):
        return False
    return patterns.between.fullmatch(text, min(one.end, other.end), max(one.start, other.start)) is not None
