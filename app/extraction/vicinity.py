"""What stands within a quote, and what in the sentences around it.

A quote is about what its own words name; where they name nothing (`"That is unacceptable," he said.`), it is about what
the sentence names in which it stands, or else the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, TypeVar

from app.extraction.document import Document
from app.extraction.model import Block, Passage, Quote

Item = TypeVar("Item")
_REACH = 1_000
"""Code points on either side of a quote within which its sentence or paragraph is read, however long that is."""


class Vicinity(Generic[Item]):
    """Items of one article by where they stand: ``starts`` says of each, in text order, where it begins."""

    def __init__(self, items: Sequence[Item], starts: Sequence[int], document: Document) -> None:
        self._items = items
        self._starts = starts
        self._document = document
        self._starts_of_passages = [passage.start for passage in document.passages]
        self._starts_of_blocks: list[int] | None = None

    def within(self, quote: Quote) -> list[Item]:
        """Return the items in the words of a quote."""
        found: list[Item] = []
        for start, end in quote.spans if self._starts else ():
            found += self._between(start, end)
        return found

    def around(self, quote: Quote) -> list[Item]:
        """Return the items in the sentences in which its spans end, where the words stand that attribute it."""
        return self._in(self._document.passages, self._starts_of_passages, quote)

    def beside(self, quote: Quote) -> list[Item]:
        """Return the items in the paragraphs of a quote."""
        if self._starts_of_blocks is None:
            self._starts_of_blocks = [block.start for block in self._document.blocks]
        return self._in(self._document.blocks, self._starts_of_blocks, quote)

    def _between(self, start: int, end: int) -> Sequence[Item]:
        first = bisect_left(self._starts, start)
        return self._items[first : bisect_left(self._starts, end, first)]

    def _in(self, stretches: Sequence[Passage | Block], starts: list[int], quote: Quote) -> list[Item]:
        """Return the items in the stretches in which a quote's spans end, its own words included, each once."""
        found: list[Item] = []
        past = 0
        for first, last in quote.spans if self._starts else ():
            start, end = first, last
            if stretches:
                index = bisect_right(starts, last - 1 if last > first else first) - 1
                stretch = stretches[index if index > 0 else 0]
                if stretch.start < first:
                    start = max(stretch.start, first - _REACH)
                if stretch.end > last:
                    end = min(stretch.end, last + _REACH)
            found += self._between(start if start > past else past, end)
            past = end if end > past else past
        return found
