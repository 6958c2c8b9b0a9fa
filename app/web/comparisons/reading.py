"""What is read of each side of a comparison: the same for the page and for the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.store.engine import Session
from app.store.reads import (
    count_countries,
    count_months,
    count_speakers,
    count_topics,
    list_quotes,
    read_overview,
    read_words,
)
from app.store.records import Listing, MonthCount, Overview, QuoteRecord, Tally
from app.store.selection import Selection
from app.store.word_counts import WordUse

SHOWN: Final = 6
"""Statements of each side that a comparison shows; the listing has them all."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that a comparison needs to know of one of its sides."""

    selection: Selection
    """With the newest statements first, so that the listing goes on where the comparison stops."""
    overview: Overview
    listing: Listing[QuoteRecord]
    months: Sequence[MonthCount]
    countries: Sequence[Tally]
    topics: Sequence[Tally]
    speakers: Sequence[Tally]
    words: WordUse


def read_side(session: Session, side: Selection) -> Reading:
    """Read one side. Raises InvalidQuery."""
    selection = replace(side, sort="newest" if side.query else None)
    return Reading(
        selection=selection,
        overview=read_overview(session, selection),
        listing=list_quotes(session, selection, limit=SHOWN),
        months=count_months(session, selection),
        countries=count_countries(session, selection),
        topics=count_topics(session, selection),
        speakers=count_speakers(session, selection),
        words=read_words(session, selection),
    )
