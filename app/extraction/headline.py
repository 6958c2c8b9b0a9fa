"""The title that a source supplied beside the text: it says what the article is about as well as one in the text."""

from __future__ import annotations

from app.extraction.document import Document
from app.extraction.model import Passage
from app.extraction.names import find_names
from app.extraction.vocabulary import Vocabulary


def supplied_headline(document: Document, vocabulary: Vocabulary) -> Document | None:
    """Return the supplied title as a document of one passage; None without one, or where the text has its own.

    Offsets in it count over the title: what is found there is evidence without a place in the article.
    """
    title = document.source.title
    if not title or any(block.kind == "title" for block in document.blocks):
        return None
    headline = find_names(Document(document.source, title, published=document.published), vocabulary)
    return headline._replace(passages=(Passage(0, len(title), "title", headline.names),))
