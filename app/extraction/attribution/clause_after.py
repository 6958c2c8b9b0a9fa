"""Attributions that begin right after a quotation: `"…," said Peskov`, `"…," Peskov said`, `"…" — Angela Merkel`."""

from __future__ import annotations

from app.extraction.attribution.clause import Clause
from app.extraction.attribution.clause_before import possessor_of_words
from app.extraction.attribution.inversion import inverted_subject, quoted_as_saying
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.words import PASSIVE

_FARTHEST_NOUN = 5
"""Tokens after a quotation within which a noun of speech can attribute it."""
_ACTING = PASSIVE | {"has", "have", "had", "will", "would"}
"""Verbs that make whoever stands before them the subject of another clause."""
_IN, _IN_OR_ON = frozenset({"in"}), frozenset({"in", "on"})
_SITES = frozenset({"website", "site", "portal", "page"})
_HAS = frozenset({"has", "have", "had"})
_SURE = frozenset({"sure", "convinced", "confident", "certain", "adamant", "indignant", "outraged", "perplexed"})
"""What somebody is who thinks what is quoted."""
_REPORTED = frozenset({"alleged", "reported", "said", "believed", "understood", "thought", "claimed"})
"""What is told of somebody whose words are known at second hand (`he is alleged to have written`)."""
_TO, _HAVE = frozenset({"to"}), frozenset({"have"})
_WRITTEN = frozenset({"written", "spoken"})
_BRACKETS = 4
"""Tokens from the last one before brackets with one word in them to the first one after them."""
_LONGEST_BRACKETS = 8
"""The same of brackets with several words: `Speaker of the council (the upper house of parliament) Ivan Ivanov`."""
_AND = frozenset({"and"})
_ANY = frozenset({"a", "an", "one", "another"})
DASHES = frozenset("-–—―") | {"--"}


def clause_after(sentence: Sentence, quote: int, highest: int) -> Clause | None:
    """Return the attribution that begins right after a quotation."""
    start = quote + 1
    while start <= highest and sentence.tokens[start].kind == "punctuation":
        start += 1
    start += sentence.aside_at(start)
    if start > highest:
        return None
    if length := sentence.according_at(start):
        subject = sentence.phrase_after(start + length, highest)
        if subject is None or sentence.tokens[subject.reach].possessive:
            return None  # `called it “false”, citing Lee's “lack of power”`
        return Clause(start, start + length - 1, subject, "after")
    signed = _signature(sentence, start, highest)
    if signed is not None:
        return Clause(start - 1, start - 1, signed, "after")
    told = _verb_first(sentence, start, highest)
    if told is not None:
        return told if told.subject is not None else None
    return (
        (None if _is_modified(sentence, quote) else subject_first(sentence, start, highest))
        or _words_of(sentence, start, highest)
        or _in_words_of(sentence, start, highest)
        or _believed_by(sentence, start, highest)
        or _reported_of(sentence, start, highest)
    )


def _verb_first(sentence: Sentence, start: int, highest: int) -> Clause | None:
    """Return the attribution that begins with its verb (`"…," said Peskov`); without a subject where it is none."""
    if _is_behind_mark(sentence, start, PASSIVE):  # `"…", is stated in the message of the ministry`
        within = _told_within(sentence, start + 1, highest)
        return Clause(start + 1, start + 1, within, "after") if within is not None else None
    perfect = _is_behind_mark(sentence, start, _HAS)
    cue = start + perfect
    if not sentence.is_word(cue, sentence.lexicon.said) or not (perfect or sentence.is_finite_cue(cue)):
        return None
    inverted = inverted_subject(sentence, cue, highest)
    if inverted is not None and sentence.is_word(inverted.reach + 1, _ACTING):
        return Clause(cue, cue, None, "after")  # `No word on “bridge” claims Lee is also to judge`
    told = inverted or _told_within(sentence, cue, highest) or _somebody_at(sentence, cue + 1, highest)
    return Clause(cue, cue, told, "after") if told is not None else None


