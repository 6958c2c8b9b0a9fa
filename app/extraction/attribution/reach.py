"""Verbs of speech before a quotation: whether one reaches it, and who speaks by it all the same."""

from __future__ import annotations

from app.extraction.attribution.inversion import inverted_subject
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.words import ARTICLES, HEARING

_BESIDE = 3
"""Tokens from a verb to the quotation within which the verb stands right beside it."""
_ASIDE = frozenset({"said", "says", "added", "adds", "noted", "notes", "explained", "explains", "argued", "argues"})
_WHO = frozenset({"who"})
_GOING_ON = frozenset({"has", "had", "is", "was", "will", "would", "have", "are", "were", "did", "does"})
_AND_OR_BUT, _ALSO = frozenset({"and", "but"}), frozenset({"also", "then", "later"})


def is_beside(sentence: Sentence, cue: int, quote: int) -> bool:
    """Return whether a verb stands right before a quotation, but for marks (`laughed, “…”`, no `signed a “…” memo`)."""
    between = sentence.tokens[cue + 1 : quote]
    return len(between) <= _BESIDE and not any(token.low in ARTICLES for token in between)


def is_closed_aside(sentence: Sentence, cue: int, quote: int) -> bool:
    """Return whether a verb stands in a clause that ends before a quotation (`Larkin, who said so, has had “…”`)."""
    who = cue - 1
    while who > 0 and sentence.tokens[who].low in sentence.lexicon.auxiliaries and not sentence.is_word(who, _WHO):
        who -= 1
    if not sentence.is_word(who, _WHO) or sentence.tokens[who - 1].low != ",":
        return False
    commas = (index for index in range(cue + 1, quote - 1) if sentence.tokens[index].low == ",")
    return any(sentence.is_word(comma + 1, _GOING_ON) for comma in commas)


def told_aside(sentence: Sentence, cue: int, quote: int) -> Phrase | None:
    """Return who speaks by a verb set off by commas: `the council, said Larkin, “must go”`."""
    if cue == 0 or sentence.tokens[cue - 1].low != "," or not sentence.is_word(cue, _ASIDE):
        return None
    subject = inverted_subject(sentence, cue, quote - 1)
    if subject is None or subject.reach + 1 >= quote or sentence.tokens[subject.reach + 1].low != ",":
        return None
    told_of = subject.reach + 2 < quote and _is_aside_before(sentence, cue - 1)
    return subject if sentence.is_somebody(subject) and not told_of else None


def _is_aside_before(sentence: Sentence, comma: int) -> bool:
    """Return whether a comma ends what stands beside a speaker (`Peskov, who is ill, said Larkin, his deputy, was`)."""
    speaker = sentence.subject_of(comma + 1, 0)
    return speaker is not None and sentence.is_somebody(speaker) and speaker.reach + 1 < comma


def coordinate(sentence: Sentence, cue: int) -> Phrase | None:
    """Return who speaks again in `Peskov said that Putin was ready and added that “…”`: who spoke before."""
    joint = cue - 1
    while joint > 0 and sentence.tokens[joint].is_adverb:
        joint -= 1
    joint -= sentence.is_word(joint, _ALSO)
    said = sentence.lexicon.finite - HEARING
    if not sentence.is_word(joint, _AND_OR_BUT) or not sentence.is_word(cue, said):
        return None  # `Peskov said that Putin came in and told his aides: “…”`
    for earlier in sentence.cues_before(joint):
        if not sentence.is_finite_cue(earlier) or not sentence.is_word(earlier, sentence.lexicon.said):
            continue
        subject = sentence.subject_of(earlier, 0)
        if subject is not None and sentence.is_somebody(subject):
            return subject
        return None
    return None
