"""Links to words on the publisher's own page: text directives (WICG, wicg.github.io/scroll-to-text-fragment).

A directive is ``text=prefix-,start,end,-suffix``. Browsers look for whole words, without regard to case and spacing,
and take the first place that fits; so words that stand in several places of the article get more of their own place:
what comes before them, then what comes after. ``start`` and ``end`` neither begin nor end with punctuation, which the
publisher may set otherwise, and neither runs over the end of a line, which may be the end of a block of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final
from urllib.parse import quote, urldefrag

from app.extraction.model import Span

LONGEST_EXACT: Final = 10
"""Words up to which a stretch is given in full; of a longer one, the first and the last are."""
EDGE: Final = 4
"""Words at each end of a longer stretch, where they are enough to tell it."""
MOST_CONTEXT: Final = 6
"""Words that a prefix or suffix may have."""
MOST_DIRECTIVES: Final = 8
"""Stretches of one quote that a link marks; a transcript's turn may have hundreds of paragraphs."""
LONGEST_TERM: Final = 300
"""Characters beyond which a term is no run of words that a page could be searched for."""

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_INSIDE_WORD: Final = re.compile(r"(?<=\w)(?=['’]?\w)|(?<=\w['’])(?=\w)")


def with_text_fragment(url: str, text: str, spans: Sequence[Span]) -> str:
    """Return an address that leads to stretches of the article's text, in code points; unchanged where none can be."""
    directives = [found for span in spans[:MOST_DIRECTIVES] if (found := directive(text, span))]
    if not directives:
        return url
    page, fragment = urldefrag(url)
    return f"{page}#{fragment}:~:{'&'.join(directives)}"


def directive(text: str, span: Span) -> str | None:
    """Return the text directive for a stretch of a text; None for one without words."""
    words = _whole_words(text, span)
    if not words:
        return None
    opening = _first_on_line(text, words)
    if len(opening) == len(words):
        return _exact(text, Span(words[0].start, words[-1].end))
    return _range(text, opening, _first_on_line(text, words[::-1]))


def _whole_words(text: str, span: Span) -> list[Span]:
    """Return the words that a span touches, each as a whole."""
    start, end = span.start, span.end
    while _is_cut(text, start):
        start -= 1
    while _is_cut(text, end):
        end += 1
    return _words(text, start, end)


def _words(text: str, start: int, end: int) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text, start, end)]


def _first_on_line(text: str, words: Sequence[Span]) -> Sequence[Span]:
    """Return the first words of a sequence, in either direction, that stand on one line: some, never many."""
    for count, (one, other) in enumerate(pairwise(words[:LONGEST_EXACT]), 1):
        if "\n" in text[min(one.end, other.end) : max(one.start, other.start)]:
            return words[:count]
    return words[:LONGEST_EXACT]


def _exact(text: str, term: Span) -> str | None:
    prefix = _telling(text, _before(text, term.start), lambda context: (context.start, term.end))
    start = prefix.start if prefix else term.start
    if _is_unique(text, start, term.end):
        return _written(text, prefix, term)
    suffix = _telling(text, _after(text, term.end), lambda context: (start, context.end))
    return _written(text, prefix, term, suffix=suffix)


def _range(text: str, opening: Sequence[Span], closing: Sequence[Span]) -> str | None:
    """Return a directive from the first words to the last; ``closing`` counts from the end of the stretch."""
    starts = [Span(opening[0].start, word.end) for word in opening[EDGE - 1 :] or opening[-1:]]
    start = next((one for one in starts if _is_unique(text, one.start, one.end)), starts[-1])
    prefix = _telling(text, _before(text, start.start), lambda context: (context.start, start.end))
    later = [word for word in closing if word.start >= start.end]
    ends = [Span(word.start, later[0].end) for word in later[EDGE - 1 :] or later[-1:]]
    firsts = (one for one in ends if next(_places(text, one.start, one.end, start.end), None) == one.start)
    end = next(firsts, ends[-1] if ends else None)
    return _written(text, prefix, start, end)


def _telling(text: str, contexts: Sequence[Span], joined: Callable[[Span], tuple[int, int]]) -> Span | None:
    """Return the shortest context with which a term stands in one place alone, or else the longest there is.

    ``contexts`` grow and begin with the empty one; ``joined`` tells where a term and its context begin and end.
    None for a term that needs no context or has none.
    """
    found = next((context for context in contexts if _is_unique(text, *joined(context))), contexts[-1])
    return found if found.start < found.end else None


def _before(text: str, place: int) -> list[Span]:
    """Return stretches of the same line that end at a place, each a word longer than the last."""
    line = max(text.rfind("\n", 0, place) + 1, place - LONGEST_TERM)
    words = [word for word in _words(text, line, place) if not _is_cut(text, word.start)]
    return [Span(place, place), *(Span(word.start, place) for word in words[: -MOST_CONTEXT - 1 : -1])]


def _after(text: str, place: int) -> list[Span]:
    """Return stretches of the same line that begin at a place, each a word longer than the last."""
    line = min(text.find("\n", place) % (len(text) + 1), place + LONGEST_TERM)
    words = [word for word in _words(text, place, line) if not _is_cut(text, word.end)]
    return [Span(place, place), *(Span(place, word.end) for word in words[:MOST_CONTEXT])]


def _is_cut(text: str, place: int) -> bool:
    return _INSIDE_WORD.match(text, place) is not None


def _is_unique(text: str, start: int, end: int) -> bool:
    return len(list(islice(_places(text, start, end), 2))) == 1


def _places(text: str, start: int, end: int, since: int = 0) -> Iterator[int]:
    """Yield where the words of a stretch stand in the text, as a browser finds them."""
    if end - start > LONGEST_TERM:
        return iter(())
    folded = _folded(text)
    words = folded[start:end].split()
    stretch = r"\s+".join(map(re.escape, words))
    pattern = re.compile(rf"(?<!\w){stretch}(?!\w)")
    return (place for place in _finds(folded, words[0], since) if pattern.match(folded, place))


def _finds(text: str, word: str, since: int) -> Iterator[int]:
    while (since := text.find(word, since)) >= 0:
        yield since
        since += 1


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    """Return a text without regard to case, each character at its place."""
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(char.lower()[0] for char in text)


def _written(
    text: str, prefix: Span | None, start: Span, end: Span | None = None, *, suffix: Span | None = None
) -> str | None:
    if any(span and span.end - span.start > LONGEST_TERM for span in (start, end)):
        return None
    terms = [f"{_encoded(text, prefix)}-" if prefix else "", _encoded(text, start)]
    terms += [_encoded(text, end) if end else "", f"-{_encoded(text, suffix)}" if suffix else ""]
    return f"text={','.join(filter(None, terms))}"


def _encoded(text: str, span: Span) -> str:
    """Return words with spacing collapsed and everything encoded that means something in a directive or an address."""
    words = " ".join(text[span.start : span.end].split())
    return quote(words, safe="", errors="replace").replace("-", "%2D")
