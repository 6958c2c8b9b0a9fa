"""The article's sentences as the narrator tells them: a quotation never breaks the sentence around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.attribution.lexicon import CAPITAL, Lexicon
from app.extraction.model import Block, Quotation

_AFTER_MARK = rf"""[.!?…]*["”»’')\]]*[ \u00a0]+[–—-]*[ \u00a0]*(?=["“„«‘'(\[]*(?:{CAPITAL}|\d|["“„«‘']))"""
_ENDS = {mark: re.compile(rf"\{mark}(?<![.!?…].){_AFTER_MARK}") for mark in ".!?…"}
"""The ends of sentences, by their first mark: a text is searched far more quickly for one character than for a set."""
_NEWLINE = re.compile(r"\n\s*")
_SENTENCE_ENDS = '.!?…"”»'
_DASHES = frozenset("–—-")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_LONGEST_ABBREVIATION = 12


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where sentences begin, in text order, and which of them begin a paragraph."""

    starts: Sequence[int]
    paragraphs: Sequence[int]
    """The number of the paragraph that each sentence stands in."""
    end: int

    def at(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset."""
        return bisect_right(self.starts, offset) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the start and end of a sentence."""
        after = number + 1
        return self.starts[number], self.starts[after] if after < len(self.starts) else self.end


def split_sentences(
    text: str,
    quotations: Sequence[Quotation],
    lexicon: Lexicon,
    blocks: Sequence[Block] = (),
    after_dateline: int = 0,
) -> Sentences:
    """Split a text into sentences; ``quotations`` are the outermost ones, in text order.

    So does a dateline that ends at ``after_dateline`` (`MOSCOW (Xinhua) -- `).
    A newline ends a sentence, but not within one of the ``blocks`` (in text order), where it is that of a wrapped line.
    """
    starts, paragraphs, paragraph, at, block = [0], [0], 0, 0, 0
    marked = [(quotation.outer_start, quotation.outer_end) for quotation in quotations]
    marked.append((len(text), len(text)))
    first, past = marked[0]
    for start, end in _boundaries(text):
        while past <= start:
            at += 1
            first, past = marked[at]
        inside = first < start
        within = inside and (end <= past or not _DASHES.isdisjoint(text[start:end]))
        if text[start] == "\n":
            while block < len(blocks) and blocks[block].end <= start:
                block += 1
            is_wrapped = block < len(blocks) and blocks[block].start < start and end < blocks[block].end
            if is_wrapped and (within or text[start - 1] not in _SENTENCE_ENDS):
                continue
            paragraph += not is_wrapped
        elif within or (not inside and _is_abbreviated(text, start, lexicon)):
            continue  # within the quotation, or a dash that joins its attribution to it
        starts.append(end)
        paragraphs.append(paragraph)
    _begin_after(text, after_dateline, starts, paragraphs)
    return Sentences(starts, paragraphs, len(text))


def _begin_after(text: str, dateline: int, starts: list[int], paragraphs: list[int]) -> None:
    """Begin a sentence after a dateline that ends at an offset, where none begins there yet."""
    while text.startswith(" ", dateline):
        dateline += 1
    number = bisect_right(starts, dateline)
    if starts[number - 1] < dateline < len(text) and text[dateline] != "\n":
        starts.insert(number, dateline)
        paragraphs.insert(number, paragraphs[number - 1])


def _boundaries(text: str) -> list[tuple[int, int]]:
    """Return where newlines stand, with the blanks after them, and marks with which sentences may end, in order."""
    found = [match.span() for match in _NEWLINE.finditer(text)]
    for mark, ends in _ENDS.items():
        if mark in text:
            found += [match.span() for match in ends.finditer(text)]
    return sorted(found)


def _is_abbreviated(text: str, stop: int, lexicon: Lexicon) -> bool:
    if text[stop] != ".":
        return False
    word = text[max(0, stop - _LONGEST_ABBREVIATION) : stop].rpartition(" ")[2]
    if not word.isalpha():
        match = _LAST_WORD.search(word)
        word = match[0] if match is not None else ""
    initial = word.rpartition(".")[2]
    return word.lower() in lexicon.abbreviations or (len(initial) == 1 and initial.isupper())
