"""Where copy looks back on another time, so that an office it names may be over."""

from __future__ import annotations

import re

from app.extraction.calendar import DAY, MONTH, WEEKDAY, YEAR
from app.extraction.dates.mentions import is_quoted
from app.extraction.document import Document
from app.extraction.model import Name
from app.extraction.names.folding import fold

_LOOK_BACK = 60
_RETROSPECT = re.compile(
    rf"\b(?:in|of|since|from|during|under|until|by)\s(?:\w+\s)?{YEAR}|\bat\sthe\stime\b|\bback\sthen\b|\byears?\sago\b|\bunder\s(?:the\s)?$|\blast\s(?:month|year)\b",
    re.IGNORECASE,
)
_BACK = frozenset({"time", "then", "ago", "under", "last"})
"""One of these, or a year, is in whatever ``_RETROSPECT`` matches."""
_ON_DAY = re.compile(rf"[^.;]*\son\s(?:{MONTH}\s{DAY},?|{DAY}\s{MONTH})\s{YEAR}", re.IGNORECASE)
"""What was done on a day with its year is told of the past."""
_SAID_NOW = re.compile(
    rf",?\s(?:has\s)?(?:said|told|announced|noted|reported|stated)\b[^.;]*?\b{WEEKDAY}", re.IGNORECASE
)
_SENTENCE_REACH = 200


def may_be_over(document: Document, name: Name, end: int) -> bool:
    """Whether a name stands in quoted words, in a transcript, or where copy looks back on another time.

    ``end`` is where the office and its holder's name end.
    """
    block = document.block_at(name.start)
    is_spoken = block is not None and (block.kind == "turn" or is_quoted(document.text, block.start, name.start))
    return is_spoken or _looks_back(document.text, name, end)


def _looks_back(text: str, office: Name, end: int) -> bool:
    """Whether copy tells of another time: `in 2016 the president`, not `in 2016, the president said on Tuesday`."""
    reach = min(len(text), end + _SENTENCE_REACH)
    if _SAID_NOW.match(text, end, reach):
        return False
    start = max(0, office.start - _LOOK_BACK)
    folded = fold(text)
    words, after = folded[start : office.start], folded[end:reach]
    if _names_year(words) or not _BACK.isdisjoint(words.split()):
        before = text[start : office.start]
        if _RETROSPECT.search(before[max(before.rfind(". "), before.rfind("\n")) + 1 :]):
            return True
    return " on " in after and _names_year(after) and _ON_DAY.match(text, end, reach) is not None


def _names_year(words: str) -> bool:
    return "20" in words or "19" in words
