"""Which countries an article is about."""

from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary


def tag_countries(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Tag partners and mentions."""
    return document
