"""The lines of a text, and what their shape alone tells.

A line is what stands between two line feeds, without the white space around it. Newswire and saved pages put one
paragraph on one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
TITLE_CASE_WORDS = 4
"""Fewer long words do not show in which case a line is."""
HEADLINE_WORDS = 32
"""A headline has no more words than this."""


@dataclass(frozen=True, slots=True)
class Line:
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
    """Return the lines of ``text`` that hold more than white space, in order; offsets in code points."""
    lines = []
    for found in _LINE.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        if stripped:
            start = found.start() + len(raw) - len(raw.lstrip())
            end = start + len(stripped)
            lines.append(Line(stripped, start, end, len(stripped.split()), start, end))
    return lines
