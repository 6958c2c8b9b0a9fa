"""What in an article speaks for which topic, and how loudly."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple

from app.extraction.countries.roles import HOME
from app.extraction.document import Document
from app.extraction.model import Name, Passage, Place
from app.extraction.topics.terms import STRONG_WEIGHT, Term, terms_of
from app.extraction.vocabulary import Vocabulary

PLACE_WEIGHT: dict[Place, float] = {"title": 2.0, "lead": 1.5, "heading": 1.0, "body": 1.0, "background": 0.6}
_START = attrgetter("start")
_WEIGHT = itemgetter(0)
_COUNTRY_WEIGHT = 0.45
"""What naming a country says for a topic about it, if the article were about nothing else: its score is the share."""
_DEALINGS_WEIGHT = 0.25
"""What Russia and a partner named in one breath say for a topic between them."""
_COMPANY_SHARE = 0.15
"""The share in which further words of a topic in one sentence add to the weightiest."""
_WITHOUT_RUSSIA = 0.3
"""The share that is left of a topic between Russia and others in a sentence in which Russia has no part."""
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


class Sign(NamedTuple):
    """A stretch of the text that speaks for a topic; ``weight`` is ``word_weight`` weighed by its place."""

    slug: str
    rule: str
    written: str
    weight: float
    word_weight: float
    start: int
    end: int

    @property
    def settles(self) -> bool:
        """Whether the word alone speaks for the topic, and not merely in the background."""
        return self.weight >= STRONG_WEIGHT


def find_signs(document: Document, vocabulary: Vocabulary) -> dict[str, list[Sign]]:
    """Return the signs of each topic, sentence by sentence, the weightiest of each first."""
    text, names = document.text, document.names
    name_starts = [name.start for name in names]
    between_us, spokespeople = _between_russia_and_others(vocabulary), _spokespeople(vocabulary)
    found: dict[str, list[Sign]] = defaultdict(list)
    for sentence, words in _by_sentence(document, vocabulary):
        heard: dict[str, list[tuple[float, Term]]] = defaultdict(list)
        for word in words:
            for slug, weight in word.weights:
                heard[slug].append((weight, word))
        quiet = False
        if not between_us.isdisjoint(heard):
            named = names[bisect_left(name_starts, sentence.start) : bisect_left(name_starts, sentence.end)]
            quiet = not _russia_takes_part(text, sentence, named, spokespeople)
        loudness = PLACE_WEIGHT[sentence.place]
        for slug, heard_words in heard.items():
            heard_words.sort(key=_WEIGHT, reverse=True)
            share = loudness * _WITHOUT_RUSSIA if quiet and slug in between_us else loudness
            for weight, word in heard_words:
                written = text[word.start : word.end]
                found[slug].append(Sign(slug, word.rule, written, weight * share, weight, word.start, word.end))
                share *= _COMPANY_SHARE if word is heard_words[0][1] else 1.0
    for slug in _to_come(vocabulary, document.published.date):
        found.pop(slug, None)
    return found


def _by_sentence(document: Document, vocabulary: Vocabulary) -> Iterator[tuple[Passage, list[Term]]]:
    """Yield the sentences that hold words of a topic, with these."""
    sentences = document.passages
    starts = [sentence.start for sentence in sentences]
    within: dict[int, list[Term]] = defaultdict(list)
    for word in sorted(_words(document, vocabulary), key=_START):
        index = bisect_right(starts, word.start) - 1
        if index >= 0 and word.start < sentences[index].end:
            within[index].append(word)
    return ((sentences[index], words) for index, words in within.items())


def _words(document: Document, vocabulary: Vocabulary) -> Iterator[Term]:
    yield from terms_of(vocabulary).find(document.text)
    topics = _topics_by(vocabulary, "countries")
    weights = {
        tag.code: tuple((slug, _COUNTRY_WEIGHT * tag.score) for slug in topics[tag.code])
        for tag in document.countries
        if tag.code in topics
    }
    for name in document.names:
        if name.country in weights:
            yield Term("topic-country", weights[name.country], name.start, name.end)
    topics = _topics_by(vocabulary, "dealings")
    for evidence in (evidence for tag in document.countries if tag.role == "partner" for evidence in tag.evidence):
        if evidence.rule in topics and evidence.start < evidence.end:
            dealings = tuple((slug, _DEALINGS_WEIGHT) for slug in topics[evidence.rule])
            yield Term(evidence.rule, dealings, evidence.start, evidence.end)


def _russia_takes_part(text: str, sentence: Passage, names: Sequence[Name], spokespeople: frozenset[str]) -> bool:
    """Return whether Russia is a party to what a sentence tells, and not only the one who comments on it."""
    for name in names:
        if name.country == HOME and name.kind != "body" and name.keys[0] not in spokespeople:
            return True
    return _WE.search(text, sentence.start, sentence.end) is not None


def _to_come(vocabulary: Vocabulary, day: date | None) -> Iterator[str]:
    """Yield the topics that had not come up on a day; all may have, where the day is unknown."""
    return (topic.slug for topic in vocabulary.topics.values() if day and topic.since and day < topic.since)


@lru_cache(maxsize=4)
def _between_russia_and_others(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(topic.slug for topic in vocabulary.topics.values() if topic.takes_russia)


@lru_cache(maxsize=4)
def _topics_by(vocabulary: Vocabulary, field: Literal["countries", "dealings"]) -> dict[str, list[str]]:
    """Return the slugs of topics by the values of one of their fields."""
    topics: dict[str, list[str]] = defaultdict(list)
    for topic in vocabulary.topics.values():
        for value in topic.countries if field == "countries" else topic.dealings:
            topics[value].append(topic.slug)
    return topics


@lru_cache(maxsize=4)
def _spokespeople(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the slugs of spokespeople, and the keys of their offices."""
    offices = {key for key, office in vocabulary.offices.items() if office.relays}
    holders = {
        slug for slug, person in vocabulary.people.items() if any(tenure.office in offices for tenure in person.offices)
    }
    return frozenset(offices | holders)
