"""Who speaks by a participle of speech: `Peskov told reporters, adding that “…”`, `with a spokeswoman saying “…”`."""

from __future__ import annotations

from app.extraction.attribution.inversion import inverted_subject, quoted_as_saying
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence

MOST_CUES = 6
"""Verbs without a subject that are passed over in search of one with a subject."""
_OF_OR_IN = frozenset({"of", "in", "at", "for"})
_WITH, _FROM = frozenset({"with"}), frozenset({"from", "by"})


def subject_of_participle(sentence: Sentence, cue: int) -> Phrase | None:
    """Return who speaks by a participle at token ``cue``; None where nobody does."""
    before = sentence.tokens[cue - 1] if cue else None
    if before is not None and before.low == "as":
        verb = next((index for index in sentence.cues_before(cue) if sentence.is_finite_cue(index)), None)
        quoted = quoted_as_saying(sentence, verb, cue) if verb is not None else None
        if quoted is not None:
            return quoted  # `Peskov quoted the President as saying`
    name = cue - 1
    while name > 0 and sentence.is_word(name, sentence.lexicon.auxiliaries):
        name -= 1
    beside = _beside_participle(sentence, name)
    if beside is not None:
        return beside
    if before is not None and sentence.tokens[name].kind == "name" and not sentence.tokens[name].possessive:
        return Phrase(name, name, name)  # `footage of Mr Smith saying`, `with Mr Smith recently saying`
    return _subject_of_main_verb(sentence, cue)


def _subject_of_main_verb(sentence: Sentence, cue: int) -> Phrase | None:
    """Return the subject of the clause that a participle at ``cue`` hangs on: `Peskov told reporters, adding`."""
    tried = 0
    for index in sentence.cues_before(cue):
        if sentence.is_finite_cue(index):
            tried += 1
            if tried > MOST_CUES:
                return None
            subject = sentence.subject_of(index, 0)
            if subject is None:
                subject = inverted_subject(sentence, index, cue - 1)
            if subject is not None and sentence.can_speak(subject):
                return subject
    return sentence.main_subject(cue, 0)


def _beside_participle(sentence: Sentence, last: int) -> Phrase | None:
    """Return who speaks in `with a spokeswoman saying`, `comments from the White House cautioning`."""
    beside = sentence.phrase_before(last, 0)
    while beside is not None and sentence.is_word(beside.first - 1, _OF_OR_IN):
        beside = sentence.phrase_before(beside.first - 2, 0)  # `with the embassy in Budapest saying`
    if beside is None or not (sentence.is_somebody(beside) or sentence.is_unnamed(beside)):
        return None
    governing = beside.first - 1
    beside = Phrase(beside.first, beside.last, last)
    of_words = sentence.is_word(governing, _FROM) and sentence.is_word(governing - 1, sentence.lexicon.speech_nouns)
    return beside if of_words or sentence.is_word(governing, _WITH) else None
