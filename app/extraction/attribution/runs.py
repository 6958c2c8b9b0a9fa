"""Runs of capitalised words that may be names unknown to the vocabulary, without the titles and outlets before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.extraction.attribution.cast import slug_of
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.titles import follows_role
from app.extraction.attribution.tokens import POSSESSIVE
from app.extraction.document import Document
from app.extraction.model import Name

BY_OUTLET, OFFICE = "outlet", "office"
"""What may stand before a name in place of a title."""
_WORDS_OF_NAME, _WORDS_WITH_COMPLEMENT = 2, 3
"""Words of the commonest names, and of a run that may hold one after the complement of a role."""
_LIKE_PRONOUNS = frozenset({"He", "She"})
"""Family names that are spelt like pronouns."""
_LONGEST_NOUN = 24
_BLANKS = " \u00a0"
_BLANK = re.compile(f"[{_BLANKS}]")
_ARTICLE, _REACH_OF_ARTICLE = re.compile(r"(?<![\w-])(?:al|el|ad|an|ar|as|ash|at|az)-$"), 5
"""The article before an Arabic surname that stands alone (`al-Berri said`)."""
_OF_ONE_OR_SEVERAL = (*POSSESSIVE, "s'", "s’")


@dataclass(slots=True, eq=False)
class Run:
    """The part of a run of capitalised words that may be a name unknown to the vocabulary."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: str | None
    country: str | None = None
    """That of the office right before it (`State Department spokesman`)."""


def find_runs(document: Document, lexicon: Lexicon) -> Iterator[Run]:
    """Yield the runs of capitalised words in the body, or what of them the vocabulary does not know."""
    text, openers, names = document.text, lexicon.openers, document.names
    starts, ends = [name.start for name in names], [name.end for name in names]
    at, count = 0, len(names)
    for block in document.body():
        for match in lexicon.name_run.finditer(text, block.start, block.end):
            start, end = match.span()
            while at < count and ends[at] <= start:
                at += 1
            is_known = at < count and starts[at] < end
            if is_known and ends[at] >= end:
                continue  # a name of the vocabulary
            words = match[0]
            if words.lower() in openers or text[start - 1 : start] in ("/", "@", "="):
                continue  # what opens a sentence, or stands within an address (`dw.com/p/2Zxy News`)
            run: Run | None
            if is_known:
                run = _unknown_part(text, start, end, names[at : bisect_left(starts, end, at)], lexicon)
            elif words.isalpha():  # a single one
                run = _run_of_word(text, start, end, words, None)
            else:
                run = _trim(text, start, end, False, lexicon)
            if run is not None:
                yield run


def _unknown_part(text: str, start: int, end: int, names: Sequence[Name], lexicon: Lexicon) -> Run | None:
    """Return what may be an unknown name in a run that begins with some ``names`` of the vocabulary."""
    if any(name.kind == "person" for name in names):
        return None
    start = max(start, *(name.end for name in names))
    if start < end and text[start] not in _BLANKS:  # `Ambassador-at-Large`, `Finland's`
        start = next((mark.start() for mark in _BLANK.finditer(text, start, end)), end)
    run = _trim(text, start, end, names[-1].kind == "office", lexicon) if start < end else None
    if run is not None and run.titled == OFFICE:
        run.country = names[-1].country
    return run


def _trim(text: str, start: int, end: int, after_office: bool, lexicon: Lexicon) -> Run | None:
    """Drop sentence openers, titles and outlets (`RIA Novosti Peskov`) from the front of a run."""
    titled: str | None = OFFICE if after_office and text[start] in _BLANKS else None
    words = text[start:end].replace("\u00a0", " ").split(" ")
    if len(words) == 1 and words[0].lower() not in lexicon.openers:
        return _run_of_word(text, start, end, words[0], titled)
    first = 0
    while first < len(words) and (not words[first] or words[first].lower() in lexicon.openers):
        if _is_family_name(words[first:], lexicon) or _is_given_name(words[first:], titled, lexicon):
            break
        low = words[first].lower()
        titled = low if low in lexicon.titles else titled
        start += len(words[first]) + 1
        first += 1
    del words[:first]
    if len(words) > 1 and words[-1].lower() in lexicon.outlets:  # `quotes Peskov TASS`
        titled = BY_OUTLET
        end -= len(words.pop()) + 1
    while words and words[-1].lower() in lexicon.auxiliaries:
        end -= len(words.pop()) + 1
    if not words:
        return None
    if len(words) > 1:
        cut, by = _start_of_name(text, start, words, lexicon)
        titled = by or titled
        start += sum(len(word) + 1 for word in words[:cut])
        del words[:cut]
    if len(words) == 1:
        return _run_of_word(text, start, end, words[0], titled)
    if words[-1].endswith(POSSESSIVE):
        words[-1] = words[-1][:-2]
        end -= 2
    return Run(start, end, tuple(words), titled)


