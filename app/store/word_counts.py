"""How often which words are used in statements. Pure: texts in, counts out; what counts as a word is decided here."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:['-][^\W_]+)*")
"""Begins with a letter; hyphens and apostrophes hold its parts together (S-300, well-known, O'Brien)."""

_ONE_FORM: Final = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})
"""Apostrophes and hyphens have several characters each; a soft hyphen is none."""

_POSSESSIVE: Final = "'s"
_LIST_OF_WORDS: Final = TypeAdapter(dict[str, frozenset[str]])


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word is used in all texts together, without stop words and single letters.

    Words are folded to lower case; a possessive ``'s`` does not make another word.
    """
    # What stands between spaces is counted first, so that each form is taken apart once, however often it is used.
    pieces = Counter(chain.from_iterable(map(str.split, texts)))
    counts: Counter[str] = Counter()
    for piece, times in pieces.items():
        for word in _words(piece):
            counts[word.removesuffix(_POSSESSIVE)] += times
    for word in [word for word in counts if len(word) == 1 or word in stop_words()]:
        del counts[word]
    return counts


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say nothing about a subject, from ``stop_words.toml``."""
    data = tomllib.loads(Path(__file__).with_name("stop_words.toml").read_text(encoding="utf-8"))
    return frozenset().union(*_LIST_OF_WORDS.validate_python(data).values())


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFC", text).casefold().translate(_ONE_FORM)
    return _WORD.findall(folded)
