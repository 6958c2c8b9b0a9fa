"""The article while it is being read: the text and whatever the steps so far have found.

Every step of the pipeline has one signature, ``Step``: it takes a document and the vocabulary and returns the
document with one more thing known. No step edits the text or another step's findings, but for the quotes, which later
steps tell more of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from app.extraction.model import (
    Block,
    CountryTag,
    CountryWord,
    Dateline,
    DayMention,
    Name,
    OtherQuoted,
    Passage,
    Phrases,
    Published,
    Quotation,
    Quote,
    Source,
    Stamp,
    TopicTag,
    TopicWord,
)
from app.extraction.vocabulary import Vocabulary

BODY_KINDS = frozenset({"dateline", "paragraph", "turn"})
"""Kinds of block in which the outlet speaks: statements, dates, countries and topics are drawn from these alone."""


NO_PHRASES = Phrases([], [], [], [], [])
UNDATED = Published(date=None, method="unknown", confidence=0.0, candidates=(), evidence=())


@dataclass(slots=True, eq=False)
class Document:
    """One article in the middle of the pipeline. Fields are in the order in which the steps fill them, each its own."""

    source: Source
    text: str
    language: str = "en"
    outlet: str | None = None
    title: str | None = None
    deck: str | None = None
    blocks: tuple[Block, ...] = ()
    dateline: Dateline | None = None
    stamps: tuple[Stamp, ...] = ()
    phrases: Phrases = NO_PHRASES
    names: tuple[Name, ...] = ()
    days: tuple[DayMention, ...] = ()
    published: Published = UNDATED
    quotations: tuple[Quotation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    other_quoted: tuple[OtherQuoted, ...] = ()
    passages: tuple[Passage, ...] = ()
    headline: Document | None = None
    """The title that the source supplied, where the text has none of its own (``passages``)."""
    countries: tuple[CountryTag, ...] = ()
    country_words: Sequence[CountryWord] = ()
    """Where the countries are named, in text order."""
    topics: tuple[TopicTag, ...] = ()
    topic_words: Sequence[TopicWord] = ()
    """The words of all topics, in text order."""

    def body(self) -> Iterator[Block]:
        """Return the blocks in which the outlet itself speaks, in text order."""
        return (block for block in self.blocks if block.kind in BODY_KINDS)

    def block_at(self, position: int) -> Block | None:
        """Return the block that holds a position, or the one before it where it stands between two."""
        index = bisect_right(self.blocks, position, key=attrgetter("start")) - 1
        return self.blocks[index] if index >= 0 else None


Step = Callable[[Document, Vocabulary], Document]
