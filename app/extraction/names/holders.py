"""Which country an office or ministry belongs to, read from the words beside it.

`Turkish President`, `Prime Minister of Japan`, `the Foreign Ministry in Bratislava`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from app.extraction.model import Name
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.states import slug_of_state

_OF_COUNTRIES = frozenset({"office", "body"})
_COUNTRY_KINDS = frozenset({"country", "demonym", "metonym", "body"})
_PLACE_KINDS = frozenset({"country", "demonym", "metonym", "place"})
_BETWEEN_BEFORE = re.compile(r"(?:['’]s?)?(?: (?:acting|interim|former|then|new|first|deputy|state))? ?", re.IGNORECASE)
_LONGEST_BETWEEN = 14
_BETWEEN_AFTER = re.compile(r" (?:of|for|to) (?:the )?(?:(?:[A-Z][\w']+ ){1,3}of )?")
"""Up to the short name of the state: `President of the Arab Republic of Egypt`."""
_SEAT = " in "
"""A ministry is told by its seat (`the Foreign Ministry in Seoul`); an embassy there is another state's."""
_AFTER = (" of ", " for ", " to ", _SEAT)
"""How everything begins that may stand between an office and its country."""
_ACCREDITED = frozenset({"ambassador"})
_ABROAD = frozenset({"embassy"})


def with_countries_of_offices(text: str, names: Sequence[Name], vocabulary: Vocabulary) -> list[Name]:
    """Return the names, the offices among them with the country whose office it is, where the text says so.

    A ministry that every state has becomes that of its state; named again alone, it is the one named before.
    """
    found = list(names)
    last: dict[str, Name] = {}
    for index, name in enumerate(names):
        if name.kind not in _OF_COUNTRIES:
            continue
        country = name.country
        if country is None:
            before = names[index - 1] if index else None
            after = names[index + 1] if index + 1 < len(names) else None
            country = _country_beside(text, name, before, after)
        if name.kind == "body":
            own = _of_state(name, country, vocabulary) if name.country is None else name
            found[index] = _named_again(own, last, vocabulary)
        elif country != name.country:
            found[index] = Name("office", name.keys, country, name.start, name.end)
    return found


def with_ministries_at_home(text: str, names: list[Name], home: str | None, vocabulary: Vocabulary) -> list[Name]:
    """Return the names, the ministries of no state named as those of the country from which the article is datelined.

    Where the text names a state's ministry of the same kind, whose a bare one is remains open.
    """
    names = [_as_at_home(text, name, home, vocabulary) for name in names] if home is not None else names
    general = _general_ministries(vocabulary)
    bodies = [(index, name) for index, name in enumerate(names) if name.kind == "body"]
    bare = [(index, name) for index, name in bodies if name.keys[0] in general]
    if home is None or not bare:
        return names
    told = [vocabulary.bodies[name.keys[0]].name for _, name in bodies if name.country is not None]
    found = list(names)
    for index, name in bare:
        kind = f" {vocabulary.bodies[name.keys[0]].name}"
        if not any(body.endswith(kind) for body in told):
            found[index] = _of_state(name, home, vocabulary)
    return found


def _as_at_home(text: str, name: Name, home: str, vocabulary: Vocabulary) -> Name:
    """Return a body as that which copy from a country calls so: in Pakistan, the Foreign Office is its own."""
    body = vocabulary.bodies[name.keys[0]] if name.kind == "body" else None
    if body is None or home not in body.at_home or text[name.start : name.end] != body.variants[0]:
        return name
    return replace(name, keys=(body.at_home[home],), country=home)


@lru_cache(maxsize=4)
def _general_ministries(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the slugs of the ministries that every state has at home."""
    return frozenset(slug for slug, body in vocabulary.bodies.items() if body.of_each_state) - _ABROAD


def _country_beside(text: str, office: Name, before: Name | None, after: Name | None) -> str | None:
    """Return the country that the name before or after an office gives it."""
    near = before is not None and office.start - before.end <= _LONGEST_BETWEEN
    if before and near and _BETWEEN_BEFORE.fullmatch(text, before.end, office.start):
        possessive = text[before.end] in "'’"
        if before.kind in _COUNTRY_KINDS or (before.kind == "place" and possessive):  # `Seoul's Defense Ministry`
            return before.country
    if office.keys[0] in _ACCREDITED and text.startswith(" to ", office.end):
        return None  # `its ambassador to Kuwait`
    if after is None or after.kind not in _PLACE_KINDS or not text.startswith(_AFTER, office.end):
        return None
    if after.kind in ("country", "demonym") and _BETWEEN_AFTER.fullmatch(text, office.end, after.start):
        return after.country
    if text[office.end : after.start] == _SEAT:
        return after.country if office.kind == "body" and office.keys[0] not in _ABROAD else None
    return None


def _of_state(body: Name, country: str | None, vocabulary: Vocabulary) -> Name:
    """Return a body of every state as that of one state."""
    general = vocabulary.bodies[body.keys[0]]
    state = vocabulary.countries.get(country or "")
    slug = slug_of_state(general, state) if state is not None and general.of_each_state else None
    own = slug is not None and slug in vocabulary.bodies
    return replace(body, country=country, keys=(slug,) if slug is not None and own else body.keys)


def _named_again(body: Name, last: dict[str, Name], vocabulary: Vocabulary) -> Name:
    """Return a body of every state as the one that was named before, and note which state's is named."""
    general = vocabulary.bodies[body.keys[0]]
    if general.of_each_state:
        known = last.get(general.name)
        return replace(body, keys=known.keys, country=known.country) if known is not None else body
    if body.country is not None and body.country in vocabulary.countries:
        demonyms = vocabulary.countries[body.country].demonyms
        if demonyms and general.name.startswith(f"{demonyms[0]} "):
            last[general.name.removeprefix(f"{demonyms[0]} ")] = body
    return body
