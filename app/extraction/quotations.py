"""What stands between quotation marks: straight, curly, angled, low, doubled apostrophes, single, mixed, unclosed.

This module reads typography alone. It does not ask whether a quotation is a statement, nor whose.

A mark opens or closes by the space around it; its glyph decides only where the space does not. Marks pair within a
paragraph (a line of the text). A paragraph that ends inside a quotation goes on in the next one if that opens with a
mark (English newswire repeats the opening mark and closes only the last paragraph).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from app.extraction.document import Document
from app.extraction.model import Quotation
from app.extraction.vocabulary import Vocabulary

_RUNS = {glyph: re.compile(f"{glyph}{glyph}*") for glyph in "\"“”„‟«»″`‘’'\n"}
"""A pattern for runs of each character that can be a mark, and of line breaks.

A text is searched much faster for what begins with one character than for what begins with one of a set.
"""
_LONGEST_MARK = 2
_OPENS_SINGLE = re.compile(r"[\w\"“”\[(…]")
_CLOSES_SINGLE = re.compile(r"[\w.,!?…%)\]]")
_OPENING_GLYPHS = frozenset({*"“„‟«", "``", "‘‘"})
_CLOSING_GLYPHS = frozenset({"”", "»", "’’"})
_SINGLE_GLYPHS = frozenset("‘’'")
_APOSTROPHES = frozenset("‘’'`")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/>=*_#|:“‘«\"'")
_AFTER_CLOSING = frozenset("> \t\n\u00a0)]}.,;:!?…—–-<”’»\"'")
_CONTRACTED = re.compile(r"(?:t|re|ve|ll|m|d)(?!\w)")
"""What follows an apostrophe that an export has turned into a double mark (`didn"t`)."""
_POSSESSIVE = re.compile(r"s(?!\w)")
_SHORTEST_SPEECH = 30
"""Code points of a quotation in the same marks as the unclosed one before it that is no part of that one."""
_SENTENCE_ENDS = (". ", "! ", "? ")
_MOST_QUOTATIONS = 10_000
"""No article has more; in a text that has, the first ones are read, and reading it stays quick."""
_DEEPEST = 1
"""Quotations are followed to this depth: a quotation within a quotation, no further."""

_Mark = tuple[int, int, str]
"""Start, end and glyph of a mark: one or two characters of one glyph."""


@dataclass(slots=True)
class _Open:
    """A mark that has opened and not closed, and the quotations that closed inside it."""

    outer_start: int
    start: int
    single: bool
    glyph: str
    inside: list[Quotation] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    """The marks of one paragraph, being paired."""

    text: str
    start: int
    end: int
    following: int
    """Where the next paragraph begins."""
    marks: list[_Mark]
    """The marks of the whole text."""
    stack: list[_Open] = field(default_factory=list)
    done: list[Quotation] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Whether the next paragraph opens with a mark."""
        opening = bisect_left(self.marks, (self.following,))
        if opening == len(self.marks) or self.marks[opening][0] != self.following:
            return False
        end = self.marks[opening][1]
        return end < len(self.text) and not self.text[end].isspace()


