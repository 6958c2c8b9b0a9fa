"""What in an article speaks for which topic, and how loudly."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Literal

from app.extraction.countries.roles import HOME
from app.extraction.document import Document
from app.extraction.model import Evidence, Passage, Place
from app.extraction.topics.terms import Word, terms_of
from app.extraction.vocabulary import Vocabulary

PLACE_WEIGHT: dict[Place, float] = {"title": 2.0, "lead": 1.5, "heading": 1.0, "body": 1.0, "background": 0.6}
_START = itemgetter(0)
_WEIGHT = itemgetter(0)
_COUNTRY_WEIGHT = 0.45
"""What naming a country says for a topic about it, if the article were about nothing else: its score is the share.

It says nothing where nobody deals with Russia: life in China is no matter of the Asia-Pacific region.
"""
_DEALINGS_WEIGHT = 0.25
"""What Russia and a partner named in one breath say for a topic between them."""
_LEADERS_WEIGHT = 0.65
"""What a sentence of title or lead says for talks by naming people of both Russia and a partner."""
_COMPANY_SHARE = 0.15
"""The share in which further words of a topic in one sentence add to the weightiest."""
_WITHOUT_RUSSIA = 0.3
"""The share that is left of a topic between Russia and others in a sentence in which Russia has no part."""


Sign = tuple[float, float, Word, Evidence | None]
"""What a word says for a topic: its weight where it stands, its own weight, and the word.

What it is evidence of comes last where it stands in no text of the article; else it is made for the few that are shown.
"""


def find_signs(document: Document, vocabulary: Vocabulary) -> dict[str, list[Sign]]:
    """Return the signs of each topic, sentence by sentence, the weightiest of each first."""
    between_us, spokespeople = _between_russia_and_others(vocabulary), _spokespeople(vocabulary)
    found: dict[str, list[Sign]] = {}
    for sentence, words in _by_sentence(document, vocabulary, spokespeople):
        heard = _by_topic(words)
        quiet = not between_us.isdisjoint(heard) and not _russia_takes_part(sentence, spokespeople)
        loudness = PLACE_WEIGHT[sentence.place]
        for slug, weighty in heard.items():
            if len(weighty) > 1:
                weighty.sort(key=_WEIGHT, reverse=True)
            share = loudness * _WITHOUT_RUSSIA if quiet and slug in between_us else loudness
            share_of_company = share * _COMPANY_SHARE
            signs = found.setdefault(slug, [])
            for weight, word in weighty:
                signs.append((weight * share, weight, word, None))
                share = share_of_company
    for slug in _to_come(vocabulary, document.published.date):
        found.pop(slug, None)
    return found


def _by_topic(words: Sequence[Word]) -> dict[str, list[tuple[float, Word]]]:
    """Return the words of a sentence by the topics for which they speak, with their weights."""
    heard: dict[str, list[tuple[float, Word]]] = {}
    for word in words:
        for slug, weight in word[2]:
            if slug in heard:
                heard[slug].append((weight, word))
            else:
                heard[slug] = [(weight, word)]
    return heard


def _by_sentence(
    document: Document, vocabulary: Vocabulary, spokespeople: frozenset[str]
) -> Iterator[tuple[Passage, list[Word]]]:
    """Yield the sentences that hold words of a topic, with these."""
    words = sorted([*_words(document, vocabulary), *_leaders(document, vocabulary, spokespeople)], key=_START)
    starts = [start for start, _, _, _ in words]
    past = 0
    for sentence in document.passages:
        first = bisect_left(starts, sentence.start, past)
        past = bisect_left(starts, sentence.end, first)
        if first < past:
            yield sentence, words[first:past]


def _words(document: Document, vocabulary: Vocabulary) -> list[Word]:
    """Return the terms of topics in the text, the names of countries that stand for topics, and the dealings."""
    words = terms_of(vocabulary).read(document.text, document.phrases.topics, {tag.code for tag in document.countries})
    topics = _topics_by(vocabulary, "countries")
    has_partner = any(tag.role == "partner" for tag in document.countries)
    weights = {
        tag.code: tuple([(slug, _COUNTRY_WEIGHT * tag.score) for slug in topics[tag.code]])
        for tag in document.countries
        if has_partner and tag.code in topics
    }
    for name in document.names if weights else ():
        if name.country in weights:
            words.append((name.start, name.end, weights[name.country], "topic-country"))
    dealings = {
        rule: tuple([(slug, _DEALINGS_WEIGHT) for slug in slugs])
        for rule, slugs in _topics_by(vocabulary, "dealings").items()
    }
    for tag in document.countries:
        for evidence in tag.evidence if tag.role == "partner" else ():
            if evidence.rule in dealings and evidence.start < evidence.end:
                words.append((evidence.start, evidence.end, dealings[evidence.rule], evidence.rule))
    return words


def _leaders(document: Document, vocabulary: Vocabulary, spokespeople: frozenset[str]) -> Iterator[Word]:
    """Yield the first person of a partner in each sentence of title and lead that names one of Russia as well."""
    partners = {tag.code for tag in document.countries if tag.role == "partner"}
    topics, remarks = _topics_by(vocabulary, "dealings"), vocabulary.relations.remarks
    together, apart = (
        tuple([(slug, _LEADERS_WEIGHT) for slug in topics[rule]]) for rule in ("leaders-together", "states-together")
    )
    for sentence in document.passages if partners else ():
        if sentence.place not in ("title", "lead"):
            continue
        people = [name for name in sentence.names if name.kind == "person"]
        if any(name.country == HOME and name.keys[0] not in spokespeople for name in people):
            words = document.text[sentence.start : sentence.end].lower().split()
            weights = together if remarks.isdisjoint(words) else apart  # who is remarked on is not talked with
            for name in [name for name in people if name.country in partners][:1]:
                yield name.start, name.end, weights, "leaders"


def _russia_takes_part(sentence: Passage, spokespeople: frozenset[str]) -> bool:
    """Return whether Russia is a party to what a sentence tells, and not only the one who comments on it."""
    for name in sentence.names:
        if name.country == HOME and name.kind != "body" and name.keys[0] not in spokespeople:
            return True
    return sentence.says_we


def _to_come(vocabulary: Vocabulary, day: date | None) -> Iterator[str]:
    """Yield the topics that had not come up on a day; all may have, where the day is unknown."""
    return (slug for slug, since in _late_topics(vocabulary) if day and day < since)


@lru_cache(maxsize=4)
def _late_topics(vocabulary: Vocabulary) -> tuple[tuple[str, date], ...]:
    """Return the topics that came up on a known day, each with it."""
    return tuple((topic.slug, topic.since) for topic in vocabulary.topics.values() if topic.since)


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
