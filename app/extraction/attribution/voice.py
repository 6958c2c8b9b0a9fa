"""Somebody found to be speaking."""

from __future__ import annotations

from typing import NamedTuple

from app.extraction.attribution.cast import Character
from app.extraction.model import Span


class Voice(NamedTuple):
    """A speaker found: who, the words that name them, and how sure the reading of those words is."""

    character: Character
    span: Span
    certainty: float
