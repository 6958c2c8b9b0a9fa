"""Other spellings of a query that found little, out of the words that the corpus itself uses.

The full-text index knows its words by their stems; stems that are nearly the typed word's are taken from a narrow
stretch of its vocabulary (those with the same first letter), and written as the corpus writes them.
"""

# ruff: noqa: S608 - the only names that go into a statement are those of the full-text indexes

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import text
from sqlmodel import Session

from app.extraction.model import Span
from app.store.fulltext import ARTICLES, QUOTES, FulltextIndex
from app.store.query_language import parse_query, with_replacements
from app.store.query_language.words import WORD, fold, stem
from app.store.reads.generation import corpus_generation
from app.store.selection import Selection

_INDEXES: Final = {"quotes": QUOTES, "articles": ARTICLES}
_SHORTEST: Final = 4
"""Letters of a word that can be misspelled: shorter ones are near too many others."""

_LONG: Final = 7
"""From so many letters on a word may differ in two of them, else in one."""

_TIMES_COMMONER: Final = 10
"""How many times as common another word must be for one that does occur to count as its misspelling."""

_CANDIDATES: Final = 4
"""Stems, of those nearest, of which is looked how they are written."""

_EXAMPLES: Final = 20
"""Texts in which is looked how the corpus writes a stem."""

_REMEMBERED: Final = 64
"""First letters, of either index, whose words are kept in memory."""


def suggest_query(session: Session, selection: Selection, listing: Literal["quotes", "articles"]) -> str | None:
    """Return the query with each word that the corpus hardly knows replaced by a near one that it does know.

    None when there is nothing to replace. Raises InvalidQuery.
    """
    query = parse_query(selection.query, synonyms=selection.synonyms)
    index = _INDEXES[listing]
    replacements: dict[Span, str] = {}
    for place in query.words:
        if other := _respelled(session, index, query.text[place.start : place.end]):
            replacements[place] = other
    return with_replacements(query.text, replacements) if replacements else None


def _respelled(session: Session, index: FulltextIndex, word: str) -> str | None:
    folded = fold(word)
    if len(folded) < _SHORTEST or not folded.isalpha():
        return None
    terms = _terms(session, index, folded[0])
    own = stem(folded)
    differing = 2 if len(folded) >= _LONG else 1
    # Two words may be near each other although their stems are not, and the other way round.
    near: dict[str, float] = {}
    for wanted in {folded, own}:
        for term, distance, _ in process.extract(
            wanted, terms.keys(), scorer=OSA.distance, score_cutoff=differing, limit=None
        ):
            near[term] = min(distance, near.get(term, distance))
    common = [term for term in near if term != own and terms[term] >= _TIMES_COMMONER * terms.get(own, 0)]
    common.sort(key=lambda term: (near[term], -terms[term], term))
    forms: Counter[str] = Counter()
    for term in common[:_CANDIDATES]:
        forms.update(_written_forms(session, index, term))
    distances = {form: OSA.distance(folded, fold(form)) for form in forms}
    likely = [form for form in forms if distances[form] <= differing]
    return min(likely, key=lambda form: (distances[form], -forms[form], form), default=None)


def _terms(session: Session, index: FulltextIndex, letter: str) -> dict[str, int]:
    """Return the stems that begin with a letter, and in how many rows each stands."""
    # A generation is drawn at random for every commit, so it tells databases apart as well as their states.
    place = _place(corpus_generation(session), index.name, letter)
    if not place:
        statement = text(f"SELECT term, doc FROM {index.terms} WHERE term >= :first AND term < :beyond")
        found = session.execute(statement, {"first": letter, "beyond": chr(ord(letter) + 1)})
        place.append({term: rows for term, rows in found if term.isalpha()})
    return place[0]


@lru_cache(maxsize=_REMEMBERED)
def _place(generation: str, index: str, letter: str) -> list[dict[str, int]]:  # noqa: ARG001 - they are the key
    """Return where the words of one letter are kept: an empty list at first."""
    return []


def _written_forms(session: Session, index: FulltextIndex, term: str) -> Counter[str]:
    """Return how some of the texts with a stem write it."""
    columns = ", ".join(f"content.{column}" for column in index.columns)
    examples = f"SELECT DISTINCT doc FROM {index.places} WHERE term = :term LIMIT {_EXAMPLES}"
    statement = text(
        f"SELECT {columns} FROM ({examples}) AS found JOIN {index.content} AS content ON content.id = found.doc"
    )
    forms: Counter[str] = Counter()
    for row in session.execute(statement, {"term": term}):
        words = (word for part in row if part for word in WORD.findall(part))
        forms.update(word for word in words if stem(fold(word)) == term)
    return forms
