"""Of which topics a quote speaks: its own words first, else the sentence around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.extraction.document import Document
from app.extraction.model import Quote
from app.extraction.topics.signs import Sign
from app.extraction.vicinity import Vicinity

_MOST_TOPICS = 3
_LEAST_WEIGHT = 0.7
"""One strong word, or several plain ones, whatever the sentence's place."""


@dataclass(frozen=True, slots=True)
class _Heard:
    slug: str
    weight: float
    start: int


def topics_of_quotes(document: Document, found: Mapping[str, Sequence[Sign]]) -> tuple[Quote, ...]:
    """Return the quotes with their topics, the weightiest first."""
    signs = [_Heard(slug, sign.word_weight, sign.start) for slug, listed in found.items() for sign in listed]
    vicinity = Vicinity(signs, document.passages)
    return tuple(
        replace(quote, topics=_topics(vicinity.within(quote)) or _topics(vicinity.around(quote)))
        for quote in document.quotes
    )


def _topics(signs: Sequence[_Heard]) -> tuple[str, ...]:
    weights: dict[str, float] = defaultdict(float)
    for sign in signs:
        weights[sign.slug] += sign.weight
    heard = [slug for slug, weight in weights.items() if weight >= _LEAST_WEIGHT]
    return tuple(sorted(heard, key=lambda slug: -weights[slug])[:_MOST_TOPICS])
