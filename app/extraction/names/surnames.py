"""Whom a bare surname means, which only the whole article can tell.

A surname belongs to whoever of that name was last named in full; before any full name, to the next one; in an article
without a full name, to well-known people, best guess first. Somebody unknown to the vocabulary who is introduced with
the same surname (`Valery Ivanov`) takes it over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.extraction.names.lexicon import Hit, Meaning
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Person

_SAME_PHRASE = 30
"""Characters before a name within which a demonym or office still belongs to it (`Turkish President X`)."""


class Reading(NamedTuple):
    """A hit with the meaning chosen for it so far; ``introduced`` says that an unknown given name stands before it."""

    hit: Hit
    meaning: Meaning
    introduced: bool


def resolve_surnames(
    readings: Sequence[Reading], vocabulary: Vocabulary
) -> Iterator[tuple[Hit, Meaning, tuple[str, ...]]]:
    """Return the readings that hold, in order, each with its keys: for a person the candidates, best first."""
    people = _People(readings, vocabulary)
    for index, reading in enumerate(readings):
        keys = reading.meaning.keys
        if reading.meaning.kind == "person":
            keys = people.meet(reading, readings[max(0, index - 2) : index])
        if keys:
            yield reading.hit, reading.meaning, keys


class _People:
    """Who is named in an article, and who owns each surname at the point that the reading has come to."""

    def __init__(self, readings: Sequence[Reading], vocabulary: Vocabulary) -> None:
        self._people = vocabulary.people
        self._ordinary = vocabulary.words.ordinary
        meanings = [reading.meaning for reading in readings]
        self._named = {m.keys[0] for m in meanings if m.kind == "person" and m.form == "full"}
        self._offices = {key for m in meanings if m.kind == "office" for key in m.keys}
        self._owner: dict[str, str | None] = {}

    def meet(self, reading: Reading, before: Sequence[Reading]) -> tuple[str, ...]:
        """Return whom a person's name means, best first; nobody when it is nobody's here."""
        surname = reading.meaning.spelling
        if reading.introduced:
            self._owner[surname] = None
            return ()
        candidates = self._ranked(reading, before)
        if reading.meaning.form == "full":
            self._owner.update(dict.fromkeys(_short_names(self._people[candidates[0]]), candidates[0]))
            return candidates
        owner = self._owner.get(surname, "")
        if owner is None:
            return ()
        if owner in candidates:
            return (owner, *(slug for slug in candidates if slug != owner))
        return candidates if self._is_named_here(reading.meaning, candidates[0]) else ()

    def _is_named_here(self, meaning: Meaning, slug: str) -> bool:
        """Return whether a short name that nobody owns yet is a name at all, and not a word that is spelt like it."""
        if slug in self._named:
            return True
        if meaning.form == "misreading":
            return bool(_offices(self._people[slug]) & self._offices)
        return meaning.spelling.casefold() not in self._ordinary

    def _ranked(self, reading: Reading, before: Sequence[Reading]) -> tuple[str, ...]:
        """Order namesakes: whoever is named in full first, then who fits the country and office right before."""
        slugs = reading.meaning.keys
        if len(slugs) < 2:
            return slugs
        beside = [other.meaning for other in before if reading.hit.start - other.hit.end < _SAME_PHRASE]
        countries = {meaning.country for meaning in beside if meaning.kind != "person"}
        offices = {key for meaning in beside if meaning.kind == "office" for key in meaning.keys}

        def fit(slug: str) -> tuple[bool, int]:
            person = self._people[slug]
            return slug not in self._named, -(person.country in countries) - bool(_offices(person) & offices)

        return tuple(sorted(slugs, key=fit))


def _offices(person: Person) -> set[str]:
    return {tenure.office for tenure in person.offices}


def _short_names(person: Person) -> list[str]:
    spellings = [spelling for spelling in (*person.variants, *person.misreadings) if " " not in spelling]
    return [person.name.split()[-1], *spellings]