def _run_of_word(text: str, start: int, end: int, word: str, titled: str | None) -> Run:
    if word.endswith(POSSESSIVE):
        word, end = word[:-2], end - 2
    if text[start - 1 : start] == "-":
        article = _ARTICLE.search(text, max(0, start - _REACH_OF_ARTICLE), start)
        start = article.start() if article is not None else start
    return Run(start, end, (word,), titled)


def _is_given_name(words: Sequence[str], titled: str | None, lexicon: Lexicon) -> bool:
    """Return whether a word after a title is a name for all it looks like (`Rep. Will Hurd`)."""
    return titled is not None and len(words) > 1 and words[0] in lexicon.given_names and words[0][0].isupper()


def _is_family_name(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether a run that begins like a pronoun is a name in the Chinese order (`He Lanfen`)."""
    return words[0] in _LIKE_PRONOUNS and len(words) == _WORDS_OF_NAME and words[1].lower() not in lexicon.openers


def _start_of_name(text: str, start: int, words: Sequence[str], lexicon: Lexicon) -> tuple[int, str | None]:
    """Return where the name begins in a run of several words, and what stands before it there."""
    owner = next((index for index in range(len(words) - 2, -1, -1) if words[index].endswith(_OF_ONE_OR_SEVERAL)), None)
    if owner is not None:  # `the Bureau of Roads' Ann Lee`, `CNN's Ann Lee`
        is_outlet = slug_of(" ".join(words[: owner + 1])[: -len("'s")]) in lexicon.outlets
        cut = _after_title(words[owner + 1 :], lexicon)  # `the Penal Service's Legal Department Ann Lee`
        return owner + 1 + cut, words[owner + cut].lower() if cut else BY_OUTLET if is_outlet else None
    outlet = _outlet_before(words, lexicon)
    start += sum(len(word) + 1 for word in words[:outlet])
    words = words[outlet:]
    cut = _after_title(words, lexicon)
    if cut:
        return outlet + cut, words[cut - 1].lower()
    if len(words) >= _WORDS_WITH_COMPLEMENT and follows_role(text, start, lexicon):
        cut = _after_complement(words, lexicon)
    elif len(words) >= _WORDS_WITH_COMPLEMENT and _follows_noun_of_body(text, start, lexicon):
        cut = _given_name(words, lexicon) or 0
    return outlet + cut, "office" if cut else BY_OUTLET if outlet else None


def _follows_noun_of_body(text: str, start: int, lexicon: Lexicon) -> bool:
    """Return whether a noun that a body's name follows ends at an offset (`head of the state corporation `)."""
    before = text[max(0, start - _LONGEST_NOUN) : start].split()
    return bool(before) and (before[-1] in lexicon.naming or before[-1] in lexicon.body_words)


def _given_name(words: Sequence[str], lexicon: Lexicon) -> int | None:
    """Return where the first given name with a word after it stands in a run."""
    return next((index for index in range(len(words) - 1) if words[index] in lexicon.given_names), None)


def _outlet_before(words: Sequence[str], lexicon: Lexicon) -> int:
    """Return how many words of a run name the outlet before somebody's name."""
    if words[0].lower() not in lexicon.outlet_words:
        return 0
    return next(
        (size for size in range(len(words) - 1, 0, -1) if slug_of(" ".join(words[:size])) in lexicon.outlets), 0
    )


def _after_title(words: Sequence[str], lexicon: Lexicon) -> int:
    """Return where the name begins in a run like `Democratic Party Chairman David Pepper`."""
    for index in range(len(words) - 2, -1, -1):
        low = words[index].lower()
        if low in lexicon.titles or lexicon.is_role(low) or (low in lexicon.persons and len(words) > index + 2):
            return index + 1
    if len(words) > 2 and words[0] not in lexicon.given_names:
        for index in range(1, len(words) - 1):
            if words[index] in lexicon.given_names and words[index - 1].lower() in lexicon.body_words:
                return index
    return 0


def _after_complement(words: Sequence[str], lexicon: Lexicon) -> int:
    """Return where the name begins in a run after a role, where its place or body runs into it (`Heihe Bao Zhixin`)."""
    given = _given_name(words, lexicon)
    return len(words) - _WORDS_OF_NAME if given is None else given
