"""How soon after the words were said copy is filed: on the day itself, or perhaps on the next."""

from __future__ import annotations

import re
from functools import lru_cache

from app.extraction.dates.reading import Reading
from app.extraction.document import Document
from app.extraction.model import DayMention
from app.extraction.vocabulary import Vocabulary

TOLD_REACH = 60
"""Code points before a weekday within which the words stand that tell to whom something was said."""


def is_of_the_day(reading: Reading, mention: DayMention) -> bool:
    """Whether the weekday of the report is that on which the copy was filed, but for about one report in a hundred.

    It is where an agency reports from its own country, in its first paragraph, what somebody said or told its
    reporter, and not what others published, which may have come in the night.
    """
    if mention.block != 0 or not _is_at_home(reading.document, reading.vocabulary):
        return False
    text, start = reading.document.text, max(mention.sentence[0], mention.start - TOLD_REACH)
    told = _told(reading.vocabulary, reading.document.outlet).search(text, start, mention.start)
    return told is not None and not _media(reading.vocabulary).search(text, mention.sentence[0], told.start())


def _is_at_home(document: Document, vocabulary: Vocabulary) -> bool:
    """Whether the dateline lies in the outlet's own country, or names no outlet from abroad."""
    outlet = vocabulary.outlets.get(document.outlet or "")
    home = document.dateline.country if document.dateline else None
    return home is not None and (outlet is None or outlet.country in {None, home})


@lru_cache(maxsize=4)
def _media(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return what stands before `said` where another outlet says it: `the daily said`, `Xinhua said`."""
    names = sorted(
        {sign.text for outlet in vocabulary.outlets.values() for sign in outlet.signs}, key=len, reverse=True
    )
    nouns = "|".join(map(re.escape, vocabulary.times["media"].words))
    return re.compile(rf"\b(?:{nouns}|{'|'.join(map(re.escape, names))})\s$")


@lru_cache(maxsize=100)
def _told(vocabulary: Vocabulary, outlet: str | None) -> re.Pattern[str]:
    """Return what stands before a weekday on which something was said to an outlet's reporter or aloud."""
    known = vocabulary.outlets.get(outlet or "")
    told = (*vocabulary.times["live"].words, *(f"told {sign.text}" for sign in (known.signs if known else ())))
    words = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})(?:\s(?:earlier|here|late|in\s\w+))?(?:\son)?\s$")
