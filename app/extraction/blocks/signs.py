"""Which lines show by their words that they are not the article: the boilerplate vocabulary, made quick to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from app.extraction.blocks.lines import Line
from app.extraction.blocks.stamps import PAGE, PAGE_LENGTH
from app.extraction.model import BlockKind
from app.extraction.vocabulary import Vocabulary

OPENING_LENGTH = 64
"""No phrase that is a line or opens one is longer."""
CAPTION_WORDS = 45
"""Running text with more words is no caption, whatever it ends with."""
CLOSING_LENGTH = 60
"""A picture's credit stands in so many code points at the end of its caption."""
_HEAD = 3
"""Letters of a line by which most lines are told that begin with no such phrase."""
_DASHES = ("-", "–", "—")
_DESK_NUMBER = re.compile(r"[-–—]{1,2}[0-9]{1,3}[A-Z]?[-–—]{1,2}$")
_DESK_NUMBER_LENGTH = 8
_AGENCY = re.compile(r"(?<=[.!?\"”»]\s)(?:\([A-Z]{2,6}\)|/[A-Z]{2,6}/)$")
"""An agency that the vocabulary does not know, signing after the last sentence: `(XYZ)`, `/XYZ/`."""
_AGENCY_LENGTH = 10
_DESK_INITIALS = re.compile(r"(?<=[.!?\"”)]\s)PTI(?:\s[A-Z]{2,4}){1,6}$")
_DESK_INITIALS_LENGTH = 40
_BULLETS = "-–—•·*#>→ "
_EDGES = " \t\u00a0:;.,!?…|*-–—•·→»«>#"


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line's words say of it: its kind, and what of the lines after it.

    ``opens`` and ``closes`` are those of ``BoilerplateSign``; ``place`` says where in the line the words stood.
    """

    kind: BlockKind
    opens: bool = False
    closes: bool = False
    place: str = "line"


@dataclass(frozen=True, slots=True)
class Signs:
    """The boilerplate vocabulary by the place in a line where its phrases stand, all folded."""

    lines: dict[str, Sign]
    starts: dict[str, Sign]
    ends: dict[str, Sign]
    within: tuple[tuple[str, Sign], ...]
    any_within: AhoCorasick
    """The phrases of ``within``, which hardly any line has."""
    start_phrases: dict[str, tuple[str, ...]]
    """The phrases of ``starts`` by their first letter."""
    heads_of_starts: frozenset[str]
    """The first three letters of all phrases of ``starts``."""
    end_phrases: dict[str, tuple[str, ...]]
    """The phrases of ``ends`` by their last letter."""
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    tail_letters: frozenset[str]
    """The last letters of all marks that may close a line."""

    def of_line(self, line: Line) -> Sign | None:
        """Return what a line's words say of it, or None when they say nothing."""
        text = line.text
        if found := self._of_opening(text):
            return found
        if line.is_prose and line.words > CAPTION_WORDS:
            return None
        closing = _folded(text[-CLOSING_LENGTH:] if line.is_prose else text)
        closed = closing.rstrip(" .:;*")
        phrases = self.end_phrases.get(closed[-1:], ())
        if closed.endswith(phrases):
            return self.ends[_longest(phrase for phrase in phrases if closed.endswith(phrase))]
        if self.any_within.find_matches_as_indexes(closing):
            return next(sign for phrase, sign in self.within if phrase in closing)
        return None

    def opens(self, text: str) -> bool:
        """Return whether a stretch opens with words that pages print before links and notes (`Read more: …`)."""
        return self._of_opening(text) is not None

    def _of_opening(self, text: str) -> Sign | None:
        """Return what the words say with which a line opens, or all of a short one."""
        head = text[:_HEAD]
        if len(text) > OPENING_LENGTH and head.isalpha() and head.casefold()[:_HEAD] not in self.heads_of_starts:
            return None
        opening = _folded(text[:OPENING_LENGTH])
        if len(text) <= OPENING_LENGTH and (found := self.lines.get(opening.strip(_EDGES))):
            return found
        opening = opening.lstrip(_BULLETS)
        phrases = self.start_phrases.get(opening[:1], ())
        if opening.startswith(phrases) and (phrase := _start(opening, phrases)):
            return self.starts[phrase]
        return None

    def without_marks(self, line: Line) -> Line:
        """Return the line without the marks before its first word and after its last sentence (`Endit`)."""
        if line.text.startswith(self.heads):
            line = line.without_head(next(phrase for phrase in self.heads if line.text.startswith(phrase)))
        if (line.text[-1] in self.tail_letters or line.text[-1].isupper()) and (mark := self._tail(line.text)):
            line = line.without_tail(mark)
        return line

    def _tail(self, text: str) -> str:
        """Return the mark with which a line ends: one of the vocabulary's, a desk's number (`-06B--`) or initials."""
        if text.endswith(self.tails):
            return next(phrase for phrase in self.tails if text.endswith(phrase))
        if text.endswith((")", "/")):
            page = PAGE.search(text, max(0, len(text) - PAGE_LENGTH))
            closing = page or _AGENCY.search(text, max(0, len(text) - _AGENCY_LENGTH))
            return closing.group() if closing is not None else ""
        if text[-1].isupper():
            initials = _DESK_INITIALS.search(text, max(0, len(text) - _DESK_INITIALS_LENGTH))
            return initials.group() if initials is not None else ""
        number = _DESK_NUMBER.search(text, max(0, len(text) - _DESK_NUMBER_LENGTH)) if text.endswith(_DASHES) else None
        return number.group() if number else ""