def find_quotations(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Find the stretches between quotation marks, outermost and one level within, in text order."""
    pairs = islice(pair_marks(document.text), _MOST_QUOTATIONS)
    found = sorted(pairs, key=lambda quotation: (quotation.outer_start, quotation.depth))
    document.quotations = tuple(found)
    return document


def pair_marks(text: str) -> Iterator[Quotation]:
    """Yield every quotation of a text, paragraph by paragraph. Linear in the length of the text."""
    marks = _marks(text)
    start = low = 0
    for end, following in (*_runs(text, "\n"), (len(text), len(text))):
        past = bisect_left(marks, (end,), low)
        if past > low:
            paragraph = _Paragraph(text, start, end, following, marks)
            for mark in marks[low : min(past, low + 2 * _MOST_QUOTATIONS)]:
                _read_mark(paragraph, mark)
            _close_paragraph(paragraph)
            yield from paragraph.done
        start, low = following, past


def _marks(text: str) -> list[_Mark]:
    """Return the marks of a text, in order.

    Two of a kind are one mark (doubled apostrophes, marks doubled by an export), more are decoration.
    """
    marks = [
        (start, end, text[start:end] if glyph in _APOSTROPHES else glyph)
        for glyph in _RUNS
        if glyph in text and glyph != "\n"
        for start, end in _runs(text, glyph)
        if end - start <= _LONGEST_MARK and (glyph not in _APOSTROPHES or _is_mark(text, start, end))
    ]
    marks.sort()
    return marks


def _runs(text: str, glyph: str) -> list[tuple[int, int]]:
    """Return where runs of a character stand."""
    return [run.span() for run in _RUNS[glyph].finditer(text)]


def _is_mark(text: str, start: int, end: int) -> bool:
    """Return whether one or two apostrophes are a mark: they are none in words, and none that stray at their edges."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start > 1:
        return True
    if before.isalnum() and after.isalnum():
        return False
    glyph = text[start]
    opens = not before.isalnum() and before not in _APOSTROPHES and _OPENS_SINGLE.match(after)
    closes = glyph != "‘" and _CLOSES_SINGLE.match(before)
    return glyph != "`" and bool(opens or (closes and not after.isalnum()))


def _read_mark(paragraph: _Paragraph, mark: _Mark) -> None:
    text, stack = paragraph.text, paragraph.stack
    start, end, glyph = mark
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if glyph == '"' and (before == "=" or _is_apostrophe(paragraph, end, before)):
        return  # before an attribute's value in a scrap of markup, or within a word
    single = glyph in _SINGLE_GLYPHS
    opens = _opens(glyph, before, after, stack, single)
    if opens and len(stack) <= _DEEPEST:
        stack.append(_Open(start, end, single, glyph))
    elif not opens:
        _close(paragraph, start, end, single, glyph)


def _is_apostrophe(paragraph: _Paragraph, end: int, before: str) -> bool:
    """Return whether a double mark that ends at ``end`` stands for an apostrophe within a word."""
    if not before.isalnum():
        return False
    possessive = not paragraph.stack and _POSSESSIVE.match(paragraph.text, end) is not None
    return possessive or _CONTRACTED.match(paragraph.text, end) is not None


def _opens(glyph: str, before: str, after: str, stack: list[_Open], single: bool) -> bool:
    """Return whether a mark opens: by the space around it, then by its glyph, then by what is already open."""
    if single:
        return not (before.isalnum() or before in ".,!?…%)]") or (glyph == "‘" and after.isalnum())
    can_open = before in _BEFORE_OPENING and not after.isspace()
    can_close = after in _AFTER_CLOSING and not before.isspace()
    if can_open and not can_close:
        return glyph not in _CLOSING_GLYPHS or _innermost(stack, single=False) is None
    if can_close and not can_open:
        return glyph in _OPENING_GLYPHS and _innermost(stack, single=False) is None
    if glyph in _OPENING_GLYPHS:
        return True
    return glyph not in _CLOSING_GLYPHS and _innermost(stack, single=False) is None


def _innermost(stack: list[_Open], *, single: bool) -> int | None:
    """Return the level of the innermost open mark that is single, or double."""
    for level in range(len(stack) - 1, -1, -1):
        if stack[level].single == single:
            return level
    return None


def _close(paragraph: _Paragraph, start: int, end: int, single: bool, glyph: str) -> None:
    stack = paragraph.stack
    level = _innermost(stack, single=single)
    if level is None:
        if not single and not stack and not paragraph.done and glyph != '"':
            _accept(paragraph, _Open(paragraph.start, paragraph.start, False, glyph), start, end)
        return
    while len(stack) > level + 1:  # an inner mark that never closed (an apostrophe): what is inside it stays
        inner = stack.pop()
        stack[-1].inside.extend(inner.inside)
    _accept(paragraph, stack.pop(), start, end)


def _accept(paragraph: _Paragraph, opened: _Open, end: int, outer_end: int, continued: bool = False) -> None:
    start, end = _trim(paragraph.text, opened.start, end)
    if start >= end:
        return
    depth = len(paragraph.stack)
    quotation = Quotation(start, end, opened.outer_start, outer_end, depth, continued)
    target = paragraph.stack[-1].inside if paragraph.stack else paragraph.done
    target.append(quotation)
    if depth == 0:
        target.extend(opened.inside)


def _close_paragraph(paragraph: _Paragraph) -> None:
    """End a paragraph: a double mark still open runs to its end, a single one was an apostrophe."""
    stack = paragraph.stack
    while stack:
        opened = stack.pop()
        if opened.single:
            _promote(paragraph, opened.inside)
        elif stack and not stack[-1].single and stack[-1].glyph == opened.glyph and not paragraph.goes_on:
            _end_before(paragraph, stack.pop(), opened)
            stack.append(opened)
        elif (following := _next_speech(paragraph, opened)) is not None:
            _accept(
                paragraph, _Open(opened.outer_start, opened.start, opened.single, opened.glyph), following, following
            )
            _promote(paragraph, opened.inside)
        else:
            _accept(paragraph, opened, paragraph.end, paragraph.end, continued=paragraph.goes_on)


def _next_speech(paragraph: _Paragraph, unclosed: _Open) -> int | None:
    """Return where an unclosed quotation ends, if what closed inside it is the next one and no part of it.

    It ends with its sentence where the narrator introduces the next one, which is told by its length and its marks:
    `"We have two. Asked about a third, Ivanov said: "It is on its way from the yard."`.
    """
    if paragraph.goes_on or not unclosed.inside:
        return None
    first = min(unclosed.inside, key=lambda quotation: quotation.outer_start)
    following, text = first.outer_start, paragraph.text
    before = text[unclosed.start : following].rstrip()
    if before.endswith((".", "!", "?", ",")):
        return following
    if text[following] != unclosed.glyph or first.end - first.start < _SHORTEST_SPEECH:
        return None
    ended = max(before.rfind(stop) for stop in _SENTENCE_ENDS)
    return unclosed.start + ended + 1 if ended > 0 else None


def _promote(paragraph: _Paragraph, inside: list[Quotation]) -> None:
    """Keep the quotations inside a mark that was none, one level up."""
    if paragraph.stack:
        paragraph.stack[-1].inside.extend(inside)
    else:
        paragraph.done.extend(quotation._replace(depth=max(0, quotation.depth - 1)) for quotation in inside)


def _end_before(paragraph: _Paragraph, unclosed: _Open, following: _Open) -> None:
    """Two marks opened and neither closed: the first lacks its closing mark and ends before the second."""
    paragraph.stack.clear()
    _accept(paragraph, unclosed, following.outer_start, following.outer_start)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
