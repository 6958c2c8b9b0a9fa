"""Every name that the vocabulary knows.

The lexicon says which stretches of a text are spelt like a name and what each spelling may mean; which meaning holds in
the text is decided elsewhere (``meanings``, ``surnames``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from app.extraction.model import Match, NameKind
from app.extraction.names.folding import fold, fold_phrase
from app.extraction.names.romanization import other_spellings
from app.extraction.names.surroundings import is_broken
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Country, Person

Form = Literal["full", "surname", "short", "misreading", "lookalike"]
Casing = Literal["any", "capital", "exact"]

_LONGEST_ACRONYM = 6
_SHORTEST_SURNAME = 4
_MOST_KEPT = 20_000
"""Ways of writing names whose meanings are kept: by marks and letter case, a text can think of any number."""
_FAMILY_NAME_FIRST = frozenset({"CN", "KP", "KR", "TW"})
"""Countries whose people are called by the first of their names (`Lee Nak-yon`, then `Lee`)."""
_LONGEST_GIVEN = 5
"""Letters of a given name there that is a family name of others (`Han Zheng`, but `Zheng Guoguang`)."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a spelling may name. ``casing`` is the letter case that the text must show for it."""

    kind: NameKind
    keys: tuple[str, ...]
    country: str | None
    form: Form
    casing: Casing
    spelling: str
    doubtful: bool = False
    """Whether words beside it may show that something else is meant; of most spellings there is no need to ask."""
    is_abbreviated: bool = False
    """Whether a full stop at the end belongs to the name (`U.S.`)."""

    def is_spelt(self, written: str) -> bool:
        """Return whether the letter case of ``written`` is that which the meaning demands."""
        if self.casing == "any":
            return True
        if self.casing == "exact":
            return written == self.spelling or _letters(written) == _letters(self.spelling)
        return written[0].isupper() if written.isalnum() else not written.islower()


Hit = tuple[tuple[Meaning, ...], int, int]
"""A stretch of the text that is spelt like a name: what it may mean as it is written, best first; its start and end."""


class Lexicon:
    """All spellings of a vocabulary, folded, and what each of them may mean."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        found: dict[str, list[Meaning]] = defaultdict(list)
        for meaning in _meanings(vocabulary):
            for spelling in _spellings(meaning.spelling):
                found[fold_phrase(spelling)].append(meaning)
        personal = {fold_phrase(word) for word in vocabulary.words.personal}
        self._meanings = [
            tuple(
                replace(
                    meaning,
                    doubtful=spelling in personal or _is_doubtful(meaning, vocabulary),
                    is_abbreviated=meaning.spelling[-1] == ".",
                )
                for meaning in _merge(meanings)
            )
            for spelling, meanings in found.items()
        ]
        self.spellings = tuple(found)
        first = [(number, meanings[0]) for number, meanings in enumerate(self._meanings)]
        self._short = {number: meaning.keys for number, meaning in first if meaning.form == "short"}
        self._full = {n: m.keys[0] for n, m in first if m.kind == "person" and m.form == "full"}
        self._written: dict[str, tuple[Meaning, ...]] = {}

    def read(self, text: str, found: Sequence[Match]) -> list[Hit]:
        """Return what the spellings that were found in a text may mean, in its order."""
        known = self._written
        return [
            (
                known[written] if (written := text[start:end]) in known else self._meanings_of(number, written),
                start,
                end,
            )
            for number, start, end in self._without_strangers(found)
        ]

    def _without_strangers(self, found: Sequence[Match]) -> Sequence[Match]:
        """Leave out short names of people whom the text does not name in full (`Mohammed`)."""
        numbers = {number for number, _, _ in found}
        strangers = numbers & self._short.keys()
        if strangers:
            named = {self._full[number] for number in numbers & self._full.keys()}
            strangers = {number for number in strangers if named.isdisjoint(self._short[number])}
        return [hit for hit in found if hit[0] not in strangers] if strangers else found

    def _meanings_of(self, number: int, written: str) -> tuple[Meaning, ...]:
        """Return what a spelling may mean as it is written, and keep it: nothing where a mark breaks it."""
        meanings: tuple[Meaning, ...] = ()
        if written.isalnum() or not is_broken(written):
            meanings = tuple(meaning for meaning in self._meanings[number] if meaning.is_spelt(written))
        if len(self._written) >= _MOST_KEPT:
            self._written.clear()
        self._written[written] = meanings
        return meanings


@lru_cache(maxsize=4)
def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """Return the compiled lexicon of a vocabulary."""
    return Lexicon(vocabulary)


def _spellings(spelling: str) -> tuple[str, ...]:
    """Return a name with its full stops and, where it has any, without them (`St. Petersburg`, `St Petersburg`)."""
    return (spelling, spelling.replace(".", "")) if "." in spelling else (spelling,)


def _merge(meanings: list[Meaning]) -> tuple[Meaning, ...]:
    """Join meanings of one kind and form (two people with one surname) into one with several keys."""
    merged: dict[tuple[NameKind, Form], Meaning] = {}
    is_country = any(meaning.kind == "country" for meaning in meanings)
    for meaning in meanings:
        if is_country and meaning.form == "surname":
            continue  # Luís Montenegro is nobody's `Montenegro`
        known = merged.get((meaning.kind, meaning.form))
        keys = tuple(dict.fromkeys((known.keys if known else ()) + meaning.keys))
        first = known or meaning
        casing = "any" if meaning.casing == "any" else first.casing
        merged[meaning.kind, meaning.form] = Meaning(
            first.kind, keys, first.country, first.form, casing, first.spelling
        )
    surname, short = merged.get(("person", "surname")), merged.get(("person", "short"))
    if surname is not None and short is not None:  # one name, asked for once
        keys = tuple(dict.fromkeys(surname.keys + merged.pop(("person", "short")).keys))
        merged["person", "surname"] = replace(surname, keys=keys)
    return tuple(merged.values())


def _is_doubtful(meaning: Meaning, vocabulary: Vocabulary) -> bool:
    """Return whether a rule of ``meanings`` asks what stands beside a meaning, a word for people apart."""
    if meaning.form in ("surname", "misreading") or meaning.spelling in vocabulary.words.months:
        return True
    return meaning.kind == "country" and bool(vocabulary.countries[meaning.keys[0]].unless_near)


def _meanings(vocabulary: Vocabulary) -> Iterator[Meaning]:
    """Return all meanings; of two for one spelling, the one that comes first here is tried first."""
    for phrase in vocabulary.words.lookalikes:
        yield Meaning("place", (), None, "lookalike", "capital", phrase)
    people = sorted(vocabulary.people.values(), key=lambda person: _prominence(person, vocabulary))
    for person in people:
        yield from _names_of_person(person, vocabulary)
    for body in vocabulary.bodies.values():
        for spelling in (body.name, *body.variants):
            yield Meaning("body", (body.slug,), body.country, "full", _casing(spelling), spelling)
    for country in vocabulary.countries.values():
        yield from _names_of_country(country, vocabulary.words.ordinary)
    for office in vocabulary.offices.values():
        for country_code, phrases in ((None, office.phrases), *office.phrases_of.items()):
            for phrase in phrases:
                yield Meaning("office", (office.key,), country_code, "full", _casing(phrase), phrase)


def _prominence(person: Person, vocabulary: Vocabulary) -> tuple[int, int, str]:
    """Rank people of one surname: the highest office first, in the order of the offices' file; of equals the latest."""
    order = {key: rank for rank, key in enumerate(vocabulary.offices)}
    rank = min((order[tenure.office] for tenure in person.offices), default=len(order))
    latest = max((tenure.since.toordinal() for tenure in person.offices), default=0)
    return rank, -latest, person.slug


