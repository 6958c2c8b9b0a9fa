"""In which language a text is written, told by its script and its commonest words."""

from __future__ import annotations

import re

SAMPLE = 4_000
"""Code points from the start of the text that are looked at."""
PLAINLY_ENGLISH = 400
"""English prose has the word `the` more often than once in so many code points."""

_SCRIPTS = {
    "ru": re.compile(r"[а-яё]", re.IGNORECASE),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hy": re.compile(r"[\u0531-\u0587]"),
    "ka": re.compile(r"[\u10d0-\u10ff]"),
    "he": re.compile(r"[\u05d0-\u05ea]"),
    "el": re.compile(r"[\u03b1-\u03c9]", re.IGNORECASE),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
}
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_COMMON_WORDS = {
    "en": frozenset({"the", "of", "and", "to", "that", "with", "said", "on", "was", "is", "by"}),
    "de": frozenset({"der", "die", "und", "das", "mit", "von", "den", "nicht", "ist", "dem"}),
    "fr": frozenset({"le", "la", "les", "des", "et", "du", "une", "est", "que", "dans"}),
    "es": frozenset({"el", "los", "las", "del", "que", "una", "por", "con", "para", "se"}),
    "it": frozenset({"il", "che", "della", "di", "per", "non", "una", "sono", "gli", "del"}),
    "tr": frozenset({"ve", "bir", "bu", "için", "ile", "olarak", "da", "de"}),
    "pl": frozenset({"nie", "się", "na", "jest", "że", "przez", "oraz", "dla"}),
}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; English where nothing speaks against it."""
    sample = text[:SAMPLE]
    if sample.count(" the ") * PLAINLY_ENGLISH > len(sample):
        return "en"
    latin = len(_LATIN.findall(sample))
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS.items()}
    code = max(counts, key=lambda key: counts[key])
    if counts[code] > latin:
        return "uk" if code == "ru" and len(_UKRAINIAN.findall(sample)) * 50 > counts[code] else code
    words = _WORD.findall(sample.casefold())
    hits = {code: sum(word in common for word in words) for code, common in _COMMON_WORDS.items()}
    best = max(hits, key=lambda key: hits[key])
    return best if hits[best] > hits["en"] else "en"
