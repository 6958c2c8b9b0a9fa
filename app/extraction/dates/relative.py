"""Words that tell a day of speech from the day of publication, or that it is another one: `yesterday`, `last week`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.extraction.calendar import MONTH, YEAR
from app.extraction.model import Span
from app.extraction.names.folding import fold

_NUMBERS = ("a", "two", "three", "four", "five", "six")
_COUNT = "|".join(_NUMBERS)
_LOOKS_BACK = re.compile(
    r"(?:earlier|Earlier|previously|Previously|last\s(?:week|month|year)|in\sthe\spast|once)(?!\w)"
)
_BACK = ("earlier", "previously", "last ", "in the past", "once")
"""One of these is in whatever ``_LOOKS_BACK`` matches."""
_SAID_BACK = re.compile(
    r"(?:\s(?:reporters|journalists))?\s(?:(?:back\s)?in\s(?:(?:early|late|mid)[\s-])?"
    rf"(?:{MONTH}(?:,?\s{YEAR})?(?!\s?[0-9])|{YEAR})|then|recently|the\sother\sday|at\s(?:the|that)\stime"
    r"|(?:\w+\s){1,2}(?:days|weeks?|months?|years?)\s(?:ago|earlier|before)|on\sthe\s(?:next|following)\sday)(?!\w)",
    re.IGNORECASE,
)
"""What follows `said` where it was on another day than that of the copy."""
_HAD = re.compile(r"\bhad\s$")
_HAD_REACH = 5
_RELATIVE_DAY = re.compile(
    r"\b(?:(?P<same_day>today|earlier\sin\sthe\sday|the\ssame\sday|this\smorning|tonight)"
    rf"|(?P<days_ago>{_COUNT})\sdays?\sago|a\sday\searlier|the\sprevious\sday|yesterday|last\s(?:night|evening)"
    r"|on\sthe\seve(?!\sof\b)|(?:a|the)\sday\sbefore(?!\s(?:of|the|his|her|its|their|an?|(?-i:[A-Z]))))(?!\w)",
    re.IGNORECASE,
)
_DAYS = ("today", "yesterday", " day", "morning", "night", "evening", "on the eve")
"""One of these is in whatever ``_RELATIVE_DAY`` matches, or the text begins with it."""
_OF_ANOTHER = re.compile(
    r"\bof\s$|\b(?:about|adopted|anniversary|asked|commenting|concluded|happened|imposed|killed|occurred|reached"
    r"|reacting|recalling|referring|responding|signed|that)\b"
)
"""What parts a day from the verb of speech before it: `said of the treaty of March 3`, `said, recalling talks on`."""
_WEEK_BEFORE = re.compile(r"\slast\sweek\b|\sa\sweek\s(?:ago|earlier|before)\b")
_IN_LAST_WEEK = re.compile(r"\blast\sweek(?:\son|,\son|,)?\s$")
_LAST = re.compile(r"\blast\s$")
_REACH = 16
THIS_WEEK, SINCE_LAST, WEEK_BEFORE = 0, 1, 2


def days_back(text: str, start: int, end: int, spans: Sequence[Span], cue_end: int) -> tuple[int, int, int] | None:
    """Return how many days before its publication copy says, in a sentence, that something was said, and where."""
    folded = fold(text)[start:end]
    if not any(word in folded for word in _DAYS):
        return None
    told = [
        word
        for word in _RELATIVE_DAY.finditer(text, start, end)
        if not (_is_within(word.start(), spans) or is_of_another(text, cue_end, word.start()))
    ]
    if not told:
        return None
    word = next((word for word in told if word["same_day"]), told[0])
    ago = word["days_ago"]
    days = 0 if word["same_day"] else _NUMBERS.index(ago.casefold()) + 1 if ago else 1
    return days, word.start(), word.end()


def looks_back(text: str, start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether a sentence, outside a quote's own words, tells that it looks back on another time."""
    folded = fold(text)[start:end]
    return any(word in folded for word in _BACK) and any(
        not _is_within(word.start(), spans) for word in _LOOKS_BACK.finditer(text, start, end)
    )


def was_said_back(text: str, cue_start: int, cue_end: int) -> bool:
    """Whether the words around a verb of speech put it on another day: `had said`, `said in 2014`, `said recently`."""
    had = text.startswith("had ", cue_start) or _HAD.search(text, max(0, cue_start - _HAD_REACH), cue_start)
    return bool(had) or _SAID_BACK.match(text, cue_end) is not None


def is_of_another(text: str, cue_end: int, start: int) -> bool:
    """Whether a day after the verb of speech is that of something else."""
    return start > cue_end and _OF_ANOTHER.search(text, cue_end, start) is not None


def week_of_weekday(text: str, start: int, end: int) -> int:
    """Return which weekday a weekday's name at a place means: the latest, the one before today, or last week's."""
    before = text[max(0, start - _REACH) : start].casefold()
    if _WEEK_BEFORE.match(text, end) or _IN_LAST_WEEK.search(before):
        return WEEK_BEFORE
    return SINCE_LAST if _LAST.search(before) else THIS_WEEK


def _is_within(position: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)
