"""The design's values, read from the style sheet that defines them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_ROOT: Final = re.compile(r":root\s*\{([^{}]*)\}")
_DEFINITION: Final = re.compile(r"--([a-z][a-z0-9-]*):\s*([^;{}]+);")
_REFERENCE: Final = re.compile(r"var\(--([a-z][a-z0-9-]*)\)")
_IN_BOTH: Final = re.compile(r"light-dark\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)")
_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour's name without its dashes, and its value (`#rrggbb`) in each scheme."""

    name: str
    light: str
    dark: str


def read_tokens(style_sheet: str) -> dict[str, str]:
    """Return what a style sheet defines for the whole page, as it is written, by name; the first of each counts.

    One that only refers to another has the other's value.
    """
    written: dict[str, str] = {}
    for block in _ROOT.findall(style_sheet):
        for name, value in _DEFINITION.findall(block):
            written.setdefault(name, value.strip())
    return {name: _followed(value, written) for name, value in written.items()}


def colours(tokens: Mapping[str, str]) -> dict[str, Colour]:
    """Return those tokens that are colours, by name."""
    found = {}
    for name, value in tokens.items():
        both = _IN_BOTH.fullmatch(value)
        light, dark = both.groups() if both else (value, value)
        if _HEX.fullmatch(light) and _HEX.fullmatch(dark):
            found[name] = Colour(name, _long(light), _long(dark))
    return found


def _followed(value: str, written: Mapping[str, str]) -> str:
    reference = _REFERENCE.fullmatch(value)
    return written.get(reference[1], value) if reference else value


def _long(value: str) -> str:
    return value if len(value) == len("#rrggbb") else "#" + "".join(digit * 2 for digit in value[1:])
