"""One article being attributed: its quotations in the narrator's sentences, and whose each of them is."""

from __future__ import annotations

from bisect import bisect_left

from app.extraction.attribution.cast import Cast
from app.extraction.attribution.clause import Clause
from app.extraction.attribution.clauses import attributing_clause, clause_opening, tells_only_who
from app.extraction.attribution.labels import LABEL
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.naming import is_press
from app.extraction.attribution.narration import LONGEST_SENTENCE, Narration, are_several
from app.extraction.attribution.principal import (
    Announcement,
    announced_phrase,
    announcing_offsets,
    is_announcement,
    is_long_enough,
    is_unattributed,
    titled_voice,
)
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.utterance import Quoted
from app.extraction.attribution.voice import Voice
from app.extraction.document import Document
from app.extraction.model import Quotation, Span

_MOST_QUOTED, _CROWDED = 30, 8
"""Quotations in a sentence of prose at most; in one with more, so few tokens to each side of one are read."""
_IN_PASSING = frozenset({"led", "carried", "none"})
"""Forms of attribution for which the sentence of a quotation says nothing."""
_WROTE = "wrote"
_HEARD, _THAT = frozenset({"heard"}), frozenset({"that"})
_IT = frozenset({"it"})
_IMPERSONAL = _IT | {"they"}
_NEAR = 2
"""Paragraphs after which a speaker no longer carries over to a quotation that opens a paragraph."""
_BETWEEN = 3
"""Sentences that are not the article's, at most, between two of its own."""
_SENTENCES_ASIDE = 3
"""Sentences of the narrator's own after which a speaker no longer carries over within a paragraph."""


