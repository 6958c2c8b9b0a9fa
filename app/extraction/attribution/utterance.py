"""What has been concluded about one stretch of direct speech, before it becomes a quote of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.extraction.attribution.clause import Clause
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.voice import Voice
from app.extraction.model import Quotation, Span

Form = Literal["after", "before", "loose", "led", "carried", "nested", "turn", "announced", "titled", "none"]
"""How a stretch is attributed: by a clause after or before it, by the subject of its sentence alone, by the sentence
before it, by an earlier quotation, within another quotation, by a label, by the announcement of a round-up, by the
title, or not at all."""


@dataclass(slots=True)
class Utterance:
    """A stretch of direct speech: where it stands and whose it is."""

    quotation: Quotation
    form: Form = "none"
    voice: Voice | None = None
    via: Voice | None = None
    cue: Span | None = None
    joins: Utterance | None = None
    """The utterance that it continues."""


@dataclass(slots=True, kw_only=True)
class Quoted(Utterance):
    """An utterance between quotation marks in a sentence of the narrator's."""

    number: int
    """Which sentence of the article it begins in."""
    place: Sentence
    index: int
    """Which token of ``place`` it is."""
    clause: Clause | None = None
