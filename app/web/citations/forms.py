"""Every form of a citation, in one table: the quote's page offers them, and each is a file at an address of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.web.citations.embedding import frame
from app.web.citations.formats import bibtex, markdown, ris
from app.web.citations.item import CitedQuote, csl_item
from app.web.citations.styled import styled_citation


@dataclass(frozen=True, slots=True)
class Form:
    """One form: how users know it, what it is on the wire, and how it is written.

    ``suffix`` follows the quote's address; ``style`` names the manual's style, for citations that people read.
    """

    suffix: str
    label: str
    media_type: str
    write: Callable[[CitedQuote], str]
    style: str | None = None
    is_record: bool = True
    """Whether it is the quote as data for other programs, rather than words to paste."""


def _styled(style: str) -> Callable[[CitedQuote], str]:
    return lambda quote: f"{styled_citation(style, quote).text}\n"


def csl_json(quote: CitedQuote) -> str:
    """Return a CSL-JSON document: a list, as the schema wants it, of one item."""
    return json.dumps([csl_item(quote)], ensure_ascii=False, indent=2) + "\n"


def embed(quote: CitedQuote) -> str:
    """Return the markup that shows the quote's card on another page."""
    return f"{frame(quote)}\n"


FORMS: Final = (
    Form("chicago.txt", "Chicago", "text/plain", _styled("chicago"), "chicago", is_record=False),
    Form("apa.txt", "APA", "text/plain", _styled("apa"), "apa", is_record=False),
    Form("mla.txt", "MLA", "text/plain", _styled("mla"), "mla", is_record=False),
    Form("bib", "BibTeX", "application/x-bibtex", bibtex),
    Form("ris", "RIS", "application/x-research-info-systems", ris),
    Form("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
    Form("md", "Markdown", "text/markdown", markdown),
    Form("embed.html", "HTML embed", "text/html", embed, is_record=False),
)
"""In the order in which the page offers them."""

RIS: Final = next(form for form in FORMS if form.suffix == "ris")
BIBTEX: Final = next(form for form in FORMS if form.suffix == "bib")
