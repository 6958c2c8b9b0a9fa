"""Countries, speakers and topics as subjects of counts: their names, their pages, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from app.extraction.vocabulary import load_vocabulary
from app.store.reads import Subject
from app.store.records import Tally
from app.store.selection import Selection
from app.web import addresses
from app.web.contexts.comparison.narrowing import part_path, quotes_path
from app.web.contexts.heat_map import Subjects
from app.web.contexts.rankings import Ranking, rows

SECTIONS: dict[Subject, str] = {"country": "/countries", "speaker": "/speakers", "topic": "/topics"}
"""Where the dossiers of each kind are."""

_HEADINGS: dict[Subject, str] = {"country": "Partners", "speaker": "Speakers", "topic": "Topics"}
_PATHS = {"country": addresses.country_path, "speaker": addresses.speaker_path, "topic": addresses.topic_path}


def part_url(subject: Subject, selection: Selection, key: str) -> str:
    """Return the address of what a selection says of one subject; of all it says where no query can ask for that."""
    return part_path(selection, subject, key) or quotes_path(selection)


def subjects(kind: Subject) -> Subjects:
    """Return what the rows of a heat map need to know of a kind of subject in the vocabulary."""
    vocabulary = load_vocabulary()
    names = (
        {code: country.name for code, country in vocabulary.countries.items()}
        if kind == "country"
        else {slug: topic.label for slug, topic in vocabulary.topics.items()}
    )
    return Subjects(
        noun="Partner" if kind == "country" else "Topic",
        counted="statement",
        name=lambda key: names.get(key, key),
        path=_PATHS[kind],
        url=lambda key, selection: part_url(kind, selection, key),
    )


def subject_ranking(kind: Subject, tallies: Iterable[Tally], selection: Selection, limit: int) -> Ranking:
    """Return what comes up most in a selection; each count leads to what it counts."""
    shown = rows(
        (tally for tally in tallies if tally.quotes), SECTIONS[kind], limit, partial(part_url, kind, selection)
    )
    return Ranking(_HEADINGS[kind], shown)
