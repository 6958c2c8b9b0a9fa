"""The words of all topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from functools import lru_cache

from app.extraction.model import Match
from app.extraction.names.folding import fold_phrase
from app.extraction.vocabulary import Vocabulary

STRONG_WEIGHT = 1.0
PLAIN_WEIGHT = 0.4
WEAK_WEIGHT = 0.15


Weights = tuple[tuple[str, float], ...]
"""The topics that a word speaks for, and its weight for each."""
Word = tuple[int, int, Weights, str]
"""A stretch of text that speaks for topics: its start and end, for which, and the rule that read it."""


class Terms:
    """All words of all topics, folded, and what each of them speaks for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        found: dict[str, dict[str, float]] = defaultdict(dict)
        tied: dict[str, set[str]] = defaultdict(set)
        found.update({phrase.casefold(): {} for phrase in vocabulary.words.unrelated})
        for topic in vocabulary.topics.values():
            for weight, phrases in (
                (STRONG_WEIGHT, topic.strong),
                (PLAIN_WEIGHT, topic.plain),
                (WEAK_WEIGHT, topic.weak),
            ):
                for phrase in phrases:
                    found[phrase].setdefault(topic.slug, weight)
            for phrase in topic.only_there:
                tied[phrase].add(topic.slug)
        terms: dict[str, tuple[Weights, str | None, frozenset[str]]] = {}
        for phrase, weights in found.items():
            exact = None if phrase.islower() else phrase
            terms.setdefault(fold_phrase(phrase), (tuple(weights.items()), exact, frozenset(tied.get(phrase, ()))))
        self._terms = list(terms.values())
        tying = (topic for topic in vocabulary.topics.values() if topic.only_there)
        self._states = {topic.slug: frozenset(topic.countries) for topic in tying}
        self.phrases = tuple(terms)

    def read(self, text: str, found: Sequence[Match], countries: Set[str]) -> list[Word]:
        """Return the terms that were found in a text and speak for a topic there, in its order.

        Words that are tied to a topic's states do not speak for it where ``countries`` has none of these, or none at
        all where the topic has no states of its own.
        """
        away = {
            slug for slug, states in self._states.items() if (states.isdisjoint(countries) if states else not countries)
        }
        terms = self._terms
        words: list[Word] = []
        for index, start, end in found:
            weights, exact, tied = terms[index]
            if tied and not tied.isdisjoint(away):
                weights = tuple([(slug, weight) for slug, weight in weights if slug not in tied or slug not in away])
            if weights and (exact is None or exact == text[start:end]):
                words.append((start, end, weights, "topic-word"))
        return words


@lru_cache(maxsize=4)
def terms_of(vocabulary: Vocabulary) -> Terms:
    """Return the compiled terms of a vocabulary."""
    return Terms(vocabulary)
