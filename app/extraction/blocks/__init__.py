"""Where the parts of an article stand: title, deck, dateline, paragraphs, and what is not the article at all.

``lines`` splits the text, ``signs`` and ``stamps`` tell what a line's own words say, ``head`` and ``body`` what its
place says. Nothing is removed: every letter of the text lies in exactly one block.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from app.extraction.blocks.body import body_kinds
from app.extraction.blocks.head import first_body_line, head_kinds
from app.extraction.blocks.lines import Line, split_lines
from app.extraction.blocks.residue import is_credit, is_residue
from app.extraction.blocks.signs import Sign, Signs, load_signs
from app.extraction.blocks.stamps import read_page, read_stamp
from app.extraction.blocks.turns import turn_starts
from app.extraction.datelines import read_dateline
from app.extraction.document import Document
from app.extraction.language import language_of
from app.extraction.model import Block, BlockKind, Dateline, Stamp
from app.extraction.outlets import outlet_of
from app.extraction.vocabulary import Vocabulary

DATELINE_LINES = 20
"""A dateline is looked for in so many lines from the top."""
STAND_ALONE_REST = 40
"""A dateline with fewer code points after it on its line stands alone."""
LONGEST_TOLD = 240
"""Longer lines are running text, whatever they begin or end with."""
_STAMPED = frozenset({"boilerplate", "caption"})
_STAMP = Sign("boilerplate")
_CREDIT = Sign("credit", place="end")


def mark_blocks(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the blocks, and with them title, deck, dateline, stamps, outlet and language."""
    text, signs = document.text, load_signs(vocabulary)
    lines = [signs.without_marks(line) for line in split_lines(text)]
    index, dateline = _find_dateline(text, lines, vocabulary)
    told = [_told(line, signs) for line in lines]
    if dateline is not None and index is not None:
        alone = _stands_alone(lines[index], dateline)
        told[index], index = (_STAMP, None) if alone else (None, index)
    body = first_body_line(lines, told, index, document.source.title)
    kinds = head_kinds(lines, told, body, document.source.title)
    title = next((line for line, kind in zip(lines, kinds, strict=False) if kind == "title"), None)
    kinds += body_kinds(lines, told, body, title)
    document.blocks = tuple(_with_turns(text, _blocks(lines, kinds, dateline), signs))
    document.dateline = dateline
    document.stamps = tuple(_stamps(text, lines, told, kinds))
    document.title = document.source.title or (title.text if title else None)
    document.deck = next((text[block.start : block.end] for block in document.blocks if block.kind == "deck"), None)
    document.language = language_of(text)
    document.outlet = outlet_of(document, vocabulary)
    return document


def _find_dateline(text: str, lines: list[Line], vocabulary: Vocabulary) -> tuple[int | None, Dateline | None]:
    for index, line in enumerate(lines[:DATELINE_LINES]):
        if dateline := read_dateline(text, line.start, vocabulary):
            return index, dateline
    return None, None


def _stands_alone(line: Line, dateline: Dateline) -> bool:
    """Whether a dateline without place (`Xinhua, December 10, 2015`) is a line of its own above the text."""
    return dateline.place is None and _ends_soon(line, dateline)


def _ends_soon(line: Line, dateline: Dateline) -> bool:
    return line.end - dateline.end < STAND_ALONE_REST


def _told(line: Line, signs: Signs) -> Sign | None:
    """Return what a line's own words say of it, or None when they say nothing."""
    if len(line.text) > LONGEST_TOLD:
        return None
    if sign := signs.of_line(line):
        return sign
    if is_credit(line):
        return _CREDIT
    return _STAMP if is_residue(line) or read_stamp(line) else None


def _stamps(text: str, lines: list[Line], told: list[Sign | None], kinds: list[BlockKind]) -> Iterator[Stamp]:
    """Return the dates that the page prints of itself, beside the copy; a line of which nothing is told has none."""
    for line, sign, kind in zip(lines, told, kinds, strict=True):
        if sign is not None and kind in _STAMPED and (stamp := read_stamp(line)):
            yield stamp
        elif line.tail:
            start = line.full_end - line.tail
            page = read_page(text[start : line.full_end], start)
            yield from (page,) if page is not None else ()


def _blocks(lines: list[Line], kinds: list[BlockKind], dateline: Dateline | None) -> list[Block]:
    """Turn lines and their kinds into blocks; the dateline and the end mark of a paragraph are blocks of their own."""
    blocks: list[Block] = []
    for line, kind in zip(lines, kinds, strict=True):
        start = line.start
        if line.head:
            blocks.append(Block("boilerplate", line.full_start, line.full_start + line.head))
        if dateline is not None and start == dateline.start and kind == "paragraph":
            blocks.append(Block("dateline", start, dateline.end))
            after = line.text[dateline.end - start :]
            start = line.end - len(after.lstrip())
        elif dateline is not None and start == dateline.start and kind == "heading" and _ends_soon(line, dateline):
            kind = "dateline"
        if start < line.end:
            blocks.append(Block(kind, start, line.end))
        if line.tail:
            blocks.append(Block("boilerplate", line.full_end - line.tail, line.full_end))
    return blocks


def _with_turns(text: str, blocks: list[Block], signs: Signs) -> Iterator[Block]:
    """Cut paragraphs where turns of a transcript begin."""
    paragraphs = [(block.start, block.end) for block in blocks if block.kind == "paragraph"]
    starts = turn_starts(text, paragraphs, signs.opens)
    if not starts:
        yield from blocks
        return
    turns = frozenset(starts)
    for block in blocks:
        cuts = starts[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        edges = [block.start, *(cut for cut in cuts if cut > block.start), block.end]
        for start, end in pairwise(edges):
            trimmed = start + len(text[start:end].rstrip())
            yield Block("turn" if start in turns else block.kind, start, trimmed)
