"""Stretches without a statement, and whether they are silence or missing coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.store.records import DayCount
from app.store.selection import Selection
from app.store.silences import Silence, longest_silences
from app.web.parameters import query_string

SHOWN: Final = 3
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SilentStretch:
    """A stretch without a statement, with the addresses of what is around and within it."""

    silence: Silence
    before_url: str
    """The statements of the last day before."""
    after_url: str
    articles_url: str
    """What the corpus holds of the stretch, about anything."""


@dataclass(frozen=True, slots=True)
class Silences:
    """The longest silences, and the stretches of which the corpus knows too little to call them so."""

    covered: tuple[SilentStretch, ...]
    uncovered: tuple[SilentStretch, ...]
    latest: SilentStretch | None
    """From the last statement to the end of the corpus."""
    held_until: date | None
    """The day of the last article in the corpus."""


def find_silences(days: Sequence[DayCount], held: Sequence[date], selection: Selection) -> Silences:
    """Return the silences between a selection's statements; ``held`` are the days of all articles, in order."""
    found = longest_silences([count.day for count in days], held, most=len(days))
    since_last = longest_silences([days[-1].day, held[-1] + _DAY], held) if days and held else []
    stretches = [_stretch(silence, selection) for silence in found]
    return Silences(
        covered=tuple(one for one in stretches if one.silence.is_covered)[:SHOWN],
        uncovered=tuple(one for one in stretches if not one.silence.is_covered)[:SHOWN],
        latest=_stretch(since_last[0], selection) if since_last else None,
        held_until=held[-1] if held else None,
    )


def _stretch(silence: Silence, selection: Selection) -> SilentStretch:
    def on(day: date) -> str:
        return f"/quotes{query_string(replace(selection, since=day, until=day))}"

    within = Selection(since=silence.last_before + _DAY, until=silence.first_after - _DAY)
    return SilentStretch(silence, on(silence.last_before), on(silence.first_after), f"/articles{query_string(within)}")