class Reading:
    """Attributes the outermost quotations of an article, in text order."""

    def __init__(self, document: Document, quotations: list[Quotation], cast: Cast, lexicon: Lexicon) -> None:
        self.document, self.text = document, document.text
        self.quotations = quotations
        self.lexicon = lexicon
        self.cast = cast.outside(quotations)
        self.narration = Narration(document, quotations, self.cast, lexicon)
        self.sentences, self.resolver = self.narration.sentences, self.narration.resolver

    def attribute(self) -> list[Quoted]:
        """Return an utterance for every quotation."""
        utterances: list[Quoted] = []
        for quotation in self.quotations:
            utterance = self._begin(quotation)
            self._attribute_in_sentence(utterance)
            if utterance.form == "loose" and self._is_told_after(utterance):
                pass
            elif utterance.voice is None or self._is_relayed_by_outlet(utterance):
                self._carry(utterance, utterances)
            if utterance.voice is not None:
                self.resolver.hear(utterance.via or utterance.voice, self.sentences.at(utterance.quotation.start))
            utterances.append(utterance)
        self._ascribe(utterances)
        return utterances

    def _is_told_after(self, utterance: Quoted) -> bool:
        """Attribute what its own sentence does not, where the next sentence tells who said so."""
        number, paragraphs = utterance.number + 1, self.sentences.paragraphs
        told = self.narration.told_after(utterance.place, utterance.index)
        if told is None and number < len(paragraphs) and paragraphs[number] == paragraphs[utterance.number]:
            told = self.narration.told_in(number)
        if told is None or told.character.state:
            return False
        utterance.voice, utterance.form = told, "led"
        utterance.clause = Clause(utterance.index, utterance.index, None, "after")  # as by words right behind it
        return True

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
        for utterance in unattributed:
            if announcement is not None and utterance.quotation.start > announcement.start:
                utterance.voice, utterance.form = announcement.voice, "announced"
                utterance.via = utterance.cue = utterance.clause = None
        silent = [one for one in unattributed if one.voice is None and is_long_enough(self.text, one)]
        titled = titled_voice(self.document, self.cast, self.lexicon) if silent else None
        for utterance in silent if titled is not None else ():
            utterance.voice, utterance.form = titled, "titled"

    def _announcement(self, end: int) -> Announcement | None:
        """Return the first sentence before an offset that announces a list of somebody's statements."""
        for start in announcing_offsets(self.document, end):
            number = self.sentences.at(start)
            if not self.narration.is_told(number):
                continue
            sentence = self.narration.sentence(number)
            phrase = announced_phrase(sentence) if is_announcement(sentence) else None
            voice = self.resolver.resolve(sentence, phrase) if phrase is not None else None
            if voice is not None:
                return Announcement(start, voice)
        return None

    def _begin(self, quotation: Quotation) -> Quoted:
        number = self.sentences.at(quotation.outer_start)
        whole = self.narration.whole(number)
        index = bisect_left(whole.starts, quotation.outer_start)
        is_crowded = len(self.narration.quotations_in(number)) > _MOST_QUOTED
        reach = _CROWDED if is_crowded else LONGEST_SENTENCE // 2
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
        if self._is_told_of_several(sentence, clause, utterance.number):
            return
        if clause.form == "loose" and voice is not None and voice.character.state:
            return
        utterance.clause, utterance.voice = clause, voice
        utterance.form = clause.form
        if clause.form != "loose":
            utterance.cue = Span(sentence.starts[clause.first], sentence.end(clause.last))
        if clause.relayed_by is not None and not is_press(sentence, clause.relayed_by):
            relaying = self._relaying(self.resolver.resolve(sentence, clause.relayed_by), voice)
            utterance.voice, utterance.via = (voice, relaying) if voice is not None else (relaying, None)

    def _is_told_of_several(self, sentence: Sentence, clause: Clause, number: int) -> bool:
        """Return whether a body that speaks tells what several people did: `The diplomats spoke about “…”`."""
        subject = clause.subject
        if subject is None or clause.form == "after" or not are_several(sentence, subject):
            return False
        last = self.resolver.last_voice or (self.narration.speaker_in(number - 1) if number else None)
        is_body = last is not None and last.character.body and not last.character.state
        said = sentence.tokens[clause.first].low in self.lexicon.said or sentence.is_word(
            clause.first, self.lexicon.saying
        )
        return is_body and not said

    def _relaying(self, via: Voice | None, voice: Voice | None) -> Voice | None:
        """Return who relays the words of ``voice``: neither the speaker nor an outlet, which every article has."""
        if via is None or (voice is not None and via.character.slug == voice.character.slug):
            return None
        slug = via.character.slug
        return None if slug in self.lexicon.outlets or slug in self.lexicon.documents else via

    def _carry(self, utterance: Quoted, earlier: list[Quoted]) -> None:
        """Attribute a quotation whose own sentence names nobody, by what stands before it."""
        paragraphs = self.sentences.paragraphs
        before = self._told_before(utterance.number)
        previous = earlier[-1] if earlier else None
        told = self.narration.speaker_in(utterance.number) if utterance.voice is not None else None
        if told is not None and not told.character.state:
            utterance.voice, utterance.form = told, "led"  # `Smith called it “ours,” Interfax reported`
            return
        if self._followed(utterance) or _is_heard(utterance):
            return
        if (
            previous is not None
            and previous.voice is not None
            and _can_be_said_by(utterance, previous.voice)
            and not self._is_in_passing(previous, utterance.number)
            and (
                (previous.number >= before and paragraphs[previous.number] == paragraphs[utterance.number])
                or previous.quotation.continued
            )
        ):
            self._continue(utterance, previous)
            return
        if self._is_told_after(utterance):
            return
        led = (self.narration.speaker_in(before) or self.narration.actor_in(before)) if before >= 0 else None
        if led is not None and not led.character.state and _can_be_said_by(utterance, led):
            utterance.voice, utterance.form = led, "led"
            return
        stands_first = utterance.index == 0 and (before < 0 or paragraphs[before] < paragraphs[utterance.number])
        near = previous is not None and paragraphs[utterance.number] - paragraphs[previous.number] <= _NEAR
        if previous is not None and previous.voice is not None and stands_first and near:
            self._continue(utterance, previous)
            utterance.joins = None
        elif utterance.index == 0 and is_long_enough(self.text, utterance):
            self._resume(utterance, previous)

    def _told_before(self, number: int) -> int:
        """Return the sentence before one, or before whatever the page prints in between (`Source: …`)."""
        before = number - 1
        while before > max(0, number - 1 - _BETWEEN) and not self.narration.is_told(before):
            before -= 1
        return before

    def _resume(self, utterance: Quoted, previous: Quoted | None) -> None:
        """Attribute a whole sentence that follows the narrator's to whoever spoke last in its paragraph."""
        paragraphs = self.sentences.paragraphs
        for number in range(utterance.number - 2, max(-1, utterance.number - 2 - _SENTENCES_ASIDE), -1):
            if paragraphs[number] != paragraphs[utterance.number]:
                return
            told = self.narration.speaker_in(number)
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
        told = self.narration.speaker_in(previous.number) or self.narration.actor_in(previous.number)
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
        sentence = self.narration.whole(number).part(0, LONGEST_SENTENCE)
        clause = clause_opening(sentence)
        is_question = self.text[utterance.quotation.end - 1] != "."
        if clause is not None and (is_question or tells_only_who(sentence, clause)):
            self._apply(utterance, sentence, clause)
        return utterance.voice is not None

    def _continue(self, utterance: Quoted, previous: Quoted) -> None:
        utterance.voice, utterance.via, utterance.form = previous.voice, previous.via, "carried"
        utterance.cue = previous.cue
        utterance.joins = None if self._begins_anew(utterance, previous) else previous

    def _begins_anew(self, utterance: Quoted, previous: Quoted) -> bool:
        """Return whether a quotation is no more of the one before it, but another of the same speaker.

        The narrator begins another sentence around it, or has ended one with the words before
        (`put out by “people there”. “We look …”`).
        """
        before = utterance.place.tokens[: utterance.index]
        if previous.number < utterance.number and any(token.kind != "punctuation" for token in before):
            return True
        text, first, last = self.text, previous.quotation.start, previous.quotation.end
        is_part = text[first].islower() and text[last - 1].isalnum() and previous.number < utterance.number
        return is_part and text[utterance.quotation.start].isupper()


def _is_heard(utterance: Quoted) -> bool:
    """Return whether a quotation is what a court was told, by whom nobody says (`the inquest heard that it “…”`)."""
    place = utterance.place
    return any(place.is_word(i, _HEARD) and place.is_word(i + 1, _THAT) for i in range(utterance.index))


def _can_be_said_by(utterance: Quoted, voice: Voice) -> bool:
    """Return whether somebody can be who its own sentence says spoke a quotation: no person is `it`."""
    clause = utterance.clause
    is_it = clause is not None and clause.subject is not None and utterance.place.is_word(clause.subject.last, _IT)
    return voice.character.body or not is_it
