"""The head of the page: what stands before the first paragraph.

Without any dateline the first line of running text is the first paragraph. Before a dateline even running text is
none: it is the deck, or a teaser that repeats the lead.
"""

from __future__ import annotations

import re

from app.extraction.blocks.lines import HEADLINE_WORDS, Line
from app.extraction.blocks.signs import Sign
from app.extraction.model import BlockKind

_WORD = re.compile(r"\w+")

HEAD_PROSE = 3
"""A dateline after more lines of running text than this does not open the article."""
TEASED_LINES = 12
"""A deck is repeated within so many lines."""
SHORT_HEADLINE_WORDS = 20
"""Above a dateline, a first line of no more words is the title even where it ends in a stop."""
SAME_TITLE = 0.6
"""Two titles with so large a share of their words in common are one, give or take the site's name."""
SECTION_WORDS = 3
"""A line of so few words before a longer headline names a section of the site."""
DECK_WORDS = 9
"""A line without a stop, between title and body, is the deck when it has so many words and no picture beside it."""


def first_body_line(
    lines: list[Line], signs: list[Sign | None], dateline: int | None, supplied: str | None = None
) -> int:
    """Return the index of the line with which the body begins; ``len(lines)`` when there is none.

    ``signs`` says what each line's words or stamp tell of it; ``dateline`` is the index of the first line that begins
    with a dateline. ``supplied`` is the title that the source gives beside the text; where the text does not repeat it,
    the text was stored without its head.
    """
    if dateline is not None:
        prose = sum(line.is_prose and sign is None for line, sign in zip(lines[:dateline], signs, strict=False))
        if prose <= HEAD_PROSE:
            return dateline
    title = title_line(lines, signs, len(lines))
    if title is not None and supplied and not _is_same_title(lines[title].text, supplied):
        return title
    after = 0 if title is None else title + 1
    bodies = (i for i in range(after, len(lines)) if signs[i] is None and lines[i].is_prose and not _teases(lines, i))
    return next(bodies, after if after < len(lines) else len(lines))


def _teases(lines: list[Line], index: int) -> bool:
    """Whether a line is the deck of a page that repeats it, word for word, within a later paragraph."""
    words = lines[index].text.rstrip(" .")
    return any(
        words in line.text and line.words > lines[index].words for line in lines[index + 1 : index + TEASED_LINES]
    )


def title_line(lines: list[Line], signs: list[Sign | None], body: int) -> int | None:
    """Return the index of the title among the lines before ``body``, or None when the article has none."""
    heads = [i for i in range(min(body, len(lines))) if signs[i] is None]
    if not heads:
        return None
    for position, index in enumerate(heads):
        line = lines[index]
        if line.words > SECTION_WORDS or len(heads) == position + 1:
            return index if _is_headline(line, alone=len(lines) == 1) else None
        following = lines[heads[position + 1]]
        if not _is_headline(following, alone=False):
            return index
    return None


def _is_headline(line: Line, *, alone: bool) -> bool:
    if alone or line.words > HEADLINE_WORDS or line.text.endswith((".”", '."', ",")):
        return False
    return not line.is_prose or line.text.endswith(("?", "!")) or line.is_title_case


def head_kinds(lines: list[Line], signs: list[Sign | None], body: int, supplied: str | None) -> list[BlockKind]:
    """Return the kind of each line before ``body``.

    ``supplied`` is the title that the source gives beside the text: a headline that has little in common with it is
    the deck of a text that was stored without its title.
    """
    title = title_line(lines, signs, body)
    if title is None:
        title = next((i for i in range(body) if signs[i] is None and lines[i].words <= SHORT_HEADLINE_WORDS), None)
    if title is not None and supplied and not _is_same_title(lines[title].text, supplied):
        return [sign.kind if sign else "deck" for sign in signs[:body]]
    return [sign.kind if sign else _kind(lines, signs, index, title, body) for index, sign in enumerate(signs[:body])]


def _kind(lines: list[Line], signs: list[Sign | None], index: int, title: int | None, body: int) -> BlockKind:
    """Return the kind of a line of the head whose own words tell nothing."""
    line = lines[index]
    if title is None or index < title:
        return "deck" if line.is_prose else "boilerplate"
    if line.repeats(lines[title]):
        return "title"
    described = _beside_credit(signs, index, body)
    if line.is_prose or (line.words >= DECK_WORDS and not described):
        return "deck"
    return "caption" if described or _after_credit(signs, index) else "boilerplate"


def _beside_credit(signs: list[Sign | None], index: int, body: int) -> bool:
    """Whether the next line is nothing but a picture's credit: then this one describes the picture."""
    following = signs[index + 1] if index + 1 < body else None
    return following is not None and following.kind == "credit" and following.place == "start"


def _after_credit(signs: list[Sign | None], index: int) -> bool:
    """Whether the line before credits a picture."""
    before = signs[index - 1] if index else None
    return before is not None and before.kind == "credit"


def _is_same_title(headline: str, supplied: str) -> bool:
    words, others = (set(_WORD.findall(title.casefold())) for title in (headline, supplied))
    return len(words & others) >= SAME_TITLE * len(words | others)
