"""The roles that a text gives people beside their names (`Russian Ambassador to Vietnam Ivan Ivanov`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from app.extraction.attribution.cast import Character
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.calendar import MONTHS
from app.extraction.document import Document
from app.extraction.model import Name, Span
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Tenure

_AFTER_HEAD = frozenset({"of", "for", "to", "at", "in", "on", "under", "who"})
_OF = (" of", " for", " at")
"""`CEO of …`: what follows is a firm, or somebody whom the role serves."""
_IN_TITLES = frozenset({"the", "first"})
"""Words that end no description, though they end other noun phrases: `the First Deputy Minister`."""
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "should", "must", "shall"})
_BEFORE_NOUN = _AFTER_HEAD | {"and", "the", "foreign", "internal", "external", "economic", "national", "public"}
"""Words that end no complement: a noun must follow."""
_RANKS = frozenset({"general", "admiral", "marshal", "colonel", "captain", "professor", "academician"})
"""Titles that follow an office: `Minister of Defence General`."""
_NO_VERBS = frozenset({"united", "retired", "allied", "armed", "combined", "joint", "appointed", "elected"})
"""Words in -ed that stand in descriptions of people."""
_GENERAL = "general"
_OF_GENERALS = frozenset({"director", "consul", "prosecutor", "inspector"})
"""Nouns that `general` follows as an adjective: a director general is a director."""
_REACH = 120
"""Code points before and after a name in which its bearer's role is looked for."""
_MOST_WORDS = 14
"""Words of a description that are read."""
_ELSEWHERE = re.compile(
    r"\b(?:(?:ambassador|envoy|consul|attach[eé]|representative) to (?:the )?|"
    r"(?:institute|centre|center|school|faculty|chair) (?:of|for|on) (?:the )?)$",
    re.IGNORECASE,
)
"""What stands before a country to which somebody is sent, or which they study."""
_LONGEST_ELSEWHERE = 24
_STUDIED = re.compile(r"(?:,? (?!(?:of|for|on)\b)[\w-]{1,30}){0,6}? [Ss]tudies\b")
"""What stands after one that is studied (`Russian, Eastern European and Central Asian Studies`)."""
_LONGEST_BRACKETS = 20
_SOLID = re.compile(r"[^\W_]\S*")
"""A word with all that is printed onto its end; apostrophes and asterisks before it are no part of it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOPS = '.,;:!?…()“”"«»—–'
_BLANK = re.compile(r"\s")
_STOP = re.compile(rf"[{_STOPS}]|\n\n")
_AFTER_COMMA = (", the ", ", The ", ", an ", ", a ", ", ")
"""What stands between a noun phrase and one in apposition to it."""
_AFTER_APPOSITION = re.compile(r",\s([^\W\d_]+)\s")
"""`A guide at the centre, Penka Dimova, told reporters`."""
_AGE = re.compile(r",\s\d{1,3}(?:,|\s\()")
_IN_PLACE = re.compile(r"\s*In\s")
_WORDS_WITH_DEMONYM = 4
"""Words before a name among which a demonym, or a country's possessive, tells its bearer's country."""
_POSSESSIVE = ("'s", "’s")
_RELATIVE = re.compile(r",\swho\s([^.,;:!?()\n“”\"«»—–]{1,80})")
_SERVING = re.compile(
    r",\swho\s((?:(?:is|was)\s(?:an?|the|also)|(?:ha[sd]\s)?(?:(?:head|chair|represent|command|serv|work|govern|direct|rul)"
    r"[a-z]{1,3}|leads?|led|runs?|ran|overs(?:ees|aw)|coordinate[sd]))\s[^.,;:!?()\n“”\"«»—–]{1,80})"
)
"""A clause that tells for whom somebody acts (`, who heads the Indian team`)."""
_PATRONYMIC = re.compile(r"\s[A-Z]\w+(?:ov|ev|yev|’ev)(?:ich|na)\s")
_ABBREVIATED = r"(?:(?<=\b[A-Z])|(?<=\b(?:Mr|Ms|Dr|St))|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen)))\."
"""A full stop that ends no sentence."""
_APPOSITION = re.compile(rf"\s?[,(]\s?((?:[^.;:!?\n“”\"«»—–,)]|{_ABBREVIATED}){{0,{2 * _REACH}}})")


def describe(document: Document, start: int, end: int, character: Character, lexicon: Lexicon) -> None:
    """Note the role, country and gender that the text gives somebody beside their name ``[start, end)``."""
    text = document.text
    if character.title is not None or (character.seen and " " not in text[start:end]):
        return
    character.seen = True
    place = _place_of_title(text, start, end, lexicon)
    if place is None:
        character.country = character.country or _country_without_role(document, start, end, lexicon)
        return
    title = text[place.start : place.end]
    words = _WORD.findall(title.lower())[:_MOST_WORDS]
    character.title = " ".join(title.split())
    character.traits.update(words)
    character.roles.update(_heads(words))
    character.country = (
        character.country
        or _country_within(document, (place.start, place.end), lexicon)
        or next((lexicon.politics[word] for word in words if word in lexicon.politics), None)
        or _country_of_superior(document, place)
    )
    wider = _before_comma(text, place.start)
    if wider is not None and _IN_PLACE.match(text, wider.start):  # `In Damascus, Minister Ivan Ivanov`
        character.country = character.country or _country_within(document, (wider.start, wider.end), lexicon)
    elif wider is not None:  # `Head of the Russian delegation, Deputy Minister Ivan Ivanov`
        span = _role_phrase(text, wider.start, wider.end, lexicon)
        if span is not None:
            character.country = character.country or _country_within(document, (span.start, span.end), lexicon)
            character.traits.update(_WORD.findall(text[span.start : span.end].lower())[:_MOST_WORDS])
            character.roles.update(_heads(_WORD.findall(text[span.start : span.end].lower())))
    character.country = character.country or _country_without_role(document, start, end, lexicon)
    gender = next((lexicon.gendered[word] for word in words if word in lexicon.gendered), None)
    character.gender = character.gender or gender


def is_described(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether what stands beside a capitalised name shows that it is a person's.

    A role before it or in apposition to it does, and an age, a patronymic, `who` or a verb of speech after it.
    """
    before = text[max(0, start - 24) : start].split()
    if before and before[-1].lower() in lexicon.determiners:
        return False  # `the Commission Statute says`: people's names take no article
    following = _WORD.match(text, end + 1, end + _REACH) or _AFTER_APPOSITION.match(text, end, end + _REACH)
    if following is not None and following[following.lastindex or 0] in lexicon.said:
        return True
    if _AGE.match(text, end) or _RELATIVE.match(text, end) or _PATRONYMIC.search(text, start, end):
        return True
    return _place_of_title(text, start, end, lexicon) is not None


