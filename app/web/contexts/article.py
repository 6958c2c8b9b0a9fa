"""The page of one article: its text block by block, quotes tinted by speaker with notes beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from markupsafe import Markup

from app.extraction.model import Span
from app.store.records import ArticleDetail, ArticleRecord, Carrier, NearbyArticle, Place, Result, RevisionRecord
from app.web.addresses import article_path
from app.web.contexts.findings import Finding, article_findings, clue_annotations
from app.web.contexts.head import Alternate, Head
from app.web.contexts.legend import LegendEntry, legend_entries
from app.web.contexts.palette import tints, voices
from app.web.contexts.passages import Notes, Section, passages, sections
from app.web.contexts.search import Search
from app.web.highlighting import Annotation
from app.web.metadata import Metadata
from app.web.parameters import query_string
from app.web.reading import POINTED_AT, Reading, reading_path

_DESCRIPTION_LENGTH: Final = 155


@dataclass(frozen=True, slots=True)
class Trail:
    """The way through the results of a search, from the article that is one of them."""

    number: int | None
    """The place of this result among all, counted from 1; None when too many stand before it."""
    total: int
    kind: str
    """`statement` or `article`: what the results are."""
    list_url: str
    previous: Result | None
    previous_url: str
    next: Result | None
    next_url: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the store knows of an article beside the article itself."""

    place: Place | None = None
    """Its place among the results of the search that led here."""
    related: Sequence[NearbyArticle] = ()
    carriers: Sequence[Carrier] = ()
    revisions: Sequence[RevisionRecord] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything that the page of an article shows."""

    template: ClassVar[str] = "pages/article.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    detail: ArticleDetail
    heading: Markup
    deck: Markup | None
    sections: tuple[Section, ...]
    legend: tuple[LegendEntry, ...]
    findings: tuple[Finding, ...]
    query: str
    """What is searched for, where it has words to mark."""
    matches: int
    """How often the words searched for stand in the text."""
    plain_url: str
    """The page without words searched for."""
    trail: Trail | None
    surroundings: Surroundings


def article_page(
    detail: ArticleDetail,
    *,
    search: Search,
    metadata: Metadata | None = None,
    reading: Reading | None = None,
    surroundings: Surroundings | None = None,
) -> ArticlePage:
    """Return the page of an article as ``reading`` asks for it, with ``metadata`` for machines in its head."""
    reading, surroundings = reading or Reading(), surroundings or Surroundings()
    legend = voices(detail.quotes)
    findings = article_findings(detail)
    matches = search.find(detail.text)
    marks = [*clue_annotations(findings), *_matches(matches), *_pointed_at(reading)]
    found = passages(detail.text, detail.blocks, Notes(detail.quotes, tints(legend), reading.muted), marks)
    title = next((passage for passage in found if passage.kind == "title"), None)
    deck = next((passage for passage in found if passage.kind == "deck" and not passage.is_folded), None)
    body = [passage for passage in found if passage is not title and passage is not deck]
    return ArticlePage(
        head=_head(detail.article, metadata or Metadata()),
        detail=detail,
        heading=title.html if title else Markup("{}").format(detail.article.title),
        deck=deck.html if deck else None,
        sections=sections(body, [*matches, *_reached(detail, reading)]),
        legend=legend_entries(legend, reading),
        findings=findings,
        query=search.text if search.parsed.highlights else "",
        matches=len(matches),
        plain_url=article_path(detail.article.id),
        trail=_trail(surroundings.place, reading) if surroundings.place else None,
        surroundings=surroundings,
    )


def _head(article: ArticleRecord, metadata: Metadata) -> Head:
    return Head(
        title=article.title,
        description=article.snippet[:_DESCRIPTION_LENGTH] or article.title,
        path=article_path(article.id),
        alternates=(Alternate("JSON", f"{article_path(article.id)}.json", "application/json"),),
        section="/articles",
        metadata=metadata,
    )


def _matches(matches: Sequence[Span]) -> Iterator[Annotation]:
    """Yield the marks of the words searched for, numbered so that one can step through them."""
    for place, match in enumerate(matches, 1):
        yield Annotation(match.start, match.end, "mark", "match", f"m-{place}")


def _pointed_at(reading: Reading) -> Iterator[Annotation]:
    if reading.evidence:
        yield Annotation(reading.evidence.start, reading.evidence.end, "span", "clue pointed-at", POINTED_AT)


def _reached(detail: ArticleDetail, reading: Reading) -> Iterator[Span]:
    """Yield what the address asks for: the stretch it points at, and the quote that was the result."""
    if reading.evidence:
        yield reading.evidence
    for quote in detail.quotes:
        if quote.id == reading.at:
            yield from quote.spans


def _trail(place: Place, reading: Reading) -> Trail:
    results = reading.results or "articles"

    def url(result: Result | None) -> str:
        return reading_path(result.article_id, reading.selection, results, result.quote_id) if result else ""

    return Trail(
        number=place.number,
        total=place.total,
        kind="statement" if results == "quotes" else "article",
        list_url=f"/{results}{query_string(reading.selection)}",
        previous=place.previous,
        previous_url=url(place.previous),
        next=place.next,
        next_url=url(place.next),
    )
