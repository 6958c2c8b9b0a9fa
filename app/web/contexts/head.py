"""What a page says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.web.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content in another form."""

    label: str
    url: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Head:
    """Title, description and canonical path of a page, the forms it also has, and whether search engines keep it."""

    title: str
    description: str
    path: str
    alternates: tuple[Alternate, ...] = ()
    index: bool = True
    section: str = ""
    """The entry of the main navigation that the page belongs to, by its path."""
    metadata: Metadata = field(default_factory=Metadata)
