"""The day on which a web page says that its article was published.

Only what the page states of itself, as metadata, JSON-LD or microdata (schema.org), and only in the form of ISO 8601
or of RFC 5322: a date that must be guessed (which of two numbers is the month, which of several days near the text is
the article's) is better found by extraction, which says how sure it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from email.utils import parsedate
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
    "pub_date",
    "publish_date",
    "publishdate",
    "DC.date",
)
"""Names of metadata that give the day of publication, the most common first."""

_ISO: Final = re.compile(r"\s*(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?!\d)")
_MAIL: Final = re.compile(r"\s*(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\b")
"""How a date of RFC 5322 begins (`Sat, 04 Mar 2017`)."""


def published_on(tree: Any) -> date | None:
    """Return the day that a page (an lxml tree) gives as its own; None without one, or when it is no day."""
    found = (_day(value) for value in (*_properties(tree), *_linked_data(tree)))
    return next((day for day in found if day), None) or _only_day(_microdata(tree))


def _only_day(values: Iterable[str]) -> date | None:
    """Return the day on which all values agree: a page that shows several articles dates each of them."""
    days = {_day(value) for value in values}
    return days.pop() if len(days) == 1 else None


def _properties(tree: Any) -> Iterator[str]:
    given: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        given.setdefault(name.lower(), tag.get("content") or "")
    return (given[name.lower()] for name in PROPERTIES if name.lower() in given)


def _microdata(tree: Any) -> Iterator[str]:
    """Yield what elements of the page are marked with as its day: by schema.org, or by the `pubdate` of early HTML5."""
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or ""


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
    try:
        if found := _ISO.match(value):
            return date(*map(int, found.groups()))
        parts = parsedate(value) if _MAIL.match(value) else None
        return date(*parts[:3]) if parts else None
    except ValueError:
        return None
