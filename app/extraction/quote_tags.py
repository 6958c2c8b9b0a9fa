"""Of which countries and topics each quote speaks.

A quote is about what its own words name; where they name nothing (`"That is unacceptable," he said.`), it is about what
the sentence names in which it stands, and for a topic also the paragraph, or else the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TypeVar

from app.extraction.document import Document
from app.extraction.model import CountryWord, TopicWord
from app.extraction.vicinity import Stretch, Vicinity
from app.extraction.vocabulary import Vocabulary

_Word = TypeVar("_Word", CountryWord, TopicWord)
_START = itemgetter(0)
_MOST_TOPICS = 3
_LEAST_WEIGHT = 0.7
"""One strong word, or several plain ones, whatever the sentence's place."""


def tag_quotes(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Set the countries of each quote, the most often named first, and its topics, the weightiest first.

    ``document`` must have its quotes, its countries and its topics.
    """
    if not document.quotes:
        return document
    countries, topics = document.country_words, document.topic_words
    country_starts, topic_starts = list(map(_START, countries)), list(map(_START, topics))
    first = tuple([tag.slug for tag in document.topics[:1]])
    vicinity = Vicinity(document)
    quotes = []
    for quote in document.quotes:
        codes = _countries(_within(quote.spans, countries, country_starts))
        slugs = _topics(_within(quote.spans, topics, topic_starts))
        if not codes or not slugs:
            around = vicinity.sentences(quote)
            codes = codes or _countries(_within(around, countries, country_starts))
            slugs = slugs or _topics(_within(around, topics, topic_starts))
        slugs = slugs or _topics(_within(vicinity.paragraphs(quote), topics, topic_starts)) or first
        quotes.append(quote._replace(countries=codes, topics=slugs))
    document.quotes = tuple(quotes)
    return document


def _within(stretches: Iterable[Stretch], words: Sequence[_Word], starts: Sequence[int]) -> list[_Word]:
    """Return the words that begin within some stretches; ``starts`` says where each of them begins."""
    found: list[_Word] = []
    for start, end in stretches:
        first = bisect_left(starts, start)
        found += words[first : bisect_left(starts, end, first)]
    return found


def _countries(words: Sequence[CountryWord]) -> tuple[str, ...]:
    if not words:
        return ()
    codes = [code for _, code in words]
    return tuple(sorted(dict.fromkeys(codes), key=codes.count, reverse=True))


def _topics(words: Sequence[TopicWord]) -> tuple[str, ...]:
    if not words:
        return ()
    weights: dict[str, float] = {}
    for _, slug, weight in words:
        weights[slug] = weights.get(slug, 0.0) + weight
    heard = [slug for slug, weight in weights.items() if weight >= _LEAST_WEIGHT]
    if len(heard) > 1:
        heard.sort(key=weights.__getitem__, reverse=True)
    return tuple(heard[:_MOST_TOPICS])
