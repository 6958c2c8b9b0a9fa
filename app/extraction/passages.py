"""The sentences from which countries and topics are read, each with its place in the article.

A headline says what the article is about, the first paragraph says it again in full, and newswire puts background last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.document import Document
from app.extraction.model import Block, Passage, Place
from app.extraction.vocabulary import Vocabulary

_BACKGROUND_SHARE = 0.65
"""Share of the body's letters after which newswire gives background."""
_BACKGROUND_BLOCKS = 5
"""A body of fewer blocks has no background."""
_BOUNDARY = re.compile(r"[.!?][\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-Z])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Ms|Mrs|Dr|St|Gen|Sen|Rep|Gov|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\Z")
_LONGEST_ABBREVIATION = 5


def split_passages(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001 - the signature of a step
    """Split title, headings and body into sentences, in text order; nothing else in an article counts."""
    return document._replace(passages=tuple(_passages(document)))


def _passages(document: Document) -> Iterator[Passage]:
    body = [block for block in document.body() if block.kind != "dateline"]
    background = _start_of_background(body)
    title_seen = False
    for block in document.blocks:
        if block.kind == "title" and not title_seen:
            title_seen = True
            yield Passage(block.start, block.end, "title")
        elif block.kind == "heading":
            yield Passage(block.start, block.end, "heading")
        elif block.kind in ("paragraph", "turn"):
            place: Place = "lead" if block is body[0] else "background" if block.start >= background else "body"
            yield from _sentences(document.text, block, place)


def _sentences(text: str, block: Block, place: Place) -> Iterator[Passage]:
    start = block.start
    for boundary in _BOUNDARY.finditer(text, block.start, block.end):
        before = text[max(start, boundary.start() - _LONGEST_ABBREVIATION) : boundary.start()]
        if text[boundary.start()] != "." or not _ABBREVIATION.search(before):
            yield Passage(start, boundary.end(), place)
            start = boundary.end()
    if start < block.end:
        yield Passage(start, block.end, place)


def _start_of_background(body: Sequence[Block]) -> int:
    """Return the offset from which a body of several paragraphs tells the background."""
    if len(body) < _BACKGROUND_BLOCKS:
        return body[-1].end if body else 0
    start, end = body[0].start, body[-1].end
    return start + round((end - start) * _BACKGROUND_SHARE)
