"""Where the sentences and paragraphs around a quote stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from app.extraction.document import Document
from app.extraction.model import Block, Passage, Quote

Stretch = tuple[int, int]
_REACH = 1_000
"""Code points on either side of a quote within which its sentence or paragraph is read, however long that is."""


class Vicinity:
    """The sentences and paragraphs of one article."""

    def __init__(self, document: Document) -> None:
        self._passages, self._blocks = document.passages, document.blocks
        self._starts_of_passages = [passage.start for passage in document.passages]
        self._starts_of_blocks: list[int] | None = None

    def sentences(self, quote: Quote) -> list[Stretch]:
        """Return the sentences in which a quote's spans end, where the words stand that attribute it."""
        return _around(quote, self._passages, self._starts_of_passages)

    def paragraphs(self, quote: Quote) -> list[Stretch]:
        """Return the paragraphs in which a quote's spans end."""
        if self._starts_of_blocks is None:
            self._starts_of_blocks = [block.start for block in self._blocks]
        return _around(quote, self._blocks, self._starts_of_blocks)


def _around(quote: Quote, parts: Sequence[Passage | Block], starts: Sequence[int]) -> list[Stretch]:
    """Return the parts of a text in which a quote's spans end, and these themselves, without overlap."""
    stretches: list[Stretch] = []
    past = 0
    for first, last in quote.spans:
        start, end = first, last
        if parts:
            index = bisect_right(starts, last - 1 if last > first else first) - 1
            part = parts[index if index > 0 else 0]
            if part.start < first:
                start = max(part.start, first - _REACH)
            if part.end > last:
                end = min(part.end, last + _REACH)
        stretches.append((start if start > past else past, end))
        past = end if end > past else past
    return stretches