def follows_role(text: str, start: int, lexicon: Lexicon) -> bool:
    """Return whether a description ends at an offset whose complement may go on after it (`Deputy CEO of `).

    In `Minister of defence `, which ends in a noun, it is complete.
    """
    place = _title_before(text, start, lexicon)
    words = text[place.start : place.end].split() if place is not None else []
    return any(word in _AFTER_HEAD for word in words) and (words[-1][0].isupper() or words[-1] in _BEFORE_NOUN)


def _place_of_title(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return where somebody's role stands beside their name ``[start, end)``, if it does."""
    before = _title_before(text, start, lexicon)
    if before is not None and not text[before.start : before.end].lower().endswith(_OF):
        return before
    closed = text[end : end + 1] in (",", ".", "\n", "") or _speaks_after(text, end, lexicon)
    comma = _before_comma(text, start) if closed else None
    if comma is not None:
        phrase = _role_phrase(text, comma.start, comma.end, lexicon)
        if phrase is not None:
            return phrase
    match = _APPOSITION.match(text, end)
    if match is None:
        return None
    words = list(islice(_WORD.finditer(text, *match.span(1)), _MOST_WORDS))
    lows = [word[0].lower() for word in words]
    verb = next((index for index, low in enumerate(lows) if low in lexicon.said), len(lows))
    if verb < len(lows) and (lows[0] == "the" or _AFTER_HEAD.isdisjoint(lows[:verb])):
        return None  # `Putin, the spokesman of the party said`; but `Ann Lee, leader of the union said`
    if not any(lexicon.is_role(low) for low in lows[:verb]):
        return None
    return Span(match.start(1), words[verb].start() - 1 if verb < len(lows) else match.end(1))


def _speaks_after(text: str, end: int, lexicon: Lexicon) -> bool:
    """Return whether a verb of speech follows a name (`the ambassador in Moscow, Ivan Ivanov told reporters`)."""
    following = _WORD.match(text, end + 1, end + _REACH)
    return following is not None and following[0] in lexicon.said


def _clause_start(text: str, end: int) -> int:
    """Return where what is read before an offset begins: after the last punctuation, blank line or far enough back."""
    start = max(0, end - _REACH)
    if start and text[start - 1].isalnum():
        start = next((blank.end() for blank in _BLANK.finditer(text, start, end)), start)
    for stop in _STOP.finditer(text, start, end):
        start = stop.end()
    return start


def _before_comma(text: str, start: int) -> Span | None:
    """Return the stretch that ends in a comma before an offset (`the Moldovan negotiator, `)."""
    comma = next((comma for comma in _AFTER_COMMA if text.startswith(comma, start - len(comma))), None)
    if comma is None or start < len(comma):
        return None
    end = start - len(comma)
    if text[end - 1] == ")":  # `the head of the agency (IAEA), `
        opening = text.rfind("(", max(0, end - _LONGEST_BRACKETS), end)
        end = opening - 1 if opening > 0 else end
    return Span(_clause_start(text, end), end)


def _title_before(text: str, start: int, lexicon: Lexicon) -> Span | None:
    """Return where the description stands that ends where a name begins (`Russian Ambassador to Vietnam`)."""
    kept = _words_of_title(text, start, lexicon) if _may_describe(text, start, lexicon) else []
    while kept:
        lows = [word[0].lower() for word in kept]
        article = max((index for index, low in enumerate(_until_complement(lows)) if low == "the"), default=-1)
        kept, lows = kept[article + 1 :], lows[article + 1 :]  # `Ivanov met the minister …`
        head = _head(lows)
        if head is not None and lexicon.is_role(head):
            if lows[-2:-1] == ["to"] and kept[-1][0].islower():
                return None  # `stand with the minister to defend`
            return Span(kept[_start_of_last_title(lows, lexicon)].start(), kept[-1].end())
        stop = next((index for index, low in enumerate(lows) if low in _AFTER_HEAD), len(lows))
        kept = kept[stop + 1 + (lows[stop + 1 : stop + 2] == ["the"]) :]  # `on the eve of the minister …`
    return None


def _words_of_title(text: str, start: int, lexicon: Lexicon) -> list[re.Match[str]]:
    """Return the words before a name, as far back as they can describe its bearer."""
    words = list(_SOLID.finditer(text, _clause_start(text, start), start))
    first = len(words)
    while first and (
        not _is_outside(words[first - 1][0].lower(), lexicon)
        or _joins(text, words[first - 1].start(), words[first - 1].end())
    ):
        first -= 1
    if 0 < first < len(words) and words[first - 1][0].lower() in _MODALS and words[first][0].islower():
        first += 1  # `will receive President …`
    while first < len(words) and (words[first][0].lower() in _AFTER_HEAD or words[first][0].lower() == "the"):
        first += 1
        if words[first - 1][0].lower() == "to" and first < len(words) and words[first][0].islower():
            first += 1  # `was to meet President …`
    while first + 1 < len(words) and words[first][0].lower() in lexicon.hearers:
        if words[first][0].lower() in lexicon.press_words and lexicon.is_role(words[first + 1][0].lower()):
            break  # `the press secretary …`
        first += 1  # `said journalists press secretary …`
    return words[max(first, len(words) - _MOST_WORDS) :]


def _start_of_last_title(lows: Sequence[str], lexicon: Lexicon) -> int:
    """Return where the title of whoever is named next begins in `an aide to Agriculture Secretary`."""
    after = next((index for index in range(len(lows) - 1, 0, -1) if lows[index - 1] in _AFTER_HEAD), len(lows))
    if after == len(lows) or lows[after] in lexicon.determiners or lows[-1] in _RANKS:
        return 0
    return after if lexicon.is_role(lows[-1]) else 0


def _until_complement(words: list[str]) -> list[str]:
    """Return the words of a description before its first complement."""
    return words[: next((index for index, word in enumerate(words) if word in _AFTER_HEAD), len(words))]


def _may_describe(text: str, end: int, lexicon: Lexicon) -> bool:
    """Return whether the words before an offset hold a role, and the last of them can be part of a description."""
    before = text[max(0, end - _REACH) : end].lower()
    _, _, last = before.rstrip().rpartition(" ")
    if not last or last[-1] in _STOPS or (_is_outside(last, lexicon) and not _joins(text, end - 4, end - 1)):
        return False
    return "-" in before or not lexicon.roles.isdisjoint(_WORD.findall(before))


def _joins(text: str, start: int, end: int) -> bool:
    """Return whether a word joins two parts of a title (`Minister of Economy and Commerce`)."""
    before = text[max(0, start - _REACH) : start].split()
    if text[start:end] == "other":
        return text.startswith("and ", start - 4)  # `to the United Nations and other organisations`
    joined = text[end + 1 : end + 2].isupper() or text.startswith("other ", end + 1)
    return text[start:end] == "and" and bool(before) and before[-1][0].isupper() and joined


def _is_outside(low: str, lexicon: Lexicon) -> bool:
    """Return whether a word (in lower case) is no part of a description of somebody."""
    if low in _AFTER_HEAD or low in _IN_TITLES:
        return False
    return low in lexicon.determiners or low in lexicon.breakers or low in MONTHS or _is_verb(low, lexicon)


def _role_phrase(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return the last noun phrase about a role at the end of ``[start, end)`` (`the negotiator for trade with Russia`).

    Its determiner, or a possessor, shows where it begins; so does the start of the sentence.
    """
    words = list(_SOLID.finditer(text, start, end))
    for first in range(len(words) - 1, max(-1, len(words) - 1 - _MOST_WORDS), -1):
        before = words[first - 1][0].lower() if first else ""
        begins = before in lexicon.determiners or before.endswith(_POSSESSIVE) or before in lexicon.said
        if first and not begins:
            continue
        if first > 1 and words[first - 2][0].lower() in lexicon.prepositions:
            continue  # `the secretary of the Russian President`
        lows = [word[0].lower() for word in words[first:]]
        stop = next((index for index, low in enumerate(lows) if low in lexicon.prepositions), len(lows))
        if stop and lexicon.is_role(lows[stop - 1]) and not any(_is_verb(low, lexicon) for low in lows):
            possessed = first > 1 and before.endswith(_POSSESSIVE)
            return Span(words[first - 1 if possessed else first].start(), words[-1].end())
    return None


def _country_within(document: Document, span: tuple[int, int], lexicon: Lexicon) -> str | None:
    """Return the country of which a stretch of the text speaks first; no second of a pair (`Franco-Russian`).

    What somebody is an expert on is not their own (`a Russia expert`).
    """
    names, (first, last) = document.names, span
    for index in range(bisect_left(names, first, key=lambda name: name.start), len(names)):
        if names[index].start >= last:
            break
        paired = document.text[names[index].start - 1 : names[index].start] == "-"
        if _ELSEWHERE.search(document.text, max(0, names[index].start - _LONGEST_ELSEWHERE), names[index].start):
            continue  # `its ambassador to Kuwait`, `the Institute of Russian Studies`
        if names[index].country is not None and names[index].kind != "person" and not paired:
            if _is_field(document.text, names[index], lexicon):
                continue
            return names[index].country
    return None


def _country_of_superior(document: Document, place: Span) -> str | None:
    """Return the country of whoever a role serves that begins with their name (`Putin's spokesman`)."""
    names = document.names
    first = bisect_left(names, place.start, key=lambda name: name.end)
    if first == len(names) or names[first].start > place.start or names[first].kind != "person":
        return None
    return names[first].country if document.text.startswith(("'", "’"), names[first].end) else None


def _is_field(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Return whether a country is what somebody knows (`a Russia expert`), not where they are from (`a US expert`)."""
    following = _WORD.match(text, name.end + 1, name.end + _REACH)
    return _STUDIED.match(text, name.end, name.end + _REACH) is not None or (
        name.kind == "country"
        and not text[name.start : name.end].isupper()
        and following is not None
        and following[0].lower() in lexicon.specialists
    )


def _country_without_role(document: Document, start: int, end: int, lexicon: Lexicon) -> str | None:
    """Return the country that a demonym before a name (`the Dutch guard Jan Jansen`) or a clause after it tells."""
    words = list(_SOLID.finditer(document.text, _clause_start(document.text, start), start))[-_WORDS_WITH_DEMONYM:]
    for word in words[_after_last_breaker(words, lexicon) :]:
        if word[0].lower() in lexicon.demonyms:
            return lexicon.demonyms[word[0].lower()]
        if word[0].endswith(_POSSESSIVE) and (country := _country_within(document, word.span(), lexicon)) is not None:
            return country  # `Finland's Jan Jansen`
    relative = _SERVING.match(document.text, end)
    return _country_within(document, relative.span(1), lexicon) if relative is not None else None


def _after_last_breaker(words: Sequence[re.Match[str]], lexicon: Lexicon) -> int:
    """Return which of some words is the first after a preposition (`the Russian President after Fox's Bill Lee`)."""
    breaking = lexicon.prepositions - {"like"}  # `Syrians like Abu Ali`
    return next((index for index in range(len(words), 0, -1) if words[index - 1][0].lower() in breaking), 0)


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.finite or word in lexicon.saying or (word.endswith("ed") and word not in _NO_VERBS)


def _head(words: Sequence[str]) -> str | None:
    """Return the head of a description: the last word before `of`, `for` and the like."""
    stop = next((index for index, word in enumerate(words) if word in _AFTER_HEAD), len(words))
    return words[stop - 1] if stop else None


def _heads(words: Sequence[str]) -> Iterator[str]:
    """Yield the head of a description, and the noun that it qualifies (`Director General`)."""
    head = _head(words)
    if head is not None:
        yield head
        before = words[words.index(head) - 1] if head == _GENERAL else head
        if before in _OF_GENERALS:
            yield before


def known_descriptions(vocabulary: Vocabulary, slug: str, day: date | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the heads and all the words of the phrases for the offices of a person.

    These are the offices held on a day, or all of them where the day is not known or nothing was held then: copy calls
    people by what they are, and not by what they have been.
    """
    offices = vocabulary.people[slug].offices
    held = tuple(t for t in offices if day and t.since <= day and (t.until is None or day <= t.until))
    return _descriptions_of(vocabulary, held or offices)


@lru_cache(maxsize=4096)
def _descriptions_of(vocabulary: Vocabulary, offices: tuple[Tenure, ...]) -> tuple[frozenset[str], frozenset[str]]:
    phrases = [
        _WORD.findall(phrase.lower())
        for tenure in offices
        for phrase in (tenure.title, *vocabulary.offices[tenure.office].phrases)
    ]
    heads = (head for words in phrases for head in _heads(words))
    return frozenset(heads), frozenset(word for words in phrases for word in words)
