"""The shape of a head's metadata: tags, links and one document of linked data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Tag:
    """A ``meta`` element: ``key`` stands in its ``name``, or for Open Graph (RDFa) in its ``property``."""

    key: str
    content: str
    attribute: Literal["name", "property"] = "name"


@dataclass(frozen=True, slots=True)
class Link:
    """A ``link`` element to a resource that stands in some relation to the page."""

    relation: str
    url: str
    media_type: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says to machines beyond its title, description and address."""

    kind: Literal["website", "article"] = "website"
    """What the page is to Open Graph."""
    tags: tuple[Tag, ...] = ()
    links: tuple[Link, ...] = ()
    linked_data: Markup | None = None
    """JSON-LD, safe inside a script element."""
