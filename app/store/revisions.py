"""What became of each quote when its article's text changed. Pure: quotes in, fates out.

A quote that keeps its words keeps its id (ids derive from the words), so those are told by id. What is left is matched
by likeness, under two conditions: the likeness must be high, and no other quote, old or new, may come near to it.
Without the second an address would silently be re-aimed at a lookalike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import Indel

from app.extraction.model import Span

LIKENESS = 0.7
"""Least share of characters in common for an altered quote to be recognised in its successor."""

MARGIN = 0.15
"""How much more alike the pair must be than either of the two is to any other quote."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A quote as it stands in one revision."""

    id: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a quote: its words stand where they did, stand elsewhere, were altered, or are gone."""

    kind: Literal["same", "moved", "altered", "gone"]
    successor: str | None = None
    """The id of the new quote, when ``kind`` is ``altered``."""


def resolve(old: Sequence[Standing], new: Sequence[Standing]) -> dict[str, Fate]:
    """Return the fate of every old quote, by id. Ids are unique within each of the two."""
    standing = {quote.id: quote for quote in new}
    successors = _successors(old, new)
    return {quote.id: _fate(quote, standing, successors) for quote in old}


def _fate(quote: Standing, standing: Mapping[str, Standing], successors: Mapping[str, str]) -> Fate:
    if found := standing.get(quote.id):
        return Fate("same" if found.spans == quote.spans else "moved")
    if successor := successors.get(quote.id):
        return Fate("altered", successor)
    return Fate("gone")


def _successors(old: Sequence[Standing], new: Sequence[Standing]) -> dict[str, str]:
    """Match quotes that lost their words with quotes whose words are new, where each is the other's clear winner."""
    kept = {quote.id for quote in old} & {quote.id for quote in new}
    # Quotes that kept their words take part as rivals: likeness to one of them is likeness all the same.
    old_words = {quote.id: quote.text.casefold() for quote in old}
    new_words = {quote.id: quote.text.casefold() for quote in new}
    found = {}
    for quote in old_words.keys() - kept:
        successor = _clear_winner(old_words[quote], new_words)
        if successor and successor not in kept and _clear_winner(new_words[successor], old_words) == quote:
            found[quote] = successor
    return found


def _clear_winner(words: str, candidates: Mapping[str, str]) -> str | None:
    ranked = process.extract(
        words, candidates, scorer=Indel.normalized_similarity, limit=2, score_cutoff=LIKENESS - MARGIN
    )
    if not ranked or ranked[0][1] < LIKENESS or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return str(ranked[0][2])
