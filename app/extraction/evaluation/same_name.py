"""Whether two ways of writing a speaker's name mean the same speaker.

Made for scoring: titles, offices in apposition, accents and letter case do not count, a surname stands for the whole
name.
"""

from __future__ import annotations

import re
import unicodedata

# fmt: off
_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "dr", "sen", "senator", "rep", "representative", "gov", "governor", "president",
        "secretary", "minister", "foreign", "prime", "spokesman", "spokeswoman", "spokesperson", "former", "the", "a",
        "an", "of", "and", "jr", "sr", "ii", "iii", "ministry", "office", "department",
    }
)
# fmt: on
_POSSESSIVE = re.compile(r"'s\b")
_WORD = re.compile(r"[a-z]+")
_APPOSITION = re.compile(r"[,(;]")


def words_of_name(name: str | None) -> list[str]:
    """Return the words of a name in plain lower-case Latin letters."""
    plain = unicodedata.normalize("NFKD", (name or "").replace("ı", "i")).encode("ascii", "ignore").decode()
    return _WORD.findall(_POSSESSIVE.sub("", plain).casefold())


def last_name(name: str | None) -> str | None:
    """Return the last word of a name that is no title, before any apposition; None where there is none."""
    words = [word for word in words_of_name(_APPOSITION.split(name or "")[0]) if word not in _TITLES]
    return words[-1] if words else None


def same_name(one: str | None, other: str | None) -> bool:
    """Return whether the names agree: in all words, or in that the surname of one is a word of the other."""
    if not one or not other:
        return False
    ours, theirs = words_of_name(one), words_of_name(other)
    return ours == theirs or last_name(other) in ours or last_name(one) in theirs
