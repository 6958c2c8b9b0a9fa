"""Of which countries a quote speaks: those its own words name, else those of the sentence around it."""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.countries.salience import Occurrence
from app.extraction.document import Document
from app.extraction.model import Quote
from app.extraction.vicinity import Vicinity


def countries_of_quotes(document: Document, occurrences: Sequence[Occurrence]) -> tuple[Quote, ...]:
    """Return the quotes with the codes of their countries, the most often named first.

    ``occurrences`` are those of the text, in its order; Russia is not among them.
    """
    codes = [occurrence.country for occurrence in occurrences]
    vicinity = Vicinity(codes, [occurrence.start for occurrence in occurrences], document)
    return tuple([quote._replace(countries=_countries_of(quote, vicinity)) for quote in document.quotes])


def _countries_of(quote: Quote, vicinity: Vicinity[str]) -> tuple[str, ...]:
    codes = vicinity.within(quote) or vicinity.around(quote)
    return tuple(sorted(dict.fromkeys(codes), key=codes.count, reverse=True))
