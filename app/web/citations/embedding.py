"""A quote as a card on other people's pages: its size, and the markup that shows it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import Final

from app.web.citations.item import CitedQuote

LONGEST_ON_CARD: Final = 420
"""Characters of a quote that its card shows; the rest is behind its link."""

_WIDEST: Final = 600
_NARROWEST: Final = 240
_LOWEST: Final = 120
_PADDING: Final = 48
_CHARACTER: Final = 9.5
"""Pixels that a letter of the card's words takes on average, with room to spare."""
_LINE: Final = 30
_BESIDE_WORDS: Final = 176
"""Pixels for the speaker (on two lines), the source and the space around them."""
_TITLE_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class CardSize:
    """Width and height of a card, in CSS pixels."""

    width: int
    height: int


def card_size(text: str, widest: int | None = None, highest: int | None = None) -> CardSize:
    """Return the size at which a card shows some words without scrolling, within the limits of whoever embeds it."""
    width = min(_WIDEST, widest) if widest else _WIDEST
    letters_in_line = max(1.0, (max(width, _NARROWEST) - _PADDING) / _CHARACTER)
    height = _BESIDE_WORDS + _LINE * math.ceil(min(len(text), LONGEST_ON_CARD + 1) / letters_in_line)
    return CardSize(width, min(max(height, _LOWEST), highest) if highest else height)


def frame(quote: CitedQuote, size: CardSize | None = None) -> str:
    """Return the HTML that shows a quote's card: an inline frame without scripts, for pages of other sites.

    The frame is sandboxed to what the card needs, which is to open its links in a window of their own.
    """
    fitting = size or card_size(quote.text)
    words = quote.text if len(quote.text) <= _TITLE_LENGTH else quote.text[: _TITLE_LENGTH - 1].rstrip() + "…"
    attributes = {
        "src": f"{quote.permalink}/embed",
        "title": " ".join(f"{quote.speaker or 'Unknown speaker'}: “{words}”".split()),
        "width": str(fitting.width),
        "height": str(fitting.height),
        "loading": "lazy",
        "sandbox": "allow-popups allow-popups-to-escape-sandbox",
        "style": "border:0;max-width:100%",
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<iframe {written}></iframe>"
