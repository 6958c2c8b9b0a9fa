"""One spelling for matching: lower case, no diacritics, a blank for whatever is no letter or digit.

Folding keeps the length, so that an offset in the folded text is the same offset in the text.
"""

import codecs
import unicodedata
from functools import lru_cache

_HIGHEST_REMEMBERED = 0x2FFF
"""Characters above it are folded anew each time, so that hostile text cannot fill the table."""

_TYPOGRAPHY = "’“”‘–—«»…\xa0"
"""The characters outside ASCII that English copy uses: with them gone, most of its articles are ASCII."""


class _Folding(dict[int, int]):
    """Translation table that works out a character when it is first met."""

    def __missing__(self, code: int) -> int:
        folded = _fold_character(chr(code))
        if code <= _HIGHEST_REMEMBERED:
            self[code] = folded
        return folded


def _fold_character(character: str) -> int:
    if not character.isalnum():
        return ord(character) if unicodedata.combining(character) else ord(" ")
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return ord(_LETTERS_WITHOUT_BASE.get(base, base)[0])


_LETTERS_WITHOUT_BASE = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ə": "e"}
_TABLE = _Folding()
_ASCII = bytes(range(128)).decode().translate(_TABLE).encode().ljust(256)


def _fold_run(error: UnicodeError) -> tuple[str, int]:
    """Fold what else there is beyond ASCII, mostly letters with diacritics, run by run."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - for the type checker: nothing is decoded with it
    return error.object[error.start : error.end].translate(_TABLE), error.end


codecs.register_error("fold", _fold_run)


@lru_cache(maxsize=2)
def fold(text: str) -> str:
    """Return ``text`` folded for matching, character for character.

    Names and topics are looked for in an article and a title beside it, one after the other: both are folded once.
    """
    for mark in _TYPOGRAPHY:
        text = text.replace(mark, " ")
    try:
        return text.encode("ascii", "fold").translate(_ASCII).decode("ascii")
    except UnicodeEncodeError:  # letters of another script
        return text.translate(_TABLE)


def fold_phrase(phrase: str) -> str:
    """Return a vocabulary phrase folded for matching: as ``fold``, without blanks at its ends."""
    return fold(phrase).strip()
