"""Open Graph (ogp.me) and the Twitter card: how a link to the page looks where it is shared."""

from __future__ import annotations

from typing import Final, Literal

from app.web.metadata.model import Tag

SITE: Final = "Kremlin Statements"


def open_graph(title: str, description: str, url: str, kind: Literal["website", "article"]) -> tuple[Tag, ...]:
    """Return the tags of a page; ``url`` is its absolute canonical address.

    ``kind`` is `article` for quotes and articles: `website` would make a web page of them in reference managers.
    """
    properties = {
        "og:type": kind,
        "og:site_name": SITE,
        "og:title": title,
        "og:description": description,
        "og:url": url,
        "og:locale": "en_GB",
    }
    return (*(Tag(key, content, "property") for key, content in properties.items()), Tag("twitter:card", "summary"))
