"""Of which topics a quote speaks: those of its own words, else of its sentence or paragraph, else the article's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from app.extraction.document import Document
from app.extraction.model import Quote, TopicTag
from app.extraction.topics.signs import Sign
from app.extraction.vicinity import Vicinity

_START = itemgetter(0)
_MOST_TOPICS = 3
_LEAST_WEIGHT = 0.7
"""One strong word, or several plain ones, whatever the sentence's place."""

_Word = tuple[int, str, float]
"""Where a word begins that speaks for a topic, the topic, and the word's weight."""


def topics_of_quotes(
    document: Document, found: Mapping[str, Sequence[Sign]], topics: Sequence[TopicTag]
) -> tuple[Quote, ...]:
    """Return the quotes with their topics, the weightiest first; ``topics`` are those of the article."""
    words = [(word[0], slug, weight) for slug, signs in found.items() for _, weight, word, _ in signs]
    words.sort(key=_START)
    vicinity = Vicinity(words, list(map(_START, words)), document)
    first = tuple([tag.slug for tag in topics[:1]])
    return tuple([quote._replace(topics=_topics_of(quote, vicinity) or first) for quote in document.quotes])


def _topics_of(quote: Quote, vicinity: Vicinity[_Word]) -> tuple[str, ...]:
    return _topics(vicinity.within(quote)) or _topics(vicinity.around(quote)) or _topics(vicinity.beside(quote))


def _topics(words: Sequence[_Word]) -> tuple[str, ...]:
    if not words:
        return ()
    weights: dict[str, float] = {}
    for _, slug, weight in words:
        weights[slug] = weights.get(slug, 0.0) + weight
    heard = [slug for slug, weight in weights.items() if weight >= _LEAST_WEIGHT]
    if len(heard) > 1:
        heard.sort(key=weights.__getitem__, reverse=True)
    return tuple(heard[:_MOST_TOPICS])
