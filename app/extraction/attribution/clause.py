"""An attribution as it stands in its sentence: the cue, the phrase that names the speaker, and who relays it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from app.extraction.attribution.phrases import Phrase


class Clause(NamedTuple):
    """An attribution: the cue's tokens ``[first, last]``, the phrase that names the speaker, and who relayed it."""

    first: int
    last: int
    subject: Phrase | None
    form: Literal["after", "before", "loose"]
    """`after`, `before`, `loose` (a clause of the same sentence without a verb of speech)."""
    relayed_by: Phrase | None = None
