"""Of which subjects of the taxonomy an article and each of its quotes speak.

Each sentence speaks for a topic as loudly as its weightiest word for it, times the weight of the sentence's place; a
topic is what the article speaks of with some share of the voice of its loudest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

from app.extraction.document import Document
from app.extraction.model import Evidence, TopicTag
from app.extraction.names.folding import fold
from app.extraction.passages import passages
from app.extraction.topics.terms import Term, terms_of
from app.extraction.vocabulary import Vocabulary

__all__ = ["tag_topics"]

_COUNTRY_WEIGHT = 0.5
"""What naming a country says for a topic about it."""
_COMPANY_SHARE = 0.25
"""The share in which further words of a topic in one sentence add to the weightiest."""
_LEAST_WEIGHT = 2.0
_LEAST_SHARE = 0.25
_MOST_TOPICS = 5
_EVIDENCE = 8
_HALF_SCORE = 4.0


@dataclass(frozen=True, slots=True)
class _Sign:
    weight: float
    start: int
    end: int


def tag_topics(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the topics of the article, best first, and those of each quote."""
    terms = list(terms_of(vocabulary).find(fold(document.text)))
    terms.extend(_terms_of_countries(document, vocabulary))
    terms.sort(key=lambda term: term.start)
    found = _weigh(document, terms)
    weights = {slug: sum(sign.weight for sign in signs) for slug, signs in found.items()}
    least = max(_LEAST_WEIGHT, _LEAST_SHARE * max(weights.values(), default=0.0))
    order = sorted((slug for slug in weights if weights[slug] >= least), key=lambda slug: -weights[slug])
    tags = tuple(
        TopicTag(
            slug, round(weights[slug] / (weights[slug] + _HALF_SCORE), 3), _evidence(document.text, slug, found[slug])
        )
        for slug in order[:_MOST_TOPICS]
    )
    return replace(document, topics=tags)


def _terms_of_countries(document: Document, vocabulary: Vocabulary) -> list[Term]:
    topics_of: dict[str, list[str]] = defaultdict(list)
    for topic in vocabulary.topics.values():
        for code in topic.countries:
            topics_of[code].append(topic.slug)
    return [
        Term(tuple((slug, _COUNTRY_WEIGHT) for slug in topics_of[name.country]), name.start, name.end)
        for name in document.names
        if name.country in topics_of
    ]


def _weigh(document: Document, terms: list[Term]) -> dict[str, list[_Sign]]:
    found: dict[str, list[_Sign]] = defaultdict(list)
    starts = [term.start for term in terms]
    for passage in passages(document):
        heard: dict[str, list[_Sign]] = defaultdict(list)
        for term in terms[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]:
            for slug, weight in term.weights:
                heard[slug].append(_Sign(weight, term.start, term.end))
        for slug, signs in heard.items():
            loudest, *others = sorted(signs, key=lambda sign: -sign.weight)
            found[slug].append(replace(loudest, weight=loudest.weight * passage.weight))
            found[slug].extend(replace(s, weight=s.weight * passage.weight * _COMPANY_SHARE) for s in others)
    return found


def _evidence(text: str, slug: str, signs: list[_Sign]) -> tuple[Evidence, ...]:
    heaviest = sorted(signs, key=lambda sign: -sign.weight)[:_EVIDENCE]
    return tuple(Evidence("topic-word", text[s.start : s.end], s.start, s.end) for s in heaviest)
