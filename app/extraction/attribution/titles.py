"""Where the role stands that a text gives somebody: before the name, in apposition to it, before its comma."""

from __future__ import annotations

import re
from itertools import islice

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.role_wording import before_honorifics, is_clause
from app.extraction.attribution.title_words import (
    AFTER_HEAD,
    MOST_WORDS,
    REACH,
    SOLID,
    WORD,
    clause_start,
    complement_at,
    is_verb,
    may_describe,
    start_of_last_title,
    tells_role,
    words_of_title,
)
from app.extraction.attribution.tokens import POSSESSIVE
from app.extraction.model import Span

_OF = (" of", " for", " at")
"""`CEO of …`: what follows is a firm, or somebody whom the role serves."""
_BESIDE = frozenset({"along", "together", "alongside", "with", "accompanied", "flanked", "joined", "unlike"})
"""Words with which no role begins, but the company of whoever bears the name (`Ann Lee, along with her lawyer,`)."""
_BEFORE_NOUN = AFTER_HEAD | {"and", "the", "foreign", "internal", "external", "economic", "national", "public"}
"""Words that end no complement: a noun must follow."""
_LONGEST_BRACKETS = 40
_AFTER_COMMA, _LONGEST_AFTER_COMMA = (", the ", ", The ", ", an ", ", a ", ", "), 6
"""What stands between a noun phrase and one in apposition to it."""
_AFTER_APPOSITION = re.compile(r",\s([^\W\d_]+)\s")
"""`A guide at the centre, Penka Dimova, told reporters`."""
_SOURCE = re.compile(r"\s?According to ")
"""What stands before a role that names a source: `According to an analyst from Ghana, Ivan Ivanov, …`."""
_AGE = re.compile(r",\s\d{1,3}(?:,|\s\()")
_THAT = "that"
_RELATIVE = re.compile(r",\swho\s([^.,;:!?()\n“”\"«»—–]{1,80})")
_QUOTED, _PERFECT = ["as", "saying"], frozenset({"has", "had"})
"""Where the verb begins behind a role without its second comma (`quoted Ann Lee, head of the fund as saying`)."""
_PATRONYMIC = re.compile(r"\s[A-Z]\w+(?:ov|ev|yev|’ev)(?:ich|na)\s")
_ABBREVIATED = r"(?:(?<=\b[A-Z])|(?<=\b(?:Mr|Ms|Dr|St))|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen)))\."
"""A full stop that ends no sentence."""
_APPOSED = re.compile(r"\s?[,(]\s?(?:\d{1,3},\s)?")
_APPOSITION = re.compile(rf"(?:[^.;:!?\n“”\"«»—–,)]+|{_ABBREVIATED})*")
_LONGEST_APPOSITION = 2 * REACH
_FIELDS = re.compile(
    r"(?:,\s[a-z]{3,20}){1,3}(?:\s[a-z]{3,20})?,?\sand\s(?:[a-z]{3,20}\s){1,2}"
    r"(?:committee|commission|department|council|directorate|ministry|board|agency|institute|centre|center)\b"
)
"""The other fields of a body with several (`head of the education, culture and science committee`)."""


