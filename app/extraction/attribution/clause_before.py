"""Attributions that stand before a quotation: `Peskov said: "…"`, `called it "…"`, `according to Peskov, "…"`."""

from __future__ import annotations

from app.extraction.attribution.clause import Clause
from app.extraction.attribution.inversion import inverted_subject, quoted_as_saying
from app.extraction.attribution.participles import MOST_CUES, subject_of_participle
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.reach import coordinate, is_beside, is_closed_aside, told_aside
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.words import ARTICLES, BY, CITING, PASSIVE

_AFTER_WORDS = frozenset({"that", "about", ":", ",", "was", "is", "were", "are", "ran", "sounded", "consisted"})
"""What may stand between a noun of speech and the quotation: `Putin's reply was short: “…”`."""
_POSSESSIVE_PRONOUNS = frozenset({"his", "her"})
_THAT, _AS, _TO = frozenset({"that"}), frozenset({"as"}), frozenset({"to"})
_RELAYED = frozenset({"cited", "quoted", "reported"})
"""What an outlet does with the words of another (`said, as cited by TASS, that`)."""
_QUOTED = frozenset({"him", "her"})
"""Whom somebody quotes (`the paper quoted him as saying`)."""
_PLACING = frozenset({"in", "on", "at", "to", "during", "before", "after"})
_JOINING = frozenset({"and", "but", "while", "whereas"})
_SUBORDINATING = frozenset({"after", "before", "since", "until", "when", "because"})
_THEY, _IN_OR_BY = frozenset({"they"}), frozenset({"in", "by"})
_CONVERSED = frozenset({"discussed", "discusses", "talked", "addressed", "considered"})
"""Verbs that tell what was spoken of: within a report, in the words of whoever reports it."""
_JUDGES = frozenset(
    {"called", "calls", "labeled", "labelled", "dubbed", "branded", "deemed", "termed", "considers", "considered"}
)
"""Verbs whose object may be what another said, before what it is called."""


def clause_before(sentence: Sentence, quote: int) -> Clause | None:
    """Return the nearest attribution to the left of a quotation in its sentence."""
    complement = _complement(sentence, quote)
    if complement is not None:
        return complement
    tried = 0
    for cue in sentence.cues_before(quote):
        clause = _clause_at(sentence, cue, quote)
        if clause is not None:
            return clause
        tried += sentence.is_finite_cue(cue)
        if tried > MOST_CUES:
            return None
    subject = sentence.main_subject(quote, 0)
    if subject is not None and sentence.is_word(subject.first - 1, _THAT):
        subject = sentence.main_subject(subject.first - 1, 0) or subject  # `made it clear that Moscow “will …”`
    if subject is None or not (sentence.is_somebody(subject) or sentence.is_unnamed(subject)):
        return None
    return Clause(quote, quote, subject, "loose")


def _complement(sentence: Sentence, quote: int) -> Clause | None:
    """Return the attribution by a verb whose complement the quotation is: `dismissed Larkin's claim … as “empty”`."""
    before = quote - 1 - sentence.is_word(quote - 1, ARTICLES)
    if not sentence.is_word(before, _AS):
        return None
    for cue in sentence.cues_before(before):
        if sentence.is_word(cue, sentence.lexicon.taking_as) and sentence.is_finite_cue(cue):
            return _clause_at(sentence, cue, quote)
    return None


def _clause_at(sentence: Sentence, cue: int, quote: int) -> Clause | None:
    if length := sentence.according_at(cue):
        subject = sentence.phrase_after(cue + length, quote - 1)
        if subject is None or (subject.first == subject.last and sentence.is_outlet(subject.last)):
            return None  # `Bogdanov, according to Sputnik: “…”`
        if subject.reach == quote - 1 and _owns(sentence, subject.reach, quote):
            return None  # `according to her “clawback” plan`
        if length == 1 and not (sentence.can_speak(subject) or sentence.is_word(subject.first, ARTICLES)):
            return None  # `hours per day`, `citing old fears of “…”`
        return Clause(cue, cue + length - 1, subject, "before")
    if sentence.is_word(cue, sentence.lexicon.speech_nouns):
        clause = _speech_noun(sentence, cue, quote)
        if clause is not None:
            return clause
    if sentence.is_word(cue, sentence.lexicon.saying):
        subject = subject_of_participle(sentence, cue)
        return _clause_of(sentence, cue, subject) if subject else None
    if sentence.is_finite_cue(cue):
        return _clause_of_verb(sentence, cue, quote)
    noted = sentence.is_word(cue - 1, _AS) and not sentence.is_word(cue, _RELAYED)  # `as noted by Peskov, “…”`
    if noted or sentence.is_word(cue - 1, PASSIVE):  # `was described by Peskov as “…”`
        agent = _agent(sentence, cue, quote - 1) or (_host(sentence, cue, quote - 1) if noted else None)
        return Clause(cue, cue, agent, "before") if agent is not None and sentence.can_speak(agent) else None
    return None


