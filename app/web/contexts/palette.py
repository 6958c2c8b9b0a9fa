"""Which tint shows whose words: the few who say most get one each, all others share the neutral one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from app.store.records import QuoteRecord, SpeakerRecord
from app.web.addresses import speaker_path

TINTS: Final = 5
NEUTRAL: Final = 0
"""The tint of everybody else, and of words whose speaker is unknown."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in an article's legend."""

    speaker: SpeakerRecord
    tint: int
    quotes: int
    url: str


def voices(quotes: Iterable[QuoteRecord]) -> tuple[Voice, ...]:
    """Return the speakers of an article by the weight of their words, heaviest first."""
    weights: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    speakers: dict[str, SpeakerRecord] = {}
    for quote in quotes:
        if quote.speaker:
            weights[quote.speaker.slug] += len(quote.text)
            counts[quote.speaker.slug] += 1
            speakers.setdefault(quote.speaker.slug, quote.speaker)
    return tuple(
        Voice(speakers[slug], place if place <= TINTS else NEUTRAL, counts[slug], speaker_path(slug))
        for place, (slug, _) in enumerate(weights.most_common(), 1)
    )


def tints(legend: Iterable[Voice]) -> Mapping[str, int]:
    """Return the tint of each speaker in a legend, by slug."""
    return {voice.speaker.slug: voice.tint for voice in legend}
