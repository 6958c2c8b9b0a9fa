"""How often which words are used in statements. Pure: texts in, counts out; what counts as a word is decided here."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:['-][^\W_]+)*")
"""Begins with a letter; hyphens and apostrophes hold its parts together (S-300, well-known, O'Brien)."""

_ONE_FORM: Final = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})
"""Apostrophes and hyphens have several characters each; a soft hyphen is none."""

_POSSESSIVE: Final = re.compile(r"'[sS]$")
_LIST_OF_WORDS: Final = TypeAdapter(dict[str, frozenset[str]])


@dataclass(frozen=True, slots=True)
class WordUse:
    """How often each word is used, by its folded form, and how each is most often written (NATO, Geneva, talks)."""

    counts: Counter[str]
    written: Mapping[str, str]


def count_words(texts: Iterable[str]) -> WordUse:
    """Return how often each word is used in all texts together, without stop words and single letters.

    Words that differ in capitals alone are one; a possessive ``'s`` does not make another word.
    """
    # What stands between spaces is counted first, so that each form is taken apart once, however often it is used.
    pieces = Counter(chain.from_iterable(map(str.split, texts)))
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for piece, times in pieces.items():
        for form in _words(piece):
            forms[form.casefold()][form] += times
    counted = {word: spelled for word, spelled in forms.items() if len(word) > 1 and word not in stop_words()}
    return WordUse(
        Counter({word: spelled.total() for word, spelled in counted.items()}),
        # Of forms that are equally frequent, the one in small letters.
        {word: max(spelled, key=lambda form: (spelled[form], form)) for word, spelled in counted.items()},
    )


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say nothing about a subject, from ``stop_words.toml``."""
    data = tomllib.loads(Path(__file__).with_name("stop_words.toml").read_text(encoding="utf-8"))
    return frozenset().union(*_LIST_OF_WORDS.validate_python(data).values())


def _words(piece: str) -> list[str]:
    """Return the words between two spaces as they are written, without a possessive ending."""
    found = _WORD.findall(unicodedata.normalize("NFC", piece).translate(_ONE_FORM))
    return [_POSSESSIVE.sub("", word) for word in found]
