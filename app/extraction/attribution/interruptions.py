"""Attributions inside the marks: `“It is late, — said the minister. — We shall go.”`, and after a forgotten mark.

Russian copy closes the marks once, after everything that was said, and sets the attribution off by dashes; translated
newswire keeps that. Where a closing mark is missing, the attribution at the end stands inside what is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from app.extraction.attribution.lexicon import CAPITAL, Lexicon
from app.extraction.model import Quotation

_LONGEST_CLAUSE = 120
"""Code points of an attribution inside the marks."""

_Patterns: TypeAlias = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


def without_interruptions(text: str, quotations: Sequence[Quotation], lexicon: Lexicon) -> list[Quotation]:
    """Return quotations (outermost, in text order), those with an attribution inside them cut into what was said."""
    patterns = _patterns(lexicon)
    parts: list[Quotation] = []
    for quotation in quotations:
        start, end, _, past, _, _ = quotation
        words = text[start:end]
        if words and not _is_dashed(words) and text[end:past].strip():
            parts.append(quotation)  # closed, and with nothing set off in it
        else:
            parts.extend(_cut_out(text, quotation, patterns))
    return parts


def _is_dashed(words: str) -> bool:
    return " — " in words or " – " in words or " - " in words


def _cut_out(text: str, quotation: Quotation, patterns: _Patterns) -> Iterator[Quotation]:
    dashed, closing, within = patterns
    rest = quotation
    interrupted = _is_dashed(text[quotation.start : quotation.end])
    for match in dashed.finditer(text, quotation.start, quotation.end) if interrupted else ():
        if match.start() <= rest.start:
            continue
        end = match.start() + (text[match.start()] in ".!?")
        yield rest._replace(end=end, outer_end=end, continued=False)
        rest = rest._replace(start=match.end(), outer_start=match.end())
    if not text[rest.end : rest.outer_end].strip():  # no closing mark
        forgotten = None if rest.continued else within.search(text, rest.start + 1, rest.end)
        found = forgotten or closing.search(text, max(rest.start + 1, rest.end - _LONGEST_CLAUSE), rest.end)
        if found is not None:
            rest = rest._replace(end=found.start(), outer_end=found.start(), continued=False)
    if rest.start < rest.end:
        yield rest


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> _Patterns:
    """Return what an attribution between dashes looks like, and one at the end of a quotation without closing mark.

    The third is one at the end of the sentence in which a closing mark has been forgotten.
    """
    verb = "(?:" + "|".join(sorted(re.escape(word) for word in lexicon.said)) + ")"
    somebody = rf"(?:(?:the |{CAPITAL})[^\n“”\"«»—–]{{1,80}}?|he|she)"
    hearers = "(?:(?:" + "|".join(sorted(re.escape(word) for word in lexicon.hearers)) + r") (?:\w+ ){0,3}?)?"
    clause = rf"(?:{verb} {hearers}{somebody}|{somebody} {verb})"
    dashed = rf"[.,!?]?\s[—–-]\s{clause}[.,]\s?[—–-]\s"
    name = rf"(?:(?:the [\w-]{{2,20}}|{CAPITAL}[\w-]{{1,20}})(?: [\w-]{{2,20}})?|he|she)"
    return (
        re.compile(dashed),
        re.compile(rf",\s(?:[—–-]\s)?{clause}\.?$"),
        re.compile(rf",\s(?:{name} {verb}|{verb} {name})\.(?=\s)"),
    )
