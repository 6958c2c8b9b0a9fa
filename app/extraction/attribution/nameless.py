"""Those whom the text never names (`a senior official`), remembered by the words that introduce them."""

from __future__ import annotations

from app.extraction.attribution.bodies import is_called_by
from app.extraction.attribution.cast import Cast, Character
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.origins import countries_in
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence

_SOURCE = "source"
_SOURCES = frozenset({_SOURCE, "insider"})
_ORGANS = frozenset({"ministry", "embassy", "department", "parliament", "police", "government"})


class Nameless:
    """The nameless of one article."""

    def __init__(self, cast: Cast, lexicon: Lexicon) -> None:
        self.cast, self.lexicon = cast, lexicon
        self._named = frozenset(cast.characters)
        self._introduced: dict[str, Character] = {}
        self._has_source = False

    def introduce(self, sentence: Sentence, phrase: Phrase, character: Character) -> None:
        """Remember somebody by the words of the phrase for them."""
        if wording := _wording(sentence, phrase):
            self._introduced.setdefault(wording, character)
            self._has_source = self._has_source or _SOURCE in character.name

    def introduced_so(self, sentence: Sentence, phrase: Phrase) -> Character | None:
        """Return whom the text has introduced by the very words of a phrase."""
        return self._introduced.get(_wording(sentence, phrase))

    def only_one(self, head: str) -> Character | None:
        """Return the only one whom the text calls `an … official` and never names, where nobody named is called so."""
        found = [one for wording, one in self._introduced.items() if wording.endswith(f" {head}")]
        named = any(head in character.roles for character in self.cast.characters)
        return found[0] if len(found) == 1 and not named else None

    def can_be(self, character: Character, sentence: Sentence, phrase: Phrase) -> bool:
        """Return whether a phrase can mean somebody whom the text does not name (`a diplomat in Brussels`)."""
        is_bare = phrase.first + 1 == phrase.last == phrase.reach
        is_cited = is_bare and character.body and not character.state
        if is_cited and sentence.tokens[phrase.last].low == _SOURCE and not self._has_source:
            return True  # `the source`, where a press service has been cited
        if character in self._named or not _calls_again(character, sentence.tokens[phrase.last].low, self.lexicon):
            return False
        if character.body and not is_called_by(character, sentence, phrase):
            return False
        tokens = sentence.tokens[phrase.first : phrase.last + 1]
        called = character.name.lower().split()
        if any(token.low in _ORGANS and token.low not in called for token in tokens[:-1]):
            return False  # `the ministry spokesman` is no `spokesman for the firm`
        countries = countries_in(tokens, self.lexicon)
        return not countries or character.country in (None, *countries)


def _calls_again(character: Character, noun: str, lexicon: Lexicon) -> bool:
    """Return whether a noun can call somebody unnamed again: by their own noun, or a person as the press does.

    A `representative of the exporter` is a source, and a `source in the embassy` a diplomat.
    """
    called = character.name.lower().split()
    if noun in called or character.body:
        return noun in called or not lexicon.generic_bodies.get(noun, frozenset()).isdisjoint(called)
    return noun in _SOURCES or (noun in lexicon.lesser_roles and not _SOURCES.isdisjoint(called))


def _wording(sentence: Sentence, phrase: Phrase) -> str:
    """Return the words of a phrase, its article and complements apart, where more than one of them is left."""
    tokens = sentence.tokens[phrase.first + 1 : phrase.last + 1]
    return " ".join(token.low for token in tokens) if len(tokens) > 1 else ""
