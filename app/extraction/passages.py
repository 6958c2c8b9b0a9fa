"""The sentences from which countries and topics are read, each with its place in the article.

A headline says what the article is about, the first paragraph says it again in full, and newswire puts background last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.extraction.document import Document
from app.extraction.model import Block

Place = Literal["title", "lead", "heading", "body", "background"]

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
    """One sentence (or a headline) of an article, ``text[start:end]``, and its place."""

    start: int
    end: int
    place: Place


def passages(document: Document) -> Iterator[Passage]:
    """Return the sentences of title, headings and body in text order; nothing else in an article counts."""
    body = [block for block in document.body() if block.kind != "dateline"]
    lead = body[0] if body else None
    background = _start_of_background(body)
    title_seen = False
    for block in document.blocks:
        if block.kind == "title" and not title_seen:
            title_seen = True
            yield Passage(block.start, block.end, "title")
        elif block.kind == "heading":
            yield Passage(block.start, block.end, "heading")
        elif block.kind in ("paragraph", "turn"):
            place: Place = "lead" if block is lead else "background" if block.start >= background else "body"
            yield from _sentences(document.text, block, place)


def _sentences(text: str, block: Block, place: Place) -> Iterator[Passage]:
    start = block.start
    for boundary in _BOUNDARY.finditer(text, block.start, block.end):
        yield Passage(start, boundary.end(), place)
        start = boundary.end()
    if start < block.end:
        yield Passage(start, block.end, place)


def _start_of_background(body: list[Block]) -> int:
    """Return the offset from which a body of several paragraphs tells the background."""
    if len(body) < _BACKGROUND_BLOCKS:
        return body[-1].end if body else 0
    start, end = body[0].start, body[-1].end
    return start + round((end - start) * _BACKGROUND_SHARE)
