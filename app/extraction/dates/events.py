"""Dated world events that the body names."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.extraction.calendar import MONTH, MONTHS, month_number
from app.extraction.dates.mentions import sentence_around
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Evidence
from app.extraction.names.folding import fold
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Event

HITS_READ = 50
"""A phrase that has not stood beside what it needs so often will not."""
_BARE_MONTH = re.compile(rf"\b(?:in|last)\s(?P<month>{MONTH})(?!,?\s[0-9])", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|would|to be held|upcoming|next|is to|plans|planned|scheduled)\b", re.IGNORECASE)
_YEAR = datetime.timedelta(days=365)


class NamedEvent(NamedTuple):
    """An event that the body names: the first and last day on which it could, and the words."""

    event: Event
    since: datetime.date
    until: datetime.date | None
    evidence: Evidence


def events_named(document: Document, vocabulary: Vocabulary) -> Iterator[NamedEvent]:
    """Return each event that the body's words name, once, with the words that name it first."""
    text, folded = document.text, fold(document.text)
    events = _events_by_number(vocabulary)
    seen: set[str] = set()
    tried: Counter[int] = Counter()
    for number, start, end in document.phrases.events:
        unseen = [event for event in events[number] if event.name not in seen]
        block = document.block_at(start) if unseen else None
        if block is None or block.kind not in BODY_KINDS or block.end < end:
            continue
        tried[number] += 1
        if tried[number] > HITS_READ:
            continue
        in_company = any(event.beside or event.held for event in unseen)
        low, high = sentence_around(text, block, start, end) if in_company else (start, end)
        for event in unseen:
            if _is_beside(event, folded[low:high]):
                seen.add(event.name)
                evidence = Evidence(f"event: {event.name}", text[start:end], start, end)
                yield NamedEvent(event, *_days(event, text[low:high], folded[low:high]), evidence)


class EventInSentence(NamedTuple):
    """An event that a sentence names, and where."""

    event: Event
    start: int
    end: int


def events_in_sentence(
    document: Document, sentence: tuple[int, int], vocabulary: Vocabulary
) -> Iterator[EventInSentence]:
    """Return the events that a sentence (a span of the text) names, each once."""
    first, last = sentence
    events, folded = _events_by_number(vocabulary), fold(document.text)[first:last]
    seen: set[str] = set()
    for number, start, end in document.phrases.events:
        for event in events[number] if first <= start and end <= last else ():
            if event.name not in seen and _is_beside(event, folded):
                seen.add(event.name)
                yield EventInSentence(event, start, end)


def speaks_of(event: Event, sentence: str) -> bool:
    """Whether a folded sentence of copy that names an event has one of its words."""
    return _has_any(sentence, (*event.phrases, *event.beside))


def _is_beside(event: Event, sentence: str) -> bool:
    return not event.beside or _has_any(sentence, event.beside)


def _has_any(sentence: str, words: tuple[str, ...]) -> bool:
    padded = f" {sentence} "
    return any(word in padded for word in _at_starts(words))


def _at_start(word: str) -> str:
    """Return a word folded as it begins where words do (`Ukrain` in `Ukrainian`); an abbreviation as a whole word."""
    return f" {fold(word)} " if word.isupper() else f" {fold(word)}"


@lru_cache(maxsize=2_000)
def _at_starts(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_at_start, words))


def _days(event: Event, sentence: str, folded: str) -> tuple[datetime.date, datetime.date | None]:
    """Return the days between which a sentence could name the event; by its bare month, it looks back on it."""
    near = event.held is not None and MONTHS[event.held.month - 1][:3] in folded
    month = _BARE_MONTH.search(sentence) if near else None
    if event.held and month and month_number(month["month"]) == event.held.month and not _TO_COME.search(sentence):
        return event.held, event.held + _YEAR
    return event.since, event.until


@lru_cache(maxsize=4)
def phrases_of_events(vocabulary: Vocabulary) -> dict[str, tuple[Event, ...]]:
    """Return the phrases that name events, folded, and which events each of them may name."""
    by_phrase: dict[str, tuple[Event, ...]] = {}
    for event in vocabulary.events:
        for phrase in dict.fromkeys(map(fold, event.phrases)):
            by_phrase[phrase] = (*by_phrase.get(phrase, ()), event)
    return by_phrase


@lru_cache(maxsize=4)
def _events_by_number(vocabulary: Vocabulary) -> tuple[tuple[Event, ...], ...]:
    return tuple(phrases_of_events(vocabulary).values())
