"""The words of all topics, compiled into one automaton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from app.extraction.names.folding import fold, fold_phrase
from app.extraction.vocabulary import Vocabulary

STRONG_WEIGHT = 1.0
PLAIN_WEIGHT = 0.4
WEAK_WEIGHT = 0.15


class Term(NamedTuple):
    """A stretch of text that speaks for topics, its weight for each, and the rule that read it; offsets as ``Span``."""

    rule: str
    weights: tuple[tuple[str, float], ...]
    start: int
    end: int


class Terms:
    """All words of all topics and the automaton that finds them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        found: dict[str, dict[str, float]] = defaultdict(dict)
        found.update({phrase.casefold(): {} for phrase in vocabulary.words.unrelated})
        for topic in vocabulary.topics.values():
            for weight, phrases in (
                (STRONG_WEIGHT, topic.strong),
                (PLAIN_WEIGHT, topic.plain),
                (WEAK_WEIGHT, topic.weak),
            ):
                for phrase in phrases:
                    found[phrase].setdefault(topic.slug, weight)
        self._weights = [tuple(weights.items()) for weights in found.values()]
        self._exact = [None if phrase.islower() else phrase for phrase in found]
        # As in the lexicon of names: a blank before each makes a match begin where a word begins.
        self._automaton = AhoCorasick(
            [f" {fold_phrase(phrase)}" for phrase in found], matchkind=MatchKind.LeftmostLongest
        )

    def find(self, text: str) -> Iterator[Term]:
        """Return the longest terms in a text, whole words only, in text order and without overlap."""
        padded = f" {fold(text)} "
        for index, start, end in self._automaton.find_matches_as_indexes(padded):
            exact, weights = self._exact[index], self._weights[index]
            if weights and padded[end] == " " and (exact is None or exact == text[start : end - 1]):
                yield Term("topic-word", weights, start, end - 1)


@lru_cache(maxsize=4)
def terms_of(vocabulary: Vocabulary) -> Terms:
    """Return the compiled terms of a vocabulary."""
    return Terms(vocabulary)
