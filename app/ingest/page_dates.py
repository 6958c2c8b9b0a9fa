"""The day on which a web page says that its article was published.

Only what the page states of itself, and only in the international form: a date that must be guessed (which of two
numbers is the month, which of several days near the text is the article's) is better found by extraction, which says
how sure it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

PROPERTIES: Final = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "DC.date.issued",
    "DCTERMS.issued",
    "citation_date",
    "citation_publication_date",
    "parsely-pub-date",
    "pubdate",
)
"""Names of metadata that give the day of publication, the most common first."""

_ISO: Final = re.compile(r"\s*(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?!\d)")


def published_on(tree: Any) -> date | None:
    """Return the day that a page (an lxml tree) gives as its own; None without one, or when it is no day."""
    found = (_day(value) for value in (*_properties(tree), *_linked_data(tree)))
    return next((day for day in found if day), None)


def _properties(tree: Any) -> Iterator[str]:
    given: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        given.setdefault(name.lower(), tag.get("content") or "")
    return (given[name.lower()] for name in PROPERTIES if name.lower() in given)


def _linked_data(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            try:
                document = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue  # nothing that can be read is nothing that was said
            yield from _dates_in(document)


def _dates_in(document: Any) -> Iterator[str]:
    """Yield the dates of publication of the things that a document describes, not of those within them."""
    graph = document.get("@graph", document) if isinstance(document, dict) else document
    things: Iterable[Any] = graph if isinstance(graph, list) else [graph]
    for thing in things:
        if isinstance(thing, dict) and isinstance(value := thing.get("datePublished"), str):
            yield value


def _day(value: str) -> date | None:
    found = _ISO.match(value)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
