"""Of which country those are whom the text leaves unnamed: of whoever they serve, or of where the article is from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from app.extraction.attribution.bodies import Bodies
from app.extraction.attribution.cast import Character
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.origins import is_field
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.roles import MENTIONS_BACK, Roles
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.unnamed import OWN_STATE

_THE = frozenset({"the"})
_EMBASSY, _MINISTER = "embassy", "minister"
_LONGEST_ROLE = 4
"""Words in the longest role that is one country's alone."""


class Owners:
    """To whom the unnamed of one article belong."""

    def __init__(self, roles: Roles, bodies: Bodies, lexicon: Lexicon, home: str | None) -> None:
        self.roles, self.bodies, self.lexicon = roles, bodies, lexicon
        self.home = home
        """The country from which the article is datelined."""

    def country(self, sentence: Sentence, phrase: Phrase, spoke: Iterable[Character]) -> str | None:
        """Return the country of whoever somebody unnamed belongs to; ``spoke`` are those who spoke, last first."""
        owner = self.owner(sentence, phrase, spoke)
        if owner is not None:
            return owner.country
        told = self._country_of_role(sentence, phrase) or self._of_the_state(sentence, phrase)
        return told or self._home_of(sentence, phrase)

    def _of_the_state(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return the country of whoever is named last before somebody who is `of the republic`."""
        is_state = phrase.reach > phrase.last and sentence.is_word(phrase.reach, OWN_STATE)
        if not is_state or not sentence.is_word(phrase.reach - 1, _THE):
            return None
        before = islice(self.roles.cast.before(sentence.starts[phrase.first]), MENTIONS_BACK)
        named = (one.character for one in before if not one.character.state)
        return next((one.country for one in named if one.country is not None), None)

    def _country_of_role(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return the country whose office a phrase ends with (`a senior State Department spokesperson`)."""
        words = [token.low for token in sentence.tokens[phrase.first : phrase.last + 1]]
        ends = (" ".join(words[first:]) for first in range(max(0, len(words) - _LONGEST_ROLE), len(words)))
        return next((self.lexicon.national_roles[end] for end in ends if end in self.lexicon.national_roles), None)

    def owner(self, sentence: Sentence, phrase: Phrase, spoke: Iterable[Character]) -> Character | None:
        """Return to whom somebody belongs: their complement, whoever stands before them, or their body."""
        owner = sentence.phrase_after(phrase.last + 2, phrase.reach) if phrase.reach > phrase.last else None
        if owner is not None and self.lexicon.is_role(sentence.tokens[owner.last].low):
            return self.roles.bearer(sentence, owner, spoke, self.home)
        tokens = sentence.tokens[phrase.first : phrase.last]
        for index, token in enumerate(tokens, phrase.first):
            if token.mention is not None and not is_field(sentence.tokens, index, self.lexicon):
                return token.mention.character  # `Lee's chief press aide`
        for index, token in enumerate(tokens, phrase.first):
            if token.possessive and self.lexicon.is_role(token.low):  # `the prime minister's spokesman`
                return self.roles.bearer(sentence, Phrase(phrase.first, index, index), spoke)
        noun = next((at for at, token in enumerate(tokens, phrase.first) if self.bodies.is_called(token.low)), None)
        return self.bodies.called_by(sentence, Phrase(phrase.first, noun, noun)) if noun is not None else None

    def _home_of(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Return the country of the dateline for organs that every state has (`a source in the Interior Ministry`)."""
        words = {token.low for token in sentence.tokens[phrase.first : phrase.reach + 1]}
        if _EMBASSY in words:
            return self.bodies.country_of_embassy(sentence.starts[phrase.first])
        is_minister = _MINISTER in words and not self.lexicon.portfolios.isdisjoint(words)
        return self.home if is_minister or not self.lexicon.state_organs.isdisjoint(words) else None
