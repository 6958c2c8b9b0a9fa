"""Turns of a transcript: speech without quotation marks after a label (`Vladimir Putin: Good afternoon.`).

A label stands at the start of a paragraph or after the end of a sentence (transcripts reach us as one paragraph, too)
and names a person, or a journalist by what is asked. A turn lasts until the next label.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from app.extraction.attribution.cast import Cast, Character, slug_of
from app.extraction.attribution.labels import LABEL
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.utterance import Utterance
from app.extraction.attribution.voice import Voice
from app.extraction.document import Document
from app.extraction.model import Block, Quotation, Span

_LABEL_END = re.compile(r":\s+(?=[^\s\"“«])")
_LONGEST_LABEL = 160
_LONGEST_NAME = 3
"""Words in a label that names somebody without an office."""
_WORDS_OF_STRANGER = 2
"""Words at the end of a label that are a name which the article has nowhere else."""
_CARD = re.compile(r"\b(\w{2,30}) (\w{2,30}) \2 \1")
"""A name that a saved page runs into the heading of its bearer's card (`Ivan Ivanov Ivanov IvanMinister`)."""
_FEWEST_LABELS = 3
_SHARE_OF_LABELS = 0.2
"""Labels per paragraph from which turns run over several paragraphs; with fewer, the narrator speaks between them."""
_SENTENCE_END = re.compile(r"(?s:.*)(?:(?<![A-Z])[.!?…*:][\"”»’)]*\s|\n\s*)")
"""Everything up to the last end of a sentence; the full stop of an initial is none."""
_JOURNALIST = Character("journalist", "Journalist", None, None)


class _Label(NamedTuple):
    start: int
    end: int
    voice: Voice


def read_turns(document: Document, cast: Cast, lexicon: Lexicon) -> list[Utterance]:
    """Return the turns of a transcript in text order; nothing for an article that is none."""
    blocks = list(document.body()) or [Block("paragraph", 0, len(document.text))]
    labels = [label for block in blocks for label in _labels(document.text, block, cast, lexicon)]
    if not _is_transcript(document.text, labels):
        return []
    runs_on = len(labels) >= _SHARE_OF_LABELS * len(blocks)
    turns: list[Utterance] = []
    for number, label in enumerate(labels):
        end = labels[number + 1].start if number + 1 < len(labels) else len(document.text)
        if not runs_on:
            end = min(end, blocks[_block_at(blocks, label.start)].end)
        first: Utterance | None = None
        for span in _pieces(document.text, label.end, end, blocks):
            quotation = Quotation(span.start, span.end, span.start, span.end, 0, continued=False)
            turn = Utterance(quotation=quotation, form="turn", voice=label.voice, joins=first)
            first = first or turn
            turns.append(turn)
    return turns


def _is_transcript(text: str, labels: Sequence[_Label]) -> bool:
    """Return whether labels are those of turns.

    A name before a colon is a headline's way of quoting, too; turns are many, or the first comes with the speaker's
    office (`President of Russia Vladimir Putin: …`).
    """
    words = [len(text[label.start : label.end].split()) for label in labels]
    return len(labels) >= _FEWEST_LABELS or any(count > _LONGEST_NAME for count in words)


def outside_turns(quotations: Sequence[Quotation], turns: Sequence[Utterance]) -> list[Quotation]:
    """Return the quotations that stand in no turn (both in text order): what a turn quotes is part of the turn."""
    kept, at = [], 0
    for quotation in quotations:
        while at < len(turns) and turns[at].quotation.end <= quotation.start:
            at += 1
        if at == len(turns) or quotation.start < turns[at].quotation.start:
            kept.append(quotation)
    return kept


def _labels(text: str, block: Block, cast: Cast, lexicon: Lexicon) -> Iterator[_Label]:
    for ending in _LABEL_END.finditer(text, block.start, block.end):
        earliest = max(block.start, ending.start() - _LONGEST_LABEL)
        before = _SENTENCE_END.match(text, earliest, ending.start())
        start = before.end() if before else earliest
        if before is None and earliest > block.start:
            continue
        match = LABEL.match(text, start, block.end)
        if match is not None and match.end() == ending.end():
            voice = _voice(match, cast, lexicon) or (_stranger(match, cast) if block.kind == "turn" else None)
            if voice is not None:
                yield _Label(match.start(), match.end(), voice)


def _voice(match: re.Match[str], cast: Cast, lexicon: Lexicon) -> Voice | None:
    card = _CARD.search(match[1])
    if card is not None:
        return _on_card(match, card, cast)
    name = match[1].lower()
    if name in lexicon.questions:
        return Voice(_JOURNALIST, Span(match.start(1), match.end(1)), 0.9)
    people = [mention for mention in cast.between(match.start(1), match.end(1)) if not mention.character.body]
    if not people:
        return None
    return Voice(people[0].character, Span(people[0].start, people[0].end), 0.97)


def _on_card(match: re.Match[str], card: re.Match[str], cast: Cast) -> Voice:
    """Return whom a label names that runs into their card."""
    name, start = f"{card[1]} {card[2]}", match.start(1)
    known = next((character for character in cast.characters if character.name == name), None)
    span = Span(start + card.start(1), start + card.end(2))
    return Voice(known or Character(slug_of(name), name, None, None), span, 0.85)


def _stranger(match: re.Match[str], cast: Cast) -> Voice:
    """Return somebody whom only the label of a turn names, by the last words of it."""
    words = match[1].split()[-_WORDS_OF_STRANGER:]
    start = match.end(1) - len(" ".join(words))
    countries = (mention.character.country for mention in cast.between(match.start(1), match.end(1)))
    country = next((country for country in countries if country), None)
    name = " ".join(words)
    title = match.string[match.start(1) : start].strip() or None
    return Voice(Character(slug_of(name), name, country, None, title=title), Span(start, match.end(1)), 0.85)


def _block_at(blocks: Sequence[Block], offset: int) -> int:
    return max(0, bisect_right(blocks, offset, key=lambda block: block.start) - 1)


def _pieces(text: str, start: int, end: int, blocks: Sequence[Block]) -> Iterator[Span]:
    """Yield the parts of ``[start, end)`` that lie in the article's body, one for each block, without outer blanks."""
    for block in islice(blocks, _block_at(blocks, start), None):
        if block.start >= end:
            return
        first, last = max(start, block.start), min(end, block.end)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield Span(first, last)
