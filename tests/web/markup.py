"""Pages as a browser takes them apart: elements with their attributes and text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    text: str = ""
    """Everything that stands in it."""
    children: list[Element] = field(default_factory=list)

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document", {})]
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.found.append(element)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop().name != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def elements(html: str, name: str = "", /, **attributes: str) -> list[Element]:
    """Return the elements of a page in order, of one name and with some attributes (``class_`` for class)."""
    wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [e for e in reader.found if name in ("", e.name) and wanted.items() <= e.attributes.items()]


def tags(html: str) -> dict[str, str]:
    """Return the page's meta elements by their names or properties."""
    return dict(_tags(html))


def _tags(html: str) -> Iterator[tuple[str, str]]:
    for meta in elements(html, "meta"):
        key = meta.attributes.get("name") or meta.attributes.get("property")
        if key:
            yield key, meta["content"]
