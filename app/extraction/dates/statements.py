"""The day on which each quote was spoken: what `on Friday` beside it means.

The sentence around a quote's cue may name a day or a weekday; else the day holds that the lead gives for the report's
words, else the day of publication. Words that the article looks back on (`said earlier`) without a day stay undated.
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
_LOOKS_BACK = re.compile(r"\b(?:earlier|previously|last\s(?:week|month|year)|in\sthe\spast|once)\b", re.IGNORECASE)
SENTENCE_OPENING = 4
"""A day no further into its sentence (`On Friday`) sets the time for the sentences after it."""
_SAME_DAY = re.compile(
    r"\b(?:today|earlier\sin\sthe\sday|earlier\stoday|the\ssame\sday|this\smorning)\b", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"\b(?:yesterday|on\sthe\seve|the\sday\sbefore)\b", re.IGNORECASE)

Dated = tuple[datetime.date, tuple[Evidence, ...]]


def date_statements(document: Document, vocabulary: Vocabulary) -> Document:
    """Set each quote's own day, with its evidence.

    ``document`` must have its quotes and its day of publication; without the latter nothing can be resolved.
    """
    published = document.published.date
    if published is None or not document.quotes:
        return document
    mentions = [m for m in find_mentions(document, vocabulary) if not _inside_quote(m, document.quotes)]
    usual = _said_in_lead(document, mentions, published) or _said_when_published(document, published)
    dated = tuple(_with_day(document, quote, mentions, published, usual) for quote in document.quotes)
    return replace(document, quotes=dated)


def _with_day(
    document: Document, quote: Quote, mentions: list[Mention], published: datetime.date, usual: Dated
) -> Quote:
    sentence = _sentence(document, quote)
    found = _said_beside(document, quote, sentence, mentions, published) if sentence else None
    if found is None and sentence and _LOOKS_BACK.search(document.text, *sentence):
        return quote
    day, evidence = found or usual
    return replace(quote, statement_date=day, statement_date_evidence=evidence)


def _sentence(document: Document, quote: Quote) -> tuple[int, int] | None:
    """Return the span of the sentence that attributes a quote, or None for a quote without a cue."""
    cue = quote.cue
    block = _block_of(document, cue.start) if cue else None
    return sentence_around(document.text, block, cue.start, cue.end) if cue and block else None


def _block_of(document: Document, position: int) -> Block | None:
    return next((block for block in document.blocks if block.start <= position < block.end), None)


def _said_beside(
    document: Document, quote: Quote, sentence: tuple[int, int], mentions: list[Mention], published: datetime.date
) -> Dated | None:
    """Return the day that a quote's sentence names, or that a sentence before it in its paragraph sets.

    `On 17 November Putin met the crew. He told them “…”.`
    """
    start, end = sentence
    block = _block_of(document, start)
    first = block.start if block else start
    told = [m for m in mentions if first <= m.start < end and m.tense in {"reporting", "plain"}]
    inside = [m for m in told if m.start >= start]
    setting = [m for m in told if m.start < start and m.start - m.sentence[0] <= SENTENCE_OPENING]
    position = quote.cue.start if quote.cue else start
    nearest = sorted(inside, key=lambda m: (m.tense != "reporting", abs(m.start - position)))
    for mention in (*nearest, *reversed(setting)):
        if day := resolve(mention, published):
            return day, (_evidence(document.text, mention.start, mention.end),)
    return _relative_day(document.text, start, end, quote, published)


def _relative_day(text: str, start: int, end: int, quote: Quote, published: datetime.date) -> Dated | None:
    """Return the day that `earlier in the day` or `yesterday` means in a sentence, outside the quote's own words."""
    for pattern, days in ((_SAME_DAY, 0), (_DAY_BEFORE, 1)):
        for word in pattern.finditer(text, start, end):
            if not any(span.start <= word.start() < span.end for span in quote.spans):
                return published - datetime.timedelta(days), (_evidence(text, word.start(), word.end()),)
    return None


def _said_in_lead(document: Document, mentions: list[Mention], published: datetime.date) -> Dated | None:
    """Return the day on which the first paragraphs say that the report's words were spoken, or None.

    Without such a day, the weekday of what the lead reports holds: the words were spoken on the occasion.
    """
    reported = [m for m in mentions if m.block < LEAD_BLOCKS and m.tense == "reporting"]
    occasion = [m for m in mentions if m.block == 0 and m.tense == "plain" and m.weekday is not None]
    for mention in (*reported, *occasion):
        if day := resolve(mention, published):
            return day, (_evidence(document.text, mention.start, mention.end),)
    return None


def _said_when_published(document: Document, published: datetime.date) -> Dated:
    """Return the day of publication: newswire that names no other reports words of the day."""
    evidence = document.published.evidence[:1]
    return published, tuple(replace(one, rule="day of publication") for one in evidence)


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
