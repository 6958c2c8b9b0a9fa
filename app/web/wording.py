"""Days and numbers as readers write them."""

from __future__ import annotations

from datetime import date
from typing import Final

_THIN_SPACE: Final = "\u202f"


def day(value: date | None) -> str:
    """Return a day as readers write it (18 November 2015), or `undated`."""
    return f"{value.day} {value:%B} {value.year}" if value else "undated"


def month(value: date) -> str:
    """Return a month as readers write it (November 2015)."""
    return f"{value:%B} {value.year}"


def number(value: int) -> str:
    """Return a whole number with its thousands set apart by narrow spaces."""
    return f"{value:,}".replace(",", _THIN_SPACE)


def percent(value: float) -> str:
    """Return a share of one as a whole percentage, never rounded up to certainty."""
    return f"{min(int(value * 100 + 0.5), 99 if value < 1 else 100)}{_THIN_SPACE}%"
