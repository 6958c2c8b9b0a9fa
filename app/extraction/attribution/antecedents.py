"""Whom `he` or `she` means: of the people named near it, the one who stands out most."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.extraction.attribution.cast import Cast, Character, Mention
from app.extraction.attribution.sentences import Sentences
from app.extraction.attribution.voice import Voice
from app.extraction.model import Span

_PER_SENTENCE, _PER_PARAGRAPH = 1.0, 0.5
"""What each sentence and paragraph between a pronoun and a person costs that person as its antecedent."""
_FARTHEST_SENTENCE = 4
_SUBJECT, _OWN_SENTENCE, _GENDER, _SPOKE, _SPOKE_LAST, _INTRODUCED = 1.4, 2.5, 1.0, 1.5, 1.5, 1.0
"""What speaks for a person: the subject of a sentence, of the pronoun's own sentence, a gender that is known to fit,
having spoken in one of the two sentences before, having spoken last, having just been introduced."""
_REACH = 30
"""How many mentions back an antecedent is looked for."""
_PARAGRAPHS_BACK = 4


class Antecedents:
    """Finds the antecedents of one article's pronouns."""

    def __init__(self, text: str, cast: Cast, sentences: Sentences, speaker_in: Callable[[int], Voice | None]) -> None:
        self.text, self.cast, self.sentences, self.speaker_in = text, cast, sentences, speaker_in

    def of(self, gender: str, offset: int, last: Character | None) -> Character | None:
        """Return the person whom `he` or `she` most likely means: recent, a subject, the last to speak."""
        here = self.sentences.at(offset)
        told = {number: self.speaker_in(number) for number in range(max(0, here - 2), here)}
        recent = [
            (Span(mention.start, mention.end), number, mention.character) for mention, number in self._recent(offset)
        ]
        voices = [(voice.span, number, voice.character) for number, voice in told.items() if voice is not None]
        best: tuple[float, Character] | None = None
        for span, number, character in (*recent, *voices):
            if character.body or character.gender not in (gender, None):
                continue
            score = _GENDER if character.gender == gender else 0.0
            score += self._salience(span, number, character, here, told.get(number), last)
            if best is None or score > best[0]:
                best = (score, character)
        return best[1] if best else None

    def _salience(
        self, span: Span, number: int, character: Character, here: int, spoke: Voice | None, last: Character | None
    ) -> float:
        """Return how much a mention in sentence ``number`` stands out in sentence ``here``."""
        paragraphs = self.sentences.paragraphs
        score = -_PER_SENTENCE * min(here - number, _FARTHEST_SENTENCE)
        score -= _PER_PARAGRAPH * (paragraphs[here] - paragraphs[number])
        is_subject = self._is_subject(span, number) if spoke is None else spoke.character is character
        score += _SUBJECT if is_subject else 0.0
        score += _OWN_SENTENCE if is_subject and number == here else 0.0
        score += _SPOKE if spoke is not None and is_subject else 0.0
        score += _SPOKE_LAST if last is character else 0.0
        newly = number == here - 1 and self.cast.introduction(character) == span.start
        return score + (_INTRODUCED if newly else 0.0)

    def _recent(self, offset: int) -> Iterator[tuple[Mention, int]]:
        paragraph = self.sentences.paragraphs[self.sentences.at(offset)]
        for count, mention in enumerate(self.cast.before(offset)):
            number = self.sentences.at(mention.start)
            if count >= _REACH or paragraph - self.sentences.paragraphs[number] > _PARAGRAPHS_BACK:
                return
            yield mention, number

    def _is_subject(self, mention: Span, number: int) -> bool:
        """Return whether a mention is the first of a person in its sentence and no possessive."""
        start, _ = self.sentences.bounds(number)
        if self.text[mention.end : mention.end + 2] in ("'s", "’s"):
            return False
        return not any(not other.character.body for other in self.cast.between(start, mention.start))
