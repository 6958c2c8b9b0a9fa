"""Which names the vocabulary knows in a text: people, bodies, offices, countries and the places that stand for them.

Names are found over the whole text, headline and boilerplate included; whoever draws conclusions from them restricts
them to the blocks that count. They never overlap, and a possessive ending is not part of the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.document import Document
from app.extraction.model import Name
from app.extraction.names.folding import fold
from app.extraction.names.holders import with_countries_of_offices
from app.extraction.names.lexicon import Hit, Meaning, lexicon_of
from app.extraction.names.meanings import is_namesake, possible_meanings, with_full_stop
from app.extraction.names.surnames import Reading, resolve_surnames
from app.extraction.names.surroundings import Surroundings
from app.extraction.vocabulary import Vocabulary

__all__ = ["find_names"]

_BEYOND = 2
"""Where the neighbours of the first and last name lie: too far to be next to them."""


def find_names(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the names of people, bodies, offices, countries, demonyms, places and metonyms, in text order.

    A person's keys are slugs, best candidate first; an office's keys are offices and its ``country`` is that of the
    words around it (`Turkish President`, `President of Turkey`), where they name one.
    """
    readings = list(_read(document.text, vocabulary))
    names = [
        Name(meaning.kind, keys, _country(meaning, keys, vocabulary), hit.start, hit.end)
        for hit, meaning, keys in resolve_surnames(readings, vocabulary)
    ]
    names = list(with_countries_of_offices(document.text, names))
    return document._replace(names=tuple(_without_lonely_bodies(document.text, names, vocabulary)))


def _without_lonely_bodies(text: str, names: list[Name], vocabulary: Vocabulary) -> list[Name]:
    """Leave out a body with a name of many (`Congress`) where nothing else in the text names its country."""
    personal = vocabulary.words.personal
    shared = {name for name in names if name.kind == "body" and text[name.start : name.end] in personal}
    if not shared:
        return names
    countries = {name.country for name in names if name not in shared}
    return [name for name in names if name not in shared or name.country in countries]


def _country(meaning: Meaning, keys: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    return vocabulary.people[keys[0]].country if meaning.kind == "person" else meaning.country


def _read(text: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Choose a meaning for each hit, as far as its own neighbourhood tells."""
    hits = list(lexicon_of(vocabulary).find(fold(text)))
    starts = [*(hit.start for hit in hits[1:]), len(text) + _BEYOND]
    last_end = -_BEYOND
    for hit, next_start in zip(hits, starts, strict=False):
        beside = Surroundings(text, hit.start, hit.end, last_end, next_start, vocabulary.words)
        chosen = _choose(beside, hit, vocabulary)
        if chosen is not None and chosen.meaning.form != "lookalike":
            yield chosen
        if chosen is not None:
            last_end = chosen.hit.end


def _choose(beside: Surroundings, hit: Hit, vocabulary: Vocabulary) -> Reading | None:
    for meaning in possible_meanings(beside.text, hit):
        if meaning.spelling in vocabulary.words.months and beside.is_dated():
            continue
        if meaning.form == "misreading" and beside.is_located():
            continue
        if meaning.form in ("surname", "misreading"):
            return Reading(hit, meaning, introduced=beside.given_name())
        if not is_namesake(beside, hit, meaning, vocabulary):
            return Reading(with_full_stop(beside.text, hit, meaning), meaning, introduced=False)
    return None