def _is_behind_mark(sentence: Sentence, index: int, auxiliaries: frozenset[str]) -> bool:
    """Return whether a verb of speech follows a mark and an auxiliary: `"…", — has told reporters Peskov`."""
    follows = sentence.tokens[index - 1].kind == "punctuation"
    return follows and sentence.is_word(index, auxiliaries) and sentence.is_word(index + 1, sentence.lexicon.said)


def _believed_by(sentence: Sentence, start: int, highest: int) -> Clause | None:
    """Return the attribution in `"…," the analyst is sure`."""
    subject = sentence.phrase_after(start, highest)
    verb = subject.reach + 1 if subject is not None else highest
    if subject is None or not sentence.is_word(verb, PASSIVE) or not sentence.is_word(verb + 1, _SURE):
        return None
    ends = verb + 2 > highest or sentence.tokens[verb + 2].kind == "punctuation"
    return Clause(verb, verb + 1, subject, "after") if ends and sentence.is_somebody(subject) else None


def _reported_of(sentence: Sentence, start: int, highest: int) -> Clause | None:
    """Return the attribution in `"…," he is alleged to have written`."""
    subject = sentence.phrase_after(start, highest)
    if subject is None:
        return None
    forms = (PASSIVE, _REPORTED, _TO, _HAVE, sentence.lexicon.said | _WRITTEN)
    verb, cue = subject.reach + 1, subject.reach + len(forms)
    is_reported = cue <= highest and all(sentence.is_word(verb + at, form) for at, form in enumerate(forms))
    return Clause(cue, cue, subject, "after") if is_reported else None


def _somebody_at(sentence: Sentence, start: int, highest: int) -> Phrase | None:
    """Return the speaker in `"…," said a dealer`: whoever it is, with that article nobody has been named."""
    phrase = sentence.phrase_after(start, highest) if sentence.is_word(start, _ANY) else None
    return phrase if phrase is not None and phrase.last > phrase.first else None


def _is_modified(sentence: Sentence, quote: int) -> bool:
    """Return whether a quotation describes the noun right after it (`the “new” part of the deal was agreed`)."""
    end, noun = sentence.end(quote), quote + 1
    inside = sentence.text[end - 2 : end - 1]  # the mark before the closing one, or a letter
    following = sentence.tokens[noun]
    if not inside.isalnum() or following.kind != "word" or following.low in sentence.lexicon.function_words:
        return False
    phrase = sentence.phrase_after(noun, len(sentence.tokens) - 1)
    return phrase is not None and not sentence.is_capital(noun) and not sentence.can_speak(phrase)


def _told_within(sentence: Sentence, cue: int, highest: int) -> Phrase | None:
    """Return the body or document in `"…," noted in the Kremlin`, `"…," said in the statement of the ministry`.

    Of a site (`"…," reported on the website of the Kremlin`) it is the body whose it is.
    """
    if not sentence.is_word(cue + 1, _IN_OR_ON):
        return None
    phrase = sentence.phrase_after(cue + 2, highest)
    if phrase is not None and sentence.is_word(phrase.last, _SITES) and phrase.reach > phrase.last:
        phrase = sentence.phrase_after(phrase.last + 2, highest)
        return phrase if phrase is not None and sentence.can_speak(phrase) else None
    if phrase is None or not sentence.is_word(cue + 1, _IN):
        return None
    is_document = sentence.tokens[phrase.last].low in sentence.lexicon.documents
    return phrase if is_document or sentence.is_office(phrase) else None


def _in_words_of(sentence: Sentence, start: int, highest: int) -> Clause | None:
    """Return the attribution in `"…", in the minister's words`."""
    if not sentence.is_word(start, _IN):
        return None
    for noun in range(start + 2, min(highest, start + _FARTHEST_NOUN) + 1):
        possessor = possessor_of_words(sentence, noun)
        if possessor is not None:
            return Clause(noun, noun, possessor, "after")
    return None


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
    if sentence.tokens[start - 1].low not in DASHES or highest + 1 < len(sentence.tokens):
        return None
    phrase = sentence.phrase_after(start, highest)
    ends = (phrase.first, phrase.last) if phrase is not None else ()
    if phrase is None or not all(sentence.text[sentence.starts[index]].isupper() for index in ends):
        return None
    following = sentence.tokens[phrase.last + 1].low if phrase.last < highest else "."
    return phrase if following in (",", ".", "(") else None


