"""The sentences from which countries and topics are read, each with how much its place in the article says.

A headline says what the article is about, the first paragraph says it again in full, and newswire puts background last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Block

TITLE_WEIGHT = 3.0
LEAD_WEIGHT = 2.0
HEADING_WEIGHT = 1.0
BODY_WEIGHT = 1.0
BACKGROUND_WEIGHT = 0.8

_BACKGROUND_SHARE = 0.65
"""Share of the body's letters after which newswire gives background."""
_BACKGROUND_BLOCKS = 5
"""A body of fewer blocks has no background."""

_BOUNDARY = re.compile(
    r"(?<![\s.][A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Nov|Dec|Jan|Feb|Aug|Oct))[.!?]"
    r"[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence (or a headline) of an article, ``text[start:end]``, and the weight of its place."""

    start: int
    end: int
    weight: float


def passages(document: Document) -> Iterator[Passage]:
    """Return the sentences of title, headings and body in text order; nothing else in an article counts."""
    body = [block for block in document.blocks if block.kind in BODY_KINDS]
    lead = next((block for block in body if block.kind != "dateline"), None)
    background = _start_of_background(body)
    title_seen = False
    for block in document.blocks:
        if block.kind == "title" and not title_seen:
            title_seen = True
            yield Passage(block.start, block.end, TITLE_WEIGHT)
        elif block.kind == "heading":
            yield Passage(block.start, block.end, HEADING_WEIGHT)
        elif block.kind in ("paragraph", "turn"):
            weight = LEAD_WEIGHT if block is lead else BACKGROUND_WEIGHT if block.start >= background else BODY_WEIGHT
            yield from _sentences(document.text, block, weight)


def _sentences(text: str, block: Block, weight: float) -> Iterator[Passage]:
    start = block.start
    for boundary in _BOUNDARY.finditer(text, block.start, block.end):
        yield Passage(start, boundary.end(), weight)
        start = boundary.end()
    if start < block.end:
        yield Passage(start, block.end, weight)


def _start_of_background(body: list[Block]) -> int:
    """Return the offset from which a body of several paragraphs tells the background."""
    if len(body) < _BACKGROUND_BLOCKS:
        return body[-1].end if body else 0
    start, end = body[0].start, body[-1].end
    return start + round((end - start) * _BACKGROUND_SHARE)
