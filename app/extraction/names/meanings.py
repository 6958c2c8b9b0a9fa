"""Which of its possible meanings a spelling has where it stands, as far as that can be told without the whole article.

Bare surnames are left to ``surnames``, which knows who else is named in the article.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from app.extraction.names.folding import fold
from app.extraction.names.lexicon import Hit, Meaning, lexicon_of
from app.extraction.names.surroundings import Surroundings, is_broken
from app.extraction.vocabulary import Vocabulary

_NEIGHBOURHOOD = 120
"""Characters to either side in which a word of ``unless_near`` shows that another thing is meant."""
_BEYOND = 2
"""Where the neighbours of the first and last name lie: too far to be next to them."""


Reading = tuple[Meaning, int, int, bool]
"""The meaning chosen for a name so far, its start, its end, and whether an unknown given name stands before it."""


def read_names(text: str, vocabulary: Vocabulary) -> list[Reading]:
    """Choose a meaning for each stretch that is spelt like a name, as far as its own neighbourhood tells."""
    hits = _without_strangers(lexicon_of(vocabulary).find(fold(text)))
    end_of_text: Hit = ((), len(text) + _BEYOND, len(text) + _BEYOND)
    readings: list[Reading] = []
    last_end = -_BEYOND
    for hit, (_, next_start, _) in pairwise([*hits, end_of_text]):
        reading = _choose(text, hit, last_end, next_start, vocabulary)
        if reading is not None:
            meaning, _, end, introduced = reading
            last_end = last_end if introduced else end  # `Ali al-Khalifa al-Sabah` is neither of them
            if meaning.form != "lookalike":
                readings.append(reading)
    return _without_unknown_pairs(text, readings, vocabulary)


def _without_unknown_pairs(text: str, readings: list[Reading], vocabulary: Vocabulary) -> list[Reading]:
    """Take a given name that is a surname, too, and another surname after it for a stranger (`Warren Bennett`)."""
    kept: list[Reading] = []
    for reading in readings:
        meaning, start, _, _ = reading
        if kept and meaning.form == "surname" and kept[-1][0].form == "surname" and kept[-1][2] == start - 1:
            _, first, end, _ = kept[-1]
            if text[end] in " \xa0" and text[first:end] in vocabulary.given_names:
                kept.pop()
                reading = (*reading[:3], True)
        kept.append(reading)
    return kept


def _without_strangers(hits: list[Hit]) -> list[Hit]:
    """Leave out short names of people whom the text does not name in full (`Mohammed`)."""
    if all(meanings[0].form != "short" for meanings, _, _ in hits):
        return hits
    full = {
        meanings[0].keys[0] for meanings, _, _ in hits if meanings[0].kind == "person" and meanings[0].form == "full"
    }
    return [hit for hit in hits if hit[0][0].form != "short" or not full.isdisjoint(hit[0][0].keys)]


def _choose(text: str, hit: Hit, last_end: int, next_start: int, vocabulary: Vocabulary) -> Reading | None:
    """Return the first meaning that the letters of a hit allow and the words beside it do not rule out."""
    meanings, start, end = hit
    written = text[start:end]
    if not written.replace(" ", "").isalnum() and is_broken(written):
        return None
    for meaning in meanings:
        if meaning.casing != "any" and not _is_spelt_for(meaning, written):
            continue
        introduced = False
        if meaning.doubtful:
            beside = Surroundings(text, start, end, last_end, next_start, vocabulary.words)
            if _is_something_else(beside, written, meaning, vocabulary):
                continue
            if meaning.form == "surname" and beside.is_second_of_two():
                continue
            if meaning.kind == "person" and (gender := beside.gender_of_title()) is not None:
                keys = tuple(key for key in meaning.keys if vocabulary.people[key].gender in (gender, None))
                if not keys:
                    continue  # `Mr Truss` is not the prime minister
                meaning = meaning._replace(keys=keys)
            introduced = meaning.form in ("surname", "misreading") and (
                beside.given_name() or (written in vocabulary.given_names and beside.family_name())
            )
        if meaning.spelling[-1] == "." and text.startswith(".", end):
            end += 1  # the full stop belongs to the abbreviation (`U.S.`); folding takes it for a blank
        return meaning, start, end, introduced
    return None


def _is_spelt_for(meaning: Meaning, written: str) -> bool:
    """Return whether the letter case of ``written`` is that which the meaning demands."""
    if meaning.casing == "exact":
        return written == meaning.spelling or _letters(written) == _letters(meaning.spelling)
    if written.isalnum():
        return written[0].isupper()
    return not written.islower()


def _letters(spelling: str) -> str:
    return spelling.replace(".", "").replace(" ", "")


def _is_something_else(beside: Surroundings, written: str, meaning: Meaning, vocabulary: Vocabulary) -> bool:
    """Return whether a month, or a namesake, is meant: a person called Jordan, the American state of Georgia."""
    if meaning.spelling in vocabulary.words.months and beside.is_dated():
        return True
    if meaning.form == "misreading":
        return beside.is_located()
    if meaning.kind not in ("country", "place", "demonym", "body"):
        return False
    if written in vocabulary.words.personal and not beside.is_located() and beside.has_other_names():
        return True
    signs = (
        _signs_in(beside.text, vocabulary.countries[meaning.keys[0]].unless_near) if meaning.kind == "country" else ()
    )
    around = beside.text[max(0, beside.start - _NEIGHBOURHOOD) : beside.end + _NEIGHBOURHOOD] if signs else ""
    return any(sign in around for sign in signs)


@lru_cache(maxsize=8)
def _signs_in(text: str, signs: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some words that stand in a text at all: a long one may name a country a thousand times."""
    return tuple(sign for sign in signs if sign in text)