def _start(opening: str, phrases: tuple[str, ...]) -> str:
    """Return the longest phrase with which an opening starts, cut at a word's end; empty when none is."""
    starts = (phrase for phrase in phrases if opening.startswith(phrase))
    return _longest(p for p in starts if not (p[-1].isalnum() and opening[len(p) :][:1].isalnum()))


def _longest(phrases: Iterable[str]) -> str:
    return max(phrases, key=len, default="")


@lru_cache(maxsize=4)
def load_signs(vocabulary: Vocabulary) -> Signs:
    """Return the signs that a vocabulary's boilerplate file lists, compiled once."""

    def table(place: str) -> dict[str, Sign]:
        return {
            _folded(phrase): Sign(entry.kind, entry.opens, entry.closes, place)
            for entry in vocabulary.boilerplate
            if entry.place == place
            for phrase in entry.phrases
        }

    starts, ends, within, tails = table("start"), table("end"), table("within"), _marks(vocabulary, "tail")
    lines = {phrase.strip(_EDGES): sign for phrase, sign in table("line").items()}
    return Signs(
        lines,
        starts,
        ends,
        tuple(within.items()),
        AhoCorasick(list(within), implementation=Implementation.DFA),
        _by_letter(starts, 0),
        frozenset(phrase[:_HEAD] for phrase in starts),
        _by_letter(ends, -1),
        _marks(vocabulary, "head"),
        tails,
        frozenset({*(phrase[-1] for phrase in tails), *_DASHES, ")", "/"}),
    )


def _by_letter(phrases: Iterable[str], index: int) -> dict[str, tuple[str, ...]]:
    """Return phrases by their letter at ``index``."""
    grouped: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        grouped[phrase[index]] = (*grouped.get(phrase[index], ()), phrase)
    return grouped


def _folded(phrase: str) -> str:
    """Return words in small letters with single blanks between them, as they mostly are."""
    folded = phrase.casefold().strip()
    return folded if "  " not in folded and folded.isprintable() else " ".join(folded.split())


def _marks(vocabulary: Vocabulary, place: str) -> tuple[str, ...]:
    """Return the marks before or after a paragraph's words, as written, the longest first."""
    phrases = (phrase for entry in vocabulary.boilerplate if entry.place == place for phrase in entry.phrases)
    return tuple(sorted(phrases, key=len, reverse=True))
