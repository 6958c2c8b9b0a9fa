"""The speakers of an article, each with the way to mute them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.web.contexts.palette import Voice
from app.web.reading import Reading


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A speaker; ``toggle_url`` leads to the same page with the speaker muted, or heard again."""

    voice: Voice
    muted: bool
    toggle_url: str


def legend_entries(voices: Iterable[Voice], reading: Reading) -> tuple[LegendEntry, ...]:
    """Return the speakers in their order."""
    return tuple(
        LegendEntry(voice, voice.speaker.slug in reading.muted, reading.toggled(voice.speaker.slug).query())
        for voice in voices
    )
