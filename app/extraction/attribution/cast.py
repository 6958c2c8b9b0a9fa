"""Everybody an article names who could be speaking, and where it names them.

Who they are is found out in ``company`` (the people, bodies and states of the vocabulary), ``introductions`` (people
whom the text itself introduces) and ``descriptions`` (the roles that stand beside names).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from app.extraction.model import Quotation
from app.extraction.vocabulary.schema import Person

_REACH = 30
"""How many mentions in quoted words are looked at."""
_START = attrgetter("start")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_ACRONYM = 4
"""Letters of the longest word in capitals that may be none of a name in capitals (`NATO`)."""


@dataclass(slots=True, eq=False)
class Character:
    """Somebody (or a body) that the article names."""

    slug: str
    name: str
    country: str | None
    gender: str | None
    person: Person | None = None
    body: bool = False
    state: bool = False
    """Whether it is a country or place, which speaks for its government only where a verb of speech says so."""
    roles: frozenset[str] = frozenset()
    """Nouns for what they are, in lower case, from the text around their name and from the offices they held."""
    traits: frozenset[str] = frozenset()
    """All the words of those descriptions (`kremlin`, `presidential`)."""
    title: str | None = None
    """Their role as the text words it."""
    at_home: bool = False
    """Whether their country is not told, but only taken for that of the article's outlet or dateline."""
    seen: bool = False
    """Whether the text beside their name has been read for a role."""


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of the text that names somebody."""

    start: int
    end: int
    character: Character


class Cast:
    """The mentions of an article in text order."""

    def __init__(self, mentions: Sequence[Mention], quoted: Sequence[Mention] = ()) -> None:
        self.mentions = sorted(mentions, key=_START)
        self._quoted = quoted
        """The mentions inside quotations, where the others are the narrator's."""
        self._starts = [mention.start for mention in self.mentions]
        self._introductions: dict[Character, int] = {}
        for mention in self.mentions:
            self._introductions.setdefault(mention.character, mention.start)
        self.characters = list(self._introductions)

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def within(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions that begin in ``[start, end)``: for whoever needs only the first of them."""
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            yield self.mentions[index]

    def first_between(self, start: int, end: int, most: int) -> Sequence[Mention]:
        """Return the first mentions that begin in ``[start, end)``."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first, min(first + most, len(self._starts)))
        return self.mentions[first:last]

    def before(self, offset: int) -> Iterator[Mention]:
        """Yield the mentions that begin before an offset, nearest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self.mentions[index]

    def last_before(self, offset: int, most: int) -> Sequence[Mention]:
        """Return the last mentions that begin before an offset, nearest first."""
        end = bisect_left(self._starts, offset)
        return self.mentions[max(0, end - most) : end][::-1]

    def named_in_words(self, start: int, end: int) -> set[Character]:
        """Return who is named in the words quoted in ``[start, end)``: few speak of themselves by name."""
        first = bisect_left(self._quoted, start, key=_START)
        last = bisect_left(self._quoted, end, first, min(first + _REACH, len(self._quoted)), key=_START)
        return {mention.character for mention in self._quoted[first:last]}

    def introduction(self, character: Character) -> int | None:
        """Return where a character is named first."""
        return self._introductions.get(character)

    def outside(self, quotations: Sequence[Quotation]) -> Cast:
        """Return the cast as the narrator alone names it: without the mentions inside quotations (in text order)."""
        told: list[Mention] = []
        quoted: list[Mention] = []
        past = 0
        for start, end, *_ in quotations:
            first = bisect_left(self._starts, start, past)
            told += self.mentions[past:first]
            past = bisect_left(self._starts, end, first)
            quoted += self.mentions[first:past]
        told += self.mentions[past:]
        return Cast(told, quoted)


def in_name_case(name: str) -> str:
    """Return a name with small letters where it, or the family name in it, is printed in capitals (`JOHN KERRY`)."""
    longest = 1 if name.isupper() and len(name) > _LONGEST_ACRONYM else _LONGEST_ACRONYM
    return " ".join(word.title() if word.isupper() and len(word) > longest else word for word in name.split(" "))


@lru_cache(maxsize=4096)
def slug_of(name: str) -> str:
    """Return a name as a slug: ASCII, lower case, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain.replace("'", "")).strip("-") or "unknown"
