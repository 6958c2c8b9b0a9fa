"""The sentences from which countries and topics are read, each with its place in the article.

A headline says what the article is about, the first paragraph says it again in full, and newswire puts background last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.extraction.document import Document
from app.extraction.model import Block, Passage, Place
from app.extraction.names import find_names
from app.extraction.phrasebook import find_phrases
from app.extraction.vocabulary import Vocabulary

_BACKGROUND_SHARE = 0.65
"""Share of the body's letters after which newswire gives background."""
_BACKGROUND_BLOCKS = 5
"""A body of fewer blocks has no background."""
_LONGEST_LEAD = 2
"""Sentences of a first paragraph that say what the article is about."""
_AFTER_MARK = r"[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-Z])"
_BOUNDARIES = tuple((mark, re.compile(re.escape(mark) + _AFTER_MARK)) for mark in ".!?")
"""One pattern for each mark, because one letter is searched for much faster than one of three."""
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Ms|Mrs|Dr|St|Gen|Sen|Rep|Gov|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\Z")
_LONGEST_ABBREVIATION = 5
_WE = frozenset({"we", "We", "our", "Our", "us"})


def split_passages(document: Document, vocabulary: Vocabulary) -> Document:
    """Split title, headings and body into sentences, in text order; nothing else in an article counts."""
    names, starts = document.names, [name.start for name in document.names]
    ours, boundaries = _words_for_us(document), _boundaries(document.text)
    passages: list[Passage] = []
    past = 0
    for block, place in _placed(document):
        start, past = block.start, bisect_left(starts, block.start, past)
        ends = (block.end,) if place in ("title", "heading") else _ends_of_sentences(document.text, block, boundaries)
        for number, end in enumerate(ends):
            first, past = past, bisect_left(starts, end, past)
            says_we = bisect_left(ours, start) < bisect_left(ours, end)
            passages.append(Passage(start, end, _place_of_sentence(place, number), names[first:past], says_we))
            start = end
    document.passages, document.headline = tuple(passages), _supplied_headline(document, vocabulary)
    return document


def _supplied_headline(document: Document, vocabulary: Vocabulary) -> Document | None:
    """Return the title that a source supplied beside the text: it says what the article is about as well as one in it.

    It is a document of one passage, whose offsets count over the title: what is found there is evidence without a place
    in the article. There is none where the text has a title of its own.
    """
    title = document.source.title
    if not title or any(block.kind == "title" for block in document.blocks):
        return None
    headline = find_phrases(Document(document.source, title, published=document.published), vocabulary)
    headline = find_names(headline, vocabulary)
    headline.passages = (Passage(0, len(title), "title", headline.names, says_we=bool(_words_for_us(headline))),)
    return headline


def _words_for_us(document: Document) -> list[int]:
    """Return where a text says `we`, `our` and `us`, in order; `US` folds to `us` as well."""
    text = document.text
    return [start for _, start, end in document.phrases.ourselves if text[start:end] in _WE]


def _place_of_sentence(place: Place, number: int) -> Place:
    """Return the place of a sentence of a block: only the beginning of a first paragraph is the lead."""
    return "body" if place == "lead" and number >= _LONGEST_LEAD else place


def _placed(document: Document) -> Iterator[tuple[Block, Place]]:
    """Yield the blocks that count, with their places."""
    body = [block for block in document.body() if block.kind != "dateline"]
    background = _start_of_background(body)
    title_seen = False
    for block in document.blocks:
        if block.kind == "title" and not title_seen:
            title_seen = True
            yield block, "title"
        elif block.kind == "heading":
            yield block, "heading"
        elif block.kind in ("paragraph", "turn"):
            yield block, "lead" if block is body[0] else "background" if block.start >= background else "body"


def _boundaries(text: str) -> list[tuple[int, int]]:
    """Return where sentences may end, in order: from the mark to where the next sentence begins."""
    found = [one.span() for mark, pattern in _BOUNDARIES if mark in text for one in pattern.finditer(text)]
    found.sort()
    return found


def _ends_of_sentences(text: str, block: Block, boundaries: Sequence[tuple[int, int]]) -> list[int]:
    """Return where the sentences of a block end: each begins where the one before it ends."""
    ends = []
    low = bisect_left(boundaries, (block.start, 0))
    for at, end in boundaries[low : bisect_left(boundaries, (block.end, 0), low)]:
        if end < block.end and (text[at] != "." or not _ABBREVIATION.search(text, at - _LONGEST_ABBREVIATION, at)):
            ends.append(end)
    if not ends or ends[-1] < block.end:
        ends.append(block.end)
    return ends


def _start_of_background(body: Sequence[Block]) -> int:
    """Return the offset from which a body of several paragraphs tells the background."""
    if len(body) < _BACKGROUND_BLOCKS:
        return body[-1].end if body else 0
    start, end = body[0].start, body[-1].end
    return start + round((end - start) * _BACKGROUND_SHARE)
