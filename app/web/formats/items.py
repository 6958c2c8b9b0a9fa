"""Quotes, articles and tallies as data: the one shape behind JSON, JSON Lines and the API's schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from app.extraction.blocks.repeats import with_repeated_decks
from app.extraction.model import BlockKind, CountryRole, DateMethod, OtherReason, QuoteKind, Side
from app.store.records import ArticleDetail, ArticleRecord, QuoteDetail, QuoteRecord, QuoteState, Tally
from app.web.addresses import Absolute, article_path, quote_path

Item = TypeVar("Item", bound=BaseModel)


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True)


class SpanData(_Data):
    """A half-open stretch of the article's text, in Unicode code points."""

    start: int
    end: int


class EvidenceData(SpanData):
    """The words, and the rule that read them, from which something was concluded."""

    rule: str
    text: str


class SpeakerData(_Data):
    """A person or body, with the office held at the time."""

    slug: str
    name: str
    role: str | None
    country: str | None
    as_written: str | None


class CueData(SpanData):
    """The words that attribute a quote."""

    text: str


class CountryData(_Data):
    """A country or body of states, and its part in the article."""

    code: str
    name: str
    role: CountryRole
    score: float


class TopicData(_Data):
    """A topic of the taxonomy."""

    slug: str
    label: str
    score: float


class ArticleReference(_Data):
    """The article in which a quote stands."""

    id: str
    url: str
    title: str
    outlet: str | None
    source_url: str | None


class QuoteItem(_Data):
    """A quote as listings carry it."""

    id: str
    url: str
    text: str
    spans: tuple[SpanData, ...]
    speaker: SpeakerData | None
    side: Side
    via: SpeakerData | None
    cue: CueData | None
    kind: QuoteKind
    confidence: float
    published: date | None
    date_method: DateMethod
    statement_date: date | None
    countries: tuple[str, ...]
    topics: tuple[str, ...]
    article: ArticleReference


class QuoteBody(QuoteItem):
    """A quote with its history, its surroundings and the evidence for its dates."""

    state: QuoteState
    revision: int
    context: str
    context_start: int
    statement_date_evidence: tuple[EvidenceData, ...]
    date_confidence: float
    date_candidates: tuple[date, ...]
    date_evidence: tuple[EvidenceData, ...]


class ArticleItem(_Data):
    """An article as listings carry it."""

    id: str
    url: str
    title: str
    outlet: str | None
    source_url: str | None
    published: date | None
    date_method: DateMethod
    countries: tuple[CountryData, ...]
    topics: tuple[TopicData, ...]
    quote_count: int
    snippet: str


class BlockData(SpanData):
    """A stretch of the article with a kind; a deck within a paragraph is where the paragraph repeats the deck."""

    kind: BlockKind


class OtherQuotedData(SpanData):
    """Something in quotation marks that is no statement of its own."""

    text: str
    reason: OtherReason


class ArticleBody(ArticleItem):
    """An article with its text and everything found in it."""

    text: str
    deck: str | None
    language: str
    revision: int
    first_read: datetime
    last_changed: datetime
    date_confidence: float
    date_candidates: tuple[date, ...]
    date_evidence: tuple[EvidenceData, ...]
    blocks: tuple[BlockData, ...]
    quotes: tuple[QuoteItem, ...]
    other_quoted: tuple[OtherQuotedData, ...]


class TallyItem(_Data):
    """A country, speaker or topic with how much is said about or by it."""

    key: str
    label: str
    url: str
    quotes: int
    articles: int
    first: date | None
    last: date | None


class FacetItem(_Data):
    """One value of a facet, and how many items have it under the other filters."""

    value: str
    label: str
    count: int
    selected: bool


class SeeAlsoItem(_Data):
    """Another listing of the same selection, and how much it holds."""

    url: str
    total: int


class ListingBody(_Data, Generic[Item]):
    """One page of a listing; ``total`` is exact, ``next_url`` null on the last page."""

    total: int
    items: Sequence[Item]
    facets: Mapping[str, Sequence[FacetItem]]
    next_url: str | None
    see_also: SeeAlsoItem | None = None
    """The articles of a selection without statements."""


def quote_item(record: QuoteRecord, absolute: Absolute) -> QuoteItem:
    """Return a quote as data, with absolute addresses."""
    return QuoteItem.model_validate(_quote_values(record, absolute))


def quote_body(detail: QuoteDetail, absolute: Absolute) -> QuoteBody:
    """Return a quote as data, in full. The article of one that is gone is pointed at as a whole."""
    own = {name: getattr(detail, name) for name in QuoteBody.model_fields.keys() - QuoteItem.model_fields.keys()}
    stands = detail.state != "gone"
    return QuoteBody.model_validate(_quote_values(detail.quote, absolute, stands=stands) | own)


def article_item(record: ArticleRecord, absolute: Absolute) -> ArticleItem:
    """Return an article as data, with absolute addresses."""
    return ArticleItem.model_validate(_article_values(record, absolute))


def article_body(detail: ArticleDetail, absolute: Absolute) -> ArticleBody:
    """Return an article as data, in full."""
    own = {name: getattr(detail, name) for name in ArticleBody.model_fields.keys() - ArticleItem.model_fields.keys()}
    own["blocks"] = with_repeated_decks(detail.text, detail.blocks)
    own["quotes"] = tuple(quote_item(quote, absolute) for quote in detail.quotes)
    return ArticleBody.model_validate(_article_values(detail.article, absolute) | own)


def tally_item(tally: Tally, url: str) -> TallyItem:
    """Return a tally as data; ``url`` is the absolute address of its dossier."""
    own = {name: getattr(tally, name) for name in TallyItem.model_fields.keys() - {"url"}}
    return TallyItem.model_validate(own | {"url": url})


def _quote_values(record: QuoteRecord, absolute: Absolute, *, stands: bool = True) -> dict[str, object]:
    shared = QuoteItem.model_fields.keys() - {"url", "countries", "topics", "article"}
    return {name: getattr(record, name) for name in shared} | {
        "url": absolute(quote_path(record.id)),
        "countries": tuple(country.code for country in record.countries),
        "topics": tuple(topic.slug for topic in record.topics),
        "article": ArticleReference(
            id=record.article_id,
            url=absolute(article_path(record.article_id, quote_id=record.id if stands else None)),
            title=record.article_title,
            outlet=record.article_outlet,
            source_url=record.article_url,
        ),
    }


def _article_values(record: ArticleRecord, absolute: Absolute) -> dict[str, object]:
    shared = ArticleItem.model_fields.keys() - {"url", "source_url"}
    return {name: getattr(record, name) for name in shared} | {
        "url": absolute(article_path(record.id)),
        "source_url": record.url,
    }
