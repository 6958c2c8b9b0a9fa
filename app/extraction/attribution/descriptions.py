"""The roles that a text gives people beside their names (`Russian Ambassador to Vietnam Ivan Ivanov`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.extraction.attribution.cast import Character
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.title_words import MOST_WORDS, REACH, SOLID, WORD, clause_start, head_of
from app.extraction.attribution.titles import before_comma, place_of_title, role_phrase, title_after
from app.extraction.attribution.tokens import POSSESSIVE
from app.extraction.document import Document
from app.extraction.model import Name, Span
from app.extraction.vocabulary import Vocabulary, terms_of
from app.extraction.vocabulary.schema import Tenure

_GENERAL = "general"
_OF_GENERALS = frozenset({"director", "consul", "prosecutor", "inspector"})
"""Nouns that `general` follows as an adjective: a director general is a director."""
_NO_RANK = _OF_GENERALS | {"attorney", "secretary", "governor", "solicitor", "surgeon", "auditor"}
"""Nouns with which it makes an office: an attorney general has no rank."""
_RANK = re.compile(
    r"(?:^|,?\s)(?:(?:[Rr]etired|Army|Fleet|Major|Lieutenant|Colonel|Brigadier|Vice|Rear)[\s-]){0,2}"
    r"(?:General|Admiral|Marshal|Colonel)$"
)
"""A rank, or a rank at the end of an office."""
_RANK_NOUNS = ("General", "Admiral", "Marshal", "Colonel")
_RANKS_AFTER_OFFICE = frozenset(
    {
        *("admiral", "vice-admiral", "rear-admiral", "marshal", "colonel"),
        *("major-general", "lieutenant-general", "colonel-general", "brigadier-general"),
    }
)
"""Ranks that stand between an office and a name: `Defense Ministry spokesman Major-General Ivan Ivanov`."""
_AND = " and "
_FORMER = ("former", "ex-")
_ELSEWHERE = re.compile(
    r"\b(?:(?:ambassador|envoy|consul|attach[eé]|representative) to (?:the )?|"
    r"(?:expert|specialist|authority|analyst|scholar) on (?:the )?|(?:correspondent|reporter) in |"
    r"(?:author|writer) of (?:the )?|book on (?:the )?|"
    r"(?:institute|centre|center|school|faculty|chair) (?:of|for|on) (?:the )?)$",
    re.IGNORECASE,
)
"""What stands before a country to which somebody is sent, or which they study."""
_LONGEST_ELSEWHERE = 24
_ENDS_OF_ELSEWHERE = ("to ", "on ", "in ", "of ", "for ", "the ")
_STUDIED = re.compile(r"(?:,? (?!(?:of|for|on)\b)[\w-]{1,30}){0,6}? [Ss]tudies\b")
"""What stands after one that is studied (`Russian, Eastern European and Central Asian Studies`)."""
_IN_PLACE = re.compile(r"\s*In\s")
_SERVES = re.compile(
    r"\b(?:aide|advis[eo]r|assistant|spokes[a-z]{3,6}|secretary|associate|ally|close) (?:to|of|for) (?:the )?"
    r"(?:[\w-]{1,30} ){0,4}$",
    re.IGNORECASE,
)
"""What stands before whomever a role serves, whose country is its bearer's."""
_WORDS_WITH_DEMONYM = 4
"""Words before a name among which a demonym, or a country's possessive, tells its bearer's country."""
_SERVING = re.compile(
    r",\swho\s((?:(?:is|was)\s(?:an?|the|also)|(?:ha[sd]\s)?(?:(?:head|chair|represent|command|serv|work|govern|direct|rul)"
    r"[a-z]{1,3}|leads?|led|runs?|ran|overs(?:ees|aw)|coordinate[sd]))\s[^.,;:!?()\n“”\"«»—–]{1,80})"
)
"""A clause that tells for whom somebody acts (`, who heads the Indian team`)."""

_SPEAKS_IN = re.compile(
    r" (?:told|said|says|noted|added|stressed)(?: (?!in\b)[\w'’-]{1,20}){0,3} in ([A-Z][\w'’-]{1,30})"
)
"""Where somebody spoke (`told reporters in Berlin`)."""
_FROM = re.compile(
    r" (?:of|from) (?:the )?([A-Z][\w'’-]{0,40}(?:(?: (?:of|for|on|and|the)){0,2} [A-Z][\w'’-]{0,40}){0,7})"
)
"""Where somebody is from, right behind their name (`Ivan Ivanov of the Danish Road Fund`)."""


