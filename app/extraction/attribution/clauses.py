"""The clause that attributes a quotation: its cue and the phrase that names the speaker.

Four forms are told apart: after the quotation with the subject first (`"…," Peskov said`) or last (`"…," said Peskov`),
before it (`Peskov said: "…"`, `Peskov called it "…"`), and phrases like `according to Peskov` on either side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from app.extraction.attribution.phrases import Phrase, Sentence

_ENDS_OPEN = (",", "?", "!", "-", "–", "—", "…")
"""A quotation that ends with one of these expects its attribution to follow."""
_MOST_CUES = 6
"""Verbs without a subject that are passed over in search of one with a subject."""
_FARTHEST_NOUN = 5
"""Tokens after a quotation within which a noun of speech can attribute it."""
_BEFORE_TRAILING = frozenset({",", "–", "—", ""})
"""What stands before an attribution at the end of its sentence; a quotation's token has no letters."""
_DASHES = frozenset("-–—―") | {"--"}


@dataclass(frozen=True, slots=True)
class Clause:
    """An attribution: the cue's tokens ``[first, last]``, the phrase that names the speaker, and who relayed it."""

    first: int
    last: int
    subject: Phrase | None
    form: Literal["after", "before", "loose"]
    """`after`, `before`, `loose` (a clause of the same sentence without a verb of speech)."""
    relayed_by: Phrase | None = None


def attributing_clause(sentence: Sentence, quote: int) -> Clause | None:
    """Return the clause that attributes the quotation at token ``quote``, if the sentence has one."""
    tokens = sentence.tokens
    highest = next((i for i in range(quote + 1, len(tokens)) if tokens[i].kind == "quote"), len(tokens)) - 1
    after = _clause_after(sentence, quote, highest)
    before = _clause_before(sentence, quote)
    if after is not None and (before is None or before.form == "loose" or _expects_attribution(sentence, quote)):
        return _inner_of(sentence, quote, before, after) if before is not None else after
    trailing = after or _trailing_clause(sentence, quote)
    if before is None or trailing is None:
        return before or trailing
    if before.form == "loose" or not _is_relayed(sentence, before):
        return trailing
    return replace(before, relayed_by=before.relayed_by or trailing.subject)


def _is_relayed(sentence: Sentence, clause: Clause) -> bool:
    return clause.subject is not None and sentence.is_somebody(clause.subject)


def _inner_of(sentence: Sentence, quote: int, before: Clause, after: Clause) -> Clause:
    """Return whose words are quoted in `Putin said that it was “too early”, according to Peskov`: he relays them."""
    quotation, embedding = sentence.tokens[quote].quotation, sentence.tokens[quote - 1]
    if quotation is None or not sentence.text[quotation.start].islower() or embedding.kind == "punctuation":
        return after
    direct = before.form == "before" and sentence.is_word(before.first, sentence.lexicon.said)
    if not direct or not _is_relayed(sentence, before) or before.relayed_by is not None:
        return after
    return replace(before, relayed_by=after.subject)


def _trailing_clause(sentence: Sentence, quote: int) -> Clause | None:
    """Return the clause that attributes the whole sentence from its end (`…, the Kremlin spokesman said`)."""
    for cue in range(len(sentence.tokens) - 1, quote, -1):
        if sentence.tokens[cue].kind == "quote":
            return None
        if sentence.is_finite_cue(cue) and sentence.is_word(cue, sentence.lexicon.said):
            subject = sentence.subject_of(cue, quote + 1)
            if (
                subject is not None
                and sentence.can_speak(subject)
                and sentence.tokens[subject.first - 1].low in (",", "–", "—")
            ):
                return _earlier_trailing(sentence, quote, subject) or Clause(cue, cue, subject, "after")
            inverted = inverted_subject(sentence, cue, len(sentence.tokens) - 1)
            if inverted is not None and sentence.tokens[cue - 1].low in (",", "–", "—"):
                return Clause(cue, cue, inverted, "after")
    return None


