"""Words as the full-text index sees them (see ``app.store.fulltext``): folded, and stemmed by Porter's algorithm."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
"""One word: letters and digits, with combining marks; everything else separates."""

_STEMMABLE = range(3, 65)
"""Lengths of the words that SQLite's tokenizer stems."""

_stemmer = snowballstemmer.stemmer("porter")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, without anything between them."""
    return tuple(WORD.findall(text))


def fold(word: str) -> str:
    """Return a word in lower case and without diacritics."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """Return the stem of a folded word: what the index knows it by."""
    if len(folded) in _STEMMABLE and folded.isascii():
        return str(_stemmer.stemWord(folded))
    return folded