def describe(document: Document, start: int, end: int, character: Character, lexicon: Lexicon) -> None:
    """Note the role, country and gender that the text gives somebody beside their name ``[start, end)``."""
    text = document.text
    if character.title is not None or (character.seen and " " not in text[start:end]):
        return
    character.seen = True
    place = place_of_title(text, start, end, lexicon)
    if place is None:
        character.country = character.country or _country_without_role(document, start, end, lexicon)
        return
    if place.end <= start:
        place = _without_company(document, place)
    title = text[place.start : place.end]
    words = WORD.findall(title.lower())[:MOST_WORDS]
    character.title = _without_rank(" ".join(title.split()), lexicon)
    character.traits = character.traits.union(words)
    character.roles = character.roles.union(_heads(words))
    character.country = (
        character.country
        or _country_within(document, (place.start, place.end), lexicon)
        or next((lexicon.politics[word] for word in words if word in lexicon.politics), None)
        or _country_of_superior(document, place)
    )
    wider = before_comma(text, place.start)
    if wider is not None and _IN_PLACE.match(text, wider.start):  # `In Damascus, Minister Ivan Ivanov`
        character.country = character.country or _country_within(document, (wider.start, wider.end), lexicon)
    elif wider is not None:  # `Head of the Russian delegation, Deputy Minister Ivan Ivanov`
        _describe_further(document, role_phrase(text, wider.start, wider.end, lexicon), character, lexicon)
    if place.end <= start:  # `Lieutenant General Ivan Ivanov, commander of the Russian fleet`
        _describe_further(document, title_after(text, start, end, lexicon), character, lexicon)
    character.country = character.country or _country_without_role(document, start, end, lexicon)
    spoke = _SPEAKS_IN.match(text, end) if character.country is None else None
    if spoke is not None and not lexicon.state_organs.isdisjoint(words):  # the organs of a state mostly speak at home
        character.country = _country_within(document, spoke.span(1), lexicon)
    if not character.gender:
        character.gender = next((lexicon.gendered[word] for word in words if word in lexicon.gendered), None)


def _describe_further(document: Document, place: Span | None, character: Character, lexicon: Lexicon) -> None:
    """Note what a second role beside a name adds; it takes the place of one that is no more than a rank."""
    if place is None:
        return
    told = document.text[place.start : place.end]
    words = WORD.findall(told.lower())
    if character.title is not None and _RANK.match(character.title):
        character.title = " ".join(told.split())
    country = _country_within(document, (place.start, place.end), lexicon) or _country_of_superior(document, place)
    character.country = character.country or country
    character.traits = character.traits.union(words[:MOST_WORDS])
    character.roles = character.roles.union(_heads(words))


def _without_rank(title: str, lexicon: Lexicon) -> str:
    """Return a role without the rank that follows it (`Commander-in-Chief Admiral`)."""
    rank = _RANK.search(title) if title.endswith(_RANK_NOUNS) else None
    office = WORD.findall(title[: rank.start()].lower()) if rank is not None else []
    head = head_of(office)
    if rank is None or head is None or not lexicon.is_role(head):
        return title
    return title if office[-1] in _NO_RANK and rank[0] == " General" else title[: rank.start()]


def _without_company(document: Document, place: Span) -> Span:
    """Return a role without whoever is named before it and joined to its bearer (`Minister Ann Lee and senator`)."""
    if document.text.startswith(_AND.lstrip(), place.start):
        return Span(place.start + len(_AND.lstrip()), place.end)
    joined = document.text.rfind(_AND, place.start, place.end)
    last = bisect_left(document.names, joined, key=lambda name: name.end) if joined >= 0 else len(document.names)
    named = document.names[last] if last < len(document.names) else None
    if named is None or named.end != joined:
        return place
    is_country = named.kind == "country" and named.start == place.start  # `links between Russia and President Lee`
    return Span(joined + len(_AND), place.end) if named.kind == "person" or is_country else place


def _country_within(document: Document, span: tuple[int, int], lexicon: Lexicon) -> str | None:
    """Return the country of which a stretch of the text speaks first; no second of a pair (`Franco-Russian`).

    What somebody is an expert on is not their own (`a Russia expert`).
    """
    names, (first, last) = document.names, span
    for index in range(bisect_left(names, first, key=lambda name: name.start), len(names)):
        if names[index].start >= last:
            break
        paired = document.text[names[index].start - 1 : names[index].start] == "-"
        before = document.text[max(0, names[index].start - _LONGEST_ELSEWHERE) : names[index].start]
        if before.lower().endswith(_ENDS_OF_ELSEWHERE) and _ELSEWHERE.search(before):
            continue  # `its ambassador to Kuwait`, `the Institute of Russian Studies`
        if names[index].country is not None and names[index].kind != "person" and not paired:
            if _is_field(document.text, names[index], lexicon):
                continue
            return names[index].country
    return None


def _country_of_superior(document: Document, place: Span) -> str | None:
    """Return the country of whomever a role serves (`Putin's spokesman`, `an aide to President Donald Trump`)."""
    names, text = document.names, document.text
    for index in range(bisect_left(names, place.start, key=lambda name: name.end), len(names)):
        name = names[index]
        if name.start >= place.end:
            break
        if name.kind == "person":
            begins = name.start <= place.start and text.startswith(("'", "’"), name.end)
            if begins or _SERVES.search(text, max(place.start, name.start - REACH), name.start):
                return name.country
    return None