def _ends_role(sentence: Sentence, start: int, name: int) -> bool:
    """Return whether a role with brackets runs from ``start`` up to a name (`head of the agency (RA) Ivan Ivanov`)."""
    if name - start < _BRACKETS or sentence.tokens[name - 1].low != ")":
        return False
    phrase = sentence.phrase_after(start, name - 1)
    if phrase is None or not sentence.lexicon.is_role(sentence.tokens[phrase.last].low):
        return False
    within = sentence.tokens[phrase.reach + 2 : name - 1]
    is_short = name - phrase.reach <= _LONGEST_BRACKETS and all(token.kind != "punctuation" for token in within)
    return sentence.tokens[phrase.reach + 1].low == "(" and is_short


def _with_second_complement(sentence: Sentence, first: Phrase, before: int) -> Phrase:
    """Return a phrase whose complement goes on with `and` (`Envoy for the Middle East and African Countries`)."""
    if first.reach == first.last or not sentence.is_word(first.reach + 1, _AND) or first.reach + 2 >= before:
        return first
    second = sentence.phrase_after(first.reach + 2, before - 2)
    return Phrase(first.first, first.last, second.reach) if second is not None else first


def _first_of_two(sentence: Sentence, start: int, second: Phrase) -> Phrase | None:
    """Return the first of two who say something together (`Putin and Macron said`, `Ivanov and his guest said`).

    They may be named behind what they are (`the chairman, Ann Lee, and his deputy said`).
    """
    first = sentence.phrase_after(start, second.first - 1)
    if first is None or not sentence.is_word(second.first - 1, _AND):
        return None
    if sentence.tokens[first.reach + 1].low == "," == sentence.tokens[second.first - 2].low:
        named = sentence.phrase_after(first.reach + 2, second.first - 3)
        is_named = named is not None and named.reach + 3 == second.first and sentence.tokens[named.last].kind == "name"
        return named if is_named else None
    first = _with_second_complement(sentence, first, second.first)
    if first.reach + 2 != second.first or not sentence.is_somebody(first):
        return None
    is_title = sentence.is_word(start, _ANY) or sentence.is_capital(first.last)
    is_one = is_title and sentence.tokens[first.reach].mention is None
    if is_one and sentence.tokens[second.reach].mention and not sentence.tokens[second.first].is_determiner:
        return Phrase(first.first, second.last, second.reach)  # `an analyst and professor at the university Ann Lee`
    return first


def _before_place(sentence: Sentence, start: int, place: Phrase) -> Phrase | None:
    """Return the name before a role that ends in a place (`Ann Lee, the mayor of Springfield, Illinois said`)."""
    mention = sentence.tokens[place.last].mention
    if mention is None or not mention.character.state or sentence.tokens[place.first - 1].low != ",":
        return None
    named = sentence.phrase_after(start, place.first - 2)
    is_named = named is not None and named.first == start and sentence.is_capital(named.last)
    return named if named is not None and is_named and sentence.tokens[named.last + 1].low == "," else None


def subject_first(sentence: Sentence, start: int, highest: int) -> Clause | None:
    """Return the attribution whose subject begins at token ``start`` (`Peskov told reporters`)."""
    if sentence.is_word(start, frozenset({"as"})):
        start += 1
    for cue in sentence.cues:
        if not start < cue <= highest or not sentence.is_finite_cue(cue):
            continue
        quoted = quoted_as_saying(sentence, cue, highest)
        if quoted is not None:
            return Clause(cue, cue, quoted, "after", sentence.subject_of(cue, start))
        if sentence.is_word(cue, sentence.lexicon.called) and not sentence.is_word(cue, sentence.lexicon.said):
            continue
        subject = sentence.subject_of(cue, start)
        if subject is not None and (subject.first == start or _ends_role(sentence, start, subject.first)):
            return Clause(cue, cue, subject, "after")
        if subject is not None:
            first = _first_of_two(sentence, start, subject) or _before_place(sentence, start, subject)
            return Clause(cue, cue, first, "after") if first is not None else None
    return None
