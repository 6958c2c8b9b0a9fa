"""Made-up articles for measuring: the shapes of seeds/, with words of their own in every article."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

from app.extraction import canonical_text

SEEDS: Final = Path(__file__).resolve().parents[2] / "seeds"
LENGTH: Final = 3000
"""Characters of an article."""

WORDS: Final = 60_000
REPLACED: Final = 0.3
"""Share of the longer ordinary words that an article has other words for; names and marks stay, so shapes do."""

_ORDINARY: Final = re.compile(r"\b[a-z]{6,}\b")
_SYLLABLES: Final = (
    "ba",
    "de",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "cho",
    "dra",
    "gli",
    "pro",
    "sta",
    "vin",
)


def write_articles(path: Path, count: int) -> None:
    """Write a file of JSON Lines with so many articles, the same in every run."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(compose(count)):
            file.write(json.dumps({"id": f"article-{number}", "text": text}) + "\n")


def compose(count: int) -> Iterator[str]:
    """Yield articles: the head of a seed, then paragraphs of all of them, each time others in another order."""
    texts = [canonical_text(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n") if len(paragraph) > 60]
    heads = [text[:200].rpartition("\n")[0] for text in texts]
    chance = random.Random(1)
    for number in range(count):
        body = "\n\n".join(chance.sample(paragraphs, len(paragraphs)))
        yield _varied(f"{heads[number % len(heads)]}\n\n{body}"[:LENGTH], chance)


def _varied(text: str, chance: random.Random) -> str:
    words, weights = _vocabulary()

    def other(word: re.Match[str]) -> str:
        return chance.choices(words, cum_weights=weights)[0] if chance.random() < REPLACED else word[0]

    return _ORDINARY.sub(other, text)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Return made-up words with cumulated weights that follow Zipf's law."""
    words = [_spelled(rank) for rank in range(WORDS)]
    return words, list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))


def _spelled(rank: int) -> str:
    parts = []
    while rank or not parts:
        rank, part = divmod(rank, len(_SYLLABLES))
        parts.append(_SYLLABLES[part])
    return "".join(parts)
