"""What was concluded about a text, how surely, and from which words: the "how we know" panel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.extraction.model import DateMethod, Evidence
from app.store.records import ArticleDetail, CountryRecord, QuoteDetail, TopicRecord
from app.web.addresses import article_path, country_path, topic_path
from app.web.highlighting import Annotation

METHODS: Final = {
    "supplied": "given by the source",
    "stated": "stated in the text",
    "inferred": "worked out from the text",
    "unknown": "not known",
}
_ROLES: Final = {"partner": "Partner", "mention": "Mentioned"}
_MOST_EVIDENCE: Final = 6
"""Pieces of evidence shown for one conclusion; the data has them all."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: the rule that spoke, the words it read, and where they stand (None: not in the text)."""

    rule: str
    words: str
    url: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One conclusion."""

    kind: str
    label: str
    url: str | None
    confidence: float | None
    note: str
    clues: tuple[Clue, ...]


def article_findings(detail: ArticleDetail) -> tuple[Finding, ...]:
    """Return what was concluded about an article: its date, then its countries, then its topics."""
    article = detail.article
    dated = _date_finding(
        article.published,
        article.date_method,
        detail.date_confidence,
        detail.date_candidates,
        detail.date_evidence,
        article.id,
    )
    countries = (_country_finding(country, article.id) for country in article.countries)
    topics = (_topic_finding(topic, article.id) for topic in article.topics)
    return (dated, *countries, *topics)


def quote_findings(detail: QuoteDetail) -> tuple[Finding, ...]:
    """Return what was concluded about a quote: the day it was published, the day it was said, partners, topics."""
    quote = detail.quote
    findings = [
        _date_finding(
            quote.published,
            quote.date_method,
            detail.date_confidence,
            detail.date_candidates,
            detail.date_evidence,
            quote.article_id,
        )
    ]
    if quote.statement_date:
        said = _clues(detail.statement_date_evidence, quote.article_id)
        findings.append(Finding("Said on", _day(quote.statement_date), None, None, "", said))
    findings += (_country_finding(country, quote.article_id) for country in quote.countries)
    findings += (_topic_finding(topic, quote.article_id) for topic in quote.topics)
    return tuple(findings)


def clue_anchor(start: int, end: int) -> str:
    """Return the id of the place in an article's page where a piece of evidence stands."""
    return f"e-{start}-{end}"


def clue_annotations(findings: Iterable[Finding]) -> list[Annotation]:
    """Return the annotations that make each piece of evidence in the text a place to link to."""
    places = {(clue.start, clue.end) for finding in findings for clue in finding.clues if clue.url}
    return [Annotation(start, end, "span", "clue", clue_anchor(start, end)) for start, end in sorted(places)]


def _date_finding(
    published: date | None,
    method: DateMethod,
    confidence: float,
    candidates: tuple[date, ...],
    evidence: tuple[Evidence, ...],
    article_id: str,
) -> Finding:
    label = _day(published) if published else "Not known"
    possible = "" if published or not candidates else "; possible: " + ", ".join(map(_day, candidates))
    clues = _clues(evidence, article_id)
    return Finding("Published", label, None, confidence if published else None, METHODS[method] + possible, clues)


def _country_finding(country: CountryRecord, article_id: str) -> Finding:
    clues = _clues(country.evidence, article_id)
    return Finding(_ROLES[country.role], country.name, country_path(country.code), country.score or None, "", clues)


def _topic_finding(topic: TopicRecord, article_id: str) -> Finding:
    clues = _clues(topic.evidence, article_id)
    return Finding("Topic", topic.label, topic_path(topic.slug), topic.score or None, "", clues)


def _clues(evidence: Iterable[Evidence], article_id: str) -> tuple[Clue, ...]:
    distinct = {(piece.rule, piece.text.casefold()): piece for piece in reversed(tuple(evidence))}
    first = sorted(distinct.values(), key=lambda piece: piece.start)[:_MOST_EVIDENCE]
    return tuple(
        Clue(
            rule=piece.rule.replace("-", " ").replace("_", " "),
            words=piece.text,
            url=f"{article_path(article_id)}#{clue_anchor(piece.start, piece.end)}"
            if piece.start < piece.end
            else None,
            start=piece.start,
            end=piece.end,
        )
        for piece in first
    )


def _day(value: date) -> str:
    return f"{value.day} {value:%B} {value.year}"
