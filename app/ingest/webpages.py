"""From a saved web page to its article: the text as the page sets it in paragraphs, and what its metadata says.

Finding the article among navigation, related links and comments is trafilatura's work, and so are the metadata of
JSON-LD, Open Graph and their like, but for the date (see ``page_dates``).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from app.extraction import canonical_text
from app.ingest.decoding import UnreadableTextError, check
from app.ingest.page_dates import published_on
from app.ingest.urls import canonical_url


@dataclass(frozen=True, slots=True)
class WebPage:
    """An article as its page has it."""

    text: str
    url: str | None = None
    title: str | None = None
    published: date | None = None
    outlet: str | None = None


def read_web_page(html: str) -> WebPage:
    """Return the article of a page. Raises UnreadableTextError when there is none.

    Metadata that cannot be right (an address that is none, a day that does not exist) count as missing.
    """
    load, extract = _reader()
    try:
        tree = load(html)
        published = None if tree is None else published_on(tree)
        found = extract(tree, include_comments=False, with_metadata=True)
    except Exception as error:  # a library's fault on one page must not cost the others
        raise UnreadableTextError(f"is a web page that cannot be read ({type(error).__name__})") from error
    if found is None or not found.text:
        raise UnreadableTextError("is a web page without an article")
    text = canonical_text(found.text)
    check(text)
    return WebPage(
        text=text,
        url=_sound(canonical_url, found.url),
        title=_sound(str, found.title),
        published=published,
        outlet=_sound(str, found.sitename),
    )


def _sound(read: Any, value: str | None) -> Any:
    """Return a value of the metadata as it is read; None where there is none, or none that could be right."""
    if not value:
        return None
    try:
        check(value)
        return read(value)
    except (ValueError, UnreadableTextError):
        return None


@cache
def _reader() -> tuple[Any, Any]:
    """Return what makes a tree of a page and what finds the article in it; loaded with the first page: it is big."""
    from trafilatura import bare_extraction, load_html

    for name in ("trafilatura", "htmldate"):
        # What they find odd in a page is nothing that whoever ingests it could mend.
        logging.getLogger(name).addHandler(logging.NullHandler())
    return load_html, bare_extraction
