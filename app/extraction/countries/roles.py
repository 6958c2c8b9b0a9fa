"""What a phrase that names a country does in its sentence: deal with Russia, act, or be a mere scene of events."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_REACH = 60
"""Characters around a phrase in which its preposition and the noun it qualifies stand."""
_LONGEST_LINK = 40
_LONGEST_SENTENCE = 60
"""A sentence with more phrases is a list, in which nothing does anything."""
_LINK = re.compile(
    r"(?:,? and|,? or| ?[-–—/]| ?&| with|,? along with|['’]s)(?: with)? ?"
    r"(?:(?:the|its|his|her|their|our) )?(?:\w+ )?"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MARK = re.compile(r"[.,;:!?()\[\]“”\"«»\n]")


def roles_of(text: str, groups: Sequence[Group], words: Relations) -> list[Role]:
    """Return the role of each phrase of a sentence; two countries named in one breath share the stronger one."""
    if len(groups) > _LONGEST_SENTENCE:
        return ["named"] * len(groups)
    roles = [_role(text, groups, index, words) for index in range(len(groups))]
    for index in range(1, len(groups)):
        first, second = groups[index - 1], groups[index]
        if HOME not in (first.country, second.country) and _joined(text, first, second):
            stronger = max(roles[index - 1], roles[index], key=_STRENGTH.__getitem__)
            roles[index - 1] = roles[index] = stronger
    return roles


def _role(text: str, groups: Sequence[Group], index: int, words: Relations) -> Role:
    group = groups[index]
    if group.country == HOME:
        return "named"
    before, after = groups[max(0, index - 1) : index], groups[index + 1 : index + 2]
    if any(other.country == HOME and _joined(text, other, group) for other in before) or any(
        other.country == HOME and _joined(text, group, other) for other in after
    ):
        return "leaders-together" if group.kind in PEOPLE else "states-together"
    preposition, noun = _words_before(text, group.start, words)
    if preposition in words.links and noun in words.relations:
        return "relations"
    if group.kind in _ACTORS:
        return "actor"
    following = _word_after(text, group.end, words)
    located = group.kind != "demonym" and preposition in words.locatives
    if located or following in words.scenes:
        return "scene"
    return "relations" if following in words.relations else "named"


def _joined(text: str, first: Group, second: Group) -> bool:
    """Return whether two phrases are named in one breath: both people or both states, with a link between them."""
    if (first.kind in PEOPLE) != (second.kind in PEOPLE) or second.start - first.end > _LONGEST_LINK:
        return False
    return _LINK.fullmatch(text, first.end, second.start) is not None


def _words_before(text: str, start: int, words: Relations) -> tuple[str, str]:
    """Return the word before a phrase, its article and adjectives passed over, and the word before that one."""
    clause = _MARK.split(text[max(0, start - _REACH) : start].lower())[-1]
    found = [word for word in _WORD.findall(clause) if word not in words.qualifiers and word not in words.determiners]
    return found[-1] if found else "", found[-2] if len(found) > 1 else ""


def _word_after(text: str, end: int, words: Relations) -> str:
    """Return the noun that a country's name qualifies (`the Syrian crisis`), adjectives passed over."""
    clause = _MARK.split(text[end : end + _REACH].lower(), maxsplit=1)[0]
    found = (word for word in _WORD.findall(clause) if word not in words.qualifiers and word != "s")
    return next(found, "")
