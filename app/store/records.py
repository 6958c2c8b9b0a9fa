"""What reads return: plain immutable records, shaped for pages and feeds, with no database behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from app.extraction.model import (
    Block,
    CountryRole,
    Cue,
    Dateline,
    DateMethod,
    Evidence,
    OtherQuoted,
    QuoteKind,
    Side,
    Span,
)

QuoteState = Literal["current", "altered", "gone"]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class CountryRecord:
    """A country or body of states, as the vocabulary names it."""

    code: str
    name: str
    role: CountryRole = "mention"
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic of the taxonomy."""

    slug: str
    label: str
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """A speaker: `role` is the office at the time of the statement, or the latest known on pages about the speaker."""

    slug: str
    name: str
    role: str | None
    country: str | None
    as_written: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as listings show it."""

    id: str
    title: str
    outlet: str | None
    url: str | None
    published: date | None
    date_method: DateMethod
    countries: tuple[CountryRecord, ...]
    topics: tuple[TopicRecord, ...]
    quote_count: int
    snippet: str
    """The opening words of the body, or the stretch that matches the query."""
    changed: datetime
    """When its text or what was concluded about it last changed here (feeds' ``updated``)."""


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quote as listings show it."""

    id: str
    text: str
    spans: tuple[Span, ...]
    speaker: SpeakerRecord | None
    side: Side
    via: SpeakerRecord | None
    cue: Cue | None
    kind: QuoteKind
    confidence: float
    published: date | None
    date_method: DateMethod
    statement_date: date | None
    countries: tuple[CountryRecord, ...]
    topics: tuple[TopicRecord, ...]
    article_id: str
    article_title: str
    article_outlet: str | None
    article_url: str | None
    changed: datetime
    """When its article last changed here (feeds' ``updated``)."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet, and how many items have it under the other filters."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Listing(Generic[Item]):
    """One page of a listing. ``total`` is exact; ``next_cursor`` is opaque and None on the last page."""

    total: int
    items: Sequence[Item]
    facets: Mapping[str, Sequence[Facet]]
    """By facet name: country, topic, speaker, side, outlet, kind, year, month (``2015-11``)."""
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """Everything the page of one article shows."""

    article: ArticleRecord
    text: str
    deck: str | None
    language: str
    dateline: Dateline | None
    date_confidence: float
    date_candidates: tuple[date, ...]
    date_evidence: tuple[Evidence, ...]
    blocks: tuple[Block, ...]
    quotes: tuple[QuoteRecord, ...]
    other_quoted: tuple[OtherQuoted, ...]
    revision: int
    """1 for the text as first read."""
    first_read: datetime
    last_changed: datetime


@dataclass(frozen=True, slots=True)
class QuoteDetail:
    """Everything the page of one quote shows."""

    quote: QuoteRecord
    state: QuoteState
    successor_id: str | None
    """The quote that took this one's place, when ``state`` is ``altered``."""
    statement_date_evidence: tuple[Evidence, ...]
    date_confidence: float
    date_candidates: tuple[date, ...]
    date_evidence: tuple[Evidence, ...]
    context: str
    """The block or blocks around the quote, from the revision in which it stands."""
    context_start: int
    """Where ``context`` begins in the article's text, in code points."""
    revision: int
    text: str
    """The whole text of that revision."""
    language: str
    """Of that text, by its ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """Words of a quote as an earlier revision of its article had them; the id still leads to the quote."""

    id: str
    text: str
    revision: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A quote as the page of another one points to it."""

    id: str
    text: str
    speaker: str | None
    """The speaker's name."""
    published: date


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The statements around a quote in time: of all, and of its speaker on its first partner."""

    previous: Neighbour | None = None
    next: Neighbour | None = None
    partner: CountryRecord | None = None
    """The partner that the next two are about; None when the quote has none, or no known speaker."""
    previous_on_partner: Neighbour | None = None
    next_on_partner: Neighbour | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A result of a search, as its neighbour's page points to it; ``quote_id`` where quotes were searched for."""

    article_id: str
    quote_id: str | None
    title: str
    """The article's."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a result stands among all of a search, and what stands before and after it."""

    number: int | None
    """Counted from 1; None when more stand before it than are counted."""
    total: int
    previous: Result | None
    next: Result | None


@dataclass(frozen=True, slots=True)
class NearbyArticle:
    """An article as the page of another one points to it."""

    id: str
    title: str
    outlet: str | None
    published: date | None
    date_method: DateMethod


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another article that has some of an article's statements word for word."""

    article: NearbyArticle
    shared: int
    """How many of them."""


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """One state of an article's text, by its number (1 for the text as first read)."""

    number: int
    read_at: datetime
    title: str | None
    length: int
    """Code points of the text."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A country, speaker or topic with how much is said about or by it."""

    key: str
    label: str
    quotes: int
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Overview:
    """A selection in numbers: its quotes, the articles and known speakers they come from, and the days they span."""

    quotes: int
    articles: int
    speakers: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Quotes and articles of one month (``month`` is its first day)."""

    month: date
    quotes: int
    articles: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """Quotes of one day."""

    day: date
    quotes: int


@dataclass(frozen=True, slots=True)
class GridCount:
    """Quotes of one subject (a country's code, a topic's or speaker's slug) and month (its first day)."""

    key: str
    month: date
    quotes: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many articles of one outlet there are of one month (``month`` is its first day; None when undated)."""

    outlet: str | None
    month: date | None
    articles: int