def ends_sentence(sentence: Sentence, cue: int, subject: Phrase) -> bool:
    """Return whether a clause attributes all that its sentence says before it (`Moscow is ready, Peskov said`)."""
    first = min(cue, subject.first)
    return (
        first > 0
        and sentence.is_word(cue, sentence.lexicon.said)
        and sentence.tokens[first - 1].low in _BEFORE_TRAILING
    )


def _earlier_trailing(sentence: Sentence, quote: int, subject: Phrase) -> Clause | None:
    """Return the clause before a final mention of the agency (`…, he noted, TASS reports`)."""
    for cue in range(subject.first - 2, quote, -1):
        if sentence.is_finite_cue(cue) and sentence.is_word(cue, sentence.lexicon.said):
            earlier = sentence.subject_of(cue, quote + 1)
            if earlier is not None and sentence.can_speak(earlier) and sentence.tokens[earlier.first - 1].low == ",":
                return Clause(cue, cue, earlier, "after")
    return None


def _expects_attribution(sentence: Sentence, quote: int) -> bool:
    token = sentence.tokens[quote]
    quotation = token.quotation
    if quotation is None:
        return False
    if sentence.text[quotation.start : quotation.end].endswith(_ENDS_OPEN):
        return True
    following = sentence.tokens[quote + 1] if quote + 1 < len(sentence.tokens) else None
    return following is not None and following.low in (",", "–", "—", "-", "--", "―")


def _clause_after(sentence: Sentence, quote: int, highest: int) -> Clause | None:
    """Return the attribution that begins right after a quotation."""
    start = quote + 1
    while start <= highest and sentence.tokens[start].kind == "punctuation":
        start += 1
    if start > highest:
        return None
    if length := sentence.according_at(start):
        subject = sentence.phrase_after(start + length, highest)
        return Clause(start, start + length - 1, subject, "after") if subject else None
    signed = _signature(sentence, start, highest)
    if signed is not None:
        return Clause(start - 1, start - 1, signed, "after")
    if sentence.is_finite_cue(start) and sentence.is_word(start, sentence.lexicon.said):
        inverted = inverted_subject(sentence, start, highest)
        if inverted is not None:
            return Clause(start, start, inverted, "after")
    return _subject_first(sentence, start, highest) or _words_of(sentence, start, highest)


def _words_of(sentence: Sentence, start: int, highest: int) -> Clause | None:
    """Return the attribution in `"…," TASS reports the words of Peskov`."""
    for noun in range(start, min(highest, start + _FARTHEST_NOUN)):
        if sentence.is_word(noun, sentence.lexicon.speech_nouns) and sentence.is_word(
            noun + 1, frozenset({"of", "by"})
        ):
            phrase = sentence.phrase_after(noun + 2, highest)
            if phrase is not None and sentence.is_somebody(phrase):
                return Clause(noun, noun, phrase, "after")
    return None


def _signature(sentence: Sentence, start: int, highest: int) -> Phrase | None:
    """Return the name that signs a quotation after a dash: `"…" — Angela Merkel`."""
    if sentence.tokens[start - 1].low not in _DASHES or highest + 1 < len(sentence.tokens):
        return None
    phrase = sentence.phrase_after(start, highest)
    ends = (phrase.first, phrase.last) if phrase is not None else ()
    if phrase is None or not all(sentence.text[sentence.tokens[index].start].isupper() for index in ends):
        return None
    following = sentence.tokens[phrase.last + 1].low if phrase.last < highest else "."
    return phrase if following in (",", ".", "(") else None


def _subject_first(sentence: Sentence, start: int, highest: int) -> Clause | None:
    if sentence.is_word(start, frozenset({"as"})):
        start += 1
    for cue in range(start + 1, highest + 1):
        if not sentence.is_finite_cue(cue):
            continue
        quoted = _quoted_as_saying(sentence, cue, highest)
        if quoted is not None:
            return Clause(cue, cue, quoted, "after")
        if sentence.is_word(cue, sentence.lexicon.called) and not sentence.is_word(cue, sentence.lexicon.said):
            continue
        subject = sentence.subject_of(cue, start)
        if subject is not None and subject.first == start:
            return Clause(cue, cue, subject, "after")
        if subject is not None:
            return None
    return None


