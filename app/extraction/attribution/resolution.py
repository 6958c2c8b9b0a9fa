"""Whom a phrase means: a name, a pronoun, a role, a body, or somebody whom the text leaves unnamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from app.extraction.attribution.antecedents import GENDERS, Antecedents
from app.extraction.attribution.bodies import Bodies, body_in, issuer_told, owner_in, owner_named
from app.extraction.attribution.cast import Cast, Character, slug_of
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.nameless import Nameless
from app.extraction.attribution.naming import named_in
from app.extraction.attribution.origins import countries_in
from app.extraction.attribution.owners import Owners
from app.extraction.attribution.phrases import OFFICES, Phrase
from app.extraction.attribution.roles import AGED, MENTIONS_BACK, Roles
from app.extraction.attribution.sentences import Sentences
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.tokens import Token
from app.extraction.attribution.unnamed import unnamed_voice
from app.extraction.attribution.voice import Voice
from app.extraction.attribution.words import HEARING
from app.extraction.model import Span

_PLURAL, _THAT = frozenset({"they", "them"}), frozenset({"that"})
_VISITS = frozenset({"guest", "host"})
"""Of the nouns for other parties, those that need no possessor."""
_SENTENCES_BACK, _DOCUMENT_BACK = 3, 12
"""Sentences back in which those who spoke are remembered as bearers of a role, and a document is still `it`."""
_EARLIER, _JOINT = ("earlier ", "Earlier", "reviously"), "joint"
_INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "several", "many", "two", "three", "four", "few", "other"}
)


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
        body_in: Callable[[int], Voice | None],
        home: str | None,
        reader: str | None,
    ) -> None:
        self.text, self.cast, self.sentences, self.lexicon = text, cast, sentences, lexicon
        self.speaker_in, self.actor_in, self.body_in = speaker_in, actor_in, body_in
        self.antecedents = Antecedents(text, cast, sentences, speaker_in, actor_in, lexicon.said)
        self.roles = Roles(text, cast, lexicon, reader)
        self.bodies = Bodies(text, cast, lexicon)
        self.owners = Owners(self.roles, self.bodies, lexicon, home)
        self.last_voice: Voice | None = None
        self.last_quoted = 0
        """The sentence in which they were quoted."""
        self.nameless = Nameless(cast, lexicon)

    def hear(self, voice: Voice, number: int) -> None:
        """Remember who is quoted in a sentence."""
        self.last_voice, self.last_quoted = voice, number
        self.antecedents.hear(voice.character, self.text[voice.span.start : voice.span.end])

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
        if head.mention is not None and phrase.first == phrase.last:  # most are a name and nothing else
            return Voice(head.mention.character, Span(head.mention.start, head.mention.end), 0.97)
        span = Span(sentence.starts[phrase.first], sentence.end(phrase.last))
        if head.kind == "word" and head.low in GENDERS:
            teller = self._teller(sentence, phrase.last)
            meant = self.antecedents.meant(head.low, sentence.starts[phrase.last]) if teller is None else None
            return Voice(meant, span, 0.85) if meant is not None else teller
        if head.kind == "word" and (head.low in self.lexicon.pronouns or head.low in _PLURAL):
            return self._impersonal(head, span)
        if (
            head.low in self.lexicon.speech_nouns
            and phrase.last == phrase.first + 1
            and (tokens[phrase.first].low in GENDERS or tokens[phrase.first].mention is not None)
        ):
            return self.resolve(sentence, Phrase(phrase.first, phrase.first, phrase.first))  # `according to his words`
        other = self._other(sentence, phrase)
        if other is not None:
            return Voice(other, span, 0.8)
        named = named_in(sentence, phrase)
        if named is not None:
            return Voice(named.character, Span(named.start, named.end), 0.97)
        written = self.text[sentence.starts[phrase.last] : span.end]
        body = self.bodies.spelt_out(written, span.start) or self.bodies.spoken_for(sentence, phrase)
        if body is not None:
            return Voice(body, span, 0.85)
        by_age = self._of_age(sentence, phrase, span)
        return by_age or self._described(sentence, phrase, span) or self._unnamed(sentence, phrase)

    def _of_age(self, sentence: Sentence, phrase: Phrase, span: Span) -> Voice | None:
        """Return whom `the 60-year-old former sailor` means."""
        lows = [token.low for token in sentence.tokens[phrase.first : phrase.last]]
        aged = next((low for low in lows if low.endswith(AGED)), None)
        if aged is None or lows[0] != "the":
            return None
        found = self.roles.known_by_trait(aged, span.start, self._spoke_before(self.sentences.at(span.start)))
        return Voice(found, span, 0.75) if found is not None else None

    def _unnamed(self, sentence: Sentence, phrase: Phrase) -> Voice | None:
        """Return somebody whom the text does not name; their country may be that of whoever they belong to.

        `The press service of the head of the African state` speaks for the state of the leader named before.
        """
        voice = unnamed_voice(sentence, phrase)
        if voice is not None and sentence.tokens[phrase.first].low in _INDEFINITE:
            self.nameless.introduce(sentence, phrase, voice.character)
        if voice is not None and voice.character.country is None:
            spoke = self._spoke_before(self.sentences.at(voice.span.start))
            whose = sentence.tokens[phrase.first]
            meant = self.antecedents.meant(whose.low, voice.span.start) if whose.low in GENDERS else None
            told = meant.country if meant is not None else None  # `his office`, `her spokesman`
            voice.character.country = told or self.owners.country(sentence, phrase, spoke)
        return voice

    def _other(self, sentence: Sentence, phrase: Phrase) -> Character | None:
        """Return whom `the latter` means, or `his guest`: who is named last, or last beside the one who spoke."""
        first, head = sentence.tokens[phrase.first].low, sentence.tokens[phrase.last].low
        words = " ".join(token.low for token in sentence.tokens[phrase.first : phrase.last + 1]).split()
        visits = first == "the" and not _VISITS.isdisjoint(words) and self.lexicon.body_words.isdisjoint(words)
        deals = first in GENDERS and head in self.lexicon.other_parties
        if not (visits or deals or head == "latter"):
            return None
        here = sentence.starts[0]
        before = (mention.character for mention in islice(self.cast.before(here), MENTIONS_BACK))
        people = (character for character in before if not character.body)
        if head == "latter":
            return next(people, None)
        number = self.sentences.at(here)
        told = (self.speaker_in(before) for before in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1))
        spoke = next((voice.character for voice in told if voice is not None), self._last_to_speak)
        codes = countries_in(sentence.tokens[phrase.first : phrase.last + 1], self.lexicon)
        others = (one for one in people if one is not spoke and (not codes or one.country in (None, *codes)))
        return next(others, None)

    def _described(self, sentence: Sentence, phrase: Phrase, span: Span) -> Voice | None:
        """Return somebody whom the article names elsewhere and a phrase describes."""
        words = [token.low for token in sentence.tokens[phrase.first : phrase.reach + 1] if token.kind != "punctuation"]
        head, definite = sentence.tokens[phrase.last].low, words[0] not in _INDEFINITE
        found: Character | None = None
        certainty = 0.85
        if definite and (self.lexicon.is_role(head) or head in self.lexicon.unnamed):
            same = self.nameless.introduced_so(sentence, phrase)
            if same is not None:
                return Voice(same, span, 0.75)
            told_of = self._told_of(sentence, phrase, span)
            if told_of is not None:
                return told_of
        if self.lexicon.is_role(head):
            if definite:
                return self._definite(sentence, phrase, span)
            found, certainty = self.roles.only_holder(words[1:]), 0.6
        if head in self.lexicon.mouthpieces and (len(words) == 2 or not self.lexicon.press_words.isdisjoint(words)):
            found = self.bodies.served(" ".join(words[1:]), span.start) if words[0] == "the" else None
            certainty = 0.85
        if found is None and head in self.lexicon.documents:
            return self._issued(sentence, phrase, span, definite)
        if found is None and words[0] == "the":
            spoke = self._spoke_before(self.sentences.at(span.start))
            found, certainty = self.roles.known_by_trait(head, span.start, spoke), 0.75
        if found is None and self.bodies.is_called(head) and words[0] == "the":
            found, certainty = self.bodies.called_by(sentence, phrase), 0.85
        return Voice(found, span, certainty) if found is not None else None

    def _definite(self, sentence: Sentence, phrase: Phrase, span: Span) -> Voice | None:
        """Return whom `the official` means: a bearer of the role, or the last to speak."""
        here = self.sentences.at(span.start)
        bare = self.nameless.only_one(sentence.tokens[phrase.last].low) if phrase.last == phrase.first + 1 else None
        found = bare or self.roles.bearer(sentence, phrase, self._spoke_before(here))
        if found is not None:
            return Voice(found, span, 0.85)
        meant = self.roles.speaker_meant(sentence, phrase, next(self._spoke_before(here), None))
        return Voice(meant, span, 0.7) if meant is not None else None

    def _spoke_before(self, here: int) -> Iterator[Character]:
        """Yield who spoke before a sentence, in quotations or without, last first.

        Whoever spoke `earlier` comes last: that is told to explain what the others say.
        """
        quoted, earlier = self.last_voice, list[Character]()
        for number in range(here - 1, max(-1, here - 1 - _SENTENCES_BACK), -1):
            if quoted is not None and number <= self.last_quoted:
                yield quoted.character
                quoted = None
            voice = self.speaker_in(number)
            if voice is not None and self._is_background(number, here):
                earlier.append(voice.character)
            elif voice is not None:
                yield voice.character
        if quoted is not None:
            yield quoted.character
        yield from earlier

    def _is_background(self, number: int, here: int) -> bool:
        """Return whether a paragraph before tells what was said before the news (`The speaker earlier said that …`)."""
        apart = "\n" in self.text[self.sentences.starts[number] : self.sentences.starts[here]]
        return apart and any(self.text.find(word, *self.sentences.bounds(number)) >= 0 for word in _EARLIER)

    def _told_of(self, sentence: Sentence, phrase: Phrase, span: Span) -> Voice | None:
        """Return whom `the source` means, where `a source in Kiev` spoke last."""
        here, noun = self.sentences.at(span.start), sentence.tokens[phrase.last].low
        is_called_so = here > 0 and self.text.find(noun, 0, span.start) >= 0
        acted = self.actor_in(here - 1) if is_called_so else None
        ends = acted is not None and acted.character.name.endswith(f" {noun}")
        if acted is not None and ends and self.nameless.can_be(acted.character, sentence, phrase):
            return Voice(acted.character, span, 0.75)  # `A senior official disagreed.`
        told = next(self._spoke_before(here), None)
        return Voice(told, span, 0.75) if told is not None and self.nameless.can_be(told, sentence, phrase) else None

    @property
    def _last_to_speak(self) -> Character | None:
        return self.last_voice.character if self.last_voice is not None else None

    def _issued(self, sentence: Sentence, phrase: Phrase, span: Span, definite: bool) -> Voice | None:
        """Return who speaks by `a Kremlin statement`, or by `the statement` of somebody named before."""
        tokens = sentence.tokens[phrase.first : phrase.last]
        if named := next((token.mention for token in tokens if token.mention), None):
            return Voice(named.character, span, 0.85)
        letters = self.text[sentence.starts[phrase.last - 1] : sentence.end(phrase.last - 1)] if tokens else ""
        if spelt_out := self.bodies.spelt_out(letters, span.start):  # `A CHA statement`
            return Voice(spelt_out, span, 0.85)
        if (issuing := issuer_told(sentence, phrase)) is not None:
            body = body_in(sentence, issuing)
            return Voice(body, span, 0.85) if body is not None else self.resolve(sentence, issuing)
        is_owned = any(token.possessive for token in tokens)  # `the ministry's statement`, `a ministry statement`
        if is_owned or any(self.bodies.is_called(token.low) for token in tokens):
            owner = self.owners.owner(sentence, phrase, self._spoke_before(self.sentences.at(span.start)))
            if owner is not None or is_owned:
                return Voice(owner, span, 0.7) if owner is not None else None
        if any(token.low == _JOINT for token in tokens):
            return None  # `the joint statement` is nobody's alone
        is_named = definite or sentence.is_word(phrase.last - 1, OFFICES)  # `a PM Office statement`
        told = owner_named(sentence, phrase) if is_named else None
        issuer = told or (self._issuer(sentence, phrase) if definite else owner_in(sentence, phrase))
        return Voice(issuer, span, 0.7) if issuer is not None else None

    def _teller(self, sentence: Sentence, pronoun: int) -> Voice | None:
        """Return whom `he` means in `Lavrov said he hoped`: whoever says so of himself."""
        cue = pronoun - 1 - sentence.is_word(pronoun - 1, _THAT)
        cue -= not sentence.is_finite_cue(cue) and sentence.is_word(cue - 1, HEARING)  # `told reporters that he`
        if cue < 1 or not sentence.is_word(cue, self.lexicon.uttered) or not sentence.is_finite_cue(cue):
            return None
        subject = sentence.subject_of(cue, 0)
        if subject is None and sentence.tokens[cue - 1].low == ",":
            subject = sentence.main_subject(cue, 0)  # `Foreign Minister Sergei Lavrov, said he hoped`
        voice = self.resolve(sentence, subject) if subject is not None and sentence.can_speak(subject) else None
        genders = (GENDERS.get(sentence.tokens[pronoun].low), None)
        return voice if voice is not None and not voice.character.body and voice.character.gender in genders else None

    def _impersonal(self, head: Token, span: Span) -> Voice | None:
        """Resolve `it` and `they` to the body that spoke last; `I` and `we` are nobody the text names."""
        if head.low != "it" and head.low not in _PLURAL:
            return None
        here = self.sentences.at(span.start)
        find = self.body_in if head.low == "it" else self.speaker_in
        body = find(here - 1) if here else None
        body = body if body is not None and body.character.body else None
        if body is not None:
            return Voice(body.character, span, 0.6)
        if self.last_voice is not None and self.last_voice.character.body:
            return Voice(self.last_voice.character, span, 0.6)
        return None

    def _told_in(self, document: str, here: int) -> Voice | None:
        """Return who is said, some sentences before, to have spoken in such a document (`said in a message`)."""
        for number in range(here - 1, max(-1, here - 1 - _DOCUMENT_BACK), -1):
            if self.text.find(document, *self.sentences.bounds(number)) >= 0 and (told := self.speaker_in(number)):
                return told
        return None

    def _issuer(self, sentence: Sentence, phrase: Phrase) -> Character | None:
        """Return who issued `the statement`: the body named last."""
        owner = owner_in(sentence, phrase)
        if owner is not None:
            return owner
        here = self.sentences.at(sentence.starts[phrase.first])
        told = self._told_in(f" {sentence.tokens[phrase.last].low}", here)
        if told is not None:
            return told.character
        is_letter = sentence.tokens[phrase.last].low.startswith(("telegram", "greeting"))
        for number in range(here - 1, max(-1, here - 3 - is_letter), -1):
            start, _ = self.sentences.bounds(number)
            opening = next(iter(self.cast.between(start, start + 1)), None)
            if opening is not None and not opening.character.state:  # `Ivan Ivanov sent greetings to Pyotr Petrov`
                return opening.character
            voice = self.speaker_in(number) or self.actor_in(number) or self.body_in(number)
            if voice is not None and not (voice.character.body and is_letter):
                return voice.character
        return self._last_to_speak
