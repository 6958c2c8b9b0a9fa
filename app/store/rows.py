"""One analysed article as the rows that keep it. Pure: no database, so it runs wherever extraction runs.

Rows carry the ids that follow from the text (``public_id``, slugs); the numbers that link rows within one database
are added by ``writes``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.extraction.document import BODY_KINDS
from app.extraction.identity import article_id, wording
from app.extraction.model import Analysis, Evidence, Quote, Source, Speaker

Row = dict[str, Any]

SEARCHED_KINDS = BODY_KINDS | {"deck", "heading"}
"""Blocks whose words a search over articles finds; the title has its own column, boilerplate has none."""

OPENING_LENGTH = 280
TITLE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class QuoteRows:
    """One quote, its spans and tags; ``speaker`` and ``via`` are slugs."""

    public_id: str
    quote: Row
    speaker: str | None
    via: str | None
    spans: list[Row]
    countries: list[Row]
    topics: list[Row]


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """Everything to be kept of one article."""

    key: str
    article: Row
    words: Row
    revision: Row
    blocks: list[Row]
    other_quoted: list[Row]
    countries: list[Row]
    topics: list[Row]
    speakers: list[Row]
    quotes: list[QuoteRows]


def source_digest(source: Source) -> str:
    """Return a digest of everything that came from the source: equal digests mean that there is nothing new to read."""
    published = source.published.isoformat() if source.published else None
    parts = (source.text, source.url, source.title, published, source.outlet)
    digest = hashlib.sha256()
    for part in parts:
        encoded = b"" if part is None else part.encode()
        digest.update(b"-" if part is None else b"%d:" % len(encoded))
        digest.update(encoded)
    return digest.hexdigest()


def as_rows(source: Source, analysis: Analysis, extraction_version: str) -> ArticleRows:
    """Return the rows of an article. ``source.text`` is what was analysed."""
    body = _words_of(analysis, SEARCHED_KINDS)
    opening = _shorten(_words_of(analysis, BODY_KINDS), OPENING_LENGTH)
    title = analysis.title or _shorten(opening, TITLE_LENGTH) or source.name
    published = analysis.published
    dates = {"published": published.date, "date_method": published.method}
    return ArticleRows(
        key=source.key,
        article={
            "public_id": article_id(source.key),
            "key": source.key,
            "source_digest": source_digest(source),
            "extraction_version": extraction_version,
            "url": analysis.url,
            "outlet": analysis.outlet,
            "title": title,
            "opening": opening,
            "quote_count": len(analysis.quotes),
            **dates,
        },
        words={"title": title, "body": body},
        revision={
            "sha256": hashlib.sha256(analysis.text.encode()).hexdigest(),
            "text": analysis.text,
            "title": analysis.title,
            "deck": analysis.deck,
            "language": analysis.language,
            "dateline": analysis.dateline._asdict() if analysis.dateline else None,
            **dates,
            "date_confidence": published.confidence,
            "date_candidates": [day.isoformat() for day in published.candidates],
            "date_evidence": _evidence(published.evidence),
            "extraction_version": extraction_version,
        },
        blocks=_numbered(block._asdict() for block in analysis.blocks),
        other_quoted=_numbered(other._asdict() for other in analysis.other_quoted),
        countries=_numbered(
            {"code": tag.code, "role": tag.role, "score": tag.score, "evidence": _evidence(tag.evidence)}
            for tag in analysis.countries
        ),
        topics=_numbered(
            {"slug": tag.slug, "score": tag.score, "evidence": _evidence(tag.evidence)} for tag in analysis.topics
        ),
        speakers=[
            {"slug": speaker.slug, "name": speaker.name, "country": speaker.country}
            for quote in analysis.quotes
            for speaker in (quote.speaker, quote.via)
            if speaker
        ],
        quotes=[_quote_rows(quote, position, analysis) for position, quote in enumerate(analysis.quotes)],
    )


def _quote_rows(quote: Quote, position: int, analysis: Analysis) -> QuoteRows:
    return QuoteRows(
        public_id=quote.id,
        quote={
            "public_id": quote.id,
            "position": position,
            "text": quote.text,
            "kind": quote.kind,
            "side": quote.side,
            "confidence": quote.confidence,
            "speaker_name": quote.speaker.name if quote.speaker else None,
            "speaker_role": quote.speaker.role if quote.speaker else None,
            "as_written": quote.speaker.as_written if quote.speaker else None,
            "via_role": quote.via.role if quote.via else None,
            "via_as_written": quote.via.as_written if quote.via else None,
            "cue": quote.cue._asdict() if quote.cue else None,
            "statement_date": quote.statement_date,
            "statement_date_evidence": _evidence(quote.statement_date_evidence),
            "published": analysis.published.date,
            "outlet": analysis.outlet,
            "wording": wording(quote.text),
        },
        speaker=_slug(quote.speaker),
        via=_slug(quote.via),
        spans=_numbered(span._asdict() for span in quote.spans),
        countries=_numbered(_quote_countries(quote, analysis)),
        topics=_numbered({"slug": slug} for slug in quote.topics),
    )


def _quote_countries(quote: Quote, analysis: Analysis) -> Iterator[Row]:
    """Yield the partners of the article, then the countries that the quote alone speaks of.

    A statement made at talks with a country is a statement towards it, whatever else its words name.
    """
    partners = [tag.code for tag in analysis.countries if tag.role == "partner"]
    yield from ({"code": code, "role": "partner"} for code in partners)
    yield from ({"code": code, "role": "mention"} for code in dict.fromkeys(quote.countries) if code not in partners)


def _slug(speaker: Speaker | None) -> str | None:
    return speaker.slug if speaker else None


def _evidence(evidence: Sequence[Evidence]) -> list[Row]:
    return [piece._asdict() for piece in evidence]


def _numbered(rows: Iterator[Row]) -> list[Row]:
    return [{"position": position, **row} for position, row in enumerate(rows)]


def _words_of(analysis: Analysis, kinds: frozenset[str]) -> str:
    return "\n".join(analysis.text[block.start : block.end] for block in analysis.blocks if block.kind in kinds)


def _shorten(words: str, length: int) -> str:
    """Return the first words, at most ``length`` characters, spacing collapsed, with an ellipsis where cut."""
    # A few characters more than asked are enough to see whether anything follows, however long the text.
    collapsed = " ".join(words[: length * 4].split())
    if len(collapsed) <= length:
        return collapsed
    return collapsed[:length].rsplit(" ", 1)[0].rstrip(",;:—–-") + "…"
