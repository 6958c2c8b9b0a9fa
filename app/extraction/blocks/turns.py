"""Where the turns of a transcript begin: `Vladimir Putin: Good afternoon.`, at a paragraph's head or within it.

A turn's block begins with its label. Paragraphs that go on with a turn have no label and stay paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

LABEL_REACH = 180
"""No label is longer, in code points."""
DASHES = ("- ", "– ", "— ")
"""What stands before the questions and answers of an interview."""
FEWEST_ANSWERS = 2
"""Questions, each with its answer, that make an interview of paragraphs behind dashes."""
LONE_TURN = 120
"""A single labelled paragraph of so many code points is a speech; a shorter one may be a list or a caption."""

_NAME_WORD = r"(?:[A-Z][\w.’'-]*|of|the|for|and|to|at|de|di|del|von|van|bin|al|el|–|-)"
_LABEL = re.compile(rf"{_NAME_WORD}(?:,?\s{_NAME_WORD}){{0,20}}(?:\s\([^()\n]{{1,60}}\))?")
_ANONYMOUS = re.compile(
    r"(?:question|answer|remark|reply|voice|moderator|journalist|reporter|interviewer|q|a)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…>*\"”»)\]]\s+")
_ITEM = re.compile(r"\d{1,2}[.)]\s+")
"""The number of an item in a list: what follows it up to a colon is a heading."""


class TurnStart(NamedTuple):
    """Where a turn begins, and the name (the label's last word) by which its speaker is known again."""

    start: int
    name: str
    words: int


def turn_starts(text: str, paragraphs: list[tuple[int, int]], is_sign: Callable[[str], bool]) -> list[int]:
    """Return the offsets at which turns begin in the given paragraphs (spans), in order; none without a transcript.

    A text is a transcript when a label recurs or several speakers have one, or when it is one long labelled speech.
    ``is_sign`` tells of the words with which a stretch opens whether pages print them before links and notes.
    """
    found: list[TurnStart] = []
    for start, end in paragraphs:
        colon = text.find(": ", start, end)
        if colon >= 0:
            found.extend(_labels(text, start, end, colon))
    found = [turn for turn in found if not is_sign(text[turn.start : turn.start + LABEL_REACH])]  # `READ MORE: …`
    if not found:
        return dialogue_starts(text, paragraphs)
    names = Counter(turn.name for turn in found)
    if len(found) > 1:
        return [
            turn.start for turn in found if turn.words > 1 or names[turn.name] > 1 or _ANONYMOUS.fullmatch(turn.name)
        ]
    ends = dict(paragraphs)
    return [
        turn.start for turn in found if turn.words > 1 and ends.get(turn.start, turn.start) - turn.start >= LONE_TURN
    ]


def dialogue_starts(text: str, paragraphs: list[tuple[int, int]]) -> list[int]:
    """Return where the turns of an interview begin whose questions and answers stand behind dashes (`— Will you go?`).

    A list has no questions among its items that the next item answers.
    """
    dashed = [(start, end) for start, end in paragraphs if text.startswith(DASHES, start)]
    asked = [text.endswith("?", start, end) for start, end in dashed]
    answered = sum(question and not following for question, following in pairwise(asked))
    return [start for start, _ in dashed] if answered >= FEWEST_ANSWERS else []


def _labels(text: str, start: int, end: int, colon: int) -> Iterator[TurnStart]:
    """Return the labels in a paragraph whose first colon stands at ``colon``."""
    low = start
    while colon >= 0:
        first = before = max(low, colon - LABEL_REACH)
        for boundary in _SENTENCE_END.finditer(text, first, colon):
            before, first = first, boundary.end()
        is_item = _ITEM.fullmatch(text, before, first) is not None
        if (
            not is_item
            and _LABEL.fullmatch(text, first, colon)
            and (first == start or _SENTENCE_END.fullmatch(text, first - 2, first))
        ):
            words = text[first:colon].partition(" (")[0].split()
            yield TurnStart(first, words[-1], len(words))
        low = colon + 2
        colon = text.find(": ", low, end)
