"""Whom a phrase means: a name, a pronoun, a role, a body, or somebody whom the text leaves unnamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.extraction.attribution.cast import Cast, Character, Mention, slug_of
from app.extraction.attribution.lexicon import CAPITAL, Lexicon
from app.extraction.attribution.phrases import Phrase, Sentence
from app.extraction.attribution.sentences import Sentences
from app.extraction.attribution.tokens import Token
from app.extraction.model import Span

_INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "several", "many", "two", "three", "four", "few", "other"}
)
_MENTIONS_BACK = 300
"""How many mentions back the bearer of a role or a body is looked for."""
_PER_SENTENCE, _PER_PARAGRAPH = 1.0, 0.5
"""What each sentence and paragraph between a pronoun and a person costs that person as its antecedent."""
_FARTHEST_SENTENCE = 4
_SUBJECT, _OWN_SENTENCE, _GENDER, _SPOKE, _SPOKE_LAST, _INTRODUCED = 1.4, 2.5, 1.0, 1.5, 1.5, 1.0
"""What speaks for a person: the subject of a sentence, of the pronoun's own sentence, a gender that is known to fit,
having spoken in one of the two sentences before, having spoken last, having just been introduced."""
_REACH = 30
"""How many mentions back an antecedent is looked for."""
_PARAGRAPHS_BACK = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker found: who, the words that name them, and how sure the reading of those words is."""

    character: Character
    span: Span
    certainty: float


