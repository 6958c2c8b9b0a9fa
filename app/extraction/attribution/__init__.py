"""Whose words a quotation is."""

from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary


def attribute_quotes(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Turn quotations into quotes with speakers."""
    return document
