"""Of which countries a quote speaks: those its own words name, else those of the sentence around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.extraction.countries.roles import HOME
from app.extraction.countries.salience import Occurrence
from app.extraction.document import Document
from app.extraction.model import Quote
from app.extraction.vicinity import Vicinity


class _Named(NamedTuple):
    code: str
    start: int


def countries_of_quotes(document: Document, occurrences: Sequence[Occurrence]) -> tuple[Quote, ...]:
    """Return the quotes with the codes of their countries, the most often named first; Russia is not among them."""
    if not document.quotes:
        return ()
    named = [_Named(occurrence.group.country, occurrence.group.start) for occurrence in occurrences]
    vicinity = Vicinity(named, document)
    return tuple(
        quote._replace(countries=_codes(vicinity.within(quote)) or _codes(vicinity.around(quote)))
        for quote in document.quotes
    )


def _codes(named: Sequence[_Named]) -> tuple[str, ...]:
    codes = [name.code for name in named if name.code != HOME]
    return tuple(sorted(dict.fromkeys(codes), key=codes.count, reverse=True))
