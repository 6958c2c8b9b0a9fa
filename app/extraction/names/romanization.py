"""Names from Cyrillic, which agencies write in Latin letters in several ways (`Sergei`, `Sergey`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_ADJECTIVAL_ENDING = re.compile(r"(?<=[^\Waeiouy])(?:iy|ii|ij|yi|yy)\Z")
"""The end of `Osadchiy`, which is `Osadchy` as well."""


def other_spellings(name: str, romanizations: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a full name with the other spellings of its given name."""
    given, _, rest = name.partition(" ")
    for spelling in romanizations.get(given, ()) if rest else ():
        if spelling != given:
            yield f"{spelling} {rest}"


def usual_spelling(name: str, romanizations: Mapping[str, Sequence[str]]) -> str:
    """Return a full name as it is filed: the same for all spellings."""
    given, blank, rest = name.partition(" ")
    return romanizations.get(given, (given,))[0] + blank + _ADJECTIVAL_ENDING.sub("y", rest)
