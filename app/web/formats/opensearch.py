"""The OpenSearch description (1.1): how browsers and other programs search here."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

from app.web.addresses import OPENSEARCH_PATH, Absolute
from app.web.formats import atom

MEDIA_TYPE: Final = "application/opensearchdescription+xml"
SHORT_NAME: Final = "Kremlin Quotes"
"""The standard allows 16 characters, which the site's own name exceeds."""

_NAMESPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"
_QUERY: Final = "?q={searchTerms}"


def opensearch(absolute: Absolute) -> bytes:
    """Return the description as XML; every address in it is absolute."""
    root = ElementTree.Element("OpenSearchDescription", {"xmlns": _NAMESPACE})
    for name, text in (
        ("ShortName", SHORT_NAME),
        ("LongName", "Kremlin Statements"),
        ("Description", "Search what the Kremlin says about foreign relations, and who says it."),
        ("InputEncoding", "UTF-8"),
        ("OutputEncoding", "UTF-8"),
        ("Language", "en"),
    ):
        ElementTree.SubElement(root, name).text = text
    for media_type, path, relation in (
        ("text/html", "/quotes", "results"),
        (atom.MEDIA_TYPE, "/quotes.atom", "results"),
        (MEDIA_TYPE, OPENSEARCH_PATH, "self"),
    ):
        query = _QUERY if relation == "results" else ""
        address = {"type": media_type, "rel": relation, "template": absolute(path) + query}
        ElementTree.SubElement(root, "Url", address)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
