"""The roles that a text gives people beside their names (`Russian Ambassador to Vietnam Ivan Ivanov`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from app.extraction.attribution.cast import Character
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.document import Document
from app.extraction.vocabulary import Vocabulary

_AFTER_HEAD = frozenset({"of", "for", "to", "at", "in", "who"})
_NO_VERBS = frozenset({"united", "retired", "allied", "armed", "combined", "joint", "appointed", "elected"})
"""Words in -ed that stand in descriptions of people."""
_REACH = 70
"""Code points before and after a name in which its bearer's role is looked for."""
_MOST_WORDS = 10
"""Words of a description that are read."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_NAME = re.compile(r"[^.,;:!?()\n“”\"«»—–]*$")
_APPOSITION = re.compile(rf"\s?[,(]\s?([^.;:!?\n“”\"«»—–,)]{{0,{2 * _REACH}}})")


def describe(document: Document, start: int, end: int, character: Character, lexicon: Lexicon) -> None:
    """Note the role, country and gender that the text gives somebody beside their name ``[start, end)``."""
    text = document.text
    if character.title is not None or (character.seen and " " not in text[start:end]):
        return
    character.seen = True
    before = _BEFORE_NAME.search(text, max(0, start - _REACH), start)
    title = _title(before[0], lexicon) if before else None
    words = _WORD.findall(title.lower()) if title else []
    if not words:
        title = _apposition(text, end)
        words = _WORD.findall(title.lower())[:_MOST_WORDS] if title else []
    if not any(lexicon.is_role(word) for word in words):
        return
    character.title = title
    character.traits.update(words)
    head = _head(words)
    if head:
        character.roles.add(head)
    character.country = character.country or _country_beside(document, title or "", start, end)
    gender = next((lexicon.gendered[word] for word in words if word in lexicon.gendered), None)
    character.gender = character.gender or gender


def has_role_beside(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a role stands before a name or in apposition to it, or a verb of speech after it."""
    before = text[max(0, start - 24) : start].split()
    if before and lexicon.is_role(before[-1].lower()):
        return True
    if before and before[-1].lower() in lexicon.determiners:
        return False  # `the Commission Statute says`: people's names take no article
    following = _WORD.match(text, end + 1, end + _REACH)
    if following is not None and following[0] in lexicon.said:
        return True
    return any(lexicon.is_role(word) for word in _WORD.findall(_apposition(text, end).lower())[:_MOST_WORDS])


def _apposition(text: str, end: int) -> str:
    """Return what stands in apposition or brackets after a name that ends at ``end``."""
    match = _APPOSITION.match(text, end)
    return match[1].strip() if match else ""


def _country_beside(document: Document, title: str, start: int, end: int) -> str | None:
    """Return the country that a description beside the name ``[start, end)`` speaks of first."""
    first = document.text.find(title, max(0, start - _REACH), end + len(title) + _REACH) if title else -1
    if first < 0:
        return None
    names = document.names
    for index in range(bisect_left(names, first, key=lambda name: name.start), len(names)):
        if names[index].start >= first + len(title):
            break
        if names[index].country is not None and names[index].kind != "person":
            return names[index].country
    return None


def _title(before: str, lexicon: Lexicon) -> str | None:
    """Return the description that ends where a name begins (`Russian Ambassador to Vietnam`)."""
    kept: list[str] = []
    for word in reversed(before.split()):
        low = word.lower()
        if low in _AFTER_HEAD or (low == "the" and kept):
            kept.append(word)
            continue
        if low in lexicon.determiners or low in lexicon.breakers or _is_verb(low, lexicon):
            break
        kept.append(word)
    while kept and (kept[-1].lower() in _AFTER_HEAD or kept[-1].lower() == "the"):
        kept.pop()
    kept.reverse()
    head = _head([word.lower() for word in kept])
    return " ".join(kept[-_MOST_WORDS:]) if head is not None and lexicon.is_role(head) else None


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.finite or word in lexicon.saying or (word.endswith("ed") and word not in _NO_VERBS)


def _head(words: Sequence[str]) -> str | None:
    """Return the head of a description: the last word before `of`, `for` and the like."""
    stop = next((index for index, word in enumerate(words) if word in _AFTER_HEAD), len(words))
    return words[stop - 1] if stop else None


@lru_cache(maxsize=4096)
def known_descriptions(vocabulary: Vocabulary, slug: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the heads and all the words of the phrases for the offices that a person held."""
    phrases = [
        _WORD.findall(phrase.lower())
        for tenure in vocabulary.people[slug].offices
        for phrase in (tenure.title, *vocabulary.offices[tenure.office].phrases)
    ]
    heads = (_head(words) for words in phrases)
    return frozenset(head for head in heads if head), frozenset(word for words in phrases for word in words)
