"""oEmbed 1.0 (oembed.com): how other sites turn the address of a quote into its card."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from pydantic import BaseModel

from app.store.records import QuoteDetail
from app.web.addresses import Absolute, quote_path, speaker_path
from app.web.citations import card_size, cited_quote, frame
from app.web.metadata.model import Link
from app.web.metadata.open_graph import SITE

PATH: Final = "/oembed"
_MEDIA_TYPE: Final = "application/json+oembed"
_DAY: Final = 86_400


class Card(BaseModel):
    """An answer of type ``rich``."""

    version: str = "1.0"
    type: str = "rich"
    title: str
    author_name: str | None
    author_url: str | None
    provider_name: str = SITE
    provider_url: str
    cache_age: int = _DAY
    html: str
    width: int
    height: int


def discovery(quote_id: str, title: str, absolute: Absolute) -> Link:
    """Return the link by which consumers find the card of a quote's page."""
    query = urlencode({"url": absolute(quote_path(quote_id)), "format": "json"})
    return Link("alternate", absolute(f"{PATH}?{query}"), _MEDIA_TYPE, title)


def card(detail: QuoteDetail, title: str, absolute: Absolute, widest: int | None, highest: int | None) -> Card:
    """Return the card of a quote, no larger than ``widest`` by ``highest`` CSS pixels."""
    speaker = detail.quote.speaker
    size = card_size(detail.quote.text, widest, highest)
    return Card(
        title=title,
        author_name=speaker.name if speaker else None,
        author_url=absolute(speaker_path(speaker.slug)) if speaker else None,
        provider_url=absolute("/"),
        html=frame(cited_quote(detail.quote, absolute, detail.language), size),
        width=size.width,
        height=size.height,
    )
