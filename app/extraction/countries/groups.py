"""Who acts for which country: names that stand together as one phrase (`Turkish President Recep Tayyip Erdogan`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.extraction.model import Name, NameKind
from app.extraction.vocabulary import Vocabulary

_WITHIN_PHRASE = re.compile(
    r"(?:['’]s?)?[ \xa0](?:(?:of|for) (?:the )?(?:(?:[A-Z][\w']+ ){1,3}of )?)?(?:former |new |acting |then )?"
)
_BLANKS = " \xa0"
_RANK: dict[NameKind, int] = {
    "person": 5,
    "body": 4,
    "office": 3,
    "country": 2,
    "metonym": 2,
    "demonym": 1,
    "place": 0,
}


@dataclass(slots=True)
class Group:
    """One phrase that names one country or somebody who acts for it; ``kind`` is its most telling part."""

    country: str
    kind: NameKind
    start: int
    end: int


def group_names(text: str, names: Sequence[Name], vocabulary: Vocabulary, days: tuple[date, ...]) -> list[Group]:
    """Join neighbouring names that speak of one country into phrases; names of no country are left out.

    ``days`` are those on which the article may have been published: a person speaks for the country whose office was
    held on most of them.
    """
    groups: list[Group] = []
    held: Group | None = None
    for name in names:
        if name.kind == "person":
            countries = _countries_of_person(name.keys[0], vocabulary)
            if len(countries) > 1:
                countries = _countries_on(name.keys[0], vocabulary, days)
        else:
            countries = (name.country,) if name.country else ()
        if held is not None and (not countries or held.country in countries) and _joins(text, held, name):
            held.end = name.end
            if _RANK[name.kind] > _RANK[held.kind]:
                held.kind = name.kind
        elif countries:
            held = Group(countries[0], _kind_of(text, name, vocabulary), name.start, name.end)
            groups.append(held)
        else:
            held = None
    return groups


def _joins(text: str, held: Group, name: Name) -> bool:
    if name.start - held.end == 1:
        return text[held.end] in _BLANKS
    return _WITHIN_PHRASE.fullmatch(text, held.end, name.start) is not None


def _kind_of(text: str, name: Name, vocabulary: Vocabulary) -> NameKind:
    """Return the kind of a name, where a capital stands for its government like a palace does."""
    if name.kind == "place" and text[name.start : name.end] in vocabulary.countries[name.keys[0]].capitals:
        return "metonym"
    return name.kind


@lru_cache(maxsize=4096)
def _countries_of_person(slug: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the countries of all offices that a person has held, the latest first, and the person's own."""
    person = vocabulary.people[slug]
    latest_first = sorted(person.offices, key=lambda tenure: tenure.since, reverse=True)
    return tuple(dict.fromkeys((*(tenure.country for tenure in latest_first), person.country)))


@lru_cache(maxsize=4096)
def _countries_on(slug: str, vocabulary: Vocabulary, days: tuple[date, ...]) -> tuple[str, ...]:
    """Return the countries of the offices held on the days, the one held on most of them first, else of all offices.

    Only the words beside the name (`NATO Secretary General`) tell for whom somebody speaks at an unknown time.
    """
    held = Counter(tenure.country for day in days if (tenure := vocabulary.office_on(slug, day)))
    if held and len(days) == 1:
        return tuple(held)
    likeliest_first = (country for country, _ in held.most_common())
    return tuple(dict.fromkeys((*likeliest_first, *_countries_of_person(slug, vocabulary))))
