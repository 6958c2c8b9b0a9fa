"""Which lines show by their words that they are not the article: the boilerplate vocabulary, made quick to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from app.extraction.blocks.lines import Line
from app.extraction.model import BlockKind
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import BoilerplateSign

SIGN_LENGTH = 240
"""Longer lines are running text, whatever they begin with."""
OPENING_LENGTH = 64
"""No phrase that opens a line is longer."""
SENTENCE_WORDS = 20
"""A sentence with more words is judged by its opening alone."""
_BULLETS = "-–—•·*#>→ "
_EDGES = " \t\u00a0:;.,!?…|*-–—•·→»«>#"


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line's words say of it: its kind, and whether the short lines after it belong to it.

    ``place`` says where in the line the words stood.
    """

    kind: BlockKind
    opens: bool = False
    place: str = "line"


@dataclass(frozen=True, slots=True)
class Signs:
    """The boilerplate vocabulary by the place in a line where its phrases stand, all folded."""

    lines: dict[str, Sign]
    starts: dict[str, Sign]
    ends: dict[str, Sign]
    within: dict[str, Sign]
    start_phrases: tuple[str, ...]
    end_phrases: tuple[str, ...]
    tails: tuple[str, ...]

    def of_line(self, line: Line) -> Sign | None:
        """Return what a line's words say of it, or None when they say nothing."""
        text = line.text
        if len(text) > SIGN_LENGTH:
            return None
        opening = _folded(text[:OPENING_LENGTH]).lstrip(_BULLETS)
        if opening.startswith(self.start_phrases) and (phrase := self._start(opening)):
            return self.starts[phrase]
        if line.is_prose and line.words > SENTENCE_WORDS:
            return None
        folded = _folded(text)
        closed = folded.rstrip(" .:;*")
        if found := self.lines.get(folded.strip(_EDGES)):
            return found
        if closed.endswith(self.end_phrases):
            return self.ends[_longest(phrase for phrase in self.end_phrases if closed.endswith(phrase))]
        return next((sign for phrase, sign in self.within.items() if phrase in folded), None)

    def _start(self, opening: str) -> str:
        """Return the longest phrase with which an opening starts, cut at a word's end; empty when none is."""
        starts = (phrase for phrase in self.start_phrases if opening.startswith(phrase))
        return _longest(p for p in starts if not (p[-1].isalnum() and opening[len(p) :][:1].isalnum()))

    def without_tail(self, line: Line) -> Line:
        """Return the line without the end mark (`Endit`, `(Agency)`) after its last sentence, where it has one."""
        if not line.text.endswith(self.tails):
            return line
        for phrase in self.tails:
            if line.text.endswith(phrase):
                text = line.text[: -len(phrase)].rstrip()
                if text and not text[-1].isalnum():
                    return replace(line, text=text, end=line.start + len(text), tail=len(phrase))
        return line


def _longest(phrases: Iterable[str]) -> str:
    return max(phrases, key=len, default="")


@lru_cache(maxsize=4)
def load_signs(vocabulary: Vocabulary) -> Signs:
    """Return the signs that a vocabulary's boilerplate file lists, compiled once."""

    def table(place: str) -> dict[str, Sign]:
        return {
            _folded(phrase): Sign(entry.kind, entry.opens, place)
            for entry in vocabulary.boilerplate
            if entry.place == place
            for phrase in entry.phrases
        }

    starts, ends = table("start"), table("end")
    lines = {phrase.strip(_EDGES): sign for phrase, sign in table("line").items()}
    return Signs(lines, starts, ends, table("within"), tuple(starts), tuple(ends), _tails(vocabulary.boilerplate))


def _folded(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


def _tails(entries: tuple[BoilerplateSign, ...]) -> tuple[str, ...]:
    phrases = (phrase for entry in entries if entry.place == "tail" for phrase in entry.phrases)
    return tuple(sorted(phrases, key=len, reverse=True))