def place_of_title(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return where somebody's role stands beside their name ``[start, end)``, if it does."""
    start = before_honorifics(text, start)
    before = _title_before(text, start, lexicon)
    if before is not None and not text[before.start : before.end].lower().endswith(_OF):
        return before
    apposed = _title_before_comma(text, start, end, lexicon)
    return apposed if apposed is not None else title_after(text, start, end, lexicon)


def title_after(text: str, first: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return where the role stands in apposition to a name ``[first, end)`` (`General Lee, commander of the fleet`)."""
    apposed = _APPOSED.match(text, end)
    if apposed is None:
        return None
    start = apposed.end()
    match = _APPOSITION.match(text, start, start + _LONGEST_APPOSITION)
    last = match.end() if match is not None else start
    listed = _FIELDS.match(text, last)
    last = listed.end() if listed is not None else last
    words = list(islice(WORD.finditer(text, start, last), MOST_WORDS))
    lows = [word[0].lower() for word in words]
    verb = next((at for at, low in enumerate(lows) if low in lexicon.said or lows[at : at + 2] == _QUOTED), len(lows))
    verb -= 0 < verb < len(lows) and lows[verb - 1] in _PERFECT
    is_open = (
        verb < len(lows)
        and lows[verb] != _QUOTED[0]
        and (AFTER_HEAD.isdisjoint(lows[:verb]) or (lows[0] == "the" and not text.startswith(", ", first - 2)))
    )
    if is_open:
        return None  # `for Putin, the spokesman of the party said`; but `…, Ann Lee, the leader of the union said`
    if not any(lexicon.is_role(low) for low in lows[:verb]) or lows[0] in _BESIDE or is_clause(lows, lexicon):
        return None
    return Span(start, words[verb].start() - 1 if verb < len(lows) else last)


def is_described(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether what stands beside a capitalised name shows that it is a person's.

    A role before it or in apposition to it does, and an age, a patronymic, `who` or a verb of speech after it.
    """
    before = text[max(0, start - 24) : start].split()
    if before and before[-1].lower() in lexicon.determiners and before[-1] != _THAT:
        return False  # `the Commission Statute says`: people's names take no article
    following = WORD.match(text, end + 1, end + REACH) or _AFTER_APPOSITION.match(text, end, end + REACH)
    if following is not None and following[following.lastindex or 0] in lexicon.said:
        return True
    if _AGE.match(text, end) or _RELATIVE.match(text, end) or _PATRONYMIC.search(text, start, end):
        return True
    return place_of_title(text, start, end, lexicon) is not None


def follows_role(text: str, start: int, lexicon: Lexicon) -> bool:
    """Return whether a description ends at an offset whose complement may go on after it (`Deputy CEO of `).

    In `Minister of defence `, which ends in a noun, it is complete.
    """
    place = _title_before(text, start, lexicon)
    words = text[place.start : place.end].split() if place is not None else []
    return any(word in AFTER_HEAD for word in words) and (words[-1][0].isupper() or words[-1] in _BEFORE_NOUN)


def _title_before_comma(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return where the role stands to which a name is in apposition.

    A comma, a verb of speech or the end closes the name; after a role with which the sentence opens nothing need.
    """
    comma = before_comma(text, start)
    if comma is None:
        return None
    first = comma.start
    source = _SOURCE.match(text, first, comma.end) if text[end : end + 1] == "," else None
    if source is not None:
        first = source.end()
    phrase = role_phrase(text, first, comma.end, lexicon)
    if phrase is None or text[end : end + 1] in (",", ".", "\n", "") or _speaks_after(text, end, lexicon):
        return phrase
    opens = text[first - 1 : first] not in (",", ";", ":") and len(text[first : phrase.start].split()) <= 1
    return phrase if opens else None


def _speaks_after(text: str, end: int, lexicon: Lexicon) -> bool:
    """Return whether a verb of speech follows a name (`the ambassador in Moscow, Ivan Ivanov told reporters`)."""
    following = WORD.match(text, end + 1, end + REACH)
    return following is not None and following[0] in lexicon.said


def before_comma(text: str, start: int) -> Span | None:
    """Return the stretch that ends in a comma before an offset (`the Moldovan negotiator, `)."""
    if "," not in text[max(0, start - _LONGEST_AFTER_COMMA) : start]:
        return None
    comma = next((comma for comma in _AFTER_COMMA if text.startswith(comma, start - len(comma))), None)
    if comma is None or start < len(comma):
        return None
    end = start - len(comma)
    if text[end - 1] == ")":  # `the head of the agency (IAEA), `
        opening = text.rfind("(", max(0, end - _LONGEST_BRACKETS), end)
        end = opening - 1 if opening > 0 else end
    return Span(clause_start(text, end), end)


def _title_before(text: str, start: int, lexicon: Lexicon) -> Span | None:
    """Return where the description stands that ends where a name begins (`Russian Ambassador to Vietnam`)."""
    start = _before_brackets(text, start)
    kept, lows = words_of_title(text, start, lexicon) if may_describe(text, start, lexicon) else ([], [])
    while kept:
        stop = complement_at(lows)
        head = lows[:stop]
        article = stop - head[::-1].index("the") if "the" in head else 0
        kept, lows, stop = kept[article:], lows[article:], stop - article  # `Ivanov met the minister …`
        if stop and lexicon.is_role(lows[stop - 1]):
            if lows[-2:-1] == ["to"] and kept[-1][0].islower():
                return None  # `stand with the minister to defend`
            return Span(kept[start_of_last_title(lows, lexicon)].start(), kept[-1].end())
        stop += 1 + (lows[stop + 1 : stop + 2] == ["the"])
        kept, lows = kept[stop:], lows[stop:]  # `on the eve of the minister …`
    return None


def _before_brackets(text: str, start: int) -> int:
    """Return where the brackets begin that stand before a name (`head of the agency (RA) Ivan Ivanov`), or the name."""
    if not text.startswith(") ", start - 2):
        return start
    opening = text.rfind(" (", max(0, start - _LONGEST_BRACKETS), start)
    return opening + 1 if opening >= 0 else start


def role_phrase(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return the last noun phrase about a role at the end of ``[start, end)`` (`the negotiator for trade with Russia`).

    Its determiner, or a possessor, shows where it begins; so does the start of the sentence.
    """
    words = list(SOLID.finditer(text, start, end))
    lows = [word[0].lower() for word in words]
    if not tells_role(lows, lexicon):
        return None
    for first in range(len(words) - 1, max(-1, len(words) - 1 - MOST_WORDS), -1):
        before = lows[first - 1] if first else ""
        begins = before in lexicon.determiners or before.endswith(POSSESSIVE) or before in lexicon.said
        if first and not begins:
            continue
        if first > 1 and lows[first - 2] in lexicon.prepositions:
            continue  # `the secretary of the Russian President`
        rest = lows[first:]
        stop = next((index for index, low in enumerate(rest) if low in lexicon.prepositions), len(rest))
        if stop and lexicon.is_role(rest[stop - 1]) and not any(is_verb(low, lexicon) for low in rest):
            possessed = before.endswith(POSSESSIVE)
            return Span(words[first - 1 if possessed else first].start(), words[-1].end())
    return None
