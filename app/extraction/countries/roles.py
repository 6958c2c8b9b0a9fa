"""What a phrase that names a country does in its sentence: deal with Russia, act, or be a mere scene of events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import Literal

from app.extraction.countries.groups import Group
from app.extraction.model import NameKind
from app.extraction.vocabulary.schema import Relations

HOME = "RU"
"""The country whose relations are read; it is never a partner of its own."""

Role = Literal["leaders-together", "states-together", "relations", "actor", "named", "scene"]
DEALINGS: frozenset[Role] = frozenset({"leaders-together", "states-together", "relations"})
"""Roles that tell of dealings between Russia and a country."""
ACTING: frozenset[Role] = DEALINGS | {"actor"}
"""Roles in which somebody does something for a country."""
_STRENGTH: dict[Role, int] = {
    "leaders-together": 5,
    "states-together": 5,
    "relations": 4,
    "actor": 3,
    "named": 2,
    "scene": 1,
}
PEOPLE: frozenset[NameKind] = frozenset({"person", "office"})
_ACTORS: frozenset[NameKind] = PEOPLE | {"body"}
_CITIES: frozenset[NameKind] = frozenset({"metonym", "place"})
_OF, _CAPITAL_OF = "of", (" capital of ", " capital city of ")
_REACH = 60
"""Characters around a phrase in which its preposition and the noun it qualifies stand."""
_WORDS_ASKED = 3
_LONGEST_LINK = 40
_FEW = 2
"""Dealings are told of so many countries in one sentence; of more, they are told of nobody in particular,"""
_ROUND = range(3, 5)
"""except where so many states, Russia among them, are listed as one company (`Russia, Germany and France`)."""
_LONGEST_SENTENCE = 60
"""A sentence with more phrases is a list, in which nothing does anything."""
_LINK = re.compile(
    r"(?:,? and|,? or| ?[-–—/]| ?&| with|,? along with|['’]s)(?: with)? ?"
    r"(?:(?:the|its|his|her|their|our) )?(?:\w+ )?"
)
_LISTED = re.compile(r"(?P<last>,? and)?,? ?(?:the )?")
_POST = re.compile(r" (?:to|in|at) (?:the )?")
_MARKS = '.,;:!?()[]“”"«»'
_POSSESSIVES = ("'s", "’s")


def roles_of(text: str, groups: Sequence[Group], countries: Set[str], words: Relations, *, at_home: bool) -> list[Role]:
    """Return the role of each phrase of a sentence; two countries named in one breath share the stronger one.

    ``countries`` are those that the phrases name. ``at_home`` says whether Russia has a part in the sentence: nobody
    has dealings with it where it has none.
    """
    if len(groups) > _LONGEST_SENTENCE:
        return ["named"] * len(groups)
    roles: list[Role] = []
    for index, group in enumerate(groups):
        roles.append("named" if group.country == HOME else _role(text, groups, index, words))
    for index in range(1, len(groups)):
        first, second = groups[index - 1], groups[index]
        if (
            roles[index - 1] != roles[index]
            and HOME not in (first.country, second.country)
            and _joined(text, first, second)
        ):
            stronger = max(roles[index - 1], roles[index], key=_STRENGTH.__getitem__)
            roles[index - 1] = roles[index] = stronger
    if not at_home or len(countries) - (HOME in countries) > _FEW:
        roles = ["named" if role in DEALINGS else role for role in roles]
    if HOME in countries and len(countries) >= _ROUND.start:
        for index in _in_company(text, groups):
            roles[index] = _together(groups[index])
    return roles


def _role(text: str, groups: Sequence[Group], index: int, words: Relations) -> Role:
    """Return the role of a phrase that names a foreign country."""
    group = groups[index]
    if index + 1 < len(groups) and groups[index + 1].country == HOME and _joined(text, group, groups[index + 1]):
        return _together(group)
    if index:
        neighbour = groups[index - 1]
        if neighbour.country == HOME and _joined(text, neighbour, group):
            return _together(group)
        if neighbour.kind == "office" and _serves_in(text, neighbour, group):
            return "scene"
    preposition, noun, before = _words_before(text, group.start, words)
    if preposition in words.links and noun in words.relations:
        return "relations"
    if group.kind in _ACTORS:
        return "scene" if group.kind == "body" and preposition in words.audiences else "actor"
    following = _word_after(text, group.end, words)
    beyond = preposition in words.links and before in words.locatives  # `near the border with Libya`
    if noun in words.seats and (beyond or preposition == _OF):
        return "scene"
    if _is_only_a_place(text, group, preposition, following, words):
        return "scene"
    located = group.kind != "demonym" and preposition in words.locatives
    if located or following in words.scenes:
        return "scene"
    return "relations" if following in words.relations else "named"


def _serves_in(text: str, servant: Group, group: Group) -> bool:
    """Return whether a country is but where an office-holder of another serves (`Ukraine's ambassador to Germany`)."""
    if servant.country in (HOME, group.country):
        return False
    return _POST.fullmatch(text, servant.end, group.start) is not None


def _is_only_a_place(text: str, group: Group, preposition: str, following: str, words: Relations) -> bool:
    """Return whether a phrase tells where something is held (`the Astana talks`, `the Belarusian capital of Minsk`).

    Some things bear the names of cities (`the system Vitebsk`).
    """
    if group.kind == "metonym" and following in words.venues:
        return True
    if following in words.seats and text.startswith(_CAPITAL_OF, group.end):
        return True
    return group.kind in _CITIES and (preposition in words.namesakes or following in words.namesakes)


def _together(group: Group) -> Role:
    return "leaders-together" if group.kind in PEOPLE else "states-together"


def _joined(text: str, first: Group, second: Group) -> bool:
    """Return whether two phrases are named in one breath: both people or both states, with a link between them.

    A region is no state: to name Siberia and Crimea together tells of no dealings.
    """
    if second.start - first.end > _LONGEST_LINK or first.kind == "place" or second.kind == "place":
        return False
    if (first.kind in PEOPLE) != (second.kind in PEOPLE):
        return False
    return _LINK.fullmatch(text, first.end, second.start) is not None


def _in_company(text: str, groups: Sequence[Group]) -> Iterator[int]:
    """Yield the phrases that are listed with Russia in a round of states or of people."""
    first = 0
    for index in range(1, len(groups) + 1):
        listed = _LISTED.fullmatch(text, groups[index - 1].end, groups[index].start) if index < len(groups) else None
        if listed and (groups[index - 1].kind in PEOPLE) == (groups[index].kind in PEOPLE):
            if not listed["last"]:
                continue
            members = range(first, index + 1)
            if len(members) in _ROUND and any(groups[member].country == HOME for member in members):
                yield from (m for m in members if groups[m].country != HOME and groups[m].kind != "place")
        first = index


def _words_before(text: str, start: int, words: Relations) -> tuple[str, str, str]:
    """Return three words of the clause before a phrase, the nearest first; articles and adjectives are passed over.

    Words that a role does not ask for are left empty: a first one that links nothing tells all.
    """
    found: list[str] = []
    for word in reversed(text[start - _REACH if start > _REACH else 0 : start].lower().split()):
        if word[-1] in _MARKS:
            break
        bare = word.lstrip(_MARKS)
        if bare not in words.passed_over:
            found.append(bare)
            if len(found) == _WORDS_ASKED or (found[0] not in words.links and found[0] != _OF):
                break
        if bare != word:
            break
    first, second, third, *_ = (*found, "", "", "")
    return first, second, third


def _word_after(text: str, end: int, words: Relations) -> str:
    """Return the noun that a country's name qualifies (`the Syrian crisis`), adjectives passed over."""
    for word in text[end : end + _REACH].lower().split():
        if word in _POSSESSIVES:
            continue
        if word[0] in _MARKS:
            break
        bare = word.strip("-–—").rstrip(_MARKS)
        if bare not in words.qualifiers:
            return bare
        if word[-1] in _MARKS:
            break
    return ""
