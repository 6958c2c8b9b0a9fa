"""Of which topics a quote speaks: those of its own words, else of its sentence or paragraph, else the article's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter

from app.extraction.document import Document
from app.extraction.model import Quote, TopicTag
from app.extraction.topics.signs import Sign
from app.extraction.vicinity import Vicinity

_START = attrgetter("start")
_MOST_TOPICS = 3
_LEAST_WEIGHT = 0.7
"""One strong word, or several plain ones, whatever the sentence's place."""


def topics_of_quotes(
    document: Document, found: Mapping[str, Sequence[Sign]], topics: Sequence[TopicTag]
) -> tuple[Quote, ...]:
    """Return the quotes with their topics, the weightiest first; ``topics`` are those of the article."""
    signs = sorted(chain.from_iterable(found.values()), key=_START)
    vicinity = Vicinity(signs, list(map(_START, signs)), document)
    first = tuple([tag.slug for tag in topics[:1]])
    return tuple([quote._replace(topics=_topics_of(quote, vicinity) or first) for quote in document.quotes])


def _topics_of(quote: Quote, vicinity: Vicinity[Sign]) -> tuple[str, ...]:
    return _topics(vicinity.within(quote)) or _topics(vicinity.around(quote)) or _topics(vicinity.beside(quote))


def _topics(signs: Sequence[Sign]) -> tuple[str, ...]:
    if not signs:
        return ()
    weights: dict[str, float] = defaultdict(float)
    for sign in signs:
        weights[sign.slug] += sign.word_weight
    heard = [slug for slug, weight in weights.items() if weight >= _LEAST_WEIGHT]
    return tuple(sorted(heard, key=weights.__getitem__, reverse=True)[:_MOST_TOPICS])
