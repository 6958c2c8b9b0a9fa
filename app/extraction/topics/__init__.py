"""Of which subjects of the taxonomy an article and each of its quotes speak.

Each sentence speaks for a topic as loudly as its weightiest word for it, times the weight of the sentence's place; a
topic is what the article speaks of with some share of the voice of its loudest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from app.extraction.document import Document
from app.extraction.headline import supplied_headline
from app.extraction.model import Evidence, TopicTag
from app.extraction.topics.quotes import topics_of_quotes
from app.extraction.topics.signs import PLACE_WEIGHT, Sign, find_signs
from app.extraction.vocabulary import Vocabulary

__all__ = ["tag_topics"]

_LEAST_WEIGHT = 0.8
_LEAST_SHARE_OF_ARTICLE = 0.06
"""A topic takes at least this share of what the article could say by speaking of it in every sentence,"""
_LEAST_SHARE_OF_LOUDEST = 0.05
"""and this share of what the article says of its first topic."""
_LEAST_WITHOUT_STRONG = 1.25
"""So much must add up where no strong word stands outside the background.

Nothing does for dealings with others where no other country is named: the president meets his ministers as well.
"""
_BETWEEN_TWO = 2.0
"""So many times its weight counts of a topic between Russia and one other state where just one is its partner."""
_MOST_TOPICS = 4
_LEAST_OF_LAST = 1.1
"""The last of so many must be more than one word in passing."""
_EVIDENCE = 8
_HALF_SCORE = 4.0
"""The weight that makes a score of one half."""
_WEIGHT = attrgetter("weight")


def tag_topics(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the topics of the article, best first, and those of each quote."""
    found = find_signs(document, vocabulary)
    told = _with_headline(document, found, vocabulary)
    weights = {slug: sum([sign.weight for sign in signs]) for slug, signs in told.items()}
    heard = sorted(_topics(told, weights, document, vocabulary), key=weights.__getitem__, reverse=True)
    beside = [slug for slug in heard[1:] if weights[slug] >= vocabulary.topics[slug].least_beside]
    topics = [*heard[:1], *beside][:_MOST_TOPICS]
    if len(topics) == _MOST_TOPICS and weights[topics[-1]] < _LEAST_OF_LAST:
        del topics[-1]
    tags = tuple(
        [
            TopicTag(slug, round(weights[slug] / (weights[slug] + _HALF_SCORE), 3), _evidence(told[slug]))
            for slug in topics
        ]
    )
    return document._replace(topics=tags, quotes=topics_of_quotes(document, found, tags))


def _with_headline(
    document: Document, found: Mapping[str, Sequence[Sign]], vocabulary: Vocabulary
) -> Mapping[str, Sequence[Sign]]:
    """Return the signs of the text after those of a title that was supplied beside it, which have no place in it."""
    headline = supplied_headline(document, vocabulary)
    if headline is None:
        return found
    countries = tuple([tag._replace(evidence=()) for tag in document.countries])  # which has its place in the text
    titled = find_signs(headline._replace(countries=countries), vocabulary)
    return {
        slug: [*(_without_place(sign) for sign in titled.get(slug, ())), *found.get(slug, ())]
        for slug in (*titled, *(slug for slug in found if slug not in titled))
    }


def _without_place(sign: Sign) -> Sign:
    return sign._replace(evidence=sign.evidence._replace(start=0, end=0))


def _topics(
    found: Mapping[str, Sequence[Sign]], weights: Mapping[str, float], document: Document, vocabulary: Vocabulary
) -> list[str]:
    least = max(
        _LEAST_WEIGHT,
        _LEAST_SHARE_OF_ARTICLE * sum([PLACE_WEIGHT[sentence.place] for sentence in document.passages]),
        _LEAST_SHARE_OF_LOUDEST * max(weights.values(), default=0.0),
    )
    one_partner = [tag.role for tag in document.countries].count("partner") == 1
    topics = []
    for slug, signs in found.items():
        between_two = one_partner and "states-together" in vocabulary.topics[slug].dealings
        weight = weights[slug] * (_BETWEEN_TWO if between_two else 1.0)
        is_home_affair = vocabulary.topics[slug].takes_russia and not document.countries
        enough = weight >= _LEAST_WITHOUT_STRONG and not is_home_affair
        if weight >= least and (enough or any(sign.settles for sign in signs)):
            topics.append(slug)
    return topics


def _evidence(signs: Sequence[Sign]) -> tuple[Evidence, ...]:
    heaviest = sorted(signs, key=_WEIGHT, reverse=True)[:_EVIDENCE]
    return tuple([sign.evidence for sign in heaviest])
