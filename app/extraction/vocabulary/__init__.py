"""What extraction knows of the world, read from the data files beside this module.

The files are the vocabulary; this module only loads them, checks that they agree with each other, and offers the
look-ups that the rules need.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.extraction.vocabulary.schema import (
    Body,
    BoilerplateSign,
    Country,
    CueWords,
    Entry,
    Event,
    GivenNames,
    Horizon,
    Meetings,
    Office,
    Outlet,
    Person,
    Region,
    Relations,
    Romanization,
    Tenure,
    TimeWords,
    Topic,
    Words,
)
from app.extraction.vocabulary.states import bodies_of_states

_FOLDER = Path(__file__).parent
_Kind = TypeVar("_Kind", bound=Entry)


class VocabularyError(Exception):
    """A vocabulary file is malformed or contradicts another; the message names file, entry and fault."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All vocabulary files, by the key of each kind of entry.

    Compared and hashed by identity, so that what a rule compiles from it can be cached beside the rule.
    """

    countries: Mapping[str, Country]
    regions: Mapping[str, frozenset[str]]
    """The codes of its states by the adjective for a part of the world, in lower case."""
    people: Mapping[str, Person]
    offices: Mapping[str, Office]
    bodies: Mapping[str, Body]
    outlets: Mapping[str, Outlet]
    topics: Mapping[str, Topic]
    cues: Mapping[str, frozenset[str]]
    """Words around quotations, by their use."""
    given_names: Mapping[str, str]
    """The gender of each given name."""
    romanizations: Mapping[str, tuple[str, ...]]
    """All spellings of a given name from Cyrillic, the usual one first, by each of them."""
    words: Words
    relations: Relations
    boilerplate: tuple[BoilerplateSign, ...]
    times: Mapping[str, TimeWords]
    events: tuple[Event, ...]
    meetings: tuple[Meetings, ...]
    horizon: int
    """The last year that an article may have been published in, as far as the vocabulary knows the world."""

    def office_on(self, slug: str, day: date) -> Tenure | None:
        """Return the office that a person held on a day: the one taken up last, where there are several."""
        held = [term for term in terms_of(self, slug) if term[0] <= day and (term[1] is None or day <= term[1])]
        return max(held, key=_SINCE)[2] if held else None


Term: TypeAlias = tuple[date, date | None, Tenure]
"""Since when and until when somebody held an office, and which."""
_SINCE = itemgetter(0)


@lru_cache(maxsize=4096)
def terms_of(vocabulary: Vocabulary, slug: str) -> tuple[Term, ...]:
    """Return the terms of a person, in the order of the vocabulary."""
    return tuple((tenure.since, tenure.until, tenure) for tenure in vocabulary.people[slug].offices)


@cache
def load_vocabulary() -> Vocabulary:
    """Read and check every vocabulary file, once a process.

    Raises VocabularyError when a file is malformed or refers to an entry that is not there.
    """
    countries, bodies = _read("countries", Country), _read("bodies", Body)
    vocabulary = Vocabulary(
        countries=_by_key("countries", countries, "code"),
        regions={word.lower(): entry.countries for entry in _read("regions", Region) for word in entry.adjectives},
        people=_by_key("people", _read("people", Person), "slug"),
        offices=_by_key("offices", _read("offices", Office), "key"),
        bodies=_by_key("bodies", (*bodies, *bodies_of_states(bodies, countries)), "slug"),
        outlets=_by_key("outlets", _read("outlets", Outlet), "name"),
        topics=_by_key("topics", _read("topics", Topic), "slug"),
        cues={use: frozenset(entry.words) for use, entry in _by_key("cues", _read("cues", CueWords), "use").items()},
        given_names={name: entry.gender for entry in _read("given_names", GivenNames) for name in entry.names},
        romanizations={
            spelling: (entry.name, *entry.spellings)
            for entry in _read("romanizations", Romanization)
            for spelling in (entry.name, *entry.spellings)
        },
        words=_read_table("words", Words),
        relations=_read_table("relations", Relations),
        boilerplate=tuple(_read("boilerplate", BoilerplateSign)),
        times=_by_key("times", _read("times", TimeWords), "use"),
        events=tuple(_read("events", Event)),
        meetings=tuple(_read("meetings", Meetings)),
        horizon=max(entry.last_year for entry in _read("horizon", Horizon)),
    )
    _check_references(vocabulary)
    return vocabulary


def _by_key(kind: str, entries: Iterable[_Kind], field: str) -> dict[str, _Kind]:
    """Return the entries by one of their fields; of two with one key, one would be lost unseen."""
    found: dict[str, _Kind] = {}
    for entry in entries:
        key = getattr(entry, field)
        if key in found:
            raise VocabularyError(f"{kind}.toml: {field} {key!r} stands there twice")
        found[key] = entry
    return found


def _read_table(name: str, model: type[_Kind]) -> _Kind:
    """Read a file that is one entry as a whole."""
    path = _FOLDER / f"{name}.toml"
    try:
        return TypeAdapter(model).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise VocabularyError(f"{path.name}: {error}") from error


def _read(kind: str, model: type[_Kind]) -> list[_Kind]:
    """Read the file of a kind, or every file of its folder where the kind fills more than one."""
    paths = sorted((_FOLDER / kind).glob("*.toml")) or [_FOLDER / f"{kind}.toml"]
    return [entry for path in paths for entry in _read_file(path, kind, model)]


def _read_file(path: Path, kind: str, model: type[_Kind]) -> list[_Kind]:
    shape = TypeAdapter(model)
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
        return [shape.validate_python(row) for row in rows]
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise VocabularyError(f"{path.name}: {error}") from error


def _check_references(vocabulary: Vocabulary) -> None:
    """Raise VocabularyError where an entry names a country, an office or a person that is not there."""
    for place, codes in _countries_named(vocabulary):
        if unknown := codes - vocabulary.countries.keys():
            raise VocabularyError(f"{place}: no such country: {', '.join(sorted(unknown))}")
    for person in vocabulary.people.values():
        if strange := {tenure.office for tenure in person.offices} - vocabulary.offices.keys():
            raise VocabularyError(f"people: {person.slug}: no such office: {', '.join(sorted(strange))}")
    for body in vocabulary.bodies.values():
        if missing := set(body.at_home.values()) - vocabulary.bodies.keys():
            raise VocabularyError(f"bodies: {body.slug}: no such body: {', '.join(sorted(missing))}")
    for entry in vocabulary.meetings:
        if strangers := set(entry.people) - vocabulary.people.keys():
            raise VocabularyError(f"meetings.toml: no such person: {', '.join(sorted(strangers))}")


def _countries_named(vocabulary: Vocabulary) -> Iterator[tuple[str, Set[str]]]:
    """Yield the countries that each entry names, after where it stands."""
    for person in vocabulary.people.values():
        yield f"people: {person.slug}", {person.country, *(tenure.country for tenure in person.offices)}
    for word, codes in vocabulary.regions.items():
        yield f"regions.toml: {word}", codes
    for outlet in vocabulary.outlets.values():
        yield f"outlets.toml: {outlet.name}", {outlet.country} if outlet.country else set()
    for topic in vocabulary.topics.values():
        yield f"topics.toml: {topic.slug}", set(topic.countries)
    for body in vocabulary.bodies.values():
        yield f"bodies.toml: {body.slug}", {body.country} if body.country else set()
