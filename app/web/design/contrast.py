"""How well one colour stands out from another: the contrast ratio of WCAG 2.2 (1 to 21). Pure."""

from __future__ import annotations

from typing import Final

TEXT: Final = 4.5
"""Least ratio of text to what is behind it (success criterion 1.4.3)."""
GRAPHICS: Final = 3.0
"""Least ratio of lines, bars and controls to what is beside them (success criterion 1.4.11)."""

_OFFSETS: Final = (1, 3, 5)
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours written as `#rrggbb`."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[offset : offset + 2], 16) / 255 for offset in _OFFSETS)
    return sum(weight * _linear(channel) for weight, channel in zip(_WEIGHTS, channels, strict=True))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
