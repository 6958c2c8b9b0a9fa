"""The day on which each quote was spoken: what `on Friday` beside it means.

The sentence around a quote's cue may name a day or a weekday; else the day holds that the lead gives for the report's
words, else the day of publication. Words that the article looks back on (`said earlier`) without a day stay undated.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from app.extraction.calendar import date_or_none
from app.extraction.dates.mentions import SENTENCE_REACH, sentence_around
from app.extraction.dates.relative import (
    SINCE_LAST,
    WEEK_BEFORE,
    days_back,
    is_of_another,
    looks_back,
    was_said_back,
    week_of_weekday,
)
from app.extraction.document import Document
from app.extraction.model import Block, DayMention, Evidence, Quote
from app.extraction.vocabulary import Vocabulary

WEEK = 7
LEAD_BLOCKS = 3
"""A day of speech in so many first paragraphs holds for all that the report's speaker says."""
SENTENCE_OPENING = 4
"""A day no further into its sentence (`On Friday`) sets the time for the sentences after it."""
OPENING_WORDS = 20
"""A day so near the beginning of the sentence (`Earlier, on March 3`) is that of its verb."""

Dated = tuple[datetime.date, tuple[Evidence, ...]]


class _Report(NamedTuple):
    """What the days of an article's statements are read from; mentions by where they start."""

    document: Document
    published: datetime.date
    mentions: tuple[DayMention, ...]
    mention_starts: list[int]

    def told_between(self, start: int, end: int, cue: int | None = None) -> list[DayMention]:
        """Return the mentions of days past in a stretch of the text that may be those of a verb of speech.

        ``cue`` is where that verb ends.
        """
        low, high = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        return [one for one in self.mentions[low:high] if self._may_be_of(one, start, cue)]

    def _may_be_of(self, mention: DayMention, start: int, cue: int | None) -> bool:
        if mention.tense == "reporting" or cue is None:
            return mention.tense in {"reporting", "plain"}
        if is_of_another(self.document.text, cue, mention.start):
            return False
        if mention.tense == "earlier":  # `said late on Monday`, `Earlier, on March 3, he said`
            return mention.start - start <= OPENING_WORDS or 0 < mention.start - cue <= OPENING_WORDS
        return mention.tense == "plain"

    def day_of(self, mention: DayMention) -> datetime.date | None:
        """Return the day that a mention of a day past means, with the words beside it: `last Monday`, `last week`."""
        day = resolve(mention, self.published)
        if day is None or mention.day is not None or mention.weekday is None:
            return day
        week = week_of_weekday(self.document.text, mention.start, mention.end)
        if week == WEEK_BEFORE:
            return self.published - datetime.timedelta(self.published.weekday() + WEEK - mention.weekday)
        return day - datetime.timedelta(WEEK) if week == SINCE_LAST and day == self.published else day

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Return the evidence that a stretch of the text gives."""
        return (Evidence("day of the statement", self.document.text[start:end], start, end),)


def date_statements(document: Document, vocabulary: Vocabulary) -> Document:  # noqa: ARG001
    """Set each quote's own day, with its evidence.

    ``document`` must have its quotes, its days and its day of publication; without the latter nothing can be
    resolved.
    """
    if document.published.date is None or not document.quotes:
        return document
    report = _report(document, document.published.date)
    usual = _said_in_lead(report) or _said_when_published(report)
    document.quotes = tuple([_with_day(report, quote, usual) for quote in document.quotes])
    return document


def _report(document: Document, published: datetime.date) -> _Report:
    spans = sorted((span.start, span.end) for quote in document.quotes for span in quote.spans)
    starts = [start for start, _ in spans]

    def is_quoted(mention: DayMention) -> bool:
        index = bisect_right(starts, mention.start) - 1
        return index >= 0 and mention.start < spans[index][1]

    mentions = tuple(mention for mention in document.days if not is_quoted(mention))
    return _Report(document, published, mentions, [mention.start for mention in mentions])


def _with_day(report: _Report, quote: Quote, usual: Dated) -> Quote:
    cue = quote.cue
    block = report.document.block_at(cue.start) if cue else None
    day, evidence = usual
    if cue and block:
        sentence = sentence_around(report.document.text, block, cue.start, cue.end)
        if found := _said_beside(report, quote, block, sentence):
            day, evidence = found
        elif was_said_back(report.document.text, cue.start, cue.end) or looks_back(
            report.document.text, *sentence, quote.spans
        ):
            return quote
    return quote._replace(statement_date=day, statement_date_evidence=evidence)


def _said_beside(report: _Report, quote: Quote, block: Block, sentence: tuple[int, int]) -> Dated | None:
    """Return the day that a quote's sentence names, or that a sentence before it in its paragraph sets.

    `On 17 November Putin met the crew. He told them “…”.`
    """
    start, end = sentence
    cue = quote.cue.start if quote.cue else start
    spoken = quote.cue.end if quote.cue else start
    told = report.told_between(start, end, spoken)
    inside = sorted(told, key=lambda m: (m.tense != "reporting", abs(m.start - cue)))
    before = report.told_between(max(block.start, start - SENTENCE_REACH), start)
    setting = [mention for mention in reversed(before) if mention.start - mention.sentence[0] <= SENTENCE_OPENING]
    for mention in (*inside, *setting):
        if day := report.day_of(mention):
            return day, report.evidence(mention.start, mention.end)
    back = days_back(report.document.text, start, end, quote.spans, spoken)
    return back and (report.published - datetime.timedelta(back[0]), report.evidence(*back[1:]))


def _said_in_lead(report: _Report) -> Dated | None:
    """Return the day on which the first paragraphs say that the report's words were spoken, or None.

    Without such a day, the weekday of what the lead reports holds: the words were spoken on the occasion.
    """
    reported = [m for m in report.mentions if m.block < LEAD_BLOCKS and m.tense == "reporting"]
    occasion = [m for m in report.mentions if m.block == 0 and m.tense == "plain" and m.weekday is not None]
    for mention in (*reported, *occasion):
        if day := resolve(mention, report.published):
            return day, report.evidence(mention.start, mention.end)
    return None


def _said_when_published(report: _Report) -> Dated:
    """Return the day of publication: newswire that names no other reports words of the day."""
    evidence = report.document.published.evidence[:1]
    return report.published, tuple(one._replace(rule="day of publication") for one in evidence)


def resolve(mention: DayMention, published: datetime.date) -> datetime.date | None:
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
