"""Which of its possible meanings a spelling has where it stands, as far as that can be told without the whole article.

Bare surnames are left to ``surnames``, which knows who else is named in the article.
"""

from __future__ import annotations

from app.extraction.names.lexicon import Hit, Meaning
from app.extraction.names.surroundings import Surroundings, is_broken
from app.extraction.vocabulary import Vocabulary

_NEIGHBOURHOOD = 120
"""Characters to either side in which a word of ``unless_near`` shows that another thing is meant."""


def possible_meanings(text: str, hit: Hit) -> tuple[Meaning, ...]:
    """Return the meanings of a hit that its spelling in the text allows."""
    written = text[hit.start : hit.end]
    if not written.isalnum() and is_broken(written):
        return ()
    if len(hit.meanings) == 1:
        return hit.meanings if _is_spelt_for(hit.meanings[0], written) else ()
    return tuple([meaning for meaning in hit.meanings if _is_spelt_for(meaning, written)])


def _is_spelt_for(meaning: Meaning, written: str) -> bool:
    """Return whether the letter case of ``written`` is one in which the meaning may be written."""
    if meaning.casing == "any":
        return True
    if meaning.casing == "exact":
        return _letters(written) == _letters(meaning.spelling)
    if written.isalnum():
        return written[0].isupper()
    return not written.islower()


def with_full_stop(text: str, hit: Hit, meaning: Meaning) -> Hit:
    """Return the hit with the full stop that belongs to an abbreviation (`U.S.`), which folding takes for a blank."""
    if meaning.spelling[-1] == "." and text.startswith(".", hit.end):
        return hit._replace(end=hit.end + 1)
    return hit


def _letters(spelling: str) -> str:
    return spelling.replace(".", "").replace(" ", "")


def is_namesake(beside: Surroundings, hit: Hit, meaning: Meaning, vocabulary: Vocabulary) -> bool:
    """Return whether a namesake is meant: a person called Jordan, the American state of Georgia, a sports congress."""
    if meaning.kind not in ("country", "place", "demonym", "body"):
        return False
    written = beside.text[hit.start : hit.end]
    if written in vocabulary.words.personal and not beside.is_located() and beside.has_other_names():
        return True
    signs = vocabulary.countries[meaning.keys[0]].unless_near if meaning.kind == "country" else ()
    around = beside.text[max(0, hit.start - _NEIGHBOURHOOD) : hit.end + _NEIGHBOURHOOD] if signs else ""
    return any(sign in around for sign in signs)
