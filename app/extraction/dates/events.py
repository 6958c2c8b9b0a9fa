"""Dated world events that the body names."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from app.extraction.calendar import MONTH, month_number
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


@dataclass(frozen=True, slots=True)
class _Phrases:
    """All events' phrases, folded, in one automaton; ``events`` runs parallel to them."""

    automaton: AhoCorasick
    events: tuple[tuple[Event, ...], ...]


class NamedEvent(NamedTuple):
    """An event that the body names: the first and last day on which it could, and the words."""

    since: datetime.date
    until: datetime.date | None
    evidence: Evidence


def events_named(document: Document, vocabulary: Vocabulary) -> Iterator[NamedEvent]:
    """Return each event that the body's words name, once, with the words that name it first."""
    phrases = _phrases(vocabulary)
    seen: set[str] = set()
    tried: Counter[int] = Counter()
    for block in document.blocks:
        if block.kind not in BODY_KINDS:
            continue
        folded = fold(document.text[block.start : block.end])
        for index, low, high in phrases.automaton.find_matches_as_indexes(folded, overlapping=True):
            if folded[low - 1 : low].isalnum() or folded[high : high + 1].isalnum():
                continue
            unseen = [event for event in phrases.events[index] if event.name not in seen]
            tried[index] += 1
            if not unseen or tried[index] > HITS_READ:
                continue
            start, end = block.start + low, block.start + high
            sentence = sentence_around(document.text, block, start, end)
            around = folded[sentence[0] - block.start : sentence[1] - block.start]
            for event in unseen:
                if _is_beside(event, around):
                    seen.add(event.name)
                    evidence = Evidence(f"event: {event.name}", document.text[start:end], start, end)
                    yield NamedEvent(*_days(event, document.text[slice(*sentence)]), evidence)


def events_in_sentence(document: Document, sentence: tuple[int, int], vocabulary: Vocabulary) -> Iterator[Event]:
    """Return the events that a sentence (a span of the text) names, each once."""
    phrases = _phrases(vocabulary)
    folded = fold(document.text[slice(*sentence)])
    seen: set[str] = set()
    for index, low, high in phrases.automaton.find_matches_as_indexes(folded, overlapping=True):
        if not (folded[low - 1 : low].isalnum() or folded[high : high + 1].isalnum()):
            for event in phrases.events[index]:
                if event.name not in seen and _is_beside(event, folded):
                    seen.add(event.name)
                    yield event


def _is_beside(event: Event, sentence: str) -> bool:
    return not event.beside or any(phrase in sentence for phrase in _folded_beside(event))


@lru_cache(maxsize=1_000)
def _folded_beside(event: Event) -> tuple[str, ...]:
    return tuple(map(fold, event.beside))


def _days(event: Event, sentence: str) -> tuple[datetime.date, datetime.date | None]:
    """Return the days between which a sentence could name the event; by its bare month, it looks back on it."""
    month = _BARE_MONTH.search(sentence)
    if event.held and month and month_number(month["month"]) == event.held.month and not _TO_COME.search(sentence):
        return event.held, event.held + _YEAR
    return event.since, event.until


@lru_cache(maxsize=4)
def _phrases(vocabulary: Vocabulary) -> _Phrases:
    by_phrase: dict[str, list[Event]] = {}
    for event in vocabulary.events:
        for phrase in event.phrases:
            by_phrase.setdefault(fold(phrase), []).append(event)
    automaton = AhoCorasick(list(by_phrase), matchkind=MatchKind.Standard)
    return _Phrases(automaton, tuple(tuple(events) for events in by_phrase.values()))
