"""Turns of a transcript: speech without quotation marks after a label (`Vladimir Putin: Good afternoon.`).

A label stands at the start of a paragraph or after the end of a sentence (transcripts reach us as one paragraph, too)
and names a person, or a journalist by what is asked. A turn lasts until the next label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.extraction.attribution.cast import Cast, Character, in_name_case, slug_of
from app.extraction.attribution.labels import LABEL
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.utterance import Utterance
from app.extraction.attribution.voice import Voice
from app.extraction.blocks.turns import DASHES
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
    block: int
    """The number of the block of the body in which it stands."""
    answers: bool = False
    """Whether it says no more than that a question is answered (`A:`)."""


def read_turns(document: Document, cast: Cast, lexicon: Lexicon) -> list[Utterance]:
    """Return the turns of a transcript in text order; nothing for an article that is none."""
    blocks = list(document.body()) or [Block("paragraph", 0, len(document.text))]
    labels = [
        label._replace(voice=_answering(document, cast) or label.voice) if label.answers else label
        for number, block in enumerate(blocks)
        if document.text.find(":", block.start, block.end) >= 0
        for label in _labels(document.text, number, block, cast, lexicon)
    ]
    labels = labels or _dashes(document, blocks, cast)
    if not _is_transcript(document.text, labels):
        return []
    runs_on = len(labels) >= _SHARE_OF_LABELS * len(blocks)
    turns: list[Utterance] = []
    for number, label in enumerate(labels):
        end = labels[number + 1].start if number + 1 < len(labels) else len(document.text)
        if not runs_on:
            end = min(end, blocks[label.block].end)
        opening: Utterance | None = None
        for first, last in _pieces(document.text, label.end, end, blocks, label.block):
            turn = Utterance(Quotation(first, last, first, last, 0, False), "turn", label.voice, joins=opening)
            opening = opening or turn
            turns.append(turn)
    return turns


def _dashes(document: Document, blocks: Sequence[Block], cast: Cast) -> list[_Label]:
    """Return the dashes before the questions and answers of an interview, with whose turns they begin."""
    dashed = [(number, block) for number, block in enumerate(blocks) if block.kind == "turn"]
    if not dashed or not document.text.startswith(DASHES, dashed[0][1].start):
        return []
    first = dashed[0][1].start
    told = (one for one in cast.mentions if one.start < first and not one.character.body)
    opening = next(told, None)
    answering = _answering(document, cast)
    if answering is None and opening is not None:
        answering = Voice(opening.character, Span(opening.start, opening.end), 0.75)
    if answering is None:
        return []
    asking = Voice(_JOURNALIST, Span(first, first + 1), 0.9)
    return [
        _Label(block.start, block.start + 1, asking if document.text.endswith("?", 0, block.end) else answering, number)
        for number, block in dashed
    ]


def _is_transcript(text: str, labels: Sequence[_Label]) -> bool:
    """Return whether labels are those of turns.

    A name before a colon is a headline's way of quoting, too; turns are many, or the first comes with the speaker's
    office (`President of Russia Vladimir Putin: …`).
    """
    if len(labels) >= _FEWEST_LABELS:
        return True
    return any(len(text[label.start : label.end].split()) > _LONGEST_NAME for label in labels)


def outside_turns(quotations: Sequence[Quotation], turns: Sequence[Utterance]) -> list[Quotation]:
    """Return the quotations that stand in no turn (both in text order): what a turn quotes is part of the turn."""
    kept, at = [], 0
    for quotation in quotations:
        while at < len(turns) and turns[at].quotation.end <= quotation.start:
            at += 1
        if at == len(turns) or quotation.start < turns[at].quotation.start:
            kept.append(quotation)
    return kept


def _labels(text: str, number: int, block: Block, cast: Cast, lexicon: Lexicon) -> Iterator[_Label]:
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
                yield _Label(match.start(), match.end(), voice, number, match[1].lower() in lexicon.answers)


def _answering(document: Document, cast: Cast) -> Voice | None:
    """Return who answers the questions: the first person in the title (`Spokesperson Lu Kang's Press Conference`)."""
    title = next((block for block in document.blocks if block.kind == "title"), None)
    for name in document.names if title is not None else ():
        if title is not None and name.kind == "person" and title.start <= name.start < title.end:
            known = next((one for one in cast.characters if one.slug in name.keys), None)
            called = document.text[name.start : name.end]
            character = known or Character(name.keys[0], called, name.country, None)
            return Voice(character, Span(name.start, name.end), 0.85)
    return None


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
    named = people[-1] if people[-1].end == match.end(1) else people[0]  # `General Designer of the plant Ivan Ivanov`
    return Voice(named.character, Span(named.start, named.end), 0.97)


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
    return Voice(
        Character(slug_of(name), in_name_case(name), country, None, title=title), Span(start, match.end(1)), 0.85
    )


def _pieces(text: str, start: int, end: int, blocks: Sequence[Block], number: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of ``[start, end)`` in the body from block ``number`` on, one a block, without outer blanks."""
    while number < len(blocks) and blocks[number].start < end:
        first, last = max(start, blocks[number].start), min(end, blocks[number].end)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last
        number += 1
