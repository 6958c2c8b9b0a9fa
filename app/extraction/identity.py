"""Addresses that last: ids of articles and quotes, derived from what they are and from nothing else.

Two installations that read the same article agree on every id, and rebuilding a database changes none.
"""

import hashlib
import re
import unicodedata

ID_LENGTH = 12
"""Characters of lower-case base32 in an id: 60 bits, so four million quotes collide with a chance of 1 in 100,000."""

FEWEST_WORDS = 6
"""Words from which on two quotes are not alike by chance."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
"""Base32 (RFC 4648), lower case, two at a time: ``base64.b32encode`` takes longer than the hash itself."""
_WORD = re.compile(r"\w+")
_PLAIN = bytes(ord(chr(code).lower() if _WORD.match(chr(code)) else " ") for code in range(128)).ljust(256)
"""What stands for each ASCII character in the bare words of a text: itself in lower case, or a blank."""
_TYPOGRAPHY = "’“”‘–—«»"
"""Marks that part words and have no other form: without them, most quotes are ASCII."""


def article_id(key: str) -> str:
    """Return the id of the article whose key (canonical URL, else source name) is ``key``."""
    return _digest("article", key)


def quote_id(article_key: str, words: str, occurrence: int) -> str:
    """Return the id of a quote.

    ``words`` are its ``bare_words``, ``occurrence`` counts from 0 the quotes of the article with the same ones.
    """
    return _digest("quote", article_key, words, str(occurrence))


def bare_words(text: str) -> str:
    """Return what counts of a quote's words in its id.

    Marks, spacing, letter case and compatibility forms do not, so an outlet that mends its typography moves no address.
    """
    if not text.isascii():
        for mark in _TYPOGRAPHY:
            text = text.replace(mark, " ")
    if text.isascii():  # takes a third of the time, and most quotes are
        return b" ".join(text.encode().translate(_PLAIN).split()).decode()
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def wording(text: str) -> int | None:
    """Return a number (63 bits) that quotes of the same ``bare_words`` share, whichever article they stand in.

    None for fewer than FEWEST_WORDS: "Thank you very much" is said by everybody, and says nothing of where it is from.
    """
    words = bare_words(text)
    if words.count(" ") + 1 < FEWEST_WORDS:
        return None
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _digest(*parts: str) -> str:
    raw = hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(raw[:8], "big") >> (64 - 5 * ID_LENGTH)
    return "".join([_PAIRS[bits >> shift & 1023] for shift in range(5 * (ID_LENGTH - 2), -10, -10)])
