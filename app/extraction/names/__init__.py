"""Which names the vocabulary knows in a text: people, bodies, offices, countries and the places that stand for them.

Names are found over the whole text, headline and boilerplate included; whoever draws conclusions from them restricts
them to the blocks that count. They never overlap, and a possessive ending is not part of the name.
"""

from __future__ import annotations

from app.extraction.document import Document
from app.extraction.model import Name
from app.extraction.names.holders import with_countries_of_offices, with_ministries_at_home
from app.extraction.names.meanings import read_names
from app.extraction.names.surnames import resolve_surnames
from app.extraction.vocabulary import Vocabulary

__all__ = ["find_names"]


def find_names(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the names of people, bodies, offices, countries, demonyms, places and metonyms, in text order.

    ``document`` must have its phrases. A person's keys are slugs, best candidate first; an office's keys are offices
    and its ``country`` is that of the words around it (`Turkish President`, `President of Turkey`), where they name
    one.
    """
    readings = read_names(document.text, document.phrases.names, vocabulary)
    names = with_countries_of_offices(document.text, resolve_surnames(readings, vocabulary), vocabulary)
    if document.dateline is not None:
        names = with_ministries_at_home(document.text, names, document.dateline.country, vocabulary)
    document.names = tuple(_without_lonely_bodies(document.text, names, vocabulary))
    return document


def _without_lonely_bodies(text: str, names: list[Name], vocabulary: Vocabulary) -> list[Name]:
    """Leave out a body with a name of many (`Congress`) where nothing else in the text names its country."""
    personal = vocabulary.words.personal
    shared = [name for name in names if name.kind == "body" and text[name.start : name.end] in personal]
    if not shared:
        return names
    bodies = {(name.start, name.country) for name in shared}
    countries = {name.country for name in names if (name.start, name.country) not in bodies}
    return [name for name in names if (name.start, name.country) not in bodies or name.country in countries]
