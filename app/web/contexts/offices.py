"""The office that a speaker held on a day, as the vocabulary of people has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.extraction.vocabulary import load_vocabulary
from app.store.records import QuoteRecord


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office with its tenure (``until`` is its last day, None while it lasts), and the day it was looked up for."""

    title: str
    since: date
    until: date | None
    day: date


def office_held(quote: QuoteRecord) -> OfficeHeld | None:
    """Return the office of a quote's speaker on the day of the statement, else of its publication; None if unknown."""
    day = quote.statement_date or quote.published
    vocabulary = load_vocabulary()
    if day is None or quote.speaker is None or quote.speaker.slug not in vocabulary.people:
        return None
    tenure = vocabulary.office_on(quote.speaker.slug, day)
    return OfficeHeld(tenure.title, tenure.since, tenure.until, day) if tenure else None
