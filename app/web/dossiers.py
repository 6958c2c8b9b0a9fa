"""What is read for a dossier: everything about one country, speaker or topic that pages show of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.store.engine import Session
from app.store.reads import (
    Subject,
    article_days,
    count_countries,
    count_days,
    count_grid,
    count_months,
    count_relayers,
    count_speakers,
    count_topics,
    coverage,
    list_articles,
    list_quotes,
    read_overview,
)
from app.store.records import Coverage, DayCount, GridCount, Listing, MonthCount, QuoteRecord, Tally
from app.store.selection import Selection
from app.web.parameters import narrowed

LATEST: Final = 10
"""Statements that a dossier shows."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read."""

    subject: Subject
    key: str
    selection: Selection
    listing: Listing[QuoteRecord]
    articles: int
    days: Sequence[DayCount]
    months: Sequence[MonthCount]
    grid: Sequence[GridCount]
    """By topic; on topics, by partner."""
    countries: Sequence[Tally]
    speakers: Sequence[Tally]
    topics: Sequence[Tally]
    relayers: Sequence[Tally]
    """Who told what the selection holds."""
    relayed: Sequence[Tally]
    """Whose words a speaker told."""
    own_quotes: int
    """Of a country, what its own representatives say."""
    held: Sequence[Coverage]
    held_days: Sequence[date]

    @property
    def grid_subject(self) -> Subject:
        """What the grid's keys are."""
        return "country" if self.subject == "topic" else "topic"


def read_dossier(session: Session, subject: Subject, key: str) -> Reading:
    """Read the dossier of a country (by its code), a speaker or a topic (by the slug)."""
    selection = narrowed(Selection(), subject, key)
    own = replace(selection, sides=("foreign",), voices=(key,))
    told = Selection(relayers=(key,))
    is_speaker = subject == "speaker"
    return Reading(
        subject=subject,
        key=key,
        selection=selection,
        listing=list_quotes(session, selection, limit=LATEST),
        articles=list_articles(session, selection, limit=1).total,
        days=count_days(session, selection),
        months=count_months(session, selection),
        grid=count_grid(session, selection, "country" if subject == "topic" else "topic"),
        countries=count_countries(session, selection),
        speakers=[] if is_speaker else count_speakers(session, selection),
        topics=[] if subject == "topic" else count_topics(session, selection),
        relayers=count_relayers(session, selection) if is_speaker else [],
        relayed=count_speakers(session, told) if is_speaker else [],
        own_quotes=read_overview(session, own).quotes if subject == "country" else 0,
        held=coverage(session),
        held_days=article_days(session),
    )
