"""Whom a bare surname means, which only the whole article can tell.

A surname belongs to whoever of that name was last named in full; before any full name, to the next one; in an article
without a full name, to well-known people, best guess first. Somebody unknown to the vocabulary who is introduced with
the same surname (`Valery Ivanov`) has it where nobody did, and takes it over where an office comes with the name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.extraction.model import Name
from app.extraction.names.lexicon import Meaning, short_names
from app.extraction.names.meanings import Reading
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Person

_SAME_PHRASE = 30
"""Characters before a name within which a demonym or office still belongs to it (`Turkish President X`)."""


def resolve_surnames(readings: Sequence[Reading], vocabulary: Vocabulary) -> list[Name]:
    """Return the names that the readings make, in order; those of a person with the candidates, best first."""
    people = _People(readings, vocabulary)
    names: list[Name] = []
    for index, (meaning, start, end, _) in enumerate(readings):
        if meaning.kind != "person":
            names.append(Name(meaning.kind, meaning.keys, meaning.country, start, end))
        elif keys := people.meet(index):
            names.append(Name("person", keys, vocabulary.people[keys[0]].country, start, end))
    return names


class _People:
    """Who is named in an article, and who owns each surname at the point that the reading has come to."""

    def __init__(self, readings: Sequence[Reading], vocabulary: Vocabulary) -> None:
        self._readings = readings
        self._vocabulary = vocabulary
        self._named = _people_named(readings, vocabulary)
        self._owner: dict[str, str | None] = {}

    def meet(self, index: int) -> tuple[str, ...]:
        """Return whom the name of a person that is read there means, best first; nobody when it is nobody's here."""
        meaning, _, _, introduced = self._readings[index]
        surname = meaning.spelling
        if introduced:
            if introduced == "family name" or self._is_in_office(index):
                self._owner[surname] = None
            self._owner.setdefault(surname, None)  # relatives leave it to whoever has it (`his wife, Ann Ivanova`)
            return ()
        candidates = meaning.keys if len(meaning.keys) == 1 else self._ranked(meaning.keys, index)
        if meaning.form == "full":
            self._owner.update(_short_names(candidates[0], self._vocabulary))
            return candidates
        owner = self._owner.get(surname, "")
        if owner is None:
            return ()
        if owner in candidates:
            return (owner, *(slug for slug in candidates if slug != owner))
        return candidates if self._is_named_here(meaning, candidates[0]) else ()

    def _is_named_here(self, meaning: Meaning, slug: str) -> bool:
        """Return whether a short name that nobody owns yet is a name at all, and not a word that is spelt like it."""
        if slug in self._named:
            return True
        if meaning.form == "short":
            return False
        if meaning.form == "misreading":
            offices = {key for other, _, _, _ in self._readings if other.kind == "office" for key in other.keys}
            return not offices.isdisjoint(_offices(self._vocabulary.people[slug]))
        return meaning.spelling.casefold() not in self._vocabulary.words.ordinary

    def _is_in_office(self, index: int) -> bool:
        """Return whether an office stands right before a name."""
        if index == 0:
            return False
        (before, _, end, _), (_, start, _, _) = self._readings[index - 1], self._readings[index]
        return before.kind == "office" and start - end < _SAME_PHRASE

    def _ranked(self, slugs: tuple[str, ...], index: int) -> tuple[str, ...]:
        """Order namesakes: whoever is named in full first, then who fits the country and office right before."""
        _, start, _, _ = self._readings[index]
        before = self._readings[max(0, index - 2) : index]
        beside = [meaning for meaning, _, end, _ in before if start - end < _SAME_PHRASE]
        countries = {meaning.country for meaning in beside if meaning.kind != "person"}
        offices = {key for meaning in beside if meaning.kind == "office" for key in meaning.keys}

        def fit(slug: str) -> tuple[bool, int]:
            person = self._vocabulary.people[slug]
            return slug not in self._named, -(person.country in countries) - bool(_offices(person) & offices)

        return tuple(sorted(slugs, key=fit))


def _people_named(readings: Sequence[Reading], vocabulary: Vocabulary) -> set[str]:
    """Return who is named in full, or who alone of a surname has held the office right before it (`President Bush`)."""
    named: set[str] = set()
    office, end_of_office = None, 0
    for meaning, start, end, _ in readings:
        if meaning.kind == "office":
            office, end_of_office = meaning, end
        elif meaning.form == "full" and meaning.kind == "person":
            named.add(meaning.keys[0])
        elif office is not None and meaning.form == "surname" and start - end_of_office == 1:
            holders = [slug for slug in meaning.keys if not _offices(vocabulary.people[slug]).isdisjoint(office.keys)]
            named.update(holders if len(holders) == 1 else ())
    return named


def _offices(person: Person) -> set[str]:
    return {tenure.office for tenure in person.offices}


@lru_cache(maxsize=4096)
def _short_names(slug: str, vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return a person's surname and other short names, each with the slug of whoever owns it: that person."""
    person = vocabulary.people[slug]
    spellings = (person.name.split()[-1], *person.variants, *person.misreadings, *short_names(person))
    return {spelling: slug for spelling in spellings if " " not in spelling}
