"""Which of its possible meanings a spelling has where it stands, as far as that can be told without the whole article.

Bare surnames are left to ``surnames``, which knows who else is named in the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from app.extraction.model import Match
from app.extraction.names.lexicon import Meaning, lexicon_of
from app.extraction.names.surroundings import Surroundings
from app.extraction.vocabulary import Vocabulary

_NEIGHBOURHOOD = 120
"""Characters to either side in which a word of ``unless_near`` shows that another thing is meant."""
_NAMESAKES = frozenset({"country", "place", "demonym", "body"})
"""Names of these kinds are borne by people and other places, too."""
_BEYOND = 2
"""Where the neighbours of the first and last name lie: too far to be next to them."""


Beside = Literal["", "given name", "family name"]
Reading = tuple[Meaning, int, int, Beside]
"""The meaning chosen for a name so far, its start, its end, and which unknown name beside it makes it a stranger's."""


def read_names(text: str, found: Sequence[Match], vocabulary: Vocabulary) -> list[Reading]:
    """Choose a meaning for each stretch that is spelt like a name, as far as its own neighbourhood tells."""
    hits = lexicon_of(vocabulary).read(text, found)
    readings: list[Reading] = []
    last_end = -_BEYOND
    for number, (meanings, start, end) in enumerate(hits):
        if not meanings:
            continue
        introduced: Beside = ""
        meaning = meanings[0]
        if meaning.doubtful:
            next_start = hits[number + 1][1] if number + 1 < len(hits) else len(text) + _BEYOND
            beside = Surroundings(text, start, end, last_end, next_start, vocabulary.words)
            chosen = _choose(meanings, beside, vocabulary)
            if chosen is None:
                continue
            meaning, introduced = chosen
        if meaning.is_abbreviated and text.startswith(".", end):
            end += 1  # the full stop belongs to the abbreviation (`U.S.`); folding takes it for a blank
        if not introduced:
            last_end = end  # `Ali al-Khalifa al-Sabah` is neither of them
        if meaning.form == "surname" and readings and _ends_unknown_pair(text, readings[-1], start, vocabulary):
            readings.pop()
            introduced = "given name"
        if meaning.form != "lookalike":
            readings.append((meaning, start, end, introduced))
    return readings


def _ends_unknown_pair(text: str, before: Reading, start: int, vocabulary: Vocabulary) -> bool:
    """Return whether a surname follows a given name that is one, too: both are a stranger's (`Warren Bennett`)."""
    meaning, first, end, _ = before
    if meaning.form != "surname" or end != start - 1:
        return False
    return text[end] in " \xa0" and text[first:end] in vocabulary.given_names


def _choose(meanings: Sequence[Meaning], beside: Surroundings, vocabulary: Vocabulary) -> tuple[Meaning, Beside] | None:
    """Return the first meaning that the words beside it do not rule out, and which unknown name introduces it."""
    written = beside.text[beside.start : beside.end]
    for meaning in meanings:
        if not meaning.doubtful:
            return meaning, ""
        if _is_something_else(beside, written, meaning, vocabulary):
            continue
        if meaning.form == "surname" and beside.is_second_of_two():
            continue
        if meaning.kind == "person" and (gender := beside.gender_of_title()) is not None:
            keys = tuple(key for key in meaning.keys if vocabulary.people[key].gender in (gender, None))
            if not keys:
                continue  # `Mr Truss` is not the prime minister
            meaning = replace(meaning, keys=keys)
        return meaning, _introduced(beside, meaning, written, vocabulary)
    return None


def _introduced(beside: Surroundings, meaning: Meaning, written: str, vocabulary: Vocabulary) -> Beside:
    """Return which unknown name beside a surname makes it a stranger's."""
    if meaning.form not in ("surname", "misreading"):
        return ""
    if beside.given_name():
        return "given name"
    return "family name" if written in vocabulary.given_names and beside.family_name() else ""


def _is_something_else(beside: Surroundings, written: str, meaning: Meaning, vocabulary: Vocabulary) -> bool:
    """Return whether a month, or a namesake, is meant: a person called Jordan, the American state of Georgia."""
    if meaning.spelling in vocabulary.words.months and beside.is_dated():
        return True
    if meaning.form == "misreading":
        return beside.is_located()
    if meaning.kind not in _NAMESAKES:
        return False
    if written in vocabulary.words.personal and not beside.is_located() and beside.has_other_names():
        return True
    return meaning.kind == "country" and _is_near(beside, vocabulary.countries[meaning.keys[0]].unless_near)


def _is_near(beside: Surroundings, words: tuple[str, ...]) -> bool:
    """Return whether one of some words stands in the neighbourhood."""
    signs = _signs_in(beside.text, words) if words else ()
    around = beside.text[max(0, beside.start - _NEIGHBOURHOOD) : beside.end + _NEIGHBOURHOOD] if signs else ""
    return any(sign in around for sign in signs)


@lru_cache(maxsize=8)
def _signs_in(text: str, signs: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some words that stand in a text at all: a long one may name a country a thousand times."""
    return tuple(sign for sign in signs if sign in text)