def _owns(sentence: Sentence, owner: int, quote: int) -> bool:
    """Return whether a possessor stands before a quotation of what is theirs (`Larkin's “wonder” bridge`)."""
    token = sentence.tokens[owner]
    following = sentence.tokens[quote + 1] if quote + 1 < len(sentence.tokens) else None
    owned = following is not None and following.kind == "word" and following.low not in sentence.lexicon.breakers
    return owned and (token.possessive or token.low in _POSSESSIVE_PRONOUNS)


def _host(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return the body in `as noted in the Kremlin, “…”`."""
    phrase = sentence.phrase_after(cue + 2, highest) if sentence.is_word(cue + 1, _IN_OR_BY) else None
    return phrase if phrase is not None and sentence.is_office(phrase) else None


def _clause_of_verb(sentence: Sentence, cue: int, quote: int) -> Clause | None:
    """Return the attribution by a finite verb before the quotation."""
    if sentence.is_word(cue, sentence.lexicon.beside) and not is_beside(sentence, cue, quote):
        return None
    if is_closed_aside(sentence, cue, quote):
        return None
    if _is_passive(sentence, cue):
        agent = _agent(sentence, cue, quote - 1)
        return Clause(cue, cue, agent, "before") if agent else None
    quoted = quoted_as_saying(sentence, cue, quote - 1)
    if quoted is not None:
        return Clause(cue, cue, quoted, "before")
    aside = told_aside(sentence, cue, quote)
    if aside is not None:
        return Clause(cue, cue, aside, "before")
    subject = sentence.subject_of(cue, 0)
    if subject is None or not sentence.can_speak(subject):
        is_first = cue == 0 or sentence.tokens[cue - 1].kind == "punctuation"
        if is_first and sentence.is_word(cue, sentence.lexicon.said) and not sentence.is_word(cue + 1, _THAT):
            inverted = inverted_subject(sentence, cue, quote - 1)
            if inverted is not None:
                return Clause(cue, cue, inverted, "before")
        subject = coordinate(sentence, cue) or sentence.main_subject(cue, 0) or subject
    if subject is None:
        return None
    host = _where_they(sentence, cue, subject, quote - 1)
    return Clause(cue, cue, host, "before") if host is not None else _clause_of(sentence, cue, subject)


def _where_they(sentence: Sentence, cue: int, subject: Phrase, highest: int) -> Phrase | None:
    """Return the body in `they noted in the Kremlin that “…”`, `in the Kremlin they consider that “…”`."""
    if not sentence.is_word(subject.last, _THEY):
        return None
    opening = sentence.phrase_after(1, subject.first - 1) if sentence.is_word(0, _IN_OR_BY) else None
    is_body = opening is not None and opening.reach + 1 == subject.first and sentence.is_office(opening)
    return opening if is_body else _host(sentence, cue, highest)


def _is_passive(sentence: Sentence, cue: int) -> bool:
    """Return whether a cue is a passive of which the subject is spoken of (`these messages are called “…”`)."""
    low = sentence.tokens[cue].low
    is_called = low in sentence.lexicon.called and low not in sentence.lexicon.said
    return is_called and sentence.is_word(cue - 1, PASSIVE)


def _agent(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return who acts in the passive: `is called by Peskov “…”`, `in the Kremlin this is called “…”`."""
    if sentence.is_word(cue + 1, BY):
        return sentence.phrase_after(cue + 2, highest)
    first = sentence.phrase_after(1, cue - 1)
    return first if first is not None and sentence.is_office(first) else None


def _speech_noun(sentence: Sentence, noun: int, quote: int) -> Clause | None:
    """Return the attribution by a noun: `statements by Peskov about "…"`, `Peskov's claim that "…"`."""
    if _is_judged(sentence, noun, quote):
        return None
    if sentence.is_word(noun + 1, frozenset({"by", "of", "from"})):
        phrase = sentence.phrase_after(noun + 2, quote - 1)
        if phrase is not None and sentence.is_somebody(phrase) and _leads_on(sentence, phrase.reach + 1):
            return Clause(noun, noun, phrase, "before")
    following = sentence.tokens[_past_place(sentence, noun + 1)]
    if following.kind != "quote" and following.low not in _AFTER_WORDS:
        return None
    if following.low in PASSIVE and sentence.tokens[noun + 2].kind == "quote" and _goes_on(sentence, noun + 2):
        return None  # `the minister's answer was “rather short”` is somebody's who judges it
    possessor = possessor_of_words(sentence, noun)
    if possessor is None or (following.kind == "quote" and sentence.tokens[possessor.last].mention is None):
        return None  # `the President's statement “does not reflect …”` tells of the statement
    return Clause(noun, noun, possessor, "before")


def _is_judged(sentence: Sentence, noun: int, quote: int) -> bool:
    """Return whether somebody calls words what is quoted (`called the words of Macron “absurd”`)."""
    words = sentence.phrase_before(noun, 0)
    if words is None or sentence.is_word(quote - 1, _THAT):
        return False
    before = range(max(0, words.first - 1), noun)
    return any(sentence.is_word(index, _JUDGES) and sentence.is_finite_cue(index) for index in before)


def _leads_on(sentence: Sentence, index: int) -> bool:
    """Return whether what follows `statements by Peskov` leads on to them, and does not judge them."""
    token = sentence.tokens[index]
    return token.kind != "word" or token.low in _AFTER_WORDS or sentence.is_word(index, sentence.lexicon.prepositions)


def _past_place(sentence: Sentence, index: int) -> int:
    """Return the token after a place and before `that` (`Peskov's words in Sochi that “…”`), or the token itself."""
    place = sentence.phrase_after(index + 1, len(sentence.tokens) - 1) if sentence.is_word(index, _PLACING) else None
    that = place.last + 1 if place is not None else 0
    return that if sentence.is_word(that, _THAT) and sentence.next_quote(that) == that + 1 else index


def _goes_on(sentence: Sentence, quote: int) -> bool:
    """Return whether a quotation goes on with the sentence before it in small letters."""
    quotation = sentence.tokens[quote].quotation
    return quotation is not None and sentence.text[quotation.start].islower()


def possessor_of_words(sentence: Sentence, noun: int) -> Phrase | None:
    """Return whose words a noun of speech tells of: `Putin's reply`, `in his words`, `in the minister's opinion`."""
    if noun == 0 or not sentence.is_word(noun, sentence.lexicon.speech_nouns):
        return None
    owner = sentence.tokens[noun - 1]
    if owner.low in _POSSESSIVE_PRONOUNS:
        return Phrase(noun - 1, noun - 1, noun - 1) if sentence.is_word(noun - 2, _IN_OR_BY) else None
    if not owner.possessive:
        return None
    if owner.mention is not None:
        return Phrase(noun - 1, noun - 1, noun - 1)
    return sentence.phrase_before(noun - 1, 0) if sentence.lexicon.is_role(owner.low) else None


def _outer(sentence: Sentence, subject: Phrase | None) -> Clause | None:
    """Return the clause that relays what the subject says: `Peskov noted that Putin said`, `according to Peskov`."""
    if subject is None:
        return None
    before = subject.first - 1
    for cue in sentence.cues_before(subject.first):
        if length := sentence.according_at(cue):
            relaying = sentence.phrase_after(cue + length, before)
            named = not sentence.is_word(cue, CITING) or sentence.is_outlet(subject.last)
            return Clause(cue, cue + length - 1, relaying, "before") if named and relaying is not None else None
        if not sentence.is_finite_cue(cue) or not sentence.is_word(cue, sentence.lexicon.said):
            continue
        between = [token.low for token in sentence.tokens[cue + 1 : subject.first]]
        joined = not _JOINING.isdisjoint(between) and between[-1] != "that"  # `cited A and B that Putin said`
        if joined or not ({"that", "when", "how"} & set(between) or not between):
            return None
        went_on = sentence.is_word(cue - 1, _TO)  # `Larkin went on to say that`
        outer = sentence.main_subject(cue, 0) if went_on else sentence.subject_of(cue, 0)
        return Clause(cue, cue, outer, "before") if outer is not None and sentence.can_speak(outer) else None
    return None


def _is_thought(sentence: Sentence, cue: int, subject: Phrase) -> bool:
    """Return whether a body is said to want something, in the words of whoever says it (`he said Moscow hopes`)."""
    mention = sentence.tokens[subject.last].mention
    return mention is not None and mention.character.body and not sentence.is_word(cue, sentence.lexicon.uttered)


def _meant_before(sentence: Sentence, pronoun: Phrase) -> Phrase | None:
    """Return the body in `he thanked the government after it said so`."""
    if not sentence.is_word(pronoun.first - 1, _SUBORDINATING):
        return None
    body = sentence.phrase_before(pronoun.first - 2, 0)
    if body is None:
        return None
    mention = sentence.tokens[body.last].mention
    is_body = mention is not None and mention.character.body
    return body if is_body or sentence.is_unnamed(body) else None


def _clause_of(sentence: Sentence, cue: int, subject: Phrase) -> Clause:
    """Return a clause before a quotation; what a mere thing `says` in somebody's report is that somebody's."""
    outer = _outer(sentence, subject)
    impersonal = sentence.is_word(subject.last, frozenset({"it", "they", "there"}))
    meant = _meant_before(sentence, subject) if impersonal else None
    if meant is not None:
        return Clause(cue, cue, meant, "before")
    if impersonal and outer is None and (main := sentence.main_subject(subject.first, 0)) is not None:
        outer = Clause(cue, cue, main, "before")
    is_thing = not sentence.is_somebody(subject) and not sentence.is_word(subject.last, _QUOTED)
    told_of = impersonal or is_thing or sentence.is_word(cue, _CONVERSED)
    if outer is not None and (told_of or _is_thought(sentence, cue, subject)):
        return outer
    return Clause(cue, cue, subject, "before", outer.subject if outer is not None else None)
