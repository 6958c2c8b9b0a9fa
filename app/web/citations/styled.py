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
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from app.web.citations.item import CitedQuote, csl_item

STYLES = {"chicago": "Chicago", "apa": "APA", "mla": "MLA"}
"""File name of each style, and the name that users know."""

_SECOND_STOP = re.compile(r"(?<=[?!])\.(?=”|\s|$)")
_FOLDER = Path(__file__).with_name("styles")


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """One citation in one style: as plain text to copy, and as markup with the style's italics."""

    style: str
    label: str
    text: str
    markup: Markup


def styled_citations(quote: CitedQuote) -> list[StyledCitation]:
    """Return the citation of a quote's article in each style."""
    item = csl_item(quote)
    escaped = {name: html.escape(value) if isinstance(value, str) else value for name, value in item.items()}
    return [
        StyledCitation(
            style=style,
            label=label,
            text=_render(style, item, formatter.plain),
            # Safe: citeproc adds its own tags around values that were escaped before it saw them.
            markup=Markup(_render(style, escaped, formatter.html)),  # noqa: S704
        )
        for style, label in STYLES.items()
    ]


def _render(style: str, item: dict[str, Any], output: Any) -> str:
    source = CiteProcJSON([item])
    bibliography = CitationStylesBibliography(_style(style), source, output)
    bibliography.register(Citation([CitationItem(item["id"])]))
    # The manuals let a title's own question or exclamation mark stand for the full stop; citeproc-py adds both.
    return _SECOND_STOP.sub("", str(bibliography.bibliography()[0]))


@cache
def _style(name: str) -> Any:
    return CitationStylesStyle(str(_FOLDER / f"{name}.csl"), validate=False)
