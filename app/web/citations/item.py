"""What is cited, as a CSL-JSON item of type ``article-newspaper``, from which all other forms are made.

The article is cited, for that is where the words were published; the words and their speaker go into the note. The
speaker is no author of the article and is never given as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """What a citation needs to know of a quote. ``permalink`` is the absolute address of the quote's page."""

    id: str
    text: str
    speaker: str | None
    role: str | None
    article_title: str
    outlet: str | None
    article_url: str | None
    published: date | None
    language: str
    permalink: str

    @property
    def attribution(self) -> str:
        """Return speaker and role, or nothing for words whose speaker is not known."""
        return ", ".join(part for part in (self.speaker, self.role) if part)

    @property
    def note(self) -> str:
        """Return the words with their speaker and the address at which they can be checked."""
        credit = f" — {self.attribution}" if self.attribution else ""
        return f"“{self.text}”{credit} ({self.permalink})"


def csl_item(quote: CitedQuote) -> dict[str, Any]:
    """Return the CSL-JSON 1.0 item. ``URL`` is the publisher's page where it is known, else the quote's own."""
    item: dict[str, Any] = {
        "id": quote.id,
        "type": "article-newspaper",
        "title": quote.article_title,
        "container-title": quote.outlet,
        "issued": {"date-parts": [[quote.published.year, quote.published.month, quote.published.day]]}
        if quote.published
        else None,
        "language": quote.language,
        "URL": quote.article_url or quote.permalink,
        "note": quote.note,
    }
    return {name: value for name, value in item.items() if value is not None}
