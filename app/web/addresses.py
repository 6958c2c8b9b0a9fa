"""The addresses of pages, in one place. All are path-absolute; ``absolute`` puts the site's origin before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from fastapi import Request

Absolute = Callable[[str], str]
"""Puts the site's origin before a path."""

LISTING_SUFFIXES: Final = ("json", "jsonl", "csv", "atom")
CITATION_SUFFIXES: Final = ("chicago.txt", "apa.txt", "mla.txt", "bib", "ris", "csl.json", "md", "embed.html")
DATA_SUFFIXES: Final = frozenset((*LISTING_SUFFIXES, *CITATION_SUFFIXES))
OPENSEARCH_PATH: Final = "/opensearch.xml"
DATA_PATHS: Final = ("/api/", "/oembed", "/unapi")
"""Where addresses begin under which there are no pages."""


def quote_path(quote_id: str) -> str:
    """Return the address of the page of one quote."""
    return f"/quotes/{quote(quote_id, safe='')}"


def embed_path(quote_id: str) -> str:
    """Return the address of the card by which other sites show one quote."""
    return f"{quote_path(quote_id)}/embed"


def cite_path(quote_id: str) -> str:
    """Return the address of the citation pack of one quote."""
    return f"{quote_path(quote_id)}#cite"


def wording_path(quote_id: str, earlier_id: str) -> str:
    """Return the address of a quote's page that sets an earlier wording beside the present one."""
    return f"{quote_path(quote_id)}?was={quote(earlier_id, safe='')}"


def anchor(quote_id: str) -> str:
    """Return the id, within an article's page, of the place where a quote stands."""
    return f"q-{quote_id}"


def article_path(article_id: str, *, quote_id: str | None = None, query: str = "") -> str:
    """Return the address of an article, at one of its quotes, with the words searched for marked in it."""
    words = f"?q={quote(query, safe='')}" if query else ""
    fragment = f"#{anchor(quote_id)}" if quote_id else ""
    return f"/articles/{quote(article_id, safe='')}{words}{fragment}"


def revisions_path(article_id: str) -> str:
    """Return the address of the list of an article's revisions."""
    return f"{article_path(article_id)}/revisions"


def revision_path(article_id: str, number: int) -> str:
    """Return the address of one of an article's revisions, counted from 1."""
    return f"{revisions_path(article_id)}/{number}"


def country_path(code: str) -> str:
    """Return the address of a country's dossier."""
    return f"/countries/{quote(code, safe='')}"


def speaker_path(slug: str) -> str:
    """Return the address of a speaker's dossier."""
    return f"/speakers/{quote(slug, safe='')}"


def topic_path(slug: str) -> str:
    """Return the address of a topic's dossier."""
    return f"/topics/{quote(slug, safe='')}"


def absolute(request: Request, path: str) -> str:
    """Return a path with the origin under which the site is known, or else was asked for."""
    public: str | None = request.app.state.settings.public_url
    origin = public or f"{request.url.scheme}://{request.url.netloc}"
    return origin.rstrip("/") + path
