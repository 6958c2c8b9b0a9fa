"""The lines of a text, and what their shape alone tells.

A line is what stands between two line feeds, without the white space around it. Newswire and saved pages put one
paragraph on one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSING = " \t\n\u00a0\"'”’»“)]"
"""What may follow the stop of a sentence."""
_COMMAS_IN_QUOTES = (',"', ",”", ",»", ",'", ",’")
"""A paragraph that goes on after the words it quotes has a comma in place of the stop."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")

_UNCAPITALISED = frozenset(
    {
        "about",
        "after",
        "against",
        "amid",
        "among",
        "before",
        "between",
        "during",
        "from",
        "into",
        "over",
        "than",
        "that",
    }
    | {"through", "towards", "under", "until", "with", "without"}
)

PROSE_WORDS = 6
"""A line that ends like a sentence and has at least as many words is prose."""
WRAPPED_LENGTHS = range(45, 100)
"""How long the lines of wrapped text are, in code points."""
WRAPPED_LINES = 5
WRAPPED_SHARE = 0.6
"""From so many lines, and so large a share of them, that break off in mid-sentence, a text is wrapped."""
TITLE_CASE_WORDS = 4
"""Fewer long words do not show in which case a line is."""
HEADLINE_WORDS = 32
"""A headline has no more words than this."""


@dataclass(slots=True)
class Line:
    """One line that is not blank: its trimmed text, where it stands, and how many words it has, told by its blanks.

    ``ends_sentence`` says whether it closes like a sentence: with a stop or a colon, before closing marks and brackets;
    ``is_prose`` whether it reads like running text.
    A mark before the first word or after the last sentence (`Endit`, `(Agency)`) is no part of ``text``: it stands in
    the first ``head`` code points from ``full_start`` and in the last ``tail`` before ``full_end``.
    """

    text: str
    start: int
    end: int
    words: int
    ends_sentence: bool
    is_prose: bool
    full_start: int
    full_end: int
    head: int = 0
    tail: int = 0

    def without_head(self, mark: str) -> Line:
        """Return the line without a mark before its first word."""
        text = self.text[len(mark) :].lstrip()
        return replace(self, text=text, start=self.end - len(text), head=len(mark)) if text else self

    def without_tail(self, mark: str) -> Line:
        """Return the line without a mark after its last sentence."""
        text = self.text[: -len(mark)].rstrip()
        if not text or text[-1].isalnum():
            return self
        ends = ends_sentence(text)
        prose = _is_prose(self.words, ends)
        end = self.start + len(text)
        return replace(self, text=text, end=end, tail=len(mark), ends_sentence=ends, is_prose=prose)

    @property
    def is_title_case(self) -> bool:
        """Whether all the longer words are capitalised, prepositions apart, as in American headlines."""
        if self.words > HEADLINE_WORDS:
            return False
        words = _LONG_WORD.findall(self.text)
        return len(words) >= TITLE_CASE_WORDS and all(w[0].isupper() or w in _UNCAPITALISED for w in words)

    def repeats(self, other: Line) -> bool:
        """Whether the line says the same as another, word for word, in whatever letter case."""
        return len(self.text) == len(other.text) and self.signature == other.signature

    @property
    def signature(self) -> str:
        """The line's words in one letter case, for telling repeats."""
        return " ".join(self.text.casefold().split())


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold more than white space, in order; offsets in code points.

    Where a text is wrapped at a fixed width, the lines of a paragraph are one line.
    """
    lines: list[Line] = []
    line_start = 0
    for raw in text.split("\n"):
        if stripped := raw.strip():
            start = line_start + raw.index(stripped[0])
            lines.append(_line(stripped, start, stripped.count(" ") + 1))
        line_start += len(raw) + 1
    return _unwrapped(text, lines) if _is_wrapped(lines) else lines


def _line(text: str, start: int, words: int) -> Line:
    end, ends = start + len(text), ends_sentence(text)
    return Line(text, start, end, words, ends, _is_prose(words, ends), start, end)


def _is_prose(words: int, ends: bool) -> bool:
    return words >= PROSE_WORDS and (ends or words > HEADLINE_WORDS)


def ends_sentence(text: str) -> bool:
    """Whether a line closes like a sentence: with a stop or a colon, before closing marks and brackets."""
    return text.rstrip(_CLOSING).endswith(_STOPS) or text.endswith(_COMMAS_IN_QUOTES)


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether paragraphs run over several lines, as in plain text that is broken at a fixed width."""
    adjacent = [line for line, following in pairwise(lines) if following.start - line.end <= 1]
    broken = sum(line.end - line.start in WRAPPED_LENGTHS and not line.ends_sentence for line in adjacent)
    return broken >= WRAPPED_LINES and broken > WRAPPED_SHARE * len(adjacent)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Join the lines that no blank line parts."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.start - groups[-1][-1].end <= 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        _line(text[group[0].start : group[-1].end], group[0].start, sum(line.words for line in group))
        for group in groups
    ]
