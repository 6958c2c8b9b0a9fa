"""The name that a phrase holds: it consists of one, ends with one, or stands in apposition to one."""

from __future__ import annotations

from app.extraction.attribution.cast import Mention
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.role_wording import is_clause
from app.extraction.attribution.subjects import Sentence

_FROM, _ONE = frozenset({"from", "with", "of", "at"}), "one"
_ANY = frozenset({"a", "an", "another"})
_AGENCY, _NEWS = "agency", frozenset({"news"})
_SPEAKING = frozenset({"said", "says"})
_STAFF = frozenset({"correspondent", "correspondents", "reporter", "reporters"})


def named_in(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """Return the name that a phrase consists of, ends with, or stands in apposition to."""
    tokens = sentence.tokens
    head = tokens[phrase.last]
    if head.mention is not None and (not head.possessive or phrase.first == phrase.last):
        return head.mention
    outlet = outlet_in(sentence, phrase)
    if outlet is not None:
        return outlet
    apposed = _apposed(sentence, phrase)
    if apposed is not None:
        return apposed
    last = tokens[phrase.reach]
    if phrase.reach > phrase.last and last.mention is not None and not last.mention.character.body:
        return last.mention if not _belongs_to_complement(sentence, phrase, last.mention) else None
    return None


def outlet_in(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """Return the outlet in `the Interfax news agency`."""
    if sentence.tokens[phrase.last].low not in sentence.lexicon.naming:
        return None
    named = (index for index in range(phrase.first, phrase.last) if sentence.is_outlet(index))
    return next((sentence.tokens[index].mention for index in named), None)


def is_press(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase means an outlet or whoever reports for one (`an Interfax correspondent`).

    A correspondent who says something, and does not report it, speaks (`Al Jazeera's correspondent said`).
    """
    last = sentence.tokens[phrase.last].low
    if last == _AGENCY and sentence.is_word(phrase.last - 1, _NEWS):
        return True  # `Russia's RIA news agency`
    is_staff = last in _STAFF and not sentence.is_word(phrase.reach + 1, _SPEAKING)
    if is_staff or last in sentence.lexicon.naming:
        return any(sentence.is_outlet(index) for index in range(phrase.first, phrase.reach + 1))
    return sentence.is_outlet(phrase.last)


def _apposed(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """Return the name in `the press secretary, Dmitry Peskov,`."""
    tokens = sentence.tokens
    after = _after_origin(sentence, phrase.reach + 1)
    if after + 2 < len(tokens) and tokens[after].low == "(" and tokens[after + 2].low == ")":
        after += 3  # `the head of the agency (IAEA), Rafael Grossi,`
    lexicon, head = sentence.lexicon, tokens[phrase.last].low
    is_one = head == _ONE and phrase.reach > phrase.last  # `one of the experts, Ivan Ivanov,`
    if not is_one and not lexicon.is_role(head) and head not in lexicon.unnamed:
        return None
    if after + 1 >= len(tokens):
        return None
    if tokens[after].low == "and" and tokens[phrase.first].low in _ANY:
        return _named_as_well(sentence, after + 1)
    if tokens[after].low != ",":
        return None
    name = after + 1
    if is_clause([token.low for token in tokens[name : name + 2]], lexicon):
        return None  # `the minister, commenting on the words of Ivan Ivanov,`
    if tokens[name].mention is None:  # `the senior diplomat, charge d'affaires Ivan Ivanov,`
        further = sentence.phrase_after(name, len(tokens) - 1)
        name = further.reach if further is not None else name
    named = tokens[name]
    if named.mention is None or named.possessive or named.mention.character.body:
        return None
    behind = _after_origin(sentence, name + 1)
    following = tokens[behind] if behind < len(tokens) else None
    if following is None or following.kind in ("punctuation", "quote"):
        return named.mention
    is_object = sentence.is_word(phrase.first - 1, lexicon.prepositions)  # `according to the aide, Putin said`
    return named.mention if sentence.is_finite_cue(behind) and not is_object else None


def _named_as_well(sentence: Sentence, index: int) -> Mention | None:
    """Return the name behind the second role of one person (`an analyst and professor at the university Ann Lee`)."""
    second = sentence.phrase_after(index, len(sentence.tokens) - 1)
    if second is None or sentence.tokens[second.first].is_determiner:
        return None
    mention = sentence.tokens[second.reach].mention
    is_role = sentence.lexicon.is_role(sentence.tokens[second.last].low) or second.last == second.reach
    return mention if is_role and mention is not None and not mention.character.body else None


def _after_origin(sentence: Sentence, index: int) -> int:
    """Return the token after whatever tells where somebody is from (`an expert from the bank, Ivan Ivanov,`)."""
    origin = sentence.phrase_after(index + 1, len(sentence.tokens) - 1) if sentence.is_word(index, _FROM) else None
    return origin.reach + 1 if origin is not None else index


def _begins_anew(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a second title ends a phrase: `Deputy Chief of Staff and Presidential Spokesman Ivan Ivanov`."""
    joint = next((at for at in range(phrase.reach - 1, phrase.last, -1) if sentence.tokens[at].low == "and"), None)
    if joint is None or not sentence.lexicon.is_role(sentence.tokens[phrase.reach - 1].low):
        return False
    between = range(joint + 1, phrase.reach)
    return all(sentence.is_capital(at) and not sentence.is_word(at, sentence.lexicon.prepositions) for at in between)


def _belongs_to_complement(sentence: Sentence, phrase: Phrase, mention: Mention) -> bool:
    """Return whether the name in `the spokesman of President Putin` is the complement's, not the head's."""
    tokens = sentence.tokens
    before, head = tokens[phrase.reach - 1], tokens[phrase.last]
    if head.low.endswith("s") and head.low in sentence.lexicon.unnamed:
        return True  # `supporters of the late Ivan Ivanov`
    if _begins_anew(sentence, phrase):
        return False
    if before.kind == "word" and before.low in sentence.lexicon.roles:
        return before.low in mention.character.roles or tokens[phrase.last].low not in mention.character.roles
    return before.kind == "word" and before.low in sentence.lexicon.prepositions
