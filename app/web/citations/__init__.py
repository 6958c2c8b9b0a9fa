"""How to cite a quote: one CSL-JSON item, and every form in which a reference manager or a footnote wants it."""

from app.web.citations.formats import bibtex, markdown, ris
from app.web.citations.item import CitedQuote, csl_item
from app.web.citations.styled import STYLES, StyledCitation, styled_citations

__all__ = ["STYLES", "CitedQuote", "StyledCitation", "bibtex", "csl_item", "markdown", "ris", "styled_citations"]
