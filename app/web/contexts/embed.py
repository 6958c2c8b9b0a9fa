"""The card of a quote: what other sites show of it in a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.store.records import QuoteDetail
from app.web.addresses import quote_path
from app.web.citations import LONGEST_ON_CARD
from app.web.contexts.head import Head
from app.web.contexts.quote import quote_title


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """Everything that the card shows."""

    template: ClassVar[str] = "pages/embed.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    detail: QuoteDetail
    words: str
    """The quote, or as much of it as a card can carry."""
    cut: bool
    changed: bool
    """The card was put there when the outlet had other words."""


def embed_page(detail: QuoteDetail, *, changed: bool) -> EmbedPage:
    """Return the card of a quote. Search engines are sent to the quote's page instead."""
    quote = detail.quote
    flat = " ".join(quote.text.split())
    cut = len(flat) > LONGEST_ON_CARD
    return EmbedPage(
        head=Head(title=quote_title(detail), description=quote.article_title, path=quote_path(quote.id), index=False),
        detail=detail,
        words=flat[:LONGEST_ON_CARD].rsplit(" ", 1)[0] + " …" if cut else flat,
        cut=cut,
        changed=changed,
    )
