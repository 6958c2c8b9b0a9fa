"""One article being attributed: its quotations in the narrator's sentences, and whose each of them is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from app.extraction.attribution.cast import Cast
from app.extraction.attribution.clause import Clause
from app.extraction.attribution.clause_before import possessor_of_words
from app.extraction.attribution.clauses import attributing_clause, clause_opening, ends_sentence, tells_only_who
from app.extraction.attribution.inversion import inverted_subject, quoted_as_saying
from app.extraction.attribution.labels import LABEL
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.principal import (
    Announcement,
    announced_phrase,
    announcing_offsets,
    is_announcement,
    is_long_enough,
    is_unattributed,
    titled_voice,
)
from app.extraction.attribution.resolution import Resolver
from app.extraction.attribution.sentences import split_sentences
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.tokens import tokenize
from app.extraction.attribution.utterance import Quoted
from app.extraction.attribution.voice import Voice
from app.extraction.document import Document
from app.extraction.model import Block, Quotation, Span

_LONGEST_SENTENCE = 160
"""Tokens of a sentence that are read together; prose has no longer ones, hostile text has."""
_MOST_QUOTED, _CROWDED = 30, 8
"""Quotations in a sentence of prose at most; in one with more, so few tokens to each side of one are read."""
_IN_PASSING = frozenset({"led", "carried", "none"})
"""Forms of attribution for which the sentence of a quotation says nothing."""
_BEFORE_CLOSING = frozenset({",", "–", "—"})
_CITING = frozenset({"citing", "quoting"})
_WROTE = "wrote"
_TOWARDS = frozenset({"to", "on", "after", "about", "with"})
"""Words after which somebody's words are what others speak of: `responded to Peskov's remarks`."""
_IMPERSONAL = frozenset({"it", "they"})
_NEAR = 2
"""Paragraphs after which a speaker no longer carries over to a quotation that opens a paragraph."""
_SENTENCES_ASIDE = 3
"""Sentences of the narrator's own after which a speaker no longer carries over within a paragraph."""
_DEEPEST_CHAIN = 4
"""How many sentences back `he` may depend on who `he` was in the sentence before."""


class Reading:
    """Attributes the outermost quotations of an article, in text order."""

    def __init__(self, document: Document, quotations: list[Quotation], cast: Cast, lexicon: Lexicon) -> None:
        self.document, self.text = document, document.text
        self.quotations = quotations
        self.lexicon = lexicon
        self.sentences = split_sentences(self.text, quotations, lexicon, document.blocks)
        self.cast = cast.outside(quotations)
        home = document.dateline.country if document.dateline is not None else None
        self.resolver = Resolver(
            self.text, self.cast, self.sentences, lexicon, self.speaker_in, self.actor_in, self.body_in, home
        )
        self._body = list(document.body()) or [Block("paragraph", 0, len(self.text))]
        self._body_starts = [block.start for block in self._body]
        self._starts = [quotation.outer_start for quotation in quotations]
        self._whole: dict[int, Sentence] = {}
        self._crowded: set[int] = set()
        self._spoke: dict[int, Voice | None] = {}
        self._depth = 0

    def whole(self, number: int) -> Sentence:
        """Return a sentence."""
        sentence = self._whole.get(number)
        if sentence is None:
            start, end = self.sentences.bounds(number)
            inside = self.quotations[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            if len(inside) > _MOST_QUOTED:
                self._crowded.add(number)
            tokens = tokenize(self.text, start, end, self.cast, inside, self.lexicon)
            sentence = self._whole[number] = Sentence(self.text, tokens, self.lexicon)
        return sentence

    def sentence(self, number: int) -> Sentence:
        """Return a sentence, or as much of its end as is read of an endless one."""
        whole = self.whole(number)
        return whole.part(len(whole.tokens) - _LONGEST_SENTENCE, len(whole.tokens))

    def attribute(self) -> list[Quoted]:
        """Return an utterance for every quotation."""
        utterances: list[Quoted] = []
        for quotation in self.quotations:
            utterance = self._begin(quotation)
            self._attribute_in_sentence(utterance)
            if utterance.voice is None or self._is_relayed_by_outlet(utterance):
                self._carry(utterance, utterances)
            if utterance.voice is not None:
                self.resolver.last_voice = utterance.via or utterance.voice
                self.resolver.last_quoted = self.sentences.at(utterance.quotation.start)
            utterances.append(utterance)
        self._ascribe(utterances)
        return utterances

    def _is_relayed_by_outlet(self, utterance: Quoted) -> bool:
        """Return whether an outlet passes words on: what it `wrote` is its own."""
        if utterance.voice is None or utterance.voice.character.slug not in self.lexicon.outlets:
            return False
        return utterance.cue is None or self.text[utterance.cue.start : utterance.cue.end] != _WROTE

    def _ascribe(self, utterances: list[Quoted]) -> None:
        """Give what nothing attributes to the speaker whom the article announces, or else its title names."""
        unattributed = [utterance for utterance in utterances if is_unattributed(utterance, self.lexicon)]
        if not unattributed:
            return
        announcement = self._announcement(unattributed[-1].quotation.start)
        titled = titled_voice(self.document, self.cast, self.lexicon)
        for utterance in unattributed:
            if announcement is not None and utterance.quotation.start > announcement.start:
                utterance.voice, utterance.form = announcement.voice, "announced"
                utterance.via = utterance.cue = utterance.clause = None
            elif utterance.voice is None and titled is not None and is_long_enough(self.text, utterance):
                utterance.voice, utterance.form = titled, "titled"

    def _announcement(self, end: int) -> Announcement | None:
        """Return the first sentence before an offset that announces a list of somebody's statements."""
        for start in sorted(announcing_offsets(self.text, end, self.lexicon)):
            number = self.sentences.at(start)
            if not self._is_told(number):
                continue
            sentence = self.sentence(number)
            phrase = announced_phrase(sentence) if is_announcement(sentence) else None
            voice = self.resolver.resolve(sentence, phrase) if phrase is not None else None
            if voice is not None:
                return Announcement(start, voice)
        return None

    def _begin(self, quotation: Quotation) -> Quoted:
        number = self.sentences.at(quotation.outer_start)
        whole = self.whole(number)
        index = bisect_left(whole.starts, quotation.outer_start)
        reach = _CROWDED if number in self._crowded else _LONGEST_SENTENCE // 2
        first = max(0, index - reach)
        place = whole.part(first, index + reach)
        return Quoted(quotation=quotation, number=number, place=place, index=index - first)

    def _attribute_in_sentence(self, utterance: Quoted) -> None:
        label = self._label(utterance.quotation)
        if label is not None:
            utterance.voice, utterance.form = label, "turn"
            return
        clause = attributing_clause(utterance.place, utterance.index)
        if clause is not None:
            self._apply(utterance, utterance.place, clause)

    def _label(self, quotation: Quotation) -> Voice | None:
        """Return whom a quotation itself names as its speaker: `"WALLACE: Will you go?`."""
        if self.text.find(":", quotation.start, quotation.end) < 0:
            return None
        match = LABEL.match(self.text, quotation.start, quotation.end)
        return self.resolver.labelled(match.start(1), match.end(1)) if match else None

    def _apply(self, utterance: Quoted, sentence: Sentence, clause: Clause) -> None:
        if clause.subject is None:
            return
        if clause.form == "loose" and sentence.is_word(clause.subject.last, _IMPERSONAL):
            return
        voice = self.resolver.resolve(sentence, clause.subject)
        if self._is_told_of_several(sentence, clause):
            return
        if clause.form == "loose" and voice is not None and voice.character.state:
            return
        utterance.clause, utterance.voice = clause, voice
        utterance.form = clause.form
        if clause.form != "loose":
            utterance.cue = Span(sentence.starts[clause.first], sentence.end(clause.last))
        if clause.relayed_by is not None:
            relaying = self._relaying(self.resolver.resolve(sentence, clause.relayed_by), voice)
            utterance.voice, utterance.via = (voice, relaying) if voice is not None else (relaying, None)

    def _is_told_of_several(self, sentence: Sentence, clause: Clause) -> bool:
        """Return whether a body that speaks tells what several people did: `The diplomats spoke about “…”`."""
        last, subject = self.resolver.last_voice, clause.subject
        if last is None or not last.character.body or subject is None or clause.form == "after":
            return False
        return _are_several(sentence, subject) and not sentence.is_word(clause.first, self.lexicon.said)

    def _relaying(self, via: Voice | None, voice: Voice | None) -> Voice | None:
        """Return who relays the words of ``voice``: neither the speaker nor an outlet, which every article has."""
        if via is None or (voice is not None and via.character is voice.character):
            return None
        slug = via.character.slug
        return None if slug in self.lexicon.outlets or slug in self.lexicon.documents else via

    def _carry(self, utterance: Quoted, earlier: list[Quoted]) -> None:
        """Attribute a quotation whose own sentence names nobody, by what stands before it."""
        paragraphs = self.sentences.paragraphs
        before = utterance.number - 1
        previous = earlier[-1] if earlier else None
        if self._followed(utterance):
            return
        if (
            previous is not None
            and previous.voice is not None
            and not self._is_in_passing(previous, utterance.number)
            and (
                (previous.number >= before and paragraphs[previous.number] == paragraphs[utterance.number])
                or previous.quotation.continued
            )
        ):
            self._continue(utterance, previous)
            return
        led = (self.speaker_in(before) or self.actor_in(before)) if before >= 0 else None
        if led is not None and not led.character.state:
            utterance.voice, utterance.form = led, "led"
            return
        stands_first = utterance.index == 0 and (before < 0 or paragraphs[before] < paragraphs[utterance.number])
        near = previous is not None and paragraphs[utterance.number] - paragraphs[previous.number] <= _NEAR
        if previous is not None and previous.voice is not None and stands_first and near:
            self._continue(utterance, previous)
            utterance.joins = None
        elif utterance.index == 0 and is_long_enough(self.text, utterance):
            self._resume(utterance, previous)

    def _resume(self, utterance: Quoted, previous: Quoted | None) -> None:
        """Attribute a whole sentence that follows the narrator's to whoever spoke last in its paragraph."""
        paragraphs = self.sentences.paragraphs
        for number in range(utterance.number - 2, max(-1, utterance.number - 2 - _SENTENCES_ASIDE), -1):
            if paragraphs[number] != paragraphs[utterance.number]:
                return
            told = self.speaker_in(number)
            if told is not None and not told.character.state:
                utterance.voice, utterance.form = told, "led"
                return
            if previous is not None and previous.number >= number and previous.voice is not None:
                self._continue(utterance, previous)
                utterance.joins = None
                return

    def _is_in_passing(self, previous: Quoted, number: int) -> bool:
        """Return whether a sentence before a quotation quotes something in passing and tells of somebody else.

        `On "Face the Nation," Larkin praised the young. "They are right."`
        """
        if previous.number != number - 1 or previous.form not in _IN_PASSING or previous.index == 0:
            return False
        told = self.speaker_in(previous.number) or self.actor_in(previous.number)
        return told is not None and not told.character.state

    def _followed(self, utterance: Quoted) -> bool:
        """Attribute `"…?" Smith asked.`, where the quotation has ended the sentence before its attribution.

        After a full stop, the sentence must tell nothing else (`"…." Smith said on Monday.`).
        """
        number = utterance.number + 1
        if number >= len(self.sentences.starts) or self.text[utterance.quotation.end - 1] not in ".?!":
            return False
        if self.text[utterance.quotation.outer_end : self.sentences.starts[number]].strip() or (
            self.sentences.paragraphs[number] != self.sentences.paragraphs[utterance.number]
        ):
            return False
        sentence = self.whole(number).part(0, _LONGEST_SENTENCE)
        clause = clause_opening(sentence)
        is_question = self.text[utterance.quotation.end - 1] != "."
        if clause is not None and (is_question or tells_only_who(sentence, clause)):
            self._apply(utterance, sentence, clause)
        return utterance.voice is not None

    def _continue(self, utterance: Quoted, previous: Quoted) -> None:
        utterance.voice, utterance.via, utterance.form = previous.voice, previous.via, "carried"
        utterance.cue = previous.cue
        utterance.joins = previous

    def actor_in(self, number: int) -> Voice | None:
        """Return the person or body that is the subject of a sentence in the body of the article."""
        if not self._is_told(number):
            return None
        sentence = self.sentence(number)
        subject = sentence.main_subject(len(sentence.tokens), 0)
        if subject is None or not sentence.is_somebody(subject):
            return None
        voice = self.resolver.resolve(sentence, subject)
        if voice is None or voice.character.state or voice.character.slug in self.lexicon.outlets:
            return None
        return voice

    def body_in(self, number: int) -> Voice | None:
        """Return the body that is the subject of a sentence in the body of the article."""
        if not self._is_told(number):
            return None
        sentence = self.sentence(number)
        subject = sentence.main_subject(len(sentence.tokens), 0)
        if subject is None or _are_several(sentence, subject):
            return None
        voice = self.resolver.resolve(sentence, subject)
        return voice if voice is not None and voice.character.body and not voice.character.state else None

    def _is_told(self, number: int) -> bool:
        """Return whether a sentence stands in the body of the article."""
        start = self.sentences.starts[number]
        index = bisect_right(self._body_starts, start) - 1
        return index >= 0 and start < self._body[index].end

    def speaker_in(self, number: int) -> Voice | None:
        """Return who is said to speak in a sentence, quotations or none."""
        if not self._is_told(number):
            return None
        if number not in self._spoke and self._depth < _DEEPEST_CHAIN:
            self._depth += 1
            self._spoke[number] = self._speaker_in(self.sentence(number))
            self._depth -= 1
        return self._spoke.get(number)

    def _speaker_in(self, sentence: Sentence) -> Voice | None:
        """Return who speaks at the end of a sentence (`…, Peskov said`), in its main clause, else in any clause."""
        told: list[Phrase] = []
        for cue in reversed(sentence.cues):
            subject = _speaking_subject(sentence, cue)
            aside = told and (sentence.is_word(cue, _CITING) or sentence.is_word(cue, self.lexicon.speech_nouns))
            if subject is not None and not aside and not sentence.is_outlet(subject.last):
                told.append(subject)
                if ends_sentence(sentence, cue, subject) and not sentence.according_at(0):
                    break
        for subject in reversed(told):
            voice = self.resolver.resolve(sentence, subject)
            if voice is not None and voice.character.slug not in self.lexicon.outlets:
                return voice
        return None


def _are_several(sentence: Sentence, phrase: Phrase) -> bool:
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
    return subject if after == len(sentence.tokens) or sentence.tokens[after].kind == "punctuation" else None
