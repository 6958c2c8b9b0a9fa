"""The words of all topics, compiled into one automaton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import lru_cache

from app.extraction.model import Evidence
from app.extraction.names.folding import fold, fold_phrase
from app.extraction.names.whole_words import WholeWords
from app.extraction.vocabulary import Vocabulary

STRONG_WEIGHT = 1.0
PLAIN_WEIGHT = 0.4
WEAK_WEIGHT = 0.15


Weights = tuple[tuple[str, float], ...]
"""The topics that a word speaks for, and its weight for each."""
Word = tuple[int, Weights, Evidence]
"""A stretch of text that speaks for topics: where it starts, for which, and the rule that read it."""


class Terms:
    """All words of all topics and the automaton that finds them."""

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
        self._phrases = WholeWords(terms)

    def find(self, text: str, countries: Set[str]) -> list[Word]:
        """Return the longest terms in a text, whole words only, in text order and without overlap.

        Words that are tied to a topic's states do not speak for it where ``countries`` has none of these.
        """
        away = {slug for slug, states in self._states.items() if states.isdisjoint(countries)}
        terms = self._terms
        words: list[Word] = []
        for index, start, end in self._phrases.find(fold(text)):
            weights, exact, tied = terms[index]
            if tied and not tied.isdisjoint(away):
                weights = tuple([(slug, weight) for slug, weight in weights if slug not in tied or slug not in away])
            if weights:
                written = text[start:end]
                if exact is None or exact == written:
                    words.append((start, weights, Evidence("topic-word", written, start, end)))
        return words


@lru_cache(maxsize=4)
def terms_of(vocabulary: Vocabulary) -> Terms:
    """Return the compiled terms of a vocabulary."""
    return Terms(vocabulary)
