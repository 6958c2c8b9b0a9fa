"""How to cite a quote: one CSL-JSON item, and every form in which a reference manager or a footnote wants it."""

from app.web.citations.embedding import LONGEST_ON_CARD, CardSize, card_size, frame
from app.web.citations.formats import bibtex, markdown, ris
from app.web.citations.forms import BIBTEX, FORMS, RIS, Form
from app.web.citations.item import CitedQuote, cited_quote, csl_item
from app.web.citations.styled import STYLES, StyledCitation, styled_citation

__all__ = [
    "BIBTEX",
    "FORMS",
    "LONGEST_ON_CARD",
    "RIS",
    "STYLES",
    "CardSize",
    "CitedQuote",
    "Form",
    "StyledCitation",
    "bibtex",
    "card_size",
    "cited_quote",
    "csl_item",
    "frame",
    "markdown",
    "ris",
    "styled_citation",
]
