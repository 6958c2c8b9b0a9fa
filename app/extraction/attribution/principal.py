"""The principal speaker: whose words an article gives where nothing beside them says so.

Two things tell. A round-up announces whose statements it lists (`TASS has compiled the key statements of the head of
state`), and then lists them without saying so again; who is merely mentioned in an item is not its speaker. And a title
says whose words the article is about (`What Putin said`, `Talks to go on: Kremlin`); that alone is a weak reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.extraction.attribution.cast import Cast
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.utterance import Quoted
from app.extraction.attribution.voice import Voice
from app.extraction.document import Document
from app.extraction.model import Name, Span

_FEWEST_WORDS = 4
"""Words of a quotation from which it is ascribed to the speaker of the title; a shorter one may be a scare quote."""
_MOST_PLACES = 50
"""Words of announcements that are looked at: round-ups announce themselves early."""
_POSSESSOR_REACH = 4
"""Tokens before a noun of speech in which its possessor is looked for (`Putin's main statements`)."""
_WEAK = frozenset({"none", "loose", "led"})
"""Forms of attribution that an announcement outweighs."""
_SETS_OFF = re.compile(r"(?:[—–:,-]|--)\s+(?:the\s+)?$")
_WORD = re.compile(r"\s+(\w+)|(:)")


class Announcement(NamedTuple):
    """From which offset on an article lists somebody's statements, and whose."""

    start: int
    voice: Voice


def announcing_offsets(document: Document, end: int) -> Iterator[int]:
    """Yield the first places of the words of announcements before ``end``, in either case of their first letter."""
    for _, start, past in document.phrases.announcing[:_MOST_PLACES]:
        if past <= end and document.text[start + 1 : past].islower():
            yield start


def is_announcement(sentence: Sentence) -> bool:
    """Return whether a sentence says that statements have been compiled."""
    lexicon, lows = sentence.lexicon, [token.low for token in sentence.tokens]
    verbs = any(low in lexicon.compiled or f"{low} {after}" in lexicon.compiled for low, after in _pairs(lows))
    return verbs and any(_is_plural_of_speech(low, lexicon) for low in lows)


def announced_phrase(sentence: Sentence) -> Phrase | None:
    """Return the phrase for whose statements a sentence announces (`Putin's main statements`)."""
    for noun, token in enumerate(sentence.tokens):
        if not _is_plural_of_speech(token.low, sentence.lexicon):
            continue
        for index in range(noun - 1, max(-1, noun - _POSSESSOR_REACH), -1):
            if sentence.tokens[index].possessive:
                return Phrase(index, index, index)
        if sentence.is_word(noun + 1, frozenset({"of", "by", "from"})):
            phrase = sentence.phrase_after(noun + 2, len(sentence.tokens) - 1)
            if phrase is not None and sentence.is_somebody(phrase):
                return phrase
    return None


def is_unattributed(utterance: Quoted, lexicon: Lexicon) -> bool:
    """Return whether nothing but the company of other words attributes a quotation."""
    if utterance.form in _WEAK or utterance.voice is None:
        return True
    clause = utterance.clause
    return (
        clause is not None and clause.form == "before" and utterance.place.tokens[clause.first].low not in lexicon.said
    )


def titled_voice(document: Document, cast: Cast, lexicon: Lexicon) -> Voice | None:
    """Return whose words the title says the article gives, where the body names them too."""
    characters = {character.slug: character for character in cast.characters}
    for name in _names_in_title(document):
        slug = next((key for key in name.keys if key in characters), None)
        if slug is not None and _speaks(document.text, name, lexicon):
            return Voice(characters[slug], Span(name.start, name.end), 1.0)
    return None


def is_long_enough(text: str, utterance: Quoted) -> bool:
    """Return whether a quotation without attribution is long enough to be somebody's statement."""
    return len(text[utterance.quotation.start : utterance.quotation.end].split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS


def _is_plural_of_speech(low: str, lexicon: Lexicon) -> bool:
    return low.endswith("s") and low in lexicon.speech_nouns


def _pairs(lows: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip(lows, [*lows[1:], ""], strict=True)


def _names_in_title(document: Document) -> Iterator[Name]:
    title = next((block for block in document.blocks if block.kind == "title"), None)
    for name in document.names if title is not None else ():
        if title is not None and title.start <= name.start < title.end and name.kind in ("person", "body"):
            yield name


def _speaks(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Return whether a name in the title stands where titles put speakers."""
    line_end = text.find("\n", name.end)
    ends = name.end == len(text) or name.end == line_end
    if ends and _SETS_OFF.search(text, max(0, name.start - 12), name.start):
        return True
    following = _WORD.match(text, name.end)
    return following is not None and (following[2] is not None or following[1].lower() in lexicon.said)
