"""Utterances as the quotes of the contract: pieces joined, speakers with the office of the day, stable ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

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
    groups: dict[int, list[Utterance]] = {}
    owner: dict[int, int] = {}
    for utterance in utterances:
        key = owner.get(id(utterance.joins), id(utterance))
        owner[id(utterance)] = key
        groups.setdefault(key, []).append(utterance)
    seen: Counter[str] = Counter()
    for group in groups.values():
        spans = tuple(Span(utterance.quotation.start, utterance.quotation.end) for utterance in group)
        text = " ".join(document.text[span.start : span.end] for span in spans)
        first = group[0]
        words = bare_words(text)
        occurrence = seen[words]
        seen[words] += 1
        speaker = _speaker(document, first.voice, vocabulary)
        yield Quote(
            id=quote_id(document.source.key, text, occurrence),
            text=text,
            spans=spans,
            speaker=speaker,
            side=_side(speaker),
            via=_speaker(document, first.via, vocabulary),
            cue=Cue(document.text[first.cue.start : first.cue.end], first.cue.start, first.cue.end)
            if first.cue
            else None,
            kind=_kind(text, first),
            confidence=round(_CERTAINTY[first.form] * (first.voice.certainty if first.voice else 1.0), 2),
        )


def _kind(text: str, first: Utterance) -> QuoteKind:
    if first.form == "nested":
        return "nested"
    if first.form == "turn" and first.quotation.start == first.quotation.outer_start:
        return "transcript"
    opening = next((character for character in text if character.isalpha()), "A")
    return "partial" if opening.islower() else "direct"


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
