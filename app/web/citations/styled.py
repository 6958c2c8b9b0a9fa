"""Formatted citations by a CSL processor (citeproc-py) and the styles in ``styles/``.

The styles are written for the one kind of item that is cited here, an unsigned article; each names the section of the
manual that it follows.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from app.web.citations.item import CitedQuote, csl_item

STYLES: Final = {"chicago": "Chicago", "apa": "APA", "mla": "MLA"}
"""File name of each style, and the name that users know."""

_SECOND_STOP = re.compile(r"(?<=[?!])\.(?=”|\s|$)")
_FOLDER = Path(__file__).with_name("styles")
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand around what the style sets in italics, until it is known whether text or markup is wanted."""
_MARKS = {ord(_OPEN): None, ord(_CLOSE): None}
_rendering = Lock()
"""The processor keeps notes about the item in the style while it renders, and styles are shared by all threads."""


class _Formatter:
    """What citeproc-py asks of a module that formats."""

    @staticmethod
    def preformat(text: object) -> str:
        """Return a value as the item has it."""
        return str(text)

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802 - citeproc-py's name for it
        """Return italic text between the marks."""
        return f"{_OPEN}{text}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """One citation in one style: as plain text to copy, and as markup with the style's italics."""

    style: str
    label: str
    text: str
    markup: Markup


def styled_citation(style: str, quote: CitedQuote) -> StyledCitation:
    """Return the citation of a quote's article in one of STYLES."""
    item = csl_item(quote)
    clean = {name: value.translate(_MARKS) if isinstance(value, str) else value for name, value in item.items()}
    rendered = _render(style, clean)
    markup = html.escape(rendered).replace(_OPEN, "<i>").replace(_CLOSE, "</i>")
    # Safe: everything was escaped but the marks, which no value can bring in.
    return StyledCitation(style, STYLES[style], rendered.translate(_MARKS), Markup(markup))  # noqa: S704


def _render(style: str, item: dict[str, Any]) -> str:
    with _rendering:
        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item]), _Formatter)
        bibliography.register(Citation([CitationItem(item["id"])]))
        rendered = str(bibliography.bibliography()[0])
    # The manuals let a title's own question or exclamation mark stand for the full stop; citeproc-py adds both.
    return _SECOND_STOP.sub("", rendered)


@cache
def _style(name: str) -> Any:
    return CitationStylesStyle(str(_FOLDER / f"{name}.csl"), validate=False)