def _names_of_person(person: Person, vocabulary: Vocabulary) -> Iterator[Meaning]:
    spellings = (person.name, *person.variants, *other_spellings(person.name, vocabulary.romanizations))
    for spelling in spellings:
        if " " in spelling:
            yield Meaning("person", (person.slug,), person.country, "full", "capital", spelling)
    last = person.name.split()[-1]
    named_so = [] if person.country in _FAMILY_NAME_FIRST and len(last) <= _LONGEST_GIVEN else [last]
    for spelling in dict.fromkeys([*(s for s in spellings if " " not in s), *named_so]):
        yield Meaning("person", (person.slug,), person.country, "surname", "capital", spelling)
    for spelling in short_names(person):
        yield Meaning("person", (person.slug,), person.country, "short", "capital", spelling)
    given = dict.fromkeys(spelling.partition(" ")[0] for spelling in spellings if " " in spelling)
    for spelling in person.misreadings:
        form: Form = "full" if " " in spelling else "misreading"
        yield Meaning("person", (person.slug,), person.country, form, "capital", spelling)
        if form == "misreading":
            for name in given:
                yield Meaning("person", (person.slug,), person.country, "full", "capital", f"{name} {spelling}")


def short_names(person: Person) -> list[str]:
    """Return short names that stand for somebody only where they are named in full, too.

    These are the family name where it comes first, and the surname as other spellings of the full name have it.
    """
    surname = person.name.split()[-1]
    found = [person.name.split()[0]] if person.country in _FAMILY_NAME_FIRST else []
    last_words = [spelling.split()[-1] for spelling in person.variants if " " in spelling]
    found += [word for word in last_words if len(word) >= _SHORTEST_SURNAME and fold(word)[0] == fold(surname)[0]]
    return [word for word in dict.fromkeys(found) if word != surname and word not in person.variants]


def _names_of_country(country: Country, ordinary: frozenset[str]) -> Iterator[Meaning]:
    kinds: tuple[tuple[NameKind, tuple[str, ...]], ...] = (
        ("country", (country.name, *country.aliases)),
        ("demonym", country.demonyms),
        ("metonym", country.metonyms),
        ("place", country.places),
    )
    for kind, spellings in kinds:
        for spelling in spellings:
            casing = _casing(spelling)
            if casing == "capital" and kind in ("country", "demonym") and spelling.casefold() not in ordinary:
                casing = "any"
            yield Meaning(kind, (country.code,), country.code, "full", casing, spelling)


def _casing(spelling: str) -> Casing:
    """Return the letter case a spelling demands: acronyms their own, proper names a capital, phrases none."""
    letters = spelling.replace(".", "")
    if letters.isupper() and len(letters) <= _LONGEST_ACRONYM:
        return "exact"
    return "any" if spelling.islower() else "capital"


def _letters(spelling: str) -> str:
    return spelling.replace(".", "").replace(" ", "")
