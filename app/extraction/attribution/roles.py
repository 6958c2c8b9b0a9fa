"""Whom a role means (`the Kremlin spokesman`, `the American leader`): somebody of the cast who bears it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from app.extraction.attribution.cast import Cast, Character
from app.extraction.attribution.lexicon import Lexicon, RolesByNoun
from app.extraction.attribution.origins import countries_in, regions_in
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.tokens import POSSESSIVE

MENTIONS_BACK = 300
"""How many mentions back the bearer of a role or a body is looked for."""

_SPOKE = (1.0, 0.75, 0.5)
"""What it counts for somebody as the bearer of a role to have spoken last, and before that."""
_SPOKEN_OF = 2.0
"""What it counts against somebody to be named in the words quoted in the sentence, or after the role in it."""
_AT_HOME = 0.5
"""What it counts for somebody to be of the country for which the outlet writes, where a role tells no country."""
_BARE = 3
"""How much more that counts where nothing but the role is said (`the diplomat`, `the senior official`)."""
AGED, LIKE_PLURAL = "-year-old", ("s", "ese", "ch", "sh")
"""Endings of nouns for somebody's age, and of demonyms that mean a people or its government (`the French`)."""
_EMPHASIS = frozenset({"senior", "top", "chief", "high-ranking", "same"})
_OF_OFFICE = ("of", "for")
_FORMER = ("former ", "ex-")
_PAST = frozenset({"former", "then"})
"""Words for offices that somebody had before those they have."""
_HEAD_OF_STATE = "head of state"
"""What counts as the noun of a role that no minister has, though ministers are heads of ministries."""
_LESSER_RANKS = frozenset({"deputy", "vice", "vice-governor", "vice-premier", "vice-president"})
_KINDS, _OF_ANOTHER_KIND = (_LESSER_RANKS, frozenset({"press"})), 2.0
"""What it counts against somebody who is no deputy, or no press secretary, that a role is one's."""


@dataclass(frozen=True, slots=True)
class _Role:
    """A role as a phrase tells it, in lower case."""

    head: str
    words: set[str]
    """All words that tell something."""
    complement: set[str]
    """Those of them after the noun."""
    office: set[str]
    """Those before the noun and in its first complement (`club` of `president of the club`)."""
    countries: set[str]


