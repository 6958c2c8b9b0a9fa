"""The words that set each side apart from the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.store.distinctive_words import distinctive_words
from app.web.comparisons import Reading
from app.web.contexts.comparison.narrowing import word_path

_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word, how often this side and the other use it, by how much it leans to this side, and where it stands."""

    word: str
    here: int
    there: int
    score: float
    url: str | None


def words_of(here: Reading, there: Reading) -> tuple[Word, ...]:
    """Return the words that lean to one side against the other, most distinctive first."""
    return tuple(
        Word(
            word=here.words.written[found.word],
            here=found.here,
            there=found.there,
            score=round(found.score, 2),
            url=word_path(here.selection, found.word),
        )
        for found in distinctive_words(here.words.counts, there.words.counts, most=_MOST)
    )
