"""Utterances as the quotes of the contract: pieces joined, speakers with the office of the day, stable ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.extraction.attribution.cast import Character
from app.extraction.attribution.utterance import Utterance
from app.extraction.attribution.voice import Voice
from app.extraction.document import Document
from app.extraction.identity import bare_words, quote_id
from app.extraction.model import Cue, Quote, QuoteKind, Side, Span, Speaker
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Tenure

_CERTAINTY = {
    "turn": 1.0,
    "after": 1.0,
    "before": 0.97,
    "nested": 0.9,
    "carried": 0.9,
    "led": 0.85,
    "announced": 0.7,
    "loose": 0.6,
    "titled": 0.4,
    "none": 0.3,
}
"""How sure each form of attribution makes the speaker; multiplied with how sure the phrase's reading is."""


def assemble_quotes(document: Document, utterances: Sequence[Utterance], vocabulary: Vocabulary) -> Iterator[Quote]:
    """Yield the quotes. A quote's text is its spans' texts joined by a single space."""
    seen: dict[str, int] = {}
    for group in _joined(utterances):
        spans = tuple([Span(utterance.quotation.start, utterance.quotation.end) for utterance in group])
        text = " ".join([document.text[start:end] for start, end in spans])
        words = bare_words(text)
        occurrence = seen.get(words, 0)
        seen[words] = occurrence + 1
        first = group[0]
        voice, cue = first.voice, first.cue
        speaker = _speaker(document, voice, vocabulary)
        yield Quote(
            quote_id(document.source.key, words, occurrence),
            text,
            spans,
            speaker,
            _side(speaker),
            via=_speaker(document, first.via, vocabulary),
            cue=Cue(document.text[cue.start : cue.end], cue.start, cue.end) if cue else None,
            kind=_kind(text, first),
            confidence=round(_CERTAINTY[first.form] * (voice.certainty if voice else 1.0), 2),
        )


def _joined(utterances: Sequence[Utterance]) -> Iterable[list[Utterance]]:
    """Return the utterances with those that continue them."""
    groups: dict[int, list[Utterance]] = {}
    for utterance in utterances:
        group = groups.get(id(utterance.joins), [])
        group.append(utterance)
        groups[id(utterance)] = group
    return (group for key, group in groups.items() if key == id(group[0]))


def _kind(text: str, first: Utterance) -> QuoteKind:
    if first.form == "nested":
        return "nested"
    if first.form == "turn" and first.quotation.start == first.quotation.outer_start:
        return "transcript"
    for character in text:
        if character.isalpha():
            return "partial" if character.islower() else "direct"
    return "direct"


def _side(speaker: Speaker | None) -> Side:
    if speaker is None or speaker.country is None:
        return "unknown"
    return "russia" if speaker.country == "RU" else "foreign"


def _speaker(document: Document, voice: Voice | None, vocabulary: Vocabulary) -> Speaker | None:
    if voice is None:
        return None
    character = voice.character
    role, country = character.title, character.country
    tenure = _tenure(document, character, vocabulary)
    if tenure is not None:
        role, country = tenure.title, tenure.country
    written = " ".join(document.text[voice.span.start : voice.span.end].split())
    return Speaker(character.name, character.slug, role, country, written)


def _tenure(document: Document, character: Character, vocabulary: Vocabulary) -> Tenure | None:
    """Return the office that a known speaker held on the day, or on the first of the days that are possible."""
    day = document.published.date or next(iter(document.published.candidates), None)
    if character.person is None or day is None:
        return None
    return vocabulary.office_on(character.person.slug, day)
