"""The body and the tail of the page: paragraphs, and what outlets print between and after them."""

from __future__ import annotations

import re
from collections import Counter

from app.extraction.blocks.lines import HEADLINE_WORDS, Line
from app.extraction.blocks.signs import Sign
from app.extraction.model import BlockKind

HEADING_WORDS = 14
RELATED_WORDS = 30
"""Headlines after `See also` have no more words than this."""
FULL_PARAGRAPH_WORDS = 40
"""Teasers of other articles and readers' comments are shorter, as a rule."""
REPEAT_LENGTH = 40
"""A line of so many letters that stood before word for word is printed twice."""
LABEL_WORDS = 5
TEASERS = 2
"""So many bullets on lines of their own make a list."""

_BANNED_FOR = ("rrorist ", "xtremist ", "ndesirable ")
_BANNED = re.compile(
    r"^[\s*]*(?:the\s)?[\"“«]?[\w][\w\s.'’\"”»()-]{0,60}?(?:\([^()\n]{0,60}\))?\s?"
    r"(?:[-–—]\s(?:an?\s|the\s)?|(?:is|are|was|were)\s)?"
    r"(?:[\w-]+\s){0,4}(?:terrorist|extremist|undesirable)\s(?:organi[sz]ation|group|movement)",
    re.IGNORECASE,
)
_BAN = re.compile(r"(?:banned|prohibited|outlawed|recogni[sz]ed|designated|declared|operating)\b", re.IGNORECASE)
_BANNED_ACTIVITY = re.compile(
    r"^[\s*]*(?:the\s)?activit(?:y|ies)\sof\s[^.\n]{1,80}\s(?:is|are)\s(?:banned|prohibited|recogni[sz]ed)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
_LONGEST_REMARK = 40
"""A longer sentence that speaks of no ban, after one in the past tense, makes a note background."""
_PAST = re.compile(r"\b(?:was|were)\b")
_BULLETS = ("-", "–", "—", "•", "·", "*", "▪", "■", "►", ">", "→", "»")
_LONE_BULLETS = frozenset(_BULLETS)
_TELLING = ('," ', '", ', ",” ", "”, ", "», ")
"""What stands between somebody's words and those of the narrator: no heading has it."""
_OPENING_MARKS = "\"'“‘«„"


def body_kinds(lines: list[Line], signs: list[Sign | None], body: int, title: Line | None) -> list[BlockKind]:
    """Return the kind of each line from ``body`` on."""
    kinds: list[BlockKind] = []
    seen = {title.signature} if title else set()
    lengths = Counter(len(line.text) for line in lines)
    open_sign: Sign | None = None
    end = _end_of_article(lines, signs, body)
    teasers = _teasers(lines, signs, body)
    for index in range(body, len(lines)):
        line, sign = lines[index], signs[index]
        kind: BlockKind
        if sign is not None:
            kind = sign.kind
            if sign.opens and (sign.place == "line" or line.text.endswith(":")):
                open_sign = sign
        elif index >= teasers:
            kind = "related"
        elif open_sign and (index > end or (not line.ends_sentence and line.words <= RELATED_WORDS)):
            kind = open_sign.kind
        else:
            open_sign = None
            signature = line.signature if lengths[len(line.text)] > 1 else ""  # else no other line can repeat it
            kind = _kind(line, repeated=signature in seen)
            if signature and kind == "paragraph" and len(line.text) >= REPEAT_LENGTH:
                seen.add(signature)
        kinds.append(kind)
    return _settle(lines[body:], kinds)


def _end_of_article(lines: list[Line], signs: list[Sign | None], body: int) -> int:
    """Return the index of the line that closes the article (`Top stories`, `Comments`), or ``len(lines)``.

    It stands after the body has begun and before no full paragraph.
    """
    end = len(lines)
    for index in range(len(lines) - 1, body, -1):
        sign = signs[index]
        if sign is None and lines[index].words >= FULL_PARAGRAPH_WORDS:
            break
        if sign is not None and sign.closes:
            end = index
    return end


def _teasers(lines: list[Line], signs: list[Sign | None], body: int) -> int:
    """Return the index from which the page teases other articles, each behind a bullet on a line of its own.

    That is ``len(lines)`` where nothing of the kind closes the page: a paragraph without such a bullet goes on with the
    article, and after a colon the bullets are its own.
    """
    bullets = [index for index in range(body + 1, len(lines)) if lines[index].text in _LONE_BULLETS]
    if len(bullets) < TEASERS or lines[bullets[0] - 1].text.endswith(":"):
        return len(lines)
    unbulleted = (
        index
        for index in range(bullets[0], len(lines))
        if signs[index] is None
        and lines[index].text not in _LONE_BULLETS
        and lines[index - 1].text not in _LONE_BULLETS
    )
    return bullets[0] if next(unbulleted, None) is None else len(lines)


def _kind(line: Line, *, repeated: bool) -> BlockKind:
    if repeated and line.words > 1:
        return "boilerplate"
    if not line.ends_sentence and line.words <= HEADING_WORDS and _may_head(line.text):
        return "heading"
    return "paragraph"


def _may_head(text: str) -> bool:
    first = text.lstrip(_OPENING_MARKS)[:1]
    if any(close in text for close in _TELLING):
        return False  # `“We are ready”, the minister said`
    return (first.isupper() or first.isdigit()) and not text.endswith((",", "-", "–", "—"))


def is_footnote(text: str) -> bool:
    """Whether a line is the note that outlets print on a banned organisation."""
    opening = text[:200]
    if _BANNED_ACTIVITY.match(opening):
        return True
    if not any(word in opening for word in _BANNED_FOR):
        return False
    if _BANNED.match(opening) is None or _BAN.search(text[:400]) is None:
        return False
    first, *others = _SENTENCE.split(text)
    narrated = _PAST.search(first) is not None and not text.startswith("*")
    return not (narrated and any(len(other) > _LONGEST_REMARK and not _BAN.search(other) for other in others))


def _is_label(line: Line) -> bool:
    """Whether a line only announces what the page printed after it (`More on the topic:`), or is no sentence at all."""
    return line.words <= LABEL_WORDS and (line.text.endswith(":") or not line.ends_sentence)


def _is_listed(line: Line) -> bool:
    """Whether a line is an item of a list of headlines: short, behind a bullet or before a bar, and no sentence."""
    return (
        line.words <= HEADLINE_WORDS
        and not line.ends_sentence
        and (line.text.startswith(_BULLETS) or line.text.endswith("|"))
        and not line.text.endswith(",")
    )


def _kind_in_tail(line: Line, kind: BlockKind) -> BlockKind | None:
    """Return the kind of a line after which no paragraph stands; None when it is the last paragraph itself."""
    if kind == "heading":
        return "boilerplate"
    if kind != "paragraph":
        return kind
    if is_footnote(line.text):
        return "footnote"
    if _is_listed(line):
        return "related"
    return "boilerplate" if _is_label(line) else None


def _settle(lines: list[Line], kinds: list[BlockKind]) -> list[BlockKind]:
    """Read the tail: after the last paragraph nothing is headed, and notes on banned organisations close the page."""
    last = len(lines)
    while last and (tail := _kind_in_tail(lines[last - 1], kinds[last - 1])):
        last -= 1
        kinds[last] = tail
    for index in range(1, len(kinds)):
        if kinds[index] == "credit" and kinds[index - 1] == "heading":
            kinds[index - 1] = "caption"
    return kinds