class Roles:
    """Finds the bearers of roles among the cast of one article."""

    def __init__(self, text: str, cast: Cast, lexicon: Lexicon, reader: str | None = None) -> None:
        self.text, self.cast, self.lexicon = text, cast, lexicon
        self.reader = reader
        """The country for whose readers the article is written: its own people need no country there."""

    def bearer(
        self, sentence: Sentence, phrase: Phrase, spoke: Iterable[Character], home: str | None = None
    ) -> Character | None:
        """Return whom of the cast `the Kremlin spokesman` means.

        ``spoke`` are those who spoke, last first, looked at where several bear the role.
        ``home`` is the country meant where the phrase tells none.
        """
        role = self._read(sentence, phrase, home)
        here = sentence.starts[phrase.last]
        people = enumerate(self._people_before(here))
        bearers = [(rank, character) for rank, character in people if self._can_be(character, role)]
        if sentence.tokens[phrase.first].possessive:  # `the town's official` is no mayor whom the text has yet to name
            bearers = [one for one in bearers if self._is_introduced(one[1], here) or role.head in one[1].roles]
        if not bearers:  # who bears the role may be named after it
            everybody = self.cast.characters[:MENTIONS_BACK]
            later = [one for one in everybody if not one.body and self._can_be(one, role)]
            return later[0] if len(later) == 1 and role.countries else None
        if len(bearers) == 1:
            return bearers[0][1]
        spoken_of = self.cast.named_in_words(sentence.starts[0], sentence.end(len(sentence.tokens) - 1))
        after = range(phrase.reach + 1, len(sentence.tokens))
        spoken_of |= {mention.character for at in after if (mention := sentence.tokens[at].mention) is not None}
        return self._likeliest(bearers, role, list(dict.fromkeys(spoke)), spoken_of)

    def _read(self, sentence: Sentence, phrase: Phrase, home: str | None) -> _Role:
        tokens, at = sentence.tokens[phrase.first : phrase.reach + 1], phrase.last - phrase.first
        words = {token.low for token in tokens if token.kind == "word"} - self.lexicon.function_words
        complement = tokens[at + 1 :]
        countries = countries_in(tokens[: at + 1], self.lexicon)
        countries = countries or (countries_in(tokens, self.lexicon) if complement else countries)
        countries = countries or regions_in(tokens, self.lexicon)
        national = self.lexicon.national_roles.get(tokens[at].low, home)  # `the EAM` is India's
        office = [token.low for token in tokens[:at]]
        if complement and complement[0].low in _OF_OFFICE:
            lows = (token.low for token in complement[1:])
            office += takewhile(lambda low: low not in self.lexicon.prepositions, lows)
        is_of_state = tokens[at].low == "head" and complement and complement[-1].low == "state"
        return _Role(
            _HEAD_OF_STATE if is_of_state else tokens[at].low,
            words,
            words.intersection(token.low for token in complement),
            set(office),
            countries or ({national} if national else set()),
        )

    def _likeliest(
        self,
        bearers: Sequence[tuple[int, Character]],
        role: _Role,
        recent: Sequence[Character],
        spoken_of: Set[Character],
    ) -> Character | None:
        """Return which of those who can bear a role does, by what is known of them and by who spoke last."""
        weight = _BARE if role.words <= _EMPHASIS | {role.head} else 1
        # Of a lesser role it counts nothing in whose words for an office it happens to stand.
        lesser = role.head in self.lexicon.lesser_roles
        words = role.words - {role.head} if lesser else role.words
        best: tuple[float, Character] | None = None
        for rank, character in bearers:
            score = (
                len(words & character.traits)
                + len(role.complement & character.traits)
                + (1.0 if role.countries and character.country else 0.0)
                - 0.25 * rank
            )
            called = role.head in (character.title or "").lower().split() if lesser else role.head in character.roles
            score += 1.0 if called else 0.0
            score -= _OF_ANOTHER_KIND if any(words & kind and not character.traits & kind for kind in _KINDS) else 0.0
            score += weight * _SPOKE[recent.index(character)] if character in recent[: len(_SPOKE)] else 0.0
            score -= _SPOKEN_OF if character in spoken_of else 0.0
            score += _AT_HOME if self.reader and character.country == self.reader and not role.countries else 0.0
            if best is None or score > best[0]:
                best = (score, character)
        return best[1] if best else None

    def speaker_meant(self, sentence: Sentence, phrase: Phrase, last: Character | None) -> Character | None:
        """Return who spoke last, where a role that the text did not give them can mean nobody else."""
        head = sentence.tokens[phrase.last].low
        if last is None or last.body or head in _LESSER_RANKS:
            return None
        has_known_roles = last.person is not None and bool(last.person.offices)
        if has_known_roles and (head not in self.lexicon.lesser_roles or self._is_head_of_state(last)):
            return None  # but for lesser roles
        gender = self.lexicon.gendered.get(head)
        complement = sentence.tokens[phrase.last + 1 : phrase.reach + 1]
        if any(token.is_capital and not (token.mention and token.mention.character.state) for token in complement):
            return None  # `the head of the Road Fund`
        countries = countries_in(sentence.tokens[phrase.first : phrase.reach + 1], self.lexicon)
        if head not in self.lexicon.generic_roles.keys() - _LESSER_RANKS or (
            gender and last.gender not in (gender, None)
        ):
            return None
        return last if not countries or last.country in (None, *countries) else None

    def known_by_trait(self, head: str, offset: int, spoke: Iterator[Character]) -> Character | None:
        """Return whom `the Ugandan` or `the 62-year-old` means, of those named before: who spoke last, if it fits."""
        code = self.lexicon.demonyms.get(head)
        if not (head.endswith(AGED) or (code is not None and not head.endswith(LIKE_PLURAL))):
            return None
        people = self._people_before(offset)
        fitting = [one for one in people if code is None or one.country == code]
        last = next(spoke, None)
        if last is not None and not last.body:
            is_unplaced = last.country is None or last.at_home
            if last in fitting or (is_unplaced and not fitting):
                return last
        return fitting[0] if fitting else None

    def _can_be(self, character: Character, role: _Role) -> bool:
        """Return whether a role can be somebody's, by their gender, their country and the roles they have."""
        gender = self.lexicon.gendered.get(role.head)
        if gender and character.gender not in (gender, None):
            return False
        is_abroad = role.countries and character.country and character.country not in role.countries
        if is_abroad and role.countries.isdisjoint(_countries_of(character)):
            return False
        if role.head in self.lexicon.lesser_roles and self._is_head_of_state(character):
            return self._is_titled(character, role.head)
        has_role = role.head in character.roles or _has_any(character, self.lexicon.generic_roles.get(role.head, {}))
        return (has_role or _has_been(character, role)) and not self._is_of_another(character, role.office)

    def _is_of_another(self, character: Character, office: Set[str]) -> bool:
        """Return whether a role tells an office that somebody does not have (`health minister`, `club president`)."""
        if not _PAST.isdisjoint(office):
            return False
        if (character.title or "").lower().startswith(_FORMER):
            return True  # `ex-President Ivanov`, then `the President`
        portfolios = self.lexicon.portfolios & office
        if portfolios and portfolios.isdisjoint(character.traits):
            return not self.lexicon.portfolios.isdisjoint(character.traits)
        bodies = self.lexicon.lesser_bodies & office
        return bool(bodies) and bodies.isdisjoint(character.traits) and self._is_head_of_state(character)

    def _is_head_of_state(self, character: Character) -> bool:
        return _has_any(character, self.lexicon.heads_of_state) and _LESSER_RANKS.isdisjoint(character.traits)

    def _is_introduced(self, character: Character, offset: int) -> bool:
        introduced = self.cast.introduction(character)
        return introduced is not None and introduced < offset

    def _is_titled(self, character: Character, head: str) -> bool:
        """Return whether a role is what the text itself calls somebody, or can mean that (`envoy`, then `diplomat`)."""
        title = (character.title or "").lower().split()
        generic = self.lexicon.generic_roles.get(head, {})
        return head in title or any(
            others.issubset(title) for noun in title if noun in generic for others in generic[noun]
        )

    def only_holder(self, words: Sequence[str]) -> Character | None:
        """Return the one person present whose office is called `Kremlin spokesman`, where a translation writes `a`."""
        people = (one for one in self.cast.characters[:MENTIONS_BACK] if one.person is not None)
        holders = [one for one in people if len(words) > 1 and one.traits.issuperset(words) and words[-1] in one.roles]
        return holders[0] if len(holders) == 1 else None

    def _people_before(self, offset: int) -> list[Character]:
        """Return the people named before an offset, most recent first; with nobody there, all of the article.

        Who is named as an owner alone (`Ivan Ivanov's visit`) comes after whoever is named before them.
        """
        people: dict[Character, None] = {}
        owner: Character | None = None
        for mention in self.cast.last_before(offset, MENTIONS_BACK):
            character = mention.character
            if character.body or character in people:
                continue
            if owner is None and self.text.startswith(POSSESSIVE, mention.end):
                owner = character
                continue
            people[character] = None
            if owner is not None:
                people.setdefault(owner)
                owner = None
        if owner is not None:
            people.setdefault(owner)
        return list(people) or [character for character in self.cast.characters[:MENTIONS_BACK] if not character.body]


def _has_been(character: Character, role: _Role) -> bool:
    """Return whether somebody is known to have held an office that a role says to be over (`the former president`)."""
    if character.person is None or _PAST.isdisjoint(role.office):
        return False
    over = (tenure.title.lower().split() for tenure in character.person.offices if tenure.until is not None)
    return any(role.head in title for title in over)


def _has_any(character: Character, roles: RolesByNoun) -> bool:
    """Return whether somebody has one of some roles: its noun as theirs, its other words in their descriptions."""
    for noun in character.roles:
        for others in roles.get(noun, ()):
            if others <= character.traits:
                return True
    return False


def _countries_of(character: Character) -> set[str | None]:
    """Return the codes of somebody's country and of those for which they held office (then the EU, say)."""
    offices = character.person.offices if character.person is not None else ()
    return {character.country, *(tenure.country for tenure in offices)}
