"""Of which subjects of the taxonomy an article speaks.

Each sentence speaks for a topic as loudly as its weightiest word for it, times the weight of the sentence's place; a
topic is what fills some share of what the article could say by speaking of it in every sentence. Beside a louder topic
one must fill more than alone, and twice as much where no word settles it: most reports touch in passing on more than
they are about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from app.extraction.document import Document
from app.extraction.model import Evidence, TopicTag
from app.extraction.topics.signs import PLACE_WEIGHT, Sign, find_signs
from app.extraction.topics.terms import STRONG_WEIGHT, Word
from app.extraction.vocabulary import Vocabulary

__all__ = ["tag_topics"]

_LEAST_WEIGHT = 0.8
_LEAST_SHARE = 0.06
_LEAST_SHARE_BESIDE = 0.12
"""For a topic beside a louder one."""
_LEAST_SHARE_SETTLED = 0.075
"""For a topic beside a louder one that a word settles outside the background."""
_LEAST_WITHOUT_STRONG = 1.25
"""So much must add up where no strong word stands outside the background.

Nothing does for dealings with others where no other country is named: the president meets his ministers as well.
"""
_BETWEEN_TWO = 2.0
"""So many times its weight counts of a topic between Russia and one other state where just one is its partner."""
_MOST_TOPICS = 4
_EVIDENCE = 8
_HALF_SCORE = 4.0
"""The weight that makes a score of one half."""
_WEIGHT = _START = itemgetter(0)


def tag_topics(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the topics of the article, best first, and where the words of all topics stand."""
    found = find_signs(document, vocabulary)
    titled = _signs_of_headline(document, vocabulary)
    told = {slug: [*titled.get(slug, ()), *found.get(slug, ())] for slug in (*titled, *found)} if titled else found
    weights = {slug: sum(map(_WEIGHT, signs)) for slug, signs in told.items()}
    topics = _topics(told, weights, document, vocabulary)[:_MOST_TOPICS]
    document.topics = tuple([_tag(slug, weights[slug], told[slug], document.text) for slug in topics])
    words = [(word[0], slug, weight) for slug, signs in found.items() for _, weight, word, _ in signs]
    document.topic_words = sorted(words, key=_START)
    return document


def _signs_of_headline(document: Document, vocabulary: Vocabulary) -> dict[str, list[Sign]]:
    """Return the signs of a title that was supplied beside the text, which have no place in it."""
    headline = document.headline
    if headline is None:
        return {}
    headline.countries = tuple([tag._replace(evidence=()) for tag in document.countries])  # that stands in the text
    titled = find_signs(headline, vocabulary)
    return {
        slug: [(*sign[:3], _evidence(sign[2], headline.text)._replace(start=0, end=0)) for sign in signs]
        for slug, signs in titled.items()
    }


def _topics(
    found: Mapping[str, Sequence[Sign]], weights: Mapping[str, float], document: Document, vocabulary: Vocabulary
) -> list[str]:
    """Return the topics of the article, the loudest first."""
    whole = sum([PLACE_WEIGHT[sentence.place] for sentence in document.passages])
    one_partner = [tag.role for tag in document.countries].count("partner") == 1
    topics: list[str] = []
    for slug in sorted(found, key=weights.__getitem__, reverse=True):
        topic = vocabulary.topics[slug]
        between_two = one_partner and "states-together" in topic.dealings
        weight = weights[slug] * (_BETWEEN_TWO if between_two else 1.0)
        if weight < _LEAST_WEIGHT or (topics and weights[slug] < topic.least_beside):
            continue
        is_home_affair = topic.takes_russia and not document.countries
        enough = weight >= _LEAST_WITHOUT_STRONG and not is_home_affair
        settled = max(found[slug], key=_WEIGHT)[0] >= STRONG_WEIGHT  # outside the background, as a word alone
        if weight >= _least_share(topics, settled) * whole and (enough or settled):
            topics.append(slug)
    return topics


def _least_share(louder: Sequence[str], settled: bool) -> float:
    if not louder:
        return _LEAST_SHARE
    return _LEAST_SHARE_SETTLED if settled else _LEAST_SHARE_BESIDE


def _tag(slug: str, weight: float, signs: Sequence[Sign], text: str) -> TopicTag:
    heaviest = sorted(signs, key=_WEIGHT, reverse=True)[:_EVIDENCE]
    evidence = tuple([shown or _evidence(word, text) for _, _, word, shown in heaviest])
    return TopicTag(slug, round(weight / (weight + _HALF_SCORE), 3), evidence)


def _evidence(word: Word, text: str) -> Evidence:
    """Return the words that stand there and the rule that read them."""
    start, end, _, rule = word
    return Evidence(rule, text[start:end], start, end)
