"""Which words set one set of statements apart from another. Pure: counts in, ranked words out.

The measure is the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn, "Fightin' Words"
(Political Analysis 16:4, 2008), section 3.5.1: rare words are held back by the prior, so that a word has to be used
often and unevenly to rank.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

PRIOR_WEIGHT = 500.0
"""How many words of background are mixed into each side."""

SIGNIFICANT = 1.96
"""Standard deviations from evenness below which a word is not worth showing (95 % two-sided)."""


@dataclass(frozen=True, slots=True)
class DistinctiveWord:
    """A word, how often each side uses it, and by how many standard deviations it leans to its side."""

    word: str
    here: int
    there: int
    score: float


def distinctive_words(
    here: Counter[str], there: Counter[str], background: Counter[str] | None = None, most: int = 20
) -> list[DistinctiveWord]:
    """Return the words that lean to ``here`` against ``there``, most distinctive first, at most ``most``.

    ``background`` gives the words' usual frequencies and must contain the words of both sides; without it, both sides
    together serve. Words that lean by less than SIGNIFICANT are left out.
    """
    usual = background or here + there
    all_here, all_there, all_usual = here.total(), there.total(), usual.total()
    if not all_here or not all_there or len(usual) == 1:  # one and the same word for both is all there is
        return []
    ranked = []
    for word, count in here.items():
        prior = PRIOR_WEIGHT * usual[word] / all_usual
        mine, theirs = count + prior, there[word] + prior
        lean = _log_odds(mine, all_here + PRIOR_WEIGHT) - _log_odds(theirs, all_there + PRIOR_WEIGHT)
        score = lean / math.sqrt(1 / mine + 1 / theirs)
        if score >= SIGNIFICANT:
            ranked.append(DistinctiveWord(word, count, there[word], score))
    return sorted(ranked, key=lambda found: (-found.score, found.word))[:most]


def _log_odds(count: float, total: float) -> float:
    return math.log(count / (total - count))
