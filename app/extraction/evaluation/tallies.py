"""Counting: shares of a whole, precision and recall, and what went wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

Figures = Mapping[str, int | float | None]
"""What was measured, by measure; None where there was nothing to measure."""

MistakeKind = Literal[
    "missed", "speaker", "spurious", "taken", "turn", "date", "undated", "partner", "topic", "furniture", "lost"
]


EXCERPT = 90
"""How many characters of the text a mistake shows."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that extraction got wrong: where, what the gold says, and what was found instead."""

    kind: MistakeKind
    article: str
    text: str
    wanted: str
    found: str


@dataclass(slots=True)
class Share:
    """How many of some are so."""

    part: int = 0
    whole: int = 0

    def count(self, is_so: bool) -> None:
        """Count one more."""
        self.part += is_so
        self.whole += 1

    @property
    def value(self) -> float | None:
        """The share, from 0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(slots=True)
class Agreement:
    """How far what was found and what was wanted agree."""

    precision: Share = field(default_factory=Share)
    recall: Share = field(default_factory=Share)

    def count(self, found: Collection[str], wanted: Collection[str]) -> None:
        """Count the members of two sets."""
        both = len(set(found) & set(wanted))
        self.precision.part += both
        self.precision.whole += len(set(found))
        self.recall.part += both
        self.recall.whole += len(set(wanted))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where either has nothing to measure."""
        precision, recall = self.precision.value, self.recall.value
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
