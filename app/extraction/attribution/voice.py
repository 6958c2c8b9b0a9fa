"""Somebody found to be speaking."""

from __future__ import annotations

from dataclasses import dataclass

from app.extraction.attribution.cast import Character
from app.extraction.model import Span


@dataclass(slots=True, eq=False)
class Voice:
    """A speaker found: who, the words that name them, and how sure the reading of those words is."""

    character: Character
    span: Span
    certainty: float
