"""The article's sentences as the narrator tells them: a quotation never breaks the sentence around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.attribution.lexicon import CAPITAL, Lexicon
from app.extraction.model import Block, Quotation

_BOUNDARY = re.compile(
    rf"""[\n.!?…] (?: (?<=\n)\s* |
    (?<!\n) [.!?…]*["”»’')\]]*(?:[ \u00a0]+[–—-]*[ \u00a0]*)(?=["“„«‘'(\[]*(?:{CAPITAL}|\d|["“„«‘'])) )""",
    re.VERBOSE,
)
"""A newline, or the end of a sentence. It begins with a set of characters, for which a text is searched quickly."""
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
        return max(0, bisect_right(self.starts, offset) - 1)

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the start and end of a sentence."""
        after = number + 1
        return self.starts[number], self.starts[after] if after < len(self.starts) else self.end


def split_sentences(
    text: str, quotations: Sequence[Quotation], lexicon: Lexicon, blocks: Sequence[Block] = ()
) -> Sentences:
    """Split a text into sentences; ``quotations`` are the outermost ones, in text order.

    A newline ends a sentence, but not within one of the ``blocks`` (in text order), where it is that of a wrapped line.
    """
    starts, paragraphs, paragraph, at, block = [0], [0], 0, 0, 0
    for match in _BOUNDARY.finditer(text):
        start, end = match.span()
        while at < len(quotations) and quotations[at].outer_end <= start:
            at += 1
        inside = at < len(quotations) and quotations[at].outer_start < start
        within = inside and (end <= quotations[at].outer_end or not _DASHES.isdisjoint(match[0]))
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
    return Sentences(starts, paragraphs, len(text))


def _is_abbreviated(text: str, stop: int, lexicon: Lexicon) -> bool:
    if text[stop] != ".":
        return False
    word = text[max(0, stop - _LONGEST_ABBREVIATION) : stop].rpartition(" ")[2]
    if not word.isalpha():
        match = _LAST_WORD.search(word)
        word = match[0] if match is not None else ""
    initial = word.rpartition(".")[2]
    return word.lower() in lexicon.abbreviations or (len(initial) == 1 and initial.isupper())
