"""What stands within a quote, and what in the sentences around it.

A quote is about what its own words name; where they name nothing (`"That is unacceptable," he said.`), it is about what
the sentence names in which it stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from app.extraction.model import Passage, Quote, Span


class Placed(Protocol):
    """Anything that stands in the text at ``start``."""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""


Item = TypeVar("Item", bound=Placed)


class Vicinity(Generic[Item]):
    """Items of one article by where they stand."""

    def __init__(self, items: Sequence[Item], sentences: Sequence[Passage]) -> None:
        self._items = sorted(items, key=lambda item: item.start)
        self._starts = [item.start for item in self._items]
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]

    def within(self, quote: Quote) -> list[Item]:
        """Return the items in the words of a quote."""
        return [item for span in quote.spans for item in self._between(span.start, span.end)]

    def around(self, quote: Quote) -> list[Item]:
        """Return the items in the sentences of which a quote is a part, its own words included."""
        return [item for span in quote.spans for item in self._between(*self._sentence_of(span))]

    def _between(self, start: int, end: int) -> Sequence[Item]:
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _sentence_of(self, span: Span) -> tuple[int, int]:
        """Return the sentence in which a span ends: the words that attribute it stand there."""
        index = bisect_right(self._sentence_starts, max(span.start, span.end - 1)) - 1
        if index < 0:
            return span.start, span.end
        return self._sentences[index].start, max(span.end, self._sentences[index].end)
