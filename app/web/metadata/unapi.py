"""unAPI revision 3 (unapi.info): how reference managers fetch the record of each quote that a page or list shows.

Pages name the server once in their head, and each quote's id in an ``abbr`` of class ``unapi-id``. Ids are those of
quotes' addresses, which need no encoding: Zotero puts them into its requests as they are.
"""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

from app.web.citations import BIBTEX, RIS

PATH: Final = "/unapi"
FORMATS: Final = {"ris": RIS, "bibtex": BIBTEX}
"""By the names that reference managers recognise, the best first."""


def formats(quote_id: str | None = None) -> bytes:
    """Return the list of formats, of one quote or of all, as XML."""
    root = ElementTree.Element("formats", {"id": quote_id} if quote_id else {})
    for name, form in FORMATS.items():
        ElementTree.SubElement(root, "format", {"name": name, "type": form.media_type})
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document