def _is_field(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Return whether a country is what somebody knows (`a Russia expert`), not where they are from (`a US expert`)."""
    following = WORD.match(text, name.end + 1, name.end + REACH)
    return _STUDIED.match(text, name.end, name.end + REACH) is not None or (
        name.kind == "country"
        and not text[name.start : name.end].isupper()
        and following is not None
        and following[0].lower() in lexicon.specialists
    )


def _country_without_role(document: Document, start: int, end: int, lexicon: Lexicon) -> str | None:
    """Return the country that a demonym before a name (`the Dutch guard Jan Jansen`) or what follows it tells."""
    words = list(SOLID.finditer(document.text, clause_start(document.text, start), start))[-_WORDS_WITH_DEMONYM:]
    for word in words[_after_last_breaker(words, lexicon) :]:
        if word[0].lower() in lexicon.demonyms:
            return lexicon.demonyms[word[0].lower()]
        if word[0].endswith(POSSESSIVE) and (country := _country_within(document, word.span(), lexicon)) is not None:
            return country  # `Finland's Jan Jansen`
    behind = _SERVING.match(document.text, end) or _FROM.match(document.text, end)
    return _country_within(document, behind.span(1), lexicon) if behind is not None else None


def _after_last_breaker(words: Sequence[re.Match[str]], lexicon: Lexicon) -> int:
    """Return which of some words is the first after a preposition (`the Russian President after Fox's Bill Lee`)."""
    breaking = lexicon.prepositions - {"like"}  # `Syrians like Abu Ali`
    return next((index for index in range(len(words), 0, -1) if words[index - 1][0].lower() in breaking), 0)


def _heads(words: Sequence[str]) -> Iterator[str]:
    """Yield the head of a description, and the noun that it qualifies (`Director General`) or that a rank follows."""
    head = head_of(words)
    if head is None:
        return
    yield head
    at = words.index(head)
    before = words[at - 1] if at else ""
    if head in _RANKS_AFTER_OFFICE or (head == _GENERAL and before in _OF_GENERALS):
        yield before


def known_descriptions(
    vocabulary: Vocabulary, slug: str, days: Sequence[date]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the heads and all the words of the phrases for the offices of a person.

    These are the offices held on one of the days that an article may be of, or all of them where nothing is known of
    the day or nothing was held then: copy calls people by what they are, and not by what they have been.
    """
    terms = terms_of(vocabulary, slug)
    if not days or len(terms) == 1:
        return _descriptions_of(vocabulary, slug, ())
    held = [number for number, (since, until, _) in enumerate(terms) if _includes_any(since, until, days)]
    return _descriptions_of(vocabulary, slug, tuple(held))


def _has_been(phrase: str, tenure: Tenure) -> bool:
    """Return whether `former prime minister` fits somebody who is now called `Former President`: by its noun."""
    return phrase.rpartition(" ")[2].removeprefix("ex-") in tenure.title.lower()


def _includes_any(since: date, until: date | None, days: Sequence[date]) -> bool:
    """Return whether one of some days, which are in order, lies in a term."""
    first = bisect_left(days, since)
    return first < len(days) and (until is None or days[first] <= until)


@lru_cache(maxsize=4096)
def _descriptions_of(
    vocabulary: Vocabulary, slug: str, numbers: tuple[int, ...]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the descriptions of some of a person's offices, of all of them where ``numbers`` names none."""
    offices = vocabulary.people[slug].offices
    heads, traits = set[str](), set[str]()
    for tenure in [offices[number] for number in numbers] or offices:
        office = _offices(vocabulary)[tenure.office]
        heads |= office.heads
        traits |= office.traits
        for phrase in (tenure.title, *office.former):
            if not phrase.startswith(_FORMER) or _has_been(phrase, tenure):
                words = WORD.findall(phrase.lower())
                heads.update(_heads(words))
                traits.update(words)
    return frozenset(heads), frozenset(traits)


class _Office(NamedTuple):
    """What its holders are called: the heads and all the words of the phrases for it, and those for who held it."""

    heads: frozenset[str]
    traits: frozenset[str]
    former: tuple[str, ...]


@lru_cache(maxsize=4)
def _offices(vocabulary: Vocabulary) -> Mapping[str, _Office]:
    """Return what the holders of each office are called."""
    found: dict[str, _Office] = {}
    for key, office in vocabulary.offices.items():
        phrases = [WORD.findall(phrase.lower()) for phrase in office.phrases if not phrase.startswith(_FORMER)]
        heads = frozenset(head for words in phrases for head in _heads(words))
        former = tuple(phrase for phrase in office.phrases if phrase.startswith(_FORMER))
        found[key] = _Office(heads, frozenset(word for words in phrases for word in words), former)
    return found
