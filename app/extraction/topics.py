"""Which topics an article is about."""

from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary


def tag_topics(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Tag topics."""
    return document
