"""When an article was published and a statement made."""

from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary


def date_publication(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Date the publication."""
    return document


def date_statements(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Date each statement."""
    return document
