"""Where the copy says its deck again, word for word: sites lift the deck from the lead, or from a later sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from app.extraction.model import Block

_SHORTEST = 5
"""A deck of fewer words (`US President Donald Trump`) may stand in a sentence without being said again."""
_MOST_DECKS = 4
"""An article has a deck or two; so many are looked for again."""
_SAYING = frozenset({"paragraph", "turn"})


def with_repeated_decks(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a text and, in text order, a deck more for each stretch of a paragraph that repeats one.

    The ``blocks`` share the text out among them, in text order; those added lie within the paragraph before them, which
    stays whole: the copy loses nothing by being quoted above itself.
    """
    repeats = [again for _, again in repeated_decks(text, blocks)]
    return tuple(sorted((*blocks, *repeats), key=lambda block: (block.start, -block.end)))


def repeated_decks(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Yield each deck that the copy repeats, and the stretch of the first paragraph that says it again."""
    for deck in islice((block for block in blocks if block.kind == "deck"), _MOST_DECKS):
        words = text[deck.start : deck.end].rstrip(" .…")
        if len(words.split()) < _SHORTEST:
            continue
        for block in blocks:
            if block.kind in _SAYING and (start := _place(words, text, block)) is not None:
                yield deck, Block("deck", start, start + len(words))
                break


def _place(words: str, text: str, block: Block) -> int | None:
    """Return where in a block the words stand, whole."""
    start = text.find(words, block.start, block.end)
    end = start + len(words)
    return start if start >= 0 and not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()) else None
