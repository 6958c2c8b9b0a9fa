"""The narrator's sentences of an article, and who acts and speaks in each, quotations or none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from app.extraction.attribution.cast import Cast, slug_of
from app.extraction.attribution.clause_after import DASHES
from app.extraction.attribution.clause_before import possessor_of_words
from app.extraction.attribution.clauses import ends_sentence
from app.extraction.attribution.inversion import inverted_subject, quoted_as_saying
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.naming import is_press
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.references import informing, told_before
from app.extraction.attribution.resolution import Resolver
from app.extraction.attribution.sentences import split_sentences
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.tokens import tokenize
from app.extraction.attribution.voice import Voice
from app.extraction.attribution.words import CITING
from app.extraction.document import Document
from app.extraction.model import Block, Quotation

LONGEST_SENTENCE = 160
"""Tokens of a sentence that are read together; prose has no longer ones, hostile text has."""
_BEFORE_CLOSING = frozenset({",", "–", "—"})
_TOWARDS = frozenset({"to", "on", "after", "about", "with"})
"""Words after which somebody's words are what others speak of: `responded to Peskov's remarks`."""
_DEEPEST_CHAIN = 4
"""How many sentences back `he` may depend on who `he` was in the sentence before."""


class Narration:
    """The sentences of one article with its outermost ``quotations`` in them (in text order)."""

    def __init__(self, document: Document, quotations: list[Quotation], cast: Cast, lexicon: Lexicon) -> None:
        self.text, self.cast, self.lexicon = document.text, cast, lexicon
        after_dateline = document.dateline.end if document.dateline is not None else 0
        self.sentences = split_sentences(self.text, quotations, lexicon, document.blocks, after_dateline)
        home = document.dateline.country if document.dateline is not None else None
        reader = lexicon.outlet_homes.get(slug_of(document.outlet)) if document.outlet is not None else home
        self.resolver = Resolver(
            self.text, cast, self.sentences, lexicon, self.speaker_in, self.actor_in, self.body_in, home, reader
        )
        self._body = list(document.body()) or [Block("paragraph", 0, len(self.text))]
        self._body_starts = [block.start for block in self._body]
        self._inside: dict[int, list[Quotation]] = {}
        for quotation in quotations:
            self._inside.setdefault(self.sentences.at(quotation.outer_start), []).append(quotation)
        self._whole: dict[int, Sentence] = {}
        self._acting: dict[int, tuple[Sentence, Phrase | None]] = {}
        self._spoke: dict[int, Voice | None] = {}
        self._depth = 0
        self._subjects_deep = 0

    def quotations_in(self, number: int) -> Sequence[Quotation]:
        """Return the quotations that begin in a sentence."""
        return self._inside.get(number, ())

    def whole(self, number: int) -> Sentence:
        """Return a sentence."""
        sentence = self._whole.get(number)
        if sentence is None:
            start, end = self.sentences.bounds(number)
            tokens = tokenize(self.text, start, end, self.cast, self.quotations_in(number), self.lexicon)
            sentence = self._whole[number] = Sentence(self.text, tokens, self.lexicon)
        return sentence

    def sentence(self, number: int) -> Sentence:
        """Return a sentence, or as much of its end as is read of an endless one."""
        whole = self.whole(number)
        return whole.part(len(whole.tokens) - LONGEST_SENTENCE, len(whole.tokens))

    def _sentence_with_subject(self, number: int) -> tuple[Sentence, Phrase | None]:
        """Return a sentence as far as it is read, and its subject."""
        found = self._acting.get(number)
        if found is None:
            sentence = self.sentence(number)
            found = self._acting[number] = sentence, sentence.main_subject(len(sentence.tokens), 0)
        return found

    def actor_in(self, number: int) -> Voice | None:
        """Return the person or body that is the subject of a sentence in the body of the article."""
        if not self.is_told(number):
            return None
        sentence, subject = self._sentence_with_subject(number)
        if subject is None or not (sentence.is_somebody(subject) or sentence.is_person(subject.last)):
            return None
        voice = self._resolve_subject(sentence, subject)
        if voice is None or voice.character.state or voice.character.slug in self.lexicon.outlets:
            return None
        return voice

    def body_in(self, number: int) -> Voice | None:
        """Return the body that is the subject of a sentence in the body of the article."""
        if not self.is_told(number):
            return None
        sentence, subject = self._sentence_with_subject(number)
        if subject is None or are_several(sentence, subject):
            return None
        voice = self._resolve_subject(sentence, subject)
        return voice if voice is not None and voice.character.body and not voice.character.state else None

    def _resolve_subject(self, sentence: Sentence, subject: Phrase) -> Voice | None:
        """Return whom a subject means; whom `the source` means may depend on the subject of the sentence before."""
        if self._subjects_deep >= _DEEPEST_CHAIN:
            return None
        self._subjects_deep += 1
        voice = self.resolver.resolve(sentence, subject)
        self._subjects_deep -= 1
        return voice

    def is_told(self, number: int) -> bool:
        """Return whether a sentence stands in the body of the article."""
        start = self.sentences.starts[number]
        index = bisect_right(self._body_starts, start) - 1
        return index >= 0 and start < self._body[index].end

    def speaker_in(self, number: int) -> Voice | None:
        """Return who is said to speak in a sentence, quotations or none."""
        if number not in self._spoke and self._depth < _DEEPEST_CHAIN and self.is_told(number):
            self._depth += 1
            self._spoke[number] = self._speaker_in(self.sentence(number))
            self._depth -= 1
        return self._spoke.get(number)

    def told_in(self, number: int) -> Voice | None:
        """Return who is said in a sentence to have said what stands before it (`This was stated by Peskov.`)."""
        sentence = self.sentence(number)
        teller = told_before(sentence) if self.is_told(number) else None
        return self._voice(sentence, teller)

    def told_after(self, sentence: Sentence, quote: int) -> Voice | None:
        """Return who is said right after a quotation to have said it: `“…”, this was announced by Peskov`."""
        after = quote + 1
        while after < len(sentence.tokens) and sentence.tokens[after].low in _BEFORE_CLOSING | DASHES:
            after += 1
        if after == quote + 1:
            return None
        return self._voice(sentence, told_before(sentence, after) or informing(sentence, after))

    def _voice(self, sentence: Sentence, teller: Phrase | None) -> Voice | None:
        voice = self.resolver.resolve(sentence, teller) if teller is not None else None
        return voice if voice is not None and voice.character.slug not in self.lexicon.outlets else None

    def _speaker_in(self, sentence: Sentence) -> Voice | None:
        """Return who speaks at the end of a sentence (`…, Peskov said`), in its main clause, else in any clause."""
        informed = self._voice(sentence, informing(sentence))
        if informed is not None:
            return informed
        told: list[Phrase] = []
        for cue in reversed(sentence.cues):
            subject = _speaking_subject(sentence, cue)
            aside = told and (sentence.is_word(cue, CITING) or sentence.is_word(cue, self.lexicon.speech_nouns))
            if subject is None or aside or is_press(sentence, subject):
                continue
            told.append(subject)
            if ends_sentence(sentence, cue, subject) and not sentence.according_at(0):
                break
        for subject in reversed(told):
            voice = self._voice(sentence, subject)
            if voice is not None:
                return voice
        return None if told else self._voice(sentence, told_before(sentence))


def are_several(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase means several people (`the two ministers`)."""
    token = sentence.tokens[phrase.last]
    is_plural = token.kind == "word" and token.low.endswith("s")
    return is_plural and (sentence.is_unnamed(phrase) or sentence.lexicon.is_role(token.low[:-1]))


def _speaking_subject(sentence: Sentence, cue: int) -> Phrase | None:
    """Return who speaks by the cue at a token, if one stands there."""
    if length := sentence.according_at(cue):
        return sentence.phrase_after(cue + length, len(sentence.tokens) - 1)
    if not sentence.is_finite_cue(cue):
        return None if sentence.is_word(cue - 2, _TOWARDS) else possessor_of_words(sentence, cue)
    quoted = quoted_as_saying(sentence, cue, len(sentence.tokens) - 1)
    if quoted is not None:
        return quoted
    closing = _closing_subject(sentence, cue)
    if closing is not None:
        return closing
    subject = sentence.subject_of(cue, 0)
    if subject is None or not sentence.can_speak(subject):
        subject = inverted_subject(sentence, cue, len(sentence.tokens) - 1) or sentence.main_subject(cue, 0)
    return subject if subject is not None and sentence.can_speak(subject) else None


def _closing_subject(sentence: Sentence, cue: int) -> Phrase | None:
    """Return who closes a sentence after a comma and a verb (`…, said on Tuesday the minister`)."""
    if cue == 0 or sentence.tokens[cue - 1].low not in _BEFORE_CLOSING:
        return None
    subject = inverted_subject(sentence, cue, len(sentence.tokens) - 1)
    if subject is None or not sentence.is_somebody(subject):
        return None
    after = subject.reach + 1
    if after == len(sentence.tokens) or sentence.tokens[after].kind == "punctuation":
        return subject
    return subject if sentence.is_word(after, sentence.lexicon.prepositions) else None
