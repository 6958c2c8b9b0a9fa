"""Phrases of a vocabulary found in folded text: whole words only, the longest first, none over another."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind


class WholeWords:
    """An automaton of folded phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # A blank before each makes a match begin where a word begins. Every match is asked for: the longest from the
        # left alone would hide `northern sea route` behind `the north`, which turns out to be no whole word.
        self._automaton = AhoCorasick([f" {phrase}" for phrase in phrases], matchkind=MatchKind.Standard)

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """Return which phrase, start and end of each match in a folded text, in text order and without overlap."""
        padded = f" {folded} "
        matches = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(padded, overlapping=True)
            if padded[end] == " "
        ]
        matches.sort()
        found, taken = [], 0
        for start, minus_end, index in matches:
            if start >= taken:
                taken = -minus_end
                found.append((index, start, taken - 1))
        return found
