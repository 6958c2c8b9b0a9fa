"""What stands within a quote, and what in the sentences around it.

A quote is about what its own words name; where they name nothing (`"That is unacceptable," he said.`), it is about what
the sentence names in which it stands, or else the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from app.extraction.document import Document
from app.extraction.model import Block, Passage, Quote


class Placed(Protocol):
    """Anything that stands in the text at ``start``."""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""


Item = TypeVar("Item", bound=Placed)
_START = attrgetter("start")
_REACH = 1_000
"""Code points on either side of a quote within which its sentence or paragraph is read, however long that is."""


class Vicinity(Generic[Item]):
    """Items of one article by where they stand."""

    def __init__(self, items: Iterable[Item], document: Document) -> None:
        self._items = sorted(items, key=_START)
        self._starts = [item.start for item in self._items]
        self._sentences, self._sentence_starts = document.passages, [sentence.start for sentence in document.passages]
        self._blocks, self._block_starts = document.blocks, [block.start for block in document.blocks]

    def within(self, quote: Quote) -> list[Item]:
        """Return the items in the words of a quote."""
        return [item for span in quote.spans for item in self._between(span.start, span.end)]

    def around(self, quote: Quote) -> list[Item]:
        """Return the items in the sentences in which its spans end, where the words stand that attribute it."""
        return self._in(self._sentences, self._sentence_starts, quote)

    def beside(self, quote: Quote) -> list[Item]:
        """Return the items in the paragraphs of a quote."""
        return self._in(self._blocks, self._block_starts, quote)

    def _between(self, start: int, end: int) -> Sequence[Item]:
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _in(self, stretches: Sequence[Passage | Block], starts: Sequence[int], quote: Quote) -> list[Item]:
        """Return the items in the stretches in which a quote's spans end, its own words included, each once."""
        found: list[Item] = []
        past = 0
        for span in quote.spans:
            index = max(0, bisect_right(starts, max(span.start, span.end - 1)) - 1)
            stretch = stretches[index] if index < len(stretches) else span
            end = max(span.end, min(stretch.end, span.end + _REACH))
            found += self._between(max(past, min(span.start, max(stretch.start, span.start - _REACH))), end)
            past = max(past, end)
        return found
