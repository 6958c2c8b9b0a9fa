"""Lines that no reader is meant to read: what templates, counters, tags and links leave in a saved page."""

from __future__ import annotations

import re

from app.extraction.blocks.lines import Line

_LETTER = re.compile(r"[^\W\d_]")
_TAGS = re.compile(r"(?:#[\w-]+[\s,;|]*)+$")
_TEMPLATE = re.compile(r"\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}|\[/?[a-z_]{2,20}[\d_]*(?:\s[^\]\n]{0,80})?\]$")
_LINK = re.compile(r"(?:https?://|www\.)\S+$|[\w-]+(?:\.[\w-]+)+/\S*$|\S+@\S+\.\w{2,6}$|@\w+$", re.IGNORECASE)
_COUNTER = re.compile(
    r"(?:about\s)?[0-9][0-9,.\s]*k?\s?(?:views?|comments?|shares?|likes?|reads?|votes?|min(?:ute)?s?|hours?|days?|weeks?)"
    r"(?:\s(?:ago|read))?\W*$",
    re.IGNORECASE,
)
_COUNTER_STARTS = frozenset("0123456789aA")
_WRITER = r"(?:\s[A-Z][\w.’'-]{0,20}){2,4}"
_BY_LINE = re.compile(rf"By{_WRITER}(?:\sand{_WRITER})?(?:\s[-–—]\s[A-Z][\w.-]{{1,20}}:?)?$")
_CREDIT = re.compile(
    r"(?:^|[\s(\[])(?:AP\sPhoto|[Pp]hoto|[A-Z]{3,}|Xinhua|Sputnik|Getty\sImages|Kremlin)"
    r"/(?:[A-Z][\w.\u2019'-]*\s?){1,4}[)\].]{0,2}$"
)


def is_residue(line: Line) -> bool:
    """Whether a line holds nothing but a by-line, tags, a link, a template's placeholder, a counter, or no letters."""
    text = line.text
    first = text[0]
    if not first.isalpha() and not _LETTER.search(text):
        return True
    if first in "#[{" and (_TAGS.match(text) or _TEMPLATE.match(text)):
        return True
    if line.words == 1 and _LINK.match(text):
        return True
    if first == "B" and _BY_LINE.match(text):
        return True
    return first in _COUNTER_STARTS and _COUNTER.match(text) is not None


def is_credit(line: Line) -> bool:
    """Whether a line ends with the credit of a picture: `(Agency/First Last)`."""
    return "/" in line.text and _CREDIT.search(line.text[-80:]) is not None
