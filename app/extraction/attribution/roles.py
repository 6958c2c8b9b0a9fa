"""Whom a role means (`the Kremlin spokesman`, `the American leader`): somebody of the cast who bears it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from app.extraction.attribution.cast import Cast, Character
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.phrases import Phrase, Sentence
from app.extraction.attribution.tokens import Token

MENTIONS_BACK = 300
"""How many mentions back the bearer of a role or a body is looked for."""


class Roles:
    """Finds the bearers of roles among the cast of one article."""

    def __init__(self, cast: Cast, lexicon: Lexicon) -> None:
        self.cast, self.lexicon = cast, lexicon

    def bearer(self, sentence: Sentence, phrase: Phrase, last: Character | None) -> Character | None:
        """Return the person of the cast whom `the Kremlin spokesman` means; ``last`` is who spoke last."""
        head = sentence.tokens[phrase.last]
        tokens = sentence.tokens[phrase.first : phrase.reach + 1]
        words = {token.low for token in tokens if token.kind == "word"}
        countries = countries_in(tokens[: phrase.last - phrase.first + 1], self.lexicon)
        countries = countries or countries_in(tokens, self.lexicon)
        gender = self.lexicon.gendered.get(head.low)
        meant = self.lexicon.generic_roles.get(head.low, frozenset())
        best: tuple[float, Character] | None = None
        for rank, character in enumerate(self._people_before(head.start)):
            if gender and character.gender not in (gender, None):
                continue
            if countries and character.country and character.country not in countries:
                continue
            if head.low not in character.roles and not meant & character.roles:
                continue
            score = len(words & character.traits) + (1.0 if countries and character.country else 0.0) - 0.25 * rank
            score += 1.0 if head.low in character.roles else 0.0
            score += 0.5 if last is character else 0.0
            if best is None or score > best[0]:
                best = (score, character)
        return best[1] if best else None

    def only_holder(self, words: Sequence[str]) -> Character | None:
        """Return the one person present whose office is called `Kremlin spokesman`, where a translation writes `a`."""
        people = (one for one in self.cast.characters[:MENTIONS_BACK] if one.person is not None)
        holders = [one for one in people if len(words) > 1 and one.traits.issuperset(words) and words[-1] in one.roles]
        return holders[0] if len(holders) == 1 else None

    def _people_before(self, offset: int) -> list[Character]:
        """Return the people named before an offset, most recent first; with nobody there, all of the article."""
        near = islice(self.cast.before(offset), MENTIONS_BACK)
        people = dict.fromkeys(mention.character for mention in near if not mention.character.body)
        return list(people) or [character for character in self.cast.characters[:MENTIONS_BACK] if not character.body]


def countries_in(tokens: Sequence[Token], lexicon: Lexicon) -> set[str]:
    """Return the codes of the countries for which the words of a phrase speak."""
    found = {lexicon.demonyms[token.low] for token in tokens if token.low in lexicon.demonyms}
    for token in tokens:
        if token.mention is not None and token.mention.character.body and token.mention.character.country:
            found.add(token.mention.character.country)
    return found
