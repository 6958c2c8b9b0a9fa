"""The page of one quote: the words, who, when, about what, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

from markupsafe import Markup

from app.extraction.model import Span
from app.store.records import EarlierWording, Neighbours, QuoteDetail
from app.web.addresses import Absolute, article_path, embed_path, quote_path, wording_path
from app.web.citations import FORMS, cited_quote
from app.web.contexts.citation_pack import Citation, citation_pack
from app.web.contexts.findings import METHODS, Finding, quote_findings
from app.web.contexts.head import Alternate, Head
from app.web.contexts.offices import OfficeHeld, office_held
from app.web.differences import Change, differences
from app.web.highlighting import Annotation, highlight
from app.web.metadata import Metadata, quote_metadata
from app.web.text_fragments import with_text_fragment
from app.web.wording import day

_TITLE_LENGTH: Final = 70
_DESCRIPTION_LENGTH: Final = 155
_LONG: Final = 420


@dataclass(frozen=True, slots=True)
class Earlier:
    """The words as an earlier revision had them, and how they became those of today."""

    wording: EarlierWording
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class QuotePage:
    """Everything that the page of a quote shows."""

    template: ClassVar[str] = "pages/quote.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    detail: QuoteDetail
    office: OfficeHeld | None
    context: Markup
    context_url: str
    publisher_url: str | None
    """The publisher's own page, at the words."""
    date_note: str
    said_note: str
    findings: tuple[Finding, ...]
    citations: tuple[Citation, ...]
    embed_url: str
    mail_url: str
    neighbours: Neighbours
    wordings: tuple[tuple[EarlierWording, str], ...]
    """Earlier wordings, the latest first, with the address that compares each with today's."""
    earlier: Earlier | None
    """The earlier wording whose address led here."""
    long: bool
    """More words than a display size can carry."""


def quote_page(
    detail: QuoteDetail,
    absolute: Absolute,
    *,
    neighbours: Neighbours,
    wordings: Sequence[EarlierWording] = (),
    was: str = "",
) -> QuotePage:
    """Return the page of a quote; ``was`` is the id of the earlier wording whose address led here, if any did."""
    quote = detail.quote
    earlier = next((wording for wording in wordings if wording.id == was), None)
    said = detail.statement_date_evidence
    return QuotePage(
        head=_head(detail, quote_metadata(detail, quote_title(detail), absolute, wordings, earlier)),
        detail=detail,
        office=office_held(quote),
        context=_context(detail),
        context_url=article_path(quote.article_id, quote_id=quote.id),
        publisher_url=with_text_fragment(quote.article_url, detail.text, quote.spans) if quote.article_url else None,
        date_note=METHODS[quote.date_method],
        said_note=f"worked out from “{said[0].text}”" if said else "the day of publication, as no other is named",
        findings=quote_findings(detail),
        citations=citation_pack(cited_quote(quote, absolute, detail.language)),
        embed_url=embed_path(quote.id),
        mail_url=_mail(detail, absolute(quote_path(quote.id))),
        neighbours=neighbours,
        wordings=tuple((wording, wording_path(quote.id, wording.id)) for wording in wordings),
        earlier=Earlier(earlier, tuple(differences(earlier.text, quote.text))) if earlier else None,
        long=len(quote.text) > _LONG,
    )


def quote_title(detail: QuoteDetail) -> str:
    """Return the title of a quote's page: the speaker and the first words."""
    speaker = detail.quote.speaker.name if detail.quote.speaker else "Unknown speaker"
    return f"{speaker}: “{_shortened(detail.quote.text, _TITLE_LENGTH)}”"


def _mail(detail: QuoteDetail, url: str) -> str:
    """Return the address that opens a mail with the words, their source and the link (RFC 6068)."""
    quote = detail.quote
    source = ", ".join(filter(None, [quote.article_title, quote.article_outlet, day(quote.published)]))
    words = _shortened(quote.text, _LONG)
    fields = {"subject": quote_title(detail), "body": f"“{words}”\r\n\r\n{source}\r\n{url}"}
    return f"mailto:?{urlencode(fields, quote_via=percent_encoded, errors='replace')}"


def _head(detail: QuoteDetail, metadata: Metadata) -> Head:
    quote = detail.quote
    path = quote_path(quote.id)
    speaker = quote.speaker.name if quote.speaker else "Unknown speaker"
    forms = [Alternate(form.label, f"{path}.{form.suffix}", form.media_type) for form in FORMS if form.is_record]
    return Head(
        title=quote_title(detail),
        description=_shortened(f"“{quote.text}” — {speaker}. {quote.article_title}", _DESCRIPTION_LENGTH),
        path=path,
        alternates=(Alternate("JSON", f"{path}.json", "application/json"), *forms),
        index=detail.state == "current",
        section="/quotes",
        metadata=metadata,
    )


def _context(detail: QuoteDetail) -> Markup:
    shift = detail.context_start
    spans = [Annotation(span.start - shift, span.end - shift, "mark", "quote tint-1") for span in detail.quote.spans]
    return highlight(detail.context, [Span(0, len(detail.context))], spans)[0]


def _shortened(text: str, length: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rsplit(" ", 1)[0] + "…"
