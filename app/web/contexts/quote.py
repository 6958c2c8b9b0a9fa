"""The page of one quote: the words, who, when, about what, and where they stand."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from markupsafe import Markup

from app.extraction.model import Span
from app.store.records import QuoteDetail
from app.web.addresses import article_path, quote_path
from app.web.contexts.findings import METHODS, Finding, quote_findings
from app.web.contexts.head import Alternate, Head
from app.web.highlighting import Annotation, highlight

_TITLE_LENGTH: Final = 70
_DESCRIPTION_LENGTH: Final = 155
_LONG: Final = 420
_LONGEST_DIFF: Final = 4000
"""Words beyond which a difference is not worked out word by word."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    words: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The words as they stood when an older address of this quote was handed out."""

    id: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class QuotePage:
    """Everything that the page of a quote shows."""

    template: ClassVar[str] = "pages/quote.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    detail: QuoteDetail
    context: Markup
    context_url: str
    date_note: str
    findings: tuple[Finding, ...]
    earlier: Earlier | None
    long: bool
    """More words than a display size can carry."""


def quote_page(detail: QuoteDetail, earlier: QuoteDetail | None = None) -> QuotePage:
    """Return the page of a quote; ``earlier`` is the quote whose address led here, where its words have changed."""
    quote = detail.quote
    speaker = quote.speaker.name if quote.speaker else "Unknown speaker"
    return QuotePage(
        head=Head(
            title=f"{speaker}: “{_shortened(quote.text, _TITLE_LENGTH)}”",
            description=_shortened(f"“{quote.text}” — {speaker}. {quote.article_title}", _DESCRIPTION_LENGTH),
            path=quote_path(quote.id),
            alternates=(Alternate("JSON", f"{quote_path(quote.id)}.json", "application/json"),),
            index=detail.state == "current",
            section="/quotes",
        ),
        detail=detail,
        context=_context(detail),
        context_url=article_path(quote.article_id, quote_id=quote.id),
        date_note=METHODS[quote.date_method],
        findings=quote_findings(detail),
        earlier=Earlier(earlier.quote.id, tuple(differences(earlier.quote.text, quote.text))) if earlier else None,
        long=len(quote.text) > _LONG,
    )


def differences(old: str, new: str) -> Iterator[Change]:
    """Yield how one text became another, word by word; their words and the spaces between come back unchanged."""
    before, after = _words(old), _words(new)
    if len(before) + len(after) > _LONGEST_DIFF:
        yield from (Change("gone", old), Change("new", new))
        return
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        if operation == "equal":
            yield Change("same", "".join(before[start:end]))
            continue
        if start < end:
            yield Change("gone", "".join(before[start:end]))
        if new_start < new_end:
            yield Change("new", "".join(after[new_start:new_end]))


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def _context(detail: QuoteDetail) -> Markup:
    shift = detail.context_start
    spans = [Annotation(span.start - shift, span.end - shift, "mark", "quote tint-1") for span in detail.quote.spans]
    return highlight(detail.context, [Span(0, len(detail.context))], spans)[0]


def _shortened(text: str, length: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rsplit(" ", 1)[0] + "…"
