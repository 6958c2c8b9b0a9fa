"""The lines of a text, and what their shape alone tells.

A line is what stands between two line feeds, without the white space around it. Newswire and saved pages put one
paragraph on one line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"""[.!?…:;][\s"'”’»“)\]]*$|[.!?…,]["”»'’]$""")
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


class Line(NamedTuple):
    """One line that is not blank: its trimmed text, where it stands, and how many words it has.

    A mark before the first word or after the last sentence (`Endit`, `(Agency)`) is no part of ``text``: it stands in
    the first ``head`` code points from ``full_start`` and in the last ``tail`` before ``full_end``.
    """

    text: str
    start: int
    end: int
    words: int
    full_start: int
    full_end: int
    head: int = 0
    tail: int = 0

    @property
    def ends_sentence(self) -> bool:
        """Whether the line closes like a sentence: with a stop or a colon, before closing marks and brackets."""
        return _SENTENCE_END.search(self.text[-12:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether the line reads like running text."""
        return self.words >= PROSE_WORDS and (self.ends_sentence or self.words > HEADLINE_WORDS)

    @property
    def is_title_case(self) -> bool:
        """Whether all the longer words are capitalised, prepositions apart, as in American headlines."""
        if self.words > HEADLINE_WORDS:
            return False
        words = _LONG_WORD.findall(self.text)
        return len(words) >= TITLE_CASE_WORDS and all(w[0].isupper() or w in _UNCAPITALISED for w in words)

    @property
    def signature(self) -> str:
        """The line's words in one letter case, for telling repeats."""
        return " ".join(self.text.casefold().split())


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold more than white space, in order; offsets in code points.

    Where a text is wrapped at a fixed width, the lines of a paragraph are one line.
    """
    lines: list[Line] = []
    for found in _LINE.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        if stripped:
            start = found.start() + len(raw) - len(raw.lstrip())
            end = start + len(stripped)
            lines.append(Line(stripped, start, end, len(stripped.split()), start, end))
    return _unwrapped(text, lines) if _is_wrapped(lines) else lines


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
    spans = ((group[0].start, group[-1].end, sum(line.words for line in group)) for group in groups)
    return [Line(text[start:end], start, end, words, start, end) for start, end, words in spans]
