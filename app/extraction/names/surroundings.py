"""What stands beside a name in the text: the questions that the rules for names ask of its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.extraction.vocabulary.schema import Words

_BLANKS = " \xa0"
_LONGEST_WORD = 40
_LONGEST_HEADLINE = 300
"""A longer line is prose, whatever its capitals."""
_TITLE_CASE_WORDS = 4
_TITLE_CASE_SHARE = 0.7
_WORD = re.compile(r"[^\W\d_]{4,}")
_PARTICLE = re.compile(r"(?<!\w)(?:(?:[AaEe][lnrs]|[Aa]sh|[Aa][dtz])-|(?:al|bin|ibn|bint)[ \xa0])$")
"""What joins a family name to the names before it: `Ahmed al-Sharif`, `Ahmed bin Sharif`."""
_PARTICLE_ENDS = ("-", "l ", "n ", "t ", "l\xa0", "n\xa0", "t\xa0")
"""One of these is the end of whatever ``_PARTICLE`` matches."""
_LONGEST_PARTICLE = 6
_FIRST_OF_TWO = re.compile(r"(?<![\w-])([^\W\d_a-z][^\W\d_]+)-$")
_PREFIXES = frozenset({"anti", "pro", "ex", "non", "post", "pre", "then", "ultra", "neo", "al", "el"})
_ARTICLE = re.compile(r"(?:[ae][lnrs]|ash|a[dtz])-(?=[A-Z])")
_GENDERS = {"Mr": "male", "Mrs": "female", "Ms": "female", "Miss": "female"}
_LONGEST_TITLE = 7
_BREAK = re.compile(r"[^\w\s'’.\-–]|\n")


def is_broken(written: str) -> bool:
    """Return whether a mark or a new line splits what is spelt like one name (`Washington, Post`)."""
    return _BREAK.search(written) is not None


@dataclass(slots=True)
class Surroundings:
    """A stretch of the text between the vocabulary's names next to it (which end and start at the given offsets)."""

    text: str
    start: int
    end: int
    last_name_end: int
    next_name_start: int
    words: Words

    def is_located(self) -> bool:
        """Return whether the word before takes a place (`of Israel`, `in Jordan`)."""
        return self._word_before().casefold() in self.words.locating

    def is_dated(self) -> bool:
        """Return whether a day, year or word of time stands beside, which makes the name of a month one."""
        before, after = self._word_before(), self._word_after()
        return before.casefold() in self.words.dating or before.isdigit() or after[:1].isdigit()

    def has_other_names(self) -> bool:
        """Return whether the stretch is part of a longer name that the vocabulary does not know."""
        return self.given_name() or self.family_name()

    def given_name(self) -> bool:
        """Return whether the word before is a given name, or other proper name, that the vocabulary does not know."""
        if self.last_name_end >= self.start - 1:
            return False
        word = self._word_before()
        return _is_proper(word) and not self._opens(word.casefold()) and self._tells()

    def family_name(self) -> bool:
        """Return whether the word after is a family name, or other proper name, that the vocabulary does not know."""
        if self.next_name_start <= self.end + 1:
            return False
        word = self._word_after()
        return _is_proper(word) and word.casefold() not in self.words.titles and self._tells()

    def is_second_of_two(self) -> bool:
        """Return whether the stretch ends a family name of two, of which nobody knows the first (`Ellemann-Jensen`)."""
        if not self.text.endswith("-", 0, self.start) or self.last_name_end >= self.start - 1:
            return False
        before = _FIRST_OF_TWO.search(self.text, max(0, self.start - _LONGEST_WORD), self.start)
        return before is not None and before[1].casefold() not in _PREFIXES

    def gender_of_title(self) -> str | None:
        """Return the gender that a title right before tells (`Mr`)."""
        before = self.text[max(0, self.start - _LONGEST_TITLE) : self.start]
        if "M" not in before or before[-1] not in _BLANKS:
            return None
        return _GENDERS.get(before.rstrip(" .\xa0").rpartition(" ")[2])

    def _opens(self, word: str) -> bool:
        """Return whether a word has its capital from opening a sentence, or from being a title."""
        return word in self.words.openers or word in self.words.titles

    def _word_before(self) -> str:
        before = self.text[self.start - _LONGEST_WORD if self.start > _LONGEST_WORD else 0 : self.start]
        if before.endswith(_PARTICLE_ENDS):
            particle = _PARTICLE.search(before, max(0, len(before) - _LONGEST_PARTICLE))
            before = before[: particle.start()] if particle else before
        if not before or before[-1] not in _BLANKS:
            return ""
        word = before[:-1].rpartition(" ")[2]
        if "\n" in word:
            word = word.rpartition("\n")[2]
        return word.strip("“\"'‘(—–-")

    def _word_after(self) -> str:
        after = self.text[self.end : self.end + _LONGEST_WORD]
        if not after or after[0] not in _BLANKS:
            return ""
        return after[1:].replace("\n", " ").partition(" ")[0].rstrip(".,;:!?”\"'’)")

    def _tells(self) -> bool:
        """Return whether a capital letter says anything here: not in a headline that capitalises every word."""
        earliest = max(0, self.start - _LONGEST_HEADLINE)
        begin = self.text.rfind("\n", earliest, self.start) + 1 or earliest
        stop = self.text.find("\n", self.end, self.end + _LONGEST_HEADLINE)
        line = self.text[begin : stop if stop >= 0 else self.end + _LONGEST_HEADLINE]
        if len(line) > _LONGEST_HEADLINE or line.endswith("."):
            return True
        words = _WORD.findall(line)
        capitalised = sum(word[0].isupper() for word in words)
        return len(words) < _TITLE_CASE_WORDS or capitalised < _TITLE_CASE_SHARE * len(words)


def _is_proper(word: str) -> bool:
    """Return whether a word looks like a name: letters with a capital, but no acronym."""
    if word.islower():
        return False
    if "-" in word:
        word = _ARTICLE.sub("", word, count=1)  # `al-Khalifa al-Sabah`
    return len(word) > 1 and word[0].isupper() and not word.isupper() and word.replace("-", "").isalpha()
