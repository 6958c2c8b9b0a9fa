"""How one text became another, word by word. Pure, and bounded in time and memory however long the texts are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from rapidfuzz.distance import Indel

Kind = Literal["same", "gone", "new"]

_TOKEN: Final = re.compile(r"\s+|\w+|[^\w\s]")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_WORD: Final = re.compile(r"\w")
_MOST_PAIRS: Final = 100_000_000
"""Pairs of words, or of lines, that are compared (a bit of memory each); beyond, all of the stretch counts as new."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stayed, went or came."""

    kind: Kind
    words: str


def differences(old: str, new: str) -> Iterator[Change]:
    """Yield how one text became another; their words and the spaces between come back unchanged.

    What stayed and went is the old text, what stayed and came the new one. Whole lines are matched first, then the
    words of those that differ.
    """
    changes = _joined(change for stretch in _lines(old, new) for change in _words(stretch))
    for kind, group in groupby(changes, key=lambda change: change.kind):
        yield Change(kind, "".join(change.words for change in group))


def _lines(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield stretches of whole lines: those that are alike, and those that differ, in turn."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    for start, end, new_start, new_end in _matched(before, after):
        yield "".join(before[start:end]), "".join(after[new_start:new_end])


def _words(stretch: tuple[str, str]) -> Iterator[Change]:
    old, new = stretch
    if old == new:
        yield Change("same", old)
        return
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for start, end, new_start, new_end in _matched(before, after):
        if before[start:end] == after[new_start:new_end]:
            yield Change("same", "".join(before[start:end]))
            continue
        if start < end:
            yield Change("gone", "".join(before[start:end]))
        if new_start < new_end:
            yield Change("new", "".join(after[new_start:new_end]))


def _matched(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield stretches of both sequences, alike and different in turn."""
    head = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    rest = min(len(before), len(after)) - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if head:
        yield 0, head, 0, head
    if len(old) * len(new) > _MOST_PAIRS or not (old and new):
        if old or new:
            yield head, head + len(old), head, head + len(new)
    else:
        yield from _aligned(old, new, head)
    if tail:
        yield len(before) - tail, len(before), len(after) - tail, len(after)


def _aligned(old: Sequence[str], new: Sequence[str], shift: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of a longest common subsequence; what goes and what comes in one place is one stretch."""
    operations = Indel.opcodes(old, new)
    for _, group in groupby(operations, key=lambda operation: operation.tag == "equal"):
        steps = list(group)
        first, last = steps[0], steps[-1]
        yield shift + first.src_start, shift + last.src_end, shift + first.dest_start, shift + last.dest_end


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Join changes between which nothing but spaces and marks stayed: as a reader sees them, they are one."""
    gone, new, between = "", "", ""
    for change in changes:
        if change.kind == "same" and (not (gone or new) or _WORD.search(change.words) or "\n" in change.words):
            yield from _settled(gone, new, between)
            gone, new, between = "", "", ""
            yield change
        elif change.kind == "same":
            between += change.words
        else:
            gone += between + (change.words if change.kind == "gone" else "")
            new += between + (change.words if change.kind == "new" else "")
            between = ""
    yield from _settled(gone, new, between)


def _settled(gone: str, new: str, between: str) -> Iterator[Change]:
    parts = (Change("gone", gone), Change("new", new), Change("same", between))
    return (part for part in parts if part.words)
