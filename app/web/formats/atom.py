"""Atom feeds (RFC 4287), paged (RFC 5005), with entry ids that never change (RFC 4151)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final
from xml.etree import ElementTree

from app.store.records import ArticleRecord, QuoteRecord
from app.web.addresses import Absolute, article_path, quote_path

MEDIA_TYPE: Final = "application/atom+xml"
_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_AUTHORITY: Final = "tag:kremlin-statements.example,2026"
"""Not a site's address: two installations that read the same article give its quotes the same ids."""
_NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TITLE_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. Addresses are absolute."""

    id: str
    title: str
    url: str
    updated: datetime
    published: date | None
    author: str
    content: str
    categories: tuple[tuple[str, str], ...]
    """Terms and their labels: countries and topics."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is, which page it mirrors, and one page of its entries, or all of them one after another."""

    id: str
    title: str
    url: str
    page_url: str
    next_url: str | None
    entries: Iterable[Entry]


def quote_entry(record: QuoteRecord, absolute: Absolute) -> Entry:
    """Return a quote as a feed's entry."""
    speaker = record.speaker.name if record.speaker else "Unknown speaker"
    return Entry(
        id=f"{_AUTHORITY}:quote/{record.id}",
        title=f"{speaker}: “{_shortened(record.text)}”",
        url=absolute(quote_path(record.id)),
        updated=record.changed or _NEVER,
        published=record.published,
        author=speaker,
        content=f"“{record.text}” — {speaker}. {record.article_title}",
        categories=_categories(record),
    )


def article_entry(record: ArticleRecord, absolute: Absolute) -> Entry:
    """Return an article as a feed's entry."""
    return Entry(
        id=f"{_AUTHORITY}:article/{record.id}",
        title=record.title,
        url=absolute(article_path(record.id)),
        updated=record.changed or _NEVER,
        published=record.published,
        author=record.outlet or "Unknown outlet",
        content=record.snippet,
        categories=_categories(record),
    )


def feed_id(path: str, query: str) -> str:
    """Return the permanent id of the feed of one selection; ``query`` is the canonical query string."""
    return f"{_AUTHORITY}:feed{path}{query}"


def atom(feed: Feed) -> bytes:
    """Return the feed as XML."""
    return "".join(atom_lines(feed)).encode()


def atom_lines(feed: Feed) -> Iterator[str]:
    """Yield the feed as XML, an entry at a time.

    When it was updated stands at its end, once all entries are known: the order of a feed's elements means nothing.
    """
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{_NAMESPACE}" xml:lang="en">\n'
    head = ElementTree.Element("feed")
    _text(head, "id", feed.id)
    _text(head, "title", feed.title)
    _link(head, "self", feed.url, MEDIA_TYPE)
    _link(head, "alternate", feed.page_url, "text/html")
    if feed.next_url:
        _link(head, "next", feed.next_url, MEDIA_TYPE)
    yield from map(_line, head)
    updated = _NEVER
    for entry in feed.entries:
        updated = max(updated, entry.updated)
        yield _line(_entry(entry))
    end = ElementTree.Element("updated")
    end.text = updated.isoformat()
    yield f"{_line(end)}</feed>\n"


def _line(element: ElementTree.Element) -> str:
    return ElementTree.tostring(element, encoding="unicode") + "\n"


def _entry(entry: Entry) -> ElementTree.Element:
    element = ElementTree.Element("entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated.isoformat())
    if entry.published:
        _text(element, "published", datetime.combine(entry.published, time(), UTC).isoformat())
    _link(element, "alternate", entry.url, "text/html")
    _text(ElementTree.SubElement(element, "author"), "name", entry.author)
    for term, label in entry.categories:
        ElementTree.SubElement(element, "category", {"term": term, "label": _clean(label)})
    _text(element, "content", entry.content)
    return element


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _clean(text)


def _link(parent: ElementTree.Element, relation: str, address: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "href": address, "type": media_type})


def _clean(text: str) -> str:
    """Drop the characters that XML 1.0 cannot carry."""
    return _NOT_XML.sub("", text)


def _shortened(text: str) -> str:
    return text if len(text) <= _TITLE_LENGTH else text[:_TITLE_LENGTH].rsplit(maxsplit=1)[0] + "…"


def _categories(record: QuoteRecord | ArticleRecord) -> tuple[tuple[str, str], ...]:
    countries = [(country.code, country.name) for country in record.countries]
    return (*countries, *((topic.slug, topic.label) for topic in record.topics))
