"""Everybody an article names who could be speaking: people and bodies of the vocabulary, and those it introduces.

A person unknown to the vocabulary is introduced by a name of several words with a title, a role, a given name or a
later bare surname to show that it is a person's; the bare surname then stands for the same person.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.document import Document
from app.extraction.model import Name, Quotation
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Person

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_AFTER_HEAD = frozenset({"of", "for", "to", "at", "in", "who"})
_NO_VERBS = frozenset({"united", "retired", "allied", "armed", "combined", "joint", "appointed", "elected"})
"""Words in -ed that stand in descriptions of people."""
_DESCRIPTION = 70
"""Characters before and after a name in which its bearer's role is looked for."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_NAME = re.compile(r"[^.,;:!?()\n“”\"«»—–]*$")
_APPOSITION = re.compile(r"\s?[,(]\s?([^.;:!?\n“”\"«»—–,)]*)")


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
    roles: set[str] = field(default_factory=set)
    """Nouns for what they are, in lower case, from the text around their name and from the offices they held."""
    traits: set[str] = field(default_factory=set)
    """All the words of those descriptions (`kremlin`, `presidential`)."""
    title: str | None = None
    """Their role as the text words it."""
    seen: bool = False
    """Whether the text beside their name has been read for a role."""


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of the text that names somebody."""

    start: int
    end: int
    low: str
    character: Character


class Cast:
    """The mentions of an article in text order."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self.mentions]
        self._introductions = {mention.character: mention.start for mention in reversed(self.mentions)}
        self.characters = list(dict.fromkeys(mention.character for mention in self.mentions))

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int) -> Iterator[Mention]:
        """Yield the mentions that begin before an offset, nearest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self.mentions[index]

    def introduction(self, character: Character) -> int | None:
        """Return where a character is named first."""
        return self._introductions.get(character)

    def outside(self, quotations: Sequence[Quotation]) -> Cast:
        """Return the cast as the narrator alone names it: without the mentions inside quotations (in text order)."""
        told, at = [], 0
        for mention in self.mentions:
            while at < len(quotations) and quotations[at].end <= mention.start:
                at += 1
            if at == len(quotations) or mention.start < quotations[at].start:
                told.append(mention)
        return Cast(told)


def slug_of(name: str) -> str:
    """Return a name as a slug: ASCII, lower case, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain.replace("'", "")).strip("-") or "unknown"


def assemble_cast(document: Document, vocabulary: Vocabulary, lexicon: Lexicon) -> Cast:
    """Find everybody whom the article names."""
    company = _Company(document, vocabulary, lexicon)
    company.read_known()
    company.read_unknown()
    return Cast(company.mentions)


