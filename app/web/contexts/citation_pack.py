"""The citation pack of a quote's page: each form as it reads, and where it can be had as a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from app.web.addresses import quote_path
from app.web.citations import FORMS, CitedQuote, styled_citation


@dataclass(frozen=True, slots=True)
class Citation:
    """One form. ``key`` tells it from the others on the page; ``prose`` is for reading, not a file's content."""

    key: str
    label: str
    content: Markup
    prose: bool
    url: str


@lru_cache(maxsize=1_000)
def citation_pack(quote: CitedQuote) -> tuple[Citation, ...]:
    """Return all forms in the order in which they are offered."""
    return tuple(
        Citation(
            key=form.suffix.replace(".", "-"),
            label=form.label,
            content=styled_citation(form.style, quote).markup if form.style else Markup.escape(form.write(quote)),
            prose=form.style is not None,
            url=f"{quote_path(quote.id)}.{form.suffix}",
        )
        for form in FORMS
    )
