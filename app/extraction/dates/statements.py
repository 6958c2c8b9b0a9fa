"""The day on which each quote was spoken: what `on Friday` beside it means.

The clause around a quote's cue may name a day or a weekday; else the day that the lead gives for the same speaker's
words holds. A quote without any has no day of its own: it is as old as its publication.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from app.extraction.calendar import date_or_none
from app.extraction.dates.mentions import Mention, find_mentions, sentence_around
from app.extraction.document import Document
from app.extraction.model import Block, Evidence, Quote
from app.extraction.vocabulary import Vocabulary

WEEK = 7
LEAD_BLOCKS = 3
"""A day of speech in so many first paragraphs holds for all that the report's speaker says."""
_SAME_DAY = re.compile(
    r"\b(?:today|earlier\sin\sthe\sday|earlier\stoday|the\ssame\sday|this\smorning)\b", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"\b(?:yesterday|on\sthe\seve|the\sday\sbefore)\b", re.IGNORECASE)

Dated = tuple[datetime.date, tuple[Evidence, ...]]


def date_statements(document: Document, vocabulary: Vocabulary) -> Document:
    """Set each quote's own day, with its evidence, where the words around its cue or the lead name one.

    ``document`` must have its quotes and its day of publication; without the latter nothing can be resolved.
    """
    published = document.published.date
    if published is None or not document.quotes:
        return document
    mentions = [
        mention for mention in find_mentions(document, vocabulary) if not _inside_quote(mention, document.quotes)
    ]
    lead = _said_in_lead(document, mentions, published)
    dated = tuple(_with_day(document, quote, mentions, published, lead) for quote in document.quotes)
    return replace(document, quotes=dated)


def _with_day(
    document: Document, quote: Quote, mentions: list[Mention], published: datetime.date, lead: Dated | None
) -> Quote:
    found = _said_beside(document, quote, mentions, published) or lead
    if found is None:
        return quote
    return replace(quote, statement_date=found[0], statement_date_evidence=found[1])


def _said_beside(document: Document, quote: Quote, mentions: list[Mention], published: datetime.date) -> Dated | None:
    """Return the day that the sentence around a quote's cue names, or None."""
    if quote.cue is None:
        return None
    block = next((b for b in document.blocks if b.start <= quote.cue.start < b.end), None)
    if block is None:
        return None
    start, end = _clause(document.text, block, quote)
    near = [m for m in mentions if start <= m.start and m.end <= end and m.tense in {"reporting", "plain"}]
    for mention in sorted(near, key=lambda m: (m.tense != "reporting", abs(m.start - quote.cue.start))):  # type: ignore[union-attr]
        if day := resolve(mention, published):
            return day, (_evidence(document.text, mention.start, mention.end),)
    for pattern, days in ((_SAME_DAY, 0), (_DAY_BEFORE, 1)):
        for word in pattern.finditer(document.text, start, end):
            if not any(span.start <= word.start() < span.end for span in quote.spans):
                return published - datetime.timedelta(days), (_evidence(document.text, word.start(), word.end()),)
    return None


def _clause(text: str, block: Block, quote: Quote) -> tuple[int, int]:
    cue = quote.cue
    return sentence_around(text, block, cue.start, cue.end) if cue else (block.start, block.end)


def _said_in_lead(document: Document, mentions: list[Mention], published: datetime.date) -> Dated | None:
    """Return the day on which the first paragraphs say that the report's words were spoken, or None."""
    for mention in mentions:
        if mention.block < LEAD_BLOCKS and mention.tense == "reporting" and (day := resolve(mention, published)):
            return day, (_evidence(document.text, mention.start, mention.end),)
    return None


def resolve(mention: Mention, published: datetime.date) -> datetime.date | None:
    """Return the day that a mention of a day past means in copy published on ``published``.

    A weekday is the latest such day up to publication; a day without year the latest such day up to the day after.
    None where the mention names neither.
    """
    if mention.day and mention.month:
        years = [mention.year] if mention.year else [published.year, published.year - 1]
        days = (date_or_none(year, mention.month, mention.day) for year in years)
        return next((day for day in days if day and (day - published).days <= 1), None)
    if mention.weekday is not None:
        return published - datetime.timedelta((published.weekday() - mention.weekday) % WEEK)
    return None


def _inside_quote(mention: Mention, quotes: tuple[Quote, ...]) -> bool:
    return any(span.start <= mention.start < span.end for quote in quotes for span in quote.spans)


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence("day of the statement", text[start:end], start, end)
