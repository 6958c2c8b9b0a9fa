"""Speakers who stand after the verb: `said Peskov`, `told journalists the press secretary`, `TASS quotes Peskov`."""

from __future__ import annotations

from app.extraction.attribution.clause import Clause
from app.extraction.attribution.phrases import CLOSING, Phrase
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.words import CITING

_TO, _OF = frozenset({"to"}), frozenset({"of"})
_FARTHEST_SOURCE = 12
"""Tokens after a teller within which the source whom they cite is named."""


def inverted_subject(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return the subject after a verb: `said Peskov`, `told journalists the press secretary`."""
    index = cue + 1
    best: Phrase | None = None
    while index <= highest:
        token = sentence.tokens[index]
        if token.kind == "word" and (token.low in sentence.lexicon.auxiliaries or token.is_adverb):
            index += 1
            continue
        if token.kind == "word" and token.low in sentence.lexicon.prepositions:
            if sentence.is_word(index + 1, sentence.lexicon.auxiliaries):
                index += 2  # `said on Tuesday the press secretary`
                continue
            phrase = sentence.phrase_after(index + 1, highest)
            if phrase is None:
                return best
            if sentence.follows_complement(phrase, cue):  # `said in an interview with TASS Peskov`
                best = Phrase(phrase.last, phrase.last, phrase.last)
            index = phrase.last + 1
            continue
        phrase = sentence.phrase_after(index, highest)
        if phrase is None:
            return best
        if sentence.tokens[phrase.last].low in sentence.lexicon.hearers and phrase.last < highest:
            index = phrase.last + 1  # `said journalists the press secretary`
            continue
        if sentence.can_speak(phrase) or _ends_with_name(sentence, phrase):
            return phrase
        return best
    return best


def _ends_with_name(sentence: Sentence, phrase: Phrase) -> bool:
    token = sentence.tokens[phrase.reach]
    return token.kind == "name" and not token.possessive


def quoted_as_saying(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return whom an agency quotes: `TASS quoted Peskov as saying`, `TASS quotes Peskov`, `quotes Peskov TASS`."""
    if sentence.tokens[cue].low not in ("quoted", "quotes", "cited", "cites"):
        return None
    index = cue + 1
    if index <= highest and sentence.tokens[index].low in ("him", "her"):
        ends = index + 1 == len(sentence.tokens) or sentence.tokens[index + 1].kind == "punctuation"
        return Phrase(index, index, index) if ends or sentence.is_word(index + 1, frozenset({"as"})) else None
    phrase = sentence.phrase_after(index, highest)
    if phrase is None or sentence.is_word(_past_role(sentence, phrase, highest), frozenset({"as"})):
        return phrase
    relayed = cue > 0 and (
        sentence.tokens[cue - 1].kind == "punctuation" or _relays(sentence, Phrase(cue - 1, cue - 1, cue - 1))
    )
    if relayed and sentence.is_outlet(phrase.last):  # `quotes Interfax the head of the fund Ivan Ivanov`
        source = sentence.phrase_after(phrase.reach + 1, highest)
        phrase = source if source is not None and _can_be_cited(sentence, source) else phrase
    return phrase if relayed and sentence.is_somebody(phrase) else None


def _past_role(sentence: Sentence, phrase: Phrase, highest: int) -> int:
    """Return the token after a phrase, or after what stands beside it (`quoted Ann Lee, head of the fund, as`)."""
    after = phrase.reach + 1
    closing = CLOSING.get(sentence.tokens[after].low) if after < highest else None
    beside = sentence.phrase_after(after + 1, highest) if closing is not None else None
    if beside is None or not sentence.is_somebody(phrase) or not sentence.is_somebody(beside):
        return after
    return beside.reach + 1 + (beside.reach < highest and sentence.tokens[beside.reach + 1].low == closing)


def cited_source(sentence: Sentence, clause: Clause, highest: int) -> Clause:
    """Return a clause with the source that its teller cites for speaker: `Interfax reported citing Peskov`.

    Translations have them report `the words of` somebody.
    Only outlets and bodies cite the words of others; a person who cites somebody goes on speaking.
    """
    subject = clause.subject
    if subject is None or clause.relayed_by is not None or not _relays(sentence, subject):
        return clause
    first = min(subject.last, clause.last) + 1
    for index in range(first, min(highest, first + _FARTHEST_SOURCE)):
        low = sentence.tokens[index].low
        refers = (low == "reference" and sentence.is_word(index + 1, _TO)) or (
            low == "words" and sentence.is_word(index + 1, _OF)
        )
        if refers or low in CITING:
            source = sentence.phrase_after(index + 1 + refers, highest)
            found = source is not None and _can_be_cited(sentence, source)
            return clause._replace(subject=source, relayed_by=subject) if found else clause
    return clause


def _can_be_cited(sentence: Sentence, source: Phrase) -> bool:
    return sentence.is_somebody(source) or _ends_with_name(sentence, source)


def _relays(sentence: Sentence, subject: Phrase) -> bool:
    """Return whether a subject is an outlet, a body or a thing, and no person."""
    mention = sentence.tokens[subject.last].mention
    if mention is not None:
        return mention.character.body
    return sentence.is_outlet(subject.last) or not sentence.is_somebody(subject)