class Resolver:
    """Resolves the phrases of one article, given who has spoken so far."""

    def __init__(
        self,
        text: str,
        cast: Cast,
        sentences: Sentences,
        lexicon: Lexicon,
        speaker_in: Callable[[int], Voice | None],
        actor_in: Callable[[int], Voice | None],
    ) -> None:
        self.text, self.cast, self.sentences, self.lexicon = text, cast, sentences, lexicon
        self.speaker_in, self.actor_in = speaker_in, actor_in
        self.last_voice: Voice | None = None

    def labelled(self, start: int, end: int) -> Voice | None:
        """Return whom the label of a turn names: the person named last in it, else whoever it says."""
        people = [mention for mention in self.cast.between(start, end) if not mention.character.body]
        if people:
            return Voice(people[-1].character, Span(people[-1].start, people[-1].end), 0.97)
        name = " ".join(self.text[start:end].split())
        if name.isupper():
            surname = name.split()[-1].lower()
            known = (character for character in self.cast.characters if surname == character.name.lower().split()[-1])
            character = next(known, None)
            if character is not None:
                return Voice(character, Span(start, end), 0.95)
        return Voice(Character(slug_of(name), name, None, None), Span(start, end), 0.8)

    def resolve(self, sentence: Sentence, phrase: Phrase) -> Voice | None:
        """Return whom a phrase of a sentence means."""
        tokens = sentence.tokens
        head = tokens[phrase.last]
        span = Span(tokens[phrase.first].start, tokens[phrase.last].end)
        if head.kind == "word" and head.low in ("he", "she", "him", "her", "his"):
            return self._pronoun(head, span)
        if head.kind == "word" and head.low in self.lexicon.pronouns:
            return self._impersonal(head, span)
        named = self._named(sentence, phrase)
        if named is not None:
            mention = named
            return Voice(mention.character, Span(mention.start, mention.end), 0.97)
        words = [token.low for token in tokens[phrase.first : phrase.reach + 1] if token.kind != "punctuation"]
        definite = words[0] not in _INDEFINITE
        if self.lexicon.is_role(head.low) and not definite:
            holder = self._only_holder(words[1:])
            if holder is not None:
                return Voice(holder, span, 0.6)
        if self.lexicon.is_role(head.low) and definite:
            character = self._by_role(head, sentence, phrase)
            if character is not None:
                return Voice(character, span, 0.85)
        if head.low in self.lexicon.documents:
            named_before = next((token.mention for token in tokens[phrase.first : phrase.last] if token.mention), None)
            if named_before is not None:  # `a Kremlin statement`
                return Voice(named_before.character, span, 0.85)
        if head.low in self.lexicon.documents and definite:
            issuer = self._issuer(sentence, phrase)
            if issuer is not None:
                return Voice(issuer, span, 0.7)
        if head.low in self.lexicon.body_words and words[0] == "the":
            body = self._body_called(head.low, span.start)
            if body is not None:
                return Voice(body, span, 0.85)
        return self._unnamed(sentence, phrase)

    def _named(self, sentence: Sentence, phrase: Phrase) -> Mention | None:
        """Return the name that a phrase consists of, ends with, or stands in apposition to."""
        tokens = sentence.tokens
        head = tokens[phrase.last]
        if head.mention is not None and (not head.possessive or phrase.first == phrase.last):
            return head.mention
        apposed = self._apposed(sentence, phrase)
        if apposed is not None:
            return apposed
        last = tokens[phrase.reach]
        if phrase.reach > phrase.last and last.mention is not None and not last.mention.character.body:
            return last.mention if not self._belongs_to_complement(tokens, phrase, last.mention) else None
        return None

    def _apposed(self, sentence: Sentence, phrase: Phrase) -> Mention | None:
        """Return the name in `the press secretary, Dmitry Peskov,`."""
        tokens = sentence.tokens
        after = phrase.reach + 1
        if not self.lexicon.is_role(tokens[phrase.last].low) and tokens[phrase.last].low not in self.lexicon.unnamed:
            return None
        if after + 1 >= len(tokens) or tokens[after].low != ",":
            return None
        named = tokens[after + 1]
        if named.mention is None or named.possessive or named.mention.character.body:
            return None
        following = tokens[after + 2] if after + 2 < len(tokens) else None
        if following is None or following.kind in ("punctuation", "quote") or sentence.is_finite_cue(after + 2):
            return named.mention
        return None

    def _belongs_to_complement(self, tokens: Sequence[Token], phrase: Phrase, mention: Mention) -> bool:
        """Return whether the name in `the spokesman of President Putin` is the complement's, not the head's."""
        index = phrase.reach
        before = tokens[index - 1]
        if before.kind == "word" and before.low in self.lexicon.roles:
            return before.low in mention.character.roles or tokens[phrase.last].low not in mention.character.roles
        return before.kind == "word" and before.low in self.lexicon.prepositions

    def _pronoun(self, head: Token, span: Span) -> Voice | None:
        gender = "male" if head.low in ("he", "him", "his") else "female"
        character = self._antecedent(gender, head.start)
        return Voice(character, span, 0.85) if character else None

    def _antecedent(self, gender: str, offset: int) -> Character | None:
        """Return the person whom `he` or `she` most likely means: recent, a subject, the last to speak."""
        here = self.sentences.at(offset)
        told = {number: self.speaker_in(number) for number in range(max(0, here - 2), here)}
        recent = [
            (Span(mention.start, mention.end), number, mention.character) for mention, number in self._recent(offset)
        ]
        voices = [(voice.span, number, voice.character) for number, voice in told.items() if voice is not None]
        best: tuple[float, Character] | None = None
        for span, number, character in (*recent, *voices):
            if character.body or character.gender not in (gender, None):
                continue
            score = _GENDER if character.gender == gender else 0.0
            score += self._salience(span, number, character, here, told.get(number))
            if best is None or score > best[0]:
                best = (score, character)
        return best[1] if best else None

    def _salience(self, span: Span, number: int, character: Character, here: int, spoke: Voice | None) -> float:
        """Return how much a mention in sentence ``number`` stands out in sentence ``here``."""
        paragraphs = self.sentences.paragraphs
        score = -_PER_SENTENCE * min(here - number, _FARTHEST_SENTENCE)
        score -= _PER_PARAGRAPH * (paragraphs[here] - paragraphs[number])
        is_subject = self._is_subject(span, number) if spoke is None else spoke.character is character
        score += _SUBJECT if is_subject else 0.0
        score += _OWN_SENTENCE if is_subject and number == here else 0.0
        score += _SPOKE if spoke is not None and is_subject else 0.0
        score += _SPOKE_LAST if self.last_voice is not None and self.last_voice.character is character else 0.0
        newly = number == here - 1 and self.cast.introduction(character) == span.start
        return score + (_INTRODUCED if newly else 0.0)

    def _recent(self, offset: int) -> Iterator[tuple[Mention, int]]:
        paragraph = self.sentences.paragraphs[self.sentences.at(offset)]
        for count, mention in enumerate(self.cast.before(offset)):
            number = self.sentences.at(mention.start)
            if count >= _REACH or paragraph - self.sentences.paragraphs[number] > _PARAGRAPHS_BACK:
                return
            yield mention, number

    def _is_subject(self, mention: Span, number: int) -> bool:
        """Return whether a mention is the first of a person in its sentence and no possessive."""
        start, _ = self.sentences.bounds(number)
        if self.text[mention.end : mention.end + 2] in ("'s", "’s"):
            return False
        return not any(not other.character.body for other in self.cast.between(start, mention.start))

    def _impersonal(self, head: Token, span: Span) -> Voice | None:
        """Resolve `it` and `they` to the body that spoke last; `I` and `we` are nobody the text names."""
        if head.low not in ("it", "they") or self.last_voice is None:
            return None
        if self.last_voice.character.body:
            return Voice(self.last_voice.character, span, 0.6)
        return None

    def _by_role(self, head: Token, sentence: Sentence, phrase: Phrase) -> Character | None:
        """Return the person of the cast whom `the Kremlin spokesman` means."""
        tokens = sentence.tokens[phrase.first : phrase.reach + 1]
        words = {token.low for token in tokens if token.kind == "word"}
        countries = self._countries(tokens[: phrase.last - phrase.first + 1]) or self._countries(tokens)
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
            if self.last_voice is not None and self.last_voice.character is character:
                score += 0.5
            if best is None or score > best[0]:
                best = (score, character)
        return best[1] if best else None

    def _only_holder(self, words: Sequence[str]) -> Character | None:
        """Return the one person present whose office is called `Kremlin spokesman`, where a translation writes `a`."""
        people = (one for one in self.cast.characters[:_MENTIONS_BACK] if one.person is not None)
        holders = [one for one in people if len(words) > 1 and one.traits.issuperset(words) and words[-1] in one.roles]
        return holders[0] if len(holders) == 1 else None

    def _countries(self, tokens: Sequence[Token]) -> set[str]:
        found = {self.lexicon.demonyms[token.low] for token in tokens if token.low in self.lexicon.demonyms}
        for token in tokens:
            if token.mention is not None and token.mention.character.body and token.mention.character.country:
                found.add(token.mention.character.country)
        return found

    def _people_before(self, offset: int) -> list[Character]:
        """Return the people named before an offset, most recent first; with nobody there, all of the article."""
        near = islice(self.cast.before(offset), _MENTIONS_BACK)
        people = dict.fromkeys(mention.character for mention in near if not mention.character.body)
        return list(people) or [character for character in self.cast.characters[:_MENTIONS_BACK] if not character.body]

    def _issuer(self, sentence: Sentence, phrase: Phrase) -> Character | None:
        """Return who issued `the statement`: the body named last."""
        complement = sentence.tokens[phrase.reach].mention
        if phrase.reach > phrase.last and complement is not None:
            return complement.character
        here = self.sentences.at(sentence.tokens[phrase.first].start)
        for number in range(here - 1, max(-1, here - 3), -1):
            voice = self.speaker_in(number) or self.actor_in(number)
            if voice is not None:
                return voice.character
        return self.last_voice.character if self.last_voice else None

    def _body_called(self, head: str, offset: int) -> Character | None:
        for mention in islice(self.cast.before(offset), _MENTIONS_BACK):
            if mention.character.body and head in mention.character.name.lower().split():
                return mention.character
        full = re.compile(rf"\b{head.capitalize()} (?:of|for) (?:the )?(?:{CAPITAL}\w+(?: (?:of|the|and))* ?)+")
        found = None
        for match in full.finditer(self.text, max(0, offset - 2000), offset):
            found = match
        if found is None:
            return None
        name = found[0].strip()
        codes = (mention.character.country for mention in self.cast.between(found.start(), found.end()))
        return Character(slug_of(name), name, next((code for code in codes if code), None), None, body=True)

    def _unnamed(self, sentence: Sentence, phrase: Phrase) -> Voice | None:
        """Return a speaker whom the text does not name, called by the phrase."""
        first = phrase.first
        while (
            first < phrase.last
            and sentence.tokens[first].low in self.lexicon.determiners
            and not sentence.tokens[first].possessive
        ):
            first += 1
        head = sentence.tokens[phrase.last]
        last = phrase.reach if head.low in self.lexicon.body_words else phrase.last
        if head.kind == "name" or head.low in self.lexicon.auxiliaries or not head.low[0].isalpha():
            return None
        start, end = sentence.tokens[first].start, sentence.tokens[last].end
        name = " ".join(self.text[start:end].split())
        countries = self._countries(sentence.tokens[first : phrase.reach + 1])
        is_body = (
            head.low in self.lexicon.body_words
            or head.low in self.lexicon.unnamed
            or not self.text[head.start].isupper()
        )
        character = Character(slug_of(name), name, next(iter(sorted(countries)), None), None, body=is_body)
        return Voice(character, Span(start, end), 0.75)