@dataclass(slots=True, eq=False)
class _Run:
    """The part of a run of capitalised words that may be a name unknown to the vocabulary."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: str | None


class _Company:
    """The cast while it gathers."""

    def __init__(self, document: Document, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self.document, self.vocabulary, self.lexicon = document, vocabulary, lexicon
        self.text = document.text
        self.characters: dict[str, Character] = {}
        self.mentions: list[Mention] = []

    def _names_in_body(self) -> Iterator[Name]:
        blocks, at = list(self.document.body()), 0
        for name in self.document.names:
            while at < len(blocks) and blocks[at].end <= name.start:
                at += 1
            if not blocks or (at < len(blocks) and blocks[at].start <= name.start):
                yield name

    def read_known(self) -> None:
        """Take up the people, bodies and states that the vocabulary knows."""
        introduced: dict[str, int] = {}
        for name in self.document.names:
            if name.kind == "person" and not self._is_bare(name):
                introduced.setdefault(name.keys[0], name.start)
        for name in self._names_in_body():
            if name.kind == "person":
                self._meet(name, self._known_person(self._bearer(name, introduced)))
            elif name.kind == "body":
                self._meet(name, self._known_body(name))
            elif name.kind in ("metonym", "country", "place"):
                self._meet(name, self._state(name))

    def _is_bare(self, name: Name) -> bool:
        """Return whether a person is named by a single word."""
        return not any(blank in self.text[name.start : name.end] for blank in " \u00a0")

    def _bearer(self, name: Name, introduced: Mapping[str, int]) -> str:
        """Return whom a name means.

        A bare surname is that of whoever of the name was introduced first: newswire calls relatives by full names.
        """
        candidates = [key for key in name.keys if key in introduced] if self._is_bare(name) else []
        return min(candidates, key=lambda key: introduced[key], default=name.keys[0])

    def _meet(self, name: Name, character: Character) -> None:
        self._add(name.start, name.end, character)
        if character.person is not None:
            self._describe(name.start, name.end, character)

    def _add(self, start: int, end: int, character: Character) -> None:
        self.mentions.append(Mention(start, end, self.text[start:end].lower(), character))

    def _known_person(self, slug: str) -> Character:
        if slug not in self.characters:
            person = self.vocabulary.people[slug]
            roles, traits = _known_descriptions(self.vocabulary, slug)
            self.characters[slug] = Character(
                slug, person.name, person.country, person.gender, person, roles=set(roles), traits=set(traits)
            )
        return self.characters[slug]

    def _known_body(self, name: Name) -> Character:
        slug = name.keys[0]
        if slug not in self.characters:
            body = self.vocabulary.bodies[slug]
            self.characters[slug] = Character(slug, body.name, name.country or body.country, None, body=True)
        return self.characters[slug]

    def _state(self, name: Name) -> Character:
        written = self.text[name.start : name.end]
        key = f"state {written.lower()}"
        if key not in self.characters:
            self.characters[key] = Character(
                slug_of(written), written, name.country, None, body=True, state=name.kind != "metonym"
            )
        return self.characters[key]

    def read_unknown(self) -> None:
        """Introduce the people whom the vocabulary does not know."""
        runs = [run for block in self.document.body() for run in self._runs(block.start, block.end)]
        bare = {run.words[0] for run in runs if len(run.words) == 1}
        surnames: dict[str, Character] = {}
        for run in runs:
            character = self._introduced(run, bare, surnames)
            if character is not None:
                self._add(run.start, run.end, character)

    def _introduced(self, run: _Run, bare: set[str], surnames: dict[str, Character]) -> Character | None:
        last = run.words[-1]
        if len(run.words) == 1:
            known = surnames.get(last)
            if known is None and run.titled:
                known = surnames[last] = self._stranger(run)
            return known
        if len(run.words) > 4 or last.lower() in self.lexicon.body_words:
            return None
        if surnames.get(last) is not None and surnames[last].name.split()[0] == run.words[0]:
            return surnames[last]
        if run.titled or run.words[0] in self.lexicon.given_names or last in bare or self._has_role_beside(run):
            character = self._stranger(run)
            surnames[last] = character
            return character
        return None

    def _stranger(self, run: _Run) -> Character:
        name = " ".join(run.words)
        slug = slug_of(name)
        if slug not in self.characters:
            gender = self.lexicon.given_names.get(run.words[0]) if len(run.words) > 1 else None
            gender = (None if gender == "either" else gender) or _slavic_gender(run.words[-1])
            if run.titled in self.lexicon.gendered:
                gender = self.lexicon.gendered[run.titled or ""]
            self.characters[slug] = Character(slug, name, None, gender)
        character = self.characters[slug]
        self._describe(run.start, run.end, character)
        return character

    def _has_role_beside(self, run: _Run) -> bool:
        """Return whether a role stands before a name or in apposition to it, or a verb of speech after it."""
        before = self.text[max(0, run.start - 24) : run.start].split()
        if before and self.lexicon.is_role(before[-1].lower()):
            return True
        if before and before[-1].lower() in self.lexicon.determiners:
            return False  # `the Commission Statute says`: people's names take no article
        after = self.text[run.end : run.end + _DESCRIPTION]
        following = _WORD.match(after, 1)
        if following is not None and following[0] in self.lexicon.said:
            return True
        apposition = _APPOSITION.match(after)
        return apposition is not None and any(
            self.lexicon.is_role(word) for word in _WORD.findall(apposition[1].lower())[:8]
        )

    def _runs(self, first: int, last: int) -> Iterator[_Run]:
        """Yield the runs of capitalised words, or what of them the vocabulary does not know."""
        known = self.document.names
        at = bisect_left(known, first, key=lambda name: name.start)
        for match in self.lexicon.name_run.finditer(self.text, first, last):
            start, end = match.span()
            while at < len(known) and known[at].end <= start:
                at += 1
            index, kinds = at, [""]
            while index < len(known) and known[index].start < end:
                kinds.append(known[index].kind)
                start = max(start, known[index].end)
                index += 1
            if start < end and "person" not in kinds:
                run = self._trim(start, end, kinds[-1] == "office")
                if run is not None:
                    yield run

    def _trim(self, start: int, end: int, after_office: bool) -> _Run | None:
        """Drop sentence openers and titles from the front of a run."""
        lexicon = self.lexicon
        written = self.text[start:end]
        if " " not in written and "\u00a0" not in written and written.lower() in lexicon.openers:
            return None
        titled: str | None = "office" if after_office and self.text[start : start + 1] in " \u00a0" else None
        words: list[str] = []
        at = start
        for part in written.replace("\u00a0", " ").split(" "):
            low = part.lower()
            if not words and (
                not part or low in lexicon.breakers or low in lexicon.determiners or low in lexicon.titles
            ):
                if low in lexicon.titles:
                    titled = low
                at += len(part) + 1
                continue
            words.append(part)
        while words and words[-1].lower() in lexicon.auxiliaries:
            end -= len(words.pop()) + 1
        if not words:
            return None
        cut = self._start_of_name(words)
        if cut:
            titled = words[cut - 1].lower()
            at += sum(len(word) + 1 for word in words[:cut])
            words = words[cut:]
        for ending in ("'s", "’s"):
            if words[-1].endswith(ending):
                words[-1] = words[-1].removesuffix(ending)
                end -= 2
        return _Run(at, end, tuple(words), titled)

    def _country_beside(self, title: str, start: int, end: int) -> str | None:
        """Return the country that a description beside the name ``[start, end)`` speaks of first."""
        first = self.text.find(title, max(0, start - _DESCRIPTION), end + len(title) + _DESCRIPTION) if title else -1
        if first < 0:
            return None
        names = self.document.names
        for index in range(bisect_left(names, first, key=lambda name: name.start), len(names)):
            if names[index].start >= first + len(title):
                break
            if names[index].country is not None and names[index].kind != "person":
                return names[index].country
        return None

    def _start_of_name(self, words: Sequence[str]) -> int:
        """Return where the name begins in a run like `Democratic Party Chairman David Pepper`."""
        for index in range(len(words) - 2, -1, -1):
            if words[index].lower() in self.lexicon.titles:
                return index + 1
        if len(words) > 2 and words[0] not in self.lexicon.given_names:
            for index in range(1, len(words) - 1):
                if words[index] in self.lexicon.given_names and words[index - 1].lower() in self.lexicon.body_words:
                    return index
        return 0

    def _describe(self, start: int, end: int, character: Character) -> None:
        """Note the role that the text gives somebody beside their name."""
        if character.title is not None or (character.seen and " " not in self.text[start:end]):
            return
        character.seen = True
        before = _BEFORE_NAME.search(self.text, max(0, start - _DESCRIPTION), start)
        title = self._title(before[0]) if before else None
        words = _WORD.findall(title.lower()) if title else []
        if not words:
            after = _APPOSITION.match(self.text, end)
            words = _WORD.findall(after[1].lower())[:10] if after else []
            title = after[1].strip() if after else None
        if not any(self.lexicon.is_role(word) for word in words):
            return
        character.title = title
        character.traits.update(words)
        head = _head(words)
        if head:
            character.roles.add(head)
        character.country = character.country or self._country_beside(title or "", start, end)
        gender = next((self.lexicon.gendered[word] for word in words if word in self.lexicon.gendered), None)
        character.gender = character.gender or gender

    def _title(self, before: str) -> str | None:
        """Return the description that ends where a name begins (`Russian Ambassador to Vietnam`)."""
        kept: list[str] = []
        for word in reversed(before.split()):
            low = word.lower()
            if low in _AFTER_HEAD or (low == "the" and kept):
                kept.insert(0, word)
                continue
            if low in self.lexicon.determiners or low in self.lexicon.breakers or self._is_verb(low):
                break
            kept.insert(0, word)
        while kept and (kept[0].lower() in _AFTER_HEAD or kept[0].lower() == "the"):
            kept.pop(0)
        head = _head([word.lower() for word in kept])
        return " ".join(kept[-10:]) if head is not None and self.lexicon.is_role(head) else None

    def _is_verb(self, word: str) -> bool:
        return (
            word in self.lexicon.finite
            or word in self.lexicon.saying
            or (word.endswith("ed") and word not in _NO_VERBS)
        )


def _head(words: Sequence[str]) -> str | None:
    """Return the head of a description: the last word before `of`, `for` and the like."""
    stop = next((index for index, word in enumerate(words) if word in _AFTER_HEAD), len(words))
    return words[stop - 1] if stop else None


@lru_cache(maxsize=4096)
def _known_descriptions(vocabulary: Vocabulary, slug: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the heads and all the words of the phrases for the offices that a person held."""
    phrases = [
        _WORD.findall(phrase.lower())
        for tenure in vocabulary.people[slug].offices
        for phrase in (tenure.title, *vocabulary.offices[tenure.office].phrases)
    ]
    heads = (_head(words) for words in phrases)
    return frozenset(head for head in heads if head), frozenset(word for words in phrases for word in words)


def _slavic_gender(surname: str) -> str | None:
    if surname.endswith(("ova", "eva", "skaya", "skaia", "ina")):
        return "female"
    return (
        "male"
        if surname.endswith(("ov", "ev", "sky", "skiy", "skii", "in", "enko"))
        and len(surname) > 4
        and surname.endswith(("ov", "ev", "sky", "skiy", "skii"))
        else None
    )
