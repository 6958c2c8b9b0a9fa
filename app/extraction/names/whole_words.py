"""Phrases of a vocabulary found in folded text: whole words only, the longest first, none over another."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from ahocorasick_rs import BytesAhoCorasick, MatchKind

_START = itemgetter(1)


class WholeWords:
    """An automaton of folded phrases, each once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # The blanks around each make a match begin and end where words do. Every match is asked for: the longest from
        # the left alone would hide the second of two phrases that share the blank between them.
        self._automaton = BytesAhoCorasick(
            [f" {phrase} ".encode("ascii") for phrase in phrases], matchkind=MatchKind.Standard
        )

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """Return which phrase, start and end of each match in a folded text, in text order and without overlap."""
        padded = f" {folded} ".encode("ascii", "replace")  # one byte for each character: offsets hold for the text
        matches = self._automaton.find_matches_as_indexes(padded, overlapping=True)
        matches.reverse()  # they come by their ends: of those with one start, the longest is now the first
        matches.sort(key=_START)
        found, taken = [], 0
        for index, start, end in matches:
            if start >= taken:
                taken = end - 1  # the blank after it may be the one before the next
                found.append((index, start, end - 2))
        return found