def inverted_subject(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return the subject after a verb: `said Peskov`, `told journalists the press secretary`."""
    index = cue + 1
    best: Phrase | None = None
    while index <= highest:
        token = sentence.tokens[index]
        if token.kind == "word" and (
            token.low in sentence.lexicon.auxiliaries or (token.low.endswith("ly") and len(token.low) > 4)
        ):
            index += 1
            continue
        if token.kind == "word" and token.low in sentence.lexicon.prepositions:
            phrase = sentence.phrase_after(index + 1, highest)
            if phrase is None:
                return best
            best = _name_after_name(sentence, phrase) or best
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


def _name_after_name(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Return the person in `said in an interview with TASS Peskov`, where two names meet without a comma."""
    token = sentence.tokens[phrase.last]
    if phrase.last == phrase.first or token.mention is None or token.mention.character.body or token.possessive:
        return None
    before = sentence.tokens[phrase.last - 1]
    is_name = before.kind == "name" or sentence.text[before.start].isupper()
    known = sentence.lexicon.is_role(before.low) or before.low in sentence.lexicon.titles
    return Phrase(phrase.last, phrase.last, phrase.last) if is_name and not known and not before.possessive else None


def _ends_with_name(sentence: Sentence, phrase: Phrase) -> bool:
    token = sentence.tokens[phrase.reach]
    return token.kind == "name" and not token.possessive


def _quoted_as_saying(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return whom an agency quotes: `TASS quoted Peskov as saying`, `TASS quotes Peskov`, `quotes Peskov TASS`."""
    if sentence.tokens[cue].low not in ("quoted", "quotes", "cited", "cites"):
        return None
    index = cue + 1
    if index <= highest and sentence.tokens[index].low in ("him", "her"):
        return Phrase(index, index, index)
    phrase = sentence.phrase_after(index, highest)
    if phrase is None or sentence.is_word(phrase.reach + 1, frozenset({"as"})):
        return phrase
    by_outlet = cue > 0 and (sentence.is_outlet(cue - 1) or sentence.tokens[cue - 1].kind == "punctuation")
    return phrase if by_outlet and sentence.is_somebody(phrase) else None


def clause_opening(sentence: Sentence) -> Clause | None:
    """Return the attribution with which a sentence opens; it may belong to a quotation that ended before it."""
    highest = next((i for i, token in enumerate(sentence.tokens) if token.kind == "quote"), len(sentence.tokens)) - 1
    if highest < 1:
        return None
    clause = _subject_first(sentence, 0, highest)
    return clause if clause is not None and clause.subject is not None and sentence.can_speak(clause.subject) else None


def _clause_before(sentence: Sentence, quote: int) -> Clause | None:
    """Return the nearest attribution to the left of a quotation in its sentence."""
    tried = 0
    for cue in range(quote - 1, -1, -1):
        if sentence.tokens[cue].low not in sentence.lexicon.attributing:
            continue
        clause = _clause_at(sentence, cue, quote)
        if clause is not None:
            return clause
        tried += sentence.is_finite_cue(cue)
        if tried > _MOST_CUES:
            return None
    subject = sentence.main_subject(quote, 0)
    if subject is None or not (sentence.is_somebody(subject) or sentence.is_unnamed(subject)):
        return None
    return Clause(quote, quote, subject, "loose")


def _clause_at(sentence: Sentence, cue: int, quote: int) -> Clause | None:
    if length := sentence.according_at(cue):
        subject = sentence.phrase_after(cue + length, quote - 1)
        return Clause(cue, cue + length - 1, subject, "before") if subject else None
    if sentence.is_word(cue, sentence.lexicon.speech_nouns):
        clause = _speech_noun(sentence, cue, quote)
        if clause is not None:
            return clause
    if sentence.is_participle_cue(cue):
        subject = _subject_of_participle(sentence, cue)
        return _clause_of(sentence, cue, subject) if subject else None
    if not sentence.is_finite_cue(cue):
        return None
    if sentence.is_passive(cue):
        agent = _agent(sentence, cue, quote - 1)
        return Clause(cue, cue, agent, "before") if agent else None
    quoted = _quoted_as_saying(sentence, cue, quote - 1)
    if quoted is not None:
        return Clause(cue, cue, quoted, "before")
    subject = sentence.subject_of(cue, 0)
    if subject is None or not sentence.can_speak(subject):
        if sentence.is_word(cue, sentence.lexicon.said) and (
            cue == 0 or sentence.tokens[cue - 1].kind == "punctuation"
        ):
            inverted = inverted_subject(sentence, cue, quote - 1)
            if inverted is not None:
                return Clause(cue, cue, inverted, "before")
        subject = sentence.main_subject(cue, 0) or subject
    if subject is None:
        return None
    return _clause_of(sentence, cue, subject)


def _agent(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return who acts in the passive: `is called by Peskov “…”`, `in the Kremlin this is called “…”`."""
    if sentence.is_word(cue + 1, frozenset({"by"})):
        return sentence.phrase_after(cue + 2, highest)
    first = sentence.phrase_after(1, cue - 1)
    return first if first is not None and sentence.is_office(first) else None


def _speech_noun(sentence: Sentence, noun: int, quote: int) -> Clause | None:
    """Return the attribution by a noun: `statements by Peskov about "…"`, `Peskov's claim that "…"`."""
    if sentence.is_word(noun + 1, frozenset({"by", "of", "from"})):
        phrase = sentence.phrase_after(noun + 2, quote - 1)
        if phrase is not None and sentence.is_somebody(phrase):
            return Clause(noun, noun, phrase, "before")
    following = sentence.tokens[noun + 1]
    if following.kind != "quote" and following.low not in ("that", "about", ":", ","):
        return None
    if noun > 0 and sentence.tokens[noun - 1].mention is not None and sentence.tokens[noun - 1].possessive:
        return Clause(noun, noun, Phrase(noun - 1, noun - 1, noun - 1), "before")
    return None


def _subject_of_participle(sentence: Sentence, cue: int) -> Phrase | None:
    before = sentence.tokens[cue - 1] if cue else None
    if before is not None and before.kind == "name" and not before.possessive:
        return Phrase(cue - 1, cue - 1, cue - 1)  # `footage of Mr Smith saying`
    tried = 0
    for index in range(cue - 1, -1, -1):
        if sentence.is_finite_cue(index):
            tried += 1
            if tried > _MOST_CUES:
                return None
            subject = sentence.subject_of(index, 0)
            if subject is None:
                subject = inverted_subject(sentence, index, cue - 1)
            if subject is not None and sentence.can_speak(subject):
                return subject
    return sentence.main_subject(cue, 0)


def _outer(sentence: Sentence, subject: Phrase | None) -> Phrase | None:
    """Return who relays what the subject says: `Peskov noted that Putin said`, `according to Peskov, Putin said`."""
    if subject is None:
        return None
    before = subject.first - 1
    for cue in range(before, -1, -1):
        if length := sentence.according_at(cue):
            return sentence.phrase_after(cue + length, before)
        if not sentence.is_finite_cue(cue) or not sentence.is_word(cue, sentence.lexicon.said):
            continue
        between = [token.low for token in sentence.tokens[cue + 1 : subject.first]]
        if "and" in between or "but" in between or not ({"that", "when", "how"} & set(between) or not between):
            return None
        outer = sentence.subject_of(cue, 0)
        return outer if outer is not None and sentence.can_speak(outer) else None
    return None


def _clause_of(sentence: Sentence, cue: int, subject: Phrase) -> Clause:
    """Return a clause before a quotation; what a mere thing `says` in somebody's report is that somebody's."""
    outer = _outer(sentence, subject)
    impersonal = sentence.is_word(subject.last, frozenset({"it", "they", "there"}))
    if impersonal and outer is None:
        outer = sentence.main_subject(subject.first, 0)
    if outer is not None and (impersonal or not sentence.is_somebody(subject)):
        return Clause(cue, cue, outer, "before")
    return Clause(cue, cue, subject, "before", outer)
