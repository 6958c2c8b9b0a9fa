"""What is cited, as a CSL-JSON item of type ``article-newspaper``, from which all other forms are made.

The article is cited, for that is where the words were published; the words and their speaker go into the note. The
speaker is no author of the article and is never given as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.store.records import QuoteRecord
from app.web.addresses import Absolute, quote_path

LONGEST_NOTE: Final = 1_200
"""Characters of a quote that a reference manager is given; a transcript's turn may be an hour's speech."""


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
    language: str | None
    permalink: str

    @property
    def attribution(self) -> str:
        """Return speaker and role, or nothing for words whose speaker is not known."""
        return ", ".join(part for part in (self.speaker, self.role) if part)

    @property
    def note(self) -> str:
        """Return the words, or the first of a speech, with their speaker and the address where they can be checked."""
        words = self.text
        if len(words) > LONGEST_NOTE:
            words = words[:LONGEST_NOTE].rsplit(" ", 1)[0] + " …"
        credit = f" — {self.attribution}" if self.attribution else ""
        return f"“{words}”{credit} ({self.permalink})"


def cited_quote(quote: QuoteRecord, absolute: Absolute, language: str | None = None) -> CitedQuote:
    """Return what citations say of a quote; ``language`` is its article's, which listings do not know."""
    return CitedQuote(
        id=quote.id,
        text=quote.text,
        speaker=quote.speaker.name if quote.speaker else None,
        role=quote.speaker.role if quote.speaker else None,
        article_title=quote.article_title,
        outlet=quote.article_outlet,
        article_url=quote.article_url,
        published=quote.published,
        language=language,
        permalink=absolute(quote_path(quote.id)),
    )


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
