"""What was concluded about a text, how surely, and from which words: the "how we know" panel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.extraction.model import DateMethod, Evidence, Span
from app.store.records import ArticleDetail, CountryRecord, QuoteDetail, TopicRecord
from app.web.addresses import country_path, topic_path
from app.web.highlighting import Annotation
from app.web.reading import evidence_path
from app.web.wording import day

METHODS: Final = {
    "supplied": "given by the source",
    "stated": "stated in the text",
    "inferred": "worked out from the text",
    "unknown": "not known",
}
_ROLES: Final = {"partner": "Partner", "mention": "Mentioned"}
_SHOWN_AT_ONCE: Final = 6
"""Pieces of evidence for one conclusion that are not folded away."""
_MOST_PLACES: Final = 12
"""Places shown of words that speak in many; the data has them all."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: the rule that spoke, the words it read, and where they stand in the text."""

    rule: str
    words: str
    places: tuple[Span, ...]
    """In order; none where no words of the text spoke."""
    marked: bool
    """Whether the article's page marks the places as it is."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return where the places are, relative to the article's page."""
        if self.marked:
            return tuple(f"#{clue_anchor(place)}" for place in self.places)
        return tuple(evidence_path("", place.start, place.end) for place in self.places)


@dataclass(frozen=True, slots=True)
class Finding:
    """One conclusion."""

    kind: str
    label: str
    url: str | None
    weight: str
    """What ``share`` says: how sure the machine is, or how much of the article it is."""
    share: float | None
    note: str
    clues: tuple[Clue, ...]
    """In the order of the text, each rule and wording once."""

    @property
    def first_clues(self) -> tuple[Clue, ...]:
        """Return those that are shown at once."""
        return self.clues[:_SHOWN_AT_ONCE]

    @property
    def further_clues(self) -> tuple[Clue, ...]:
        """Return those that are folded away."""
        return self.clues[_SHOWN_AT_ONCE:]


def article_findings(detail: ArticleDetail) -> tuple[Finding, ...]:
    """Return what was concluded about an article: its date, then its countries, then its topics."""
    article = detail.article
    dated = _date_finding(article.published, article.date_method, detail)
    countries = map(_country_finding, article.countries)
    topics = map(_topic_finding, article.topics)
    return (dated, *countries, *topics)


def quote_findings(detail: QuoteDetail) -> tuple[Finding, ...]:
    """Return what was concluded about a quote: the day it was published, the day it was said, partners, topics."""
    quote = detail.quote
    findings = [_date_finding(quote.published, quote.date_method, detail)]
    if quote.statement_date:
        # The article's page does not mark this evidence: there may be some for each of its quotes.
        said = _clues(detail.statement_date_evidence, marked=False)
        findings.append(Finding("Said on", day(quote.statement_date), None, "", None, "", said))
    findings += map(_country_finding, quote.countries)
    findings += map(_topic_finding, quote.topics)
    return tuple(findings)


def clue_anchor(place: Span) -> str:
    """Return the id of the place in an article's page where a piece of evidence stands."""
    return f"e-{place.start}-{place.end}"


def clue_annotations(findings: Iterable[Finding]) -> list[Annotation]:
    """Return the annotations that make each piece of evidence in the text a place to link to."""
    places = {place for finding in findings for clue in finding.clues if clue.marked for place in clue.places}
    return [Annotation(one.start, one.end, "span", "clue", clue_anchor(one)) for one in places]


def _date_finding(published: date | None, method: DateMethod, detail: ArticleDetail | QuoteDetail) -> Finding:
    possible = "" if published else ", ".join(map(day, detail.date_candidates))
    return Finding(
        kind="Published",
        label=day(published) if published else "Not known",
        url=None,
        weight="confidence",
        share=detail.date_confidence if published else None,
        note=METHODS[method] + (f"; possible: {possible}" if possible else ""),
        clues=_clues(detail.date_evidence),
    )


def _country_finding(country: CountryRecord) -> Finding:
    url = country_path(country.code)
    return Finding(
        _ROLES[country.role], country.name, url, "weight", country.score or None, "", _clues(country.evidence)
    )


def _topic_finding(topic: TopicRecord) -> Finding:
    url = topic_path(topic.slug)
    return Finding("Topic", topic.label, url, "weight", topic.score or None, "", _clues(topic.evidence))


def _clues(evidence: Iterable[Evidence], *, marked: bool = True) -> tuple[Clue, ...]:
    """Return the evidence in the order of the text, each rule and wording once with the places where it stands."""
    wordings: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for piece in sorted(evidence, key=lambda piece: (piece.start, piece.end)):
        wordings[piece.rule, piece.text.casefold()].append(piece)
    return tuple(
        Clue(
            rule=pieces[0].rule.replace("-", " ").replace("_", " "),
            words=pieces[0].text,
            places=_places(pieces),
            marked=marked,
        )
        for pieces in wordings.values()
    )


def _places(pieces: Iterable[Evidence]) -> tuple[Span, ...]:
    places = dict.fromkeys(Span(piece.start, piece.end) for piece in pieces if piece.start < piece.end)
    return tuple(places)[:_MOST_PLACES]
