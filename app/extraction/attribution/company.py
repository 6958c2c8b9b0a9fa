"""The cast of an article: people, bodies and states of the vocabulary, and the people whom the text introduces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from app.extraction.attribution.cast import Cast, Character, Mention, slug_of
from app.extraction.attribution.descriptions import describe, known_descriptions
from app.extraction.attribution.introductions import has_slavic_surname, introduce
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.document import Document
from app.extraction.model import Name
from app.extraction.names.folding import fold_phrase
from app.extraction.names.lexicon import lexicon_of
from app.extraction.outlets import home_of
from app.extraction.vocabulary import Vocabulary

_RUSSIA = "RU"
_SLAVIC = frozenset({"RU", "BY", "UA", "BG"})
_SLAVIC_SURNAMES = frozenset({"AZ", "KZ", "KG", "TJ", "TM", "UZ"})
"""Countries where many surnames end as Slavic ones do."""
_STATES = frozenset({"metonym", "country", "place"})
"""Kinds of names for states and their seats."""
_COUNTERPART = "counterpart"
_LONGEST_ABBREVIATION = 4
_NEIGHBOUR = 24
"""Code points in which the word before or after a name is looked for."""


def assemble_cast(document: Document, vocabulary: Vocabulary, lexicon: Lexicon) -> Cast:
    """Find everybody whom the article names."""
    company = _Company(document, vocabulary, lexicon)
    company.read_known()
    company.read_lower_case()
    cast = Cast([*company.mentions, *introduce(document, company.characters, lexicon)])
    _share_roles(cast)
    _settle(document, cast, vocabulary, lexicon)
    return cast


def _share_roles(cast: Cast) -> None:
    """Give a `counterpart` the roles of whoever was named before."""
    before: Character | None = None
    seen: set[Character] = set()
    for mention in cast.mentions:
        character = mention.character
        if character.body:
            continue
        if character not in seen:
            seen.add(character)
            if before is not None and _COUNTERPART in character.roles and _COUNTERPART not in before.roles:
                character.roles |= before.roles
                character.traits |= before.traits
        before = character


def _settle(document: Document, cast: Cast, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
    """Give those whose country is not told the one that the article need not name, where their name fits there.

    Newswire tells the country of foreigners and leaves out its own. An organ that every state has is its own, too.
    """
    home = home_of(document, vocabulary)
    is_placed = document.dateline is not None and document.dateline.country is not None
    is_russian = not is_placed and any(name.country == _RUSSIA for name in document.names)
    for character in cast.characters:
        if character.body or character.person is not None or character.country is not None:
            continue
        served = {word.removesuffix("'s").removesuffix("’s") for word in character.traits}
        serves = home in _SLAVIC and not lexicon.state_organs.isdisjoint(served)
        fits = home is not None and (serves or _can_be_from(character.name, home, lexicon))
        own = home if fits else _RUSSIA if is_russian and has_slavic_surname(character.name, lexicon) else None
        if character.title or own in _SLAVIC:
            character.country, character.at_home = own, own is not None


def _can_be_from(name: str, home: str, lexicon: Lexicon) -> bool:
    """Return whether somebody's name fits a country: in Slavic ones Slavic names, in the others none of them.

    Where many have a Slavic surname and no Slavic given name, the given name decides.
    """
    given = name.partition(" ")[0]
    if home in _SLAVIC:
        return given in lexicon.eastern_given_names or has_slavic_surname(name, lexicon)
    if home in _SLAVIC_SURNAMES and " " in name:
        return given not in lexicon.slavic_given_names
    return not has_slavic_surname(name, lexicon)


class _Company:
    """The cast while it gathers."""

    def __init__(self, document: Document, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self.document, self.vocabulary, self.lexicon = document, vocabulary, lexicon
        self.text = document.text
        self.characters: dict[str, Character] = {}
        self.states: dict[str, Character] = {}
        """Those among them that are states, as the text writes them."""
        self.mentions: list[Mention] = []

    def _names_in_body(self) -> Sequence[Name]:
        names, blocks = self.document.names, list(self.document.body())
        if not blocks:
            return names
        starts, past = [name.start for name in names], 0
        inside: list[Name] = []
        for block in blocks:
            first = bisect_left(starts, block.start, past)
            past = bisect_left(starts, block.end, first)
            inside += names[first:past]
        return inside

    def read_known(self) -> None:
        """Take up the people, bodies and states that the vocabulary knows."""
        named = self._names_in_body()
        if not any(name.kind == "person" for name in named):  # `Vladimir Putin sent greetings to …`, then the message
            named = [*(name for name in self.document.names if name.kind == "person"), *named]
        for name in named:
            kind = name.kind
            if kind == "person":
                character = self._known_person(self._bearer(name))
                describe(self.document, name.start, name.end, character, self.lexicon)
            elif kind == "body":
                character = self._known_body(name)
            elif kind in _STATES:
                character = self._state(name)
            else:
                continue
            self.mentions.append(Mention(name.start, name.end, character))

    def _is_bare(self, name: Name) -> bool:
        """Return whether a person is named by a single word."""
        written = self.text[name.start : name.end]
        return " " not in written and "\u00a0" not in written

    @cached_property
    def _introduced(self) -> Mapping[str, int]:
        """Where people are first named by more than a single word."""
        introduced: dict[str, int] = {}
        for name in self.document.names:
            if name.kind == "person" and not self._is_bare(name):
                introduced.setdefault(name.keys[0], name.start)
        return introduced

    def _bearer(self, name: Name) -> str:
        """Return whom a name means.

        A bare surname is that of whoever of the name was introduced first: newswire calls relatives by full names.
        """
        if len(name.keys) == 1 or not self._is_bare(name):
            return name.keys[0]
        candidates = [key for key in name.keys if key in self._introduced]
        return min(candidates, key=lambda key: self._introduced[key], default=name.keys[0])

    def _known_person(self, slug: str) -> Character:
        if slug not in self.characters:
            person = self.vocabulary.people[slug]
            roles, traits = known_descriptions(self.vocabulary, slug, self.document.published.candidates)
            self.characters[slug] = Character(
                slug, person.name, person.country, person.gender, person, roles=roles, traits=traits
            )
        return self.characters[slug]

    def _known_body(self, name: Name) -> Character:
        slug = name.keys[0]
        if slug not in self.characters:
            body = self.vocabulary.bodies[slug]
            called = _in_spelling_of(self.text[name.start : name.end], body.name)
            self.characters[slug] = Character(slug, called, name.country or body.country, None, body=True)
        return self.characters[slug]

    def _state(self, name: Name) -> Character:
        written = self.text[name.start : name.end]
        known = self.states.get(written)
        if known is not None:
            return known
        key = f"state {written.lower()}"
        if key not in self.characters:
            called = written.title() if written.isupper() and len(written) > _LONGEST_ABBREVIATION else written
            self.characters[key] = Character(
                slug_of(called), called, name.country, None, body=True, state=name.kind != "metonym"
            )
        self.states[written] = self.characters[key]
        return self.characters[key]

    def read_lower_case(self) -> None:
        """Take up what machine translation made of the name of somebody present, in lower case (`added sands`).

        Only a verb of speech beside it tells such a word from the thing that it means in English.
        """
        misreadings = _misreadings(self.vocabulary)
        for number, _, end in self.document.phrases.names:
            if number in misreadings:
                length, people = misreadings[number]
                start = end - length
                present = [self.characters[slug] for slug in people if slug in self.characters]
                if present and self.text[start:end].islower() and self._is_said_beside(start, end):
                    self.mentions += [Mention(start, end, character) for character in present]

    def _is_said_beside(self, start: int, end: int) -> bool:
        """Return whether a word stands before or after a verb of speech."""
        before = self.text[max(0, start - _NEIGHBOUR) : start].split()
        after = self.text[end : end + _NEIGHBOUR].split()
        if before and before[-1] == "the":
            before.pop()
        said = self.lexicon.said
        return bool((before and before[-1] in said) or (after and after[0].rstrip(".,") in said))


def _in_spelling_of(written: str, name: str) -> str:
    """Return a body's name in British spelling where the text spells it so (`the French Defence Ministry`)."""
    return name.replace("Defense", "Defence") if "defence" in written.lower() else name


@lru_cache(maxsize=4)
def _misreadings(vocabulary: Vocabulary) -> Mapping[int, tuple[int, Sequence[str]]]:
    """Return the length of the word with which a name ends that machine translation made of a name, and whose it is.

    The key is the number of the name among the spellings: that of `the sands` and `dmitry sands`, too.
    """
    people: dict[str, list[str]] = {}
    for person in vocabulary.people.values():
        for word in person.misreadings:
            if " " not in word:
                people.setdefault(fold_phrase(word), []).append(person.slug)
    last_words = (spelling.rpartition(" ")[2] for spelling in lexicon_of(vocabulary).spellings)
    return {number: (len(word), people[word]) for number, word in enumerate(last_words) if word in people}
