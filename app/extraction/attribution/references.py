"""Sentences that tell who said what stands before them: `This was stated by Peskov`, `Lavrov said this in Sochi`.

Translated newswire tells it so in a sentence of its own, where English copy ends the sentence with `…, Peskov said`.
"""

from __future__ import annotations

from app.extraction.attribution.clause import Clause
from app.extraction.attribution.inversion import cited_source, inverted_subject
from app.extraction.attribution.naming import is_press
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.words import BY, PASSIVE
from app.extraction.calendar import WEEKDAYS

_THIS, _SO, _ABOUT = frozenset({"this", "it", "that"}), frozenset({"so"}), frozenset({"about"})
_INFORMED, _WAS = frozenset({"informed", "told"}), PASSIVE | {"has", "had"}
_SOURCES = frozenset({"by", "from", "in", "at"})
_FOLLOWS = frozenset({"follows"})
_REPORTING = frozenset({"reported", "reports", "informed", "informs", "said", "says", "stated", "states", "announced"})
_HOW = frozenset({"how", "what"})
_MADE = frozenset({"made", "given"})
"""What is done with a statement, beside the verbs of speech."""
_WHEN = frozenset({*WEEKDAYS, "today", "yesterday", "earlier", "later"})
_WITHIN = frozenset({"in", "on", "at"})
_LONGEST_SUBJECT = 6
"""Tokens of what says that a sentence speaks of the one before it (`such an opinion`)."""
_REACH = 30
"""Tokens within which such a sentence names the speaker."""


def told_before(sentence: Sentence, first: int = 0) -> Phrase | None:
    """Return whom a sentence says, from token ``first`` on, to have said what stands before it; None if nobody."""
    highest = min(sentence.next_quote(first), first + _REACH, len(sentence.tokens)) - 1
    if first >= highest:
        return None
    passive = _participle(sentence, first, highest)
    if passive is not None:
        return _agent(sentence, passive, highest)
    if sentence.is_word(first, _ABOUT) and sentence.is_word(first + 1, _THIS):  # `About this told journalists Peskov`
        cues = (cue for cue in sentence.cues if first < cue <= highest)
        cue = next((cue for cue in cues if sentence.is_word(cue, sentence.lexicon.said)), None)
        return inverted_subject(sentence, cue, highest) if cue is not None else None
    if sentence.is_word(first + 1, _FOLLOWS) and sentence.is_word(first, _THIS):
        return _named_after(sentence, first + 2, highest)
    return _active(sentence, first, highest)


def informing(sentence: Sentence, first: int = 0) -> Phrase | None:
    """Return from whom an outlet has what a sentence tells: `as TASS was informed in the press service of the city`."""
    highest = len(sentence.tokens) - 1
    for index in sentence.cues:
        is_passive = index - 2 >= first and sentence.is_word(index, _INFORMED) and sentence.is_word(index - 1, _WAS)
        if is_passive and sentence.is_outlet(index - 2) and sentence.is_word(index + 1, _SOURCES):
            source = sentence.phrase_after(index + 2, highest)
            if source is not None and sentence.can_speak(source):
                return source
            return _named_after(sentence, index + 2, highest)
    return None


def _participle(sentence: Sentence, first: int, highest: int) -> int | None:
    """Return the verb of speech in `this was stated`, `such an opinion was expressed`."""
    within = range(first + 1, min(first + _LONGEST_SUBJECT, highest))
    verb = next((index for index in within if sentence.is_word(index, PASSIVE)), None)
    if verb is None:
        return None
    is_this = verb == first + 1 and sentence.is_word(first, _THIS)
    if not is_this and not sentence.is_word(verb - 1, sentence.lexicon.speech_nouns):
        return None
    index = verb + 1
    while index < highest and (
        sentence.tokens[index].is_adverb or sentence.is_word(index, sentence.lexicon.auxiliaries)
    ):
        index += 1
    says = sentence.is_word(index, sentence.lexicon.said) or (not is_this and sentence.is_word(index, _MADE))
    return index if says else None


def _agent(sentence: Sentence, verb: int, highest: int) -> Phrase | None:
    """Return who spoke: whoever follows `by`, or the body in whose statement or within whose walls it was said."""
    by = next((index for index in range(verb + 1, highest) if sentence.is_word(index, BY)), None)
    if by is not None:
        agent = sentence.phrase_after(by + 1, highest)
        if agent is None or not is_press(sentence, agent):
            return agent if agent is not None and sentence.can_speak(agent) else None
        return _other_than(agent, cited_source(sentence, Clause(verb, verb, agent, "after"), highest).subject)
    return _named_after(sentence, verb + 2, highest) if sentence.is_word(verb + 1, _WITHIN) else None


def _named_after(sentence: Sentence, first: int, highest: int) -> Phrase | None:
    """Return the first name of somebody or a body, no outlet, from a token on, in the same clause."""
    for index in range(first, highest + 1):
        token = sentence.tokens[index]
        if token.kind == "punctuation":
            return None
        if token.mention is not None and not token.mention.character.state and not sentence.is_outlet(index):
            return Phrase(index, index, index)
    return None


def _other_than(agent: Phrase, source: Phrase | None) -> Phrase | None:
    return source if source is not agent else None


def _active(sentence: Sentence, first: int, highest: int) -> Phrase | None:
    """Return who speaks in `Lavrov said this in Sochi`, `He announced it on Monday`."""
    lexicon = sentence.lexicon
    for cue in sentence.cues:
        if not first < cue <= highest or not sentence.is_word(cue, lexicon.said) or not sentence.is_finite_cue(cue):
            continue
        said = cue + 1 + sentence.is_word(cue + 1, _ABOUT)
        subject = sentence.subject_of(cue, first)
        if subject is None or not sentence.can_speak(subject):
            return None
        ends = said >= len(sentence.tokens) or sentence.tokens[said].low == "."
        if (ends and subject.first <= first + 1 and sentence.is_word(cue, _REPORTING)) or sentence.is_word(
            first + 2, _HOW
        ):
            return subject  # `The press service reported.`, `This is how Peskov answered the question.`
        if not sentence.is_word(said, _THIS) and not sentence.is_word(said, _SO):
            return None
        follows = sentence.tokens[said + 1] if said + 1 < len(sentence.tokens) else None
        ends = follows is None or follows.kind == "punctuation" or follows.low in _WHEN
        if not ends and not sentence.is_word(said + 1, lexicon.prepositions):
            return None  # `said this week that …`
        return subject
    return None
