"""Spans over a text to HTML: every character escaped, elements properly nested whatever overlaps.

Pure. The text content of the result is exactly the text, so offsets over the text stay true on the page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from app.extraction.model import Span

CONTINUES = "continues"
"""Class of every piece of an annotation after its first; the first alone carries the anchor."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A stretch ``[start, end)`` of the text, in code points, and the element that shows it."""

    start: int
    end: int
    element: Literal["mark", "span"]
    css_class: str
    anchor: str | None = None
    """The id of the first piece: what a fragment in a URL points to."""
    quote: str | None = None
    """The quote that the stretch belongs to, for scripts (``data-quote``)."""
    continued: bool = False
    """The stretch goes on with something that began before it (the second span of a split quote)."""


def highlight(text: str, windows: Iterable[Span], annotations: Iterable[Annotation]) -> list[Markup]:
    """Return the HTML of each window of the text, with the annotations that reach into it.

    ``windows`` are ordered and do not overlap; annotations may overlap, nest, cross windows and lie outside the text.
    Where two cross, the one that began later is split. One pass: linear but for the sorting.
    """
    waiting = deque(sorted((a for a in annotations if a.start < a.end), key=lambda a: (a.start, -a.end)))
    running: list[Annotation] = []
    begun: set[Annotation] = set()
    pieces = []
    for window in windows:
        while waiting and waiting[0].start < window.end:
            running.append(waiting.popleft())
        running = [annotation for annotation in running if annotation.end > window.start]
        # Every piece is a tag made here or escaped text; joining plain strings is much quicker than joining Markup.
        pieces.append(Markup("".join(_pieces(text, window, running, begun))))  # noqa: S704
    return pieces


def _pieces(text: str, window: Span, running: Sequence[Annotation], begun: set[Annotation]) -> Iterator[str]:
    starting = deque(running)
    opened: list[Annotation] = []
    position = window.start
    for boundary in _boundaries(window, running):
        yield escape(text[position:boundary])
        position = boundary
        yield from _close(opened, boundary, begun)
        while starting and starting[0].start <= boundary:
            opened.append(starting.popleft())
            yield _opening_tag(opened[-1], begun)
    yield escape(text[position : window.end])
    yield from _closing_tags(opened)


def _boundaries(window: Span, running: Iterable[Annotation]) -> list[int]:
    edges = {edge for a in running for edge in (a.start, a.end) if window.start <= edge < window.end}
    return sorted(edges | {window.start})


def _close(opened: list[Annotation], boundary: int, begun: set[Annotation]) -> Iterator[str]:
    """Close what ends here; whatever was opened inside it and goes on is closed too and opened again."""
    ending = next((depth for depth, annotation in enumerate(opened) if annotation.end <= boundary), None)
    if ending is None:
        return
    inner = opened[ending:]
    del opened[ending:]
    yield from _closing_tags(inner)
    for annotation in inner:
        if annotation.end > boundary:
            opened.append(annotation)
            yield _opening_tag(annotation, begun)


def _opening_tag(annotation: Annotation, begun: set[Annotation]) -> str:
    first = annotation not in begun
    begun.add(annotation)
    whole = first and not annotation.continued
    css_class = annotation.css_class if whole else f"{annotation.css_class} {CONTINUES}"
    quote = "" if annotation.quote is None else f' data-quote="{escape(annotation.quote)}"'
    anchor = f' id="{escape(annotation.anchor)}"' if first and annotation.anchor is not None else ""
    return f'<{annotation.element} class="{escape(css_class)}"{quote}{anchor}>'


def _closing_tags(opened: Sequence[Annotation]) -> Iterator[str]:
    return (f"</{annotation.element}>" for annotation in reversed(opened))
