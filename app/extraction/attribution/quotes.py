"""Utterances as the quotes of the contract: pieces joined, speakers with the office of the day, stable ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.extraction.attribution.cast import Character
from app.extraction.attribution.role_wording import word_role
from app.extraction.attribution.utterance import Utterance
from app.extraction.attribution.voice import Voice
from app.extraction.document import Document
from app.extraction.identity import bare_words, quote_id
from app.extraction.model import Cue, Quote, QuoteKind, Side, Span, Speaker
from app.extraction.vocabulary import Vocabulary, terms_of
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

_IN_ANY_TITLE = frozenset({"of", "the", "for", "to", "and", "russia", "russian"})


def assemble_quotes(document: Document, utterances: Sequence[Utterance], vocabulary: Vocabulary) -> Iterator[Quote]:
    """Yield the quotes. A quote's text is its spans' texts joined by a single space."""
    whole, key = document.text, document.source.key
    offices = _Offices(document, vocabulary)
    seen: dict[str, int] = {}
    for group in _joined(utterances):
        spans = tuple([Span(utterance.quotation.start, utterance.quotation.end) for utterance in group])
        text = " ".join([whole[start:end] for start, end in spans])
        words = bare_words(text)
        occurrence = seen.get(words, 0)
        seen[words] = occurrence + 1
        first = group[0]
        voice, cue = first.voice, first.cue
        speaker = _speaker(whole, voice, offices)
        yield Quote(
            quote_id(key, words, occurrence),
            text,
            spans,
            speaker,
            _side(speaker),
            _speaker(whole, first.via, offices),
            Cue(whole[cue.start : cue.end], cue.start, cue.end) if cue else None,
            _kind(text, first),
            round(_CERTAINTY[first.form] * (voice.certainty if voice else 1.0), 2),
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


def _speaker(text: str, voice: Voice | None, offices: _Offices) -> Speaker | None:
    if voice is None:
        return None
    (start, end), character = voice.span, voice.character
    role, country = offices.of(character)
    return Speaker(character.name, character.slug, role, country, " ".join(text[start:end].split()))


class _Offices:
    """What each character is on the day of an article, and for which country: the office of the day, if they held one.

    The day is that of publication; of several possible ones, that of the office which the text tells, or the first.
    """

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        published = document.published
        self.days = published.candidates if published.date is None else (published.date,)
        self.vocabulary = vocabulary
        self._known: dict[Character, tuple[str | None, str | None]] = {}

    def of(self, character: Character) -> tuple[str | None, str | None]:
        """Return the role and the country of a character."""
        known = self._known.get(character)
        if known is None:
            tenure = self._tenure(character)
            told = word_role(character.title) if tenure is None and character.title else None
            known = (told, self._country(character)) if tenure is None else (tenure.title, tenure.country)
            self._known[character] = known
        return known

    def _tenure(self, character: Character) -> Tenure | None:
        """Return the office that somebody holds whom the vocabulary knows."""
        if character.person is None or not self.days:
            return None
        slug = character.person.slug
        first = self.vocabulary.office_on(slug, self.days[0])
        if character.title is None or self._is_settled(slug, first):
            return first
        told = set(character.title.lower().split())
        held = (self.vocabulary.office_on(slug, day) for day in self.days)
        return max(dict.fromkeys(held), key=lambda tenure: _shared(tenure, told))

    def _country(self, character: Character) -> str | None:
        """Return the country of somebody out of office: of those they have spoken for, the last by the day.

        Without a day it is that of the office which the text tells.
        """
        offices = character.person.offices if character.person is not None else ()
        if len({tenure.country for tenure in offices}) < 2:
            return character.country
        if self.days:
            begun = [tenure for tenure in offices if tenure.since <= self.days[0]]
            return max(begun, key=lambda tenure: tenure.since).country if begun else offices[0].country
        told = set((character.title or "").lower().split())
        likest = max(offices, key=lambda tenure: _shared(tenure, told))
        return likest.country if _shared(likest, told) else character.country

    def _is_settled(self, slug: str, first: Tenure | None) -> bool:
        """Return whether somebody holds the same office, or none, from the first of the days to the last."""
        since, until = self.days[0], self.days[-1]
        stays = first is None or first.until is None or first.until >= until
        return stays and not any(since < term[0] <= until for term in terms_of(self.vocabulary, slug))


def _shared(tenure: Tenure | None, told: set[str]) -> int:
    """Return how many words of what a text calls somebody the title of an office has; to have none is worth one."""
    return 1 if tenure is None else len(told.intersection(tenure.title.lower().split()) - _IN_ANY_TITLE)
