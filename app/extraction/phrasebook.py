"""Where the phrases of the vocabulary stand in a text: all of its lists are looked for in one pass.

What a phrase means where it stands is for those to say who list it: ``names``, ``topics``, ``dates.events``,
``attribution.principal`` of the words that announce statements, and ``passages`` of the words for ourselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from app.extraction.dates.events import phrases_of_events
from app.extraction.document import Document
from app.extraction.model import Phrases
from app.extraction.names.folding import fold
from app.extraction.names.lexicon import lexicon_of
from app.extraction.topics.terms import terms_of
from app.extraction.vocabulary import Vocabulary

_OURSELVES = ("we", "our", "us")
_START, _END = itemgetter(1), itemgetter(2)


def find_phrases(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the phrases of the vocabulary as whole words."""
    document.phrases = _phrasebook(vocabulary).find(document.text)
    return document


class Phrasebook:
    """All phrases of a vocabulary, folded, in one automaton."""

    def __init__(
        self, names: Sequence[str], topics: Sequence[str], events: Sequence[str], announcing: Sequence[str] = ()
    ) -> None:
        self._first_topic = len(names)
        self._first_event = self._first_topic + len(topics)
        self._first_announcing = self._first_event + len(events)
        self._first_of_us = self._first_announcing + len(announcing)
        # The blanks around each make a match begin and end where words do. Every match is asked for: the longest from
        # the left alone would hide the second of two phrases that share the blank between them.
        self._automaton = BytesAhoCorasick(
            [f" {phrase} ".encode("ascii") for phrase in (*names, *topics, *events, *announcing, *_OURSELVES)],
            matchkind=MatchKind.Standard,
        )

    def find(self, text: str) -> Phrases:
        """Return what each list has in a text; of names and of words of topics the longest, none over another."""
        padded = f" {fold(text)} ".encode("ascii", "replace")  # one byte for each character
        matches = self._automaton.find_matches_as_indexes(padded, overlapping=True)
        matches.reverse()  # they come by their ends: of those with one start, the longest is now the first
        matches.sort(key=_START)
        first_topic, first_event = self._first_topic, self._first_event
        first_announcing, first_of_us = self._first_announcing, self._first_of_us
        found = Phrases([], [], [], [], [])
        names, topics, events, announcing, ourselves = found
        end_of_name = end_of_topic = -1
        for number, start, past in matches:
            end = past - 2
            if number < first_topic:
                if start > end_of_name:
                    end_of_name = end
                    names.append((number, start, end))
            elif number < first_event:
                if start > end_of_topic:
                    end_of_topic = end
                    topics.append((number - first_topic, start, end))
            elif number < first_announcing:
                events.append((number - first_event, start, end))
            elif number < first_of_us:
                announcing.append((number - first_announcing, start, end))
            else:
                ourselves.append((number - first_of_us, start, end))
        events.sort(key=_END)
        return found


@lru_cache(maxsize=4)
def _phrasebook(vocabulary: Vocabulary) -> Phrasebook:
    return Phrasebook(
        lexicon_of(vocabulary).spellings,
        terms_of(vocabulary).phrases,
        tuple(phrases_of_events(vocabulary)),
        sorted(vocabulary.cues["compiled"]),
    )
