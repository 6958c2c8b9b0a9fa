"""Whom `he` or `she` means: of the people named near it, the one who stands out most."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from app.extraction.attribution.cast import Cast, Character
from app.extraction.attribution.sentences import Sentences
from app.extraction.attribution.tokens import POSSESSIVE
from app.extraction.attribution.voice import Voice

GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_POSSESSIVE = frozenset({"his", "her"})
_PER_SENTENCE, _PER_PARAGRAPH = 1.0, 0.5
"""What each sentence and paragraph between a pronoun and a person costs that person as its antecedent."""
_FARTHEST_SENTENCE = 4
_SUBJECT, _OWN_SENTENCE, _GENDER, _SPOKE, _SPOKE_LAST, _INTRODUCED = 1.4, 3.5, 1.0, 1.5, 1.5, 1.0
"""What speaks for a person: the subject of a sentence, of the pronoun's own sentence, a gender that is known to fit,
having spoken in one of the two sentences before, having spoken last, having just been introduced."""
_JUST_BEFORE, _PARAGRAPH_BEFORE = 1.8, 0.9
"""What more speaks for the subject of the sentence before, in the same paragraph and in another."""
_JOINED = 3.0
"""What more speaks for the subject of a sentence that goes on with `and he`, `but he`, `because he`, `that he`."""
_SAYS = 3.0
"""What more speaks for it where it is the subject of a verb of speech, too."""
_SPOKEN_OF = 4.0
"""What speaks against whoever is named in the words of the quotation."""
_OWNER = 3.5
"""What speaks for whose the subject is of the pronoun's own sentence."""
_BEFORE_REPORTING = (", ", "” ", '" ', "’ ", "' ")
_PERFECT = (["has"], ["had"])
_JOINING = (
    *(" and ", " but ", " yet ", " so ", " if ", " whether ", " that ", " when ", " while ", " because ", " as "),
    *(" after ", " before ", " since ", " until ", " though ", " although ", " where ", " what ", " than ", " how "),
)
_OTHER = {"male": "female", "female": "male"}
_ASKED = re.compile(r"\W*(?:(?:When |Being )?[Aa]sked|Answering|Responding|Replying|Commenting)\b")
_OPENING = re.compile(
    r"\W{0,4}(?:(?:But|And|So|Yet|Then|Still|Later|Instead|However|Meanwhile|Now|Once|Today),? |)(?:([Hh]e)|[Ss]he)\b"
)
"""A pronoun that is the subject of the sentence that it opens."""
_UNNAMED = re.compile(r"\W{0,4}(?:An?|Another|One\sof|(?:The\s)?\w{1,20}['’]s\s(?:source|interlocutor))\s")
"""What opens a sentence whose subject may be somebody unnamed."""
_SUBORDINATE = re.compile(
    r"\W{0,4}(?:While|When|As|If|Though|Although|Because|After|Before|Since|Once|Even|Unlike|Like)\b"
)
_GOVERNING = frozenset({"to", "of", "with", "by", "for", "from", "about", "on", "at", "in", "that", "he", "she"})
"""Words after which somebody is not the subject that a clause begins with."""
_LONGEST_TITLE = 60
_LONGEST_ASIDE = 300
"""Code points of a subordinate clause or of brackets that are looked through."""
_DEEPEST_CHAIN = 4
"""How many sentences back `he` may depend on whom the `he` meant that opened the sentence before."""
_REACH = 30
"""How many mentions back an antecedent is looked for."""
_PARAGRAPHS_BACK = 4


_Candidate: TypeAlias = tuple[int, int, Character, int]
"""Where somebody is named, from where to where, who it is, and in which sentence."""


class Antecedents:
    """Finds the antecedents of one article's pronouns."""

    def __init__(
        self,
        text: str,
        cast: Cast,
        sentences: Sentences,
        speaker_in: Callable[[int], Voice | None],
        actor_in: Callable[[int], Voice | None],
        said: frozenset[str],
    ) -> None:
        self.text, self.cast, self.sentences = text, cast, sentences
        self.speaker_in, self.actor_in = speaker_in, actor_in
        self.said = said
        """Verbs of speech."""
        self._last: dict[str, Character] = {}
        """The last man and the last woman to be quoted."""
        self._opened: dict[int, _Candidate | None] = {}
        self._opening_pronouns: dict[int, re.Match[str] | None] = {}
        self._depth = 0
        self._subjects: dict[tuple[int, bool, str | None], bool] = {}

    def hear(self, character: Character, written: str) -> None:
        """Remember who is quoted, and of somebody of whom nothing else tells it, whether they are a man or a woman."""
        if not character.body:
            character.gender = character.gender or GENDERS.get(written.lower())
            for gender in (character.gender,) if character.gender else _OTHER:
                self._last[gender] = character

    def meant(self, pronoun: str, offset: int) -> Character | None:
        """Return the person whom a pronoun at an offset means."""
        gender = GENDERS[pronoun]
        ahead = self._ahead(gender, offset) if pronoun in _POSSESSIVE else None
        return ahead or self._of(gender, offset, self._last.get(gender))

    def _of(self, gender: str, offset: int, last: Character | None) -> Character | None:
        """Return the person whom `he` or `she` most likely means: recent, a subject, the last to speak."""
        here = self.sentences.at(offset)
        told = {number: self.speaker_in(number) for number in range(max(0, here - 2), here)}
        just = told[here - 1] = (told[here - 1] or self._unnamed_in(here - 1)) if here else None
        last = just.character if just is not None and _can_be(just.character, gender) else last
        candidates = self._recent(offset, gender)
        candidates += _voices(told, gender)
        candidates += self._openings(here, offset, gender, last)
        if len({character for _, _, character, _ in candidates}) < 2:
            return candidates[0][2] if candidates else None
        spoken_of = self.cast.named_in_words(*self.sentences.bounds(here))
        asked_of = self._is_asked_of(offset)
        found, best = None, -math.inf
        for candidate in candidates:
            _, _, character, number = candidate
            score = _GENDER if character.gender == gender else 0.0
            score -= _SPOKEN_OF if character in spoken_of else 0.0
            if number < here or not asked_of:
                score += self._salience(candidate, offset, here, told.get(number), last)
            if score > best:
                found, best = character, score
        return found

    def _unnamed_in(self, number: int) -> Voice | None:
        """Return the unnamed subject with which a sentence opens (`A source in the bank is more cautious.`)."""
        if _UNNAMED.match(self.text, *self.sentences.bounds(number)) is None:
            return None
        acted = self.actor_in(number)
        unnamed = acted is not None and not acted.character.body and self.cast.introduction(acted.character) is None
        return acted if unnamed else None

    def _ahead(self, gender: str, offset: int) -> Character | None:
        """Return whom `his` means in what a sentence opens with, before it names him (`In his speech, Kim said …`)."""
        number = self.sentences.at(offset)
        first, end = self.sentences.bounds(number)
        comma = self.text.find(", ", offset, min(end, offset + _LONGEST_ASIDE))
        if comma < 0 or self.text.count(" ", first, offset) != 1:
            return None
        reach = min(end, comma + _LONGEST_ASIDE)
        named = next((one for one in self.cast.within(comma, reach) if not one.character.body), None)
        if named is None or not _can_be(named.character, gender) or self._is_possessive(named.end):
            return None
        return named.character if _GOVERNING.isdisjoint(self.text[comma + 2 : named.start].split()) else None

    def _salience(
        self, candidate: _Candidate, offset: int, here: int, spoke: Voice | None, last: Character | None
    ) -> float:
        """Return how much a candidate stands out for a pronoun at an offset in sentence ``here``.

        ``spoke`` is who speaks in the candidate's own sentence.
        """
        start, _, character, number = candidate
        paragraphs = self.sentences.paragraphs
        score = -_PER_SENTENCE * min(here - number, _FARTHEST_SENTENCE)
        score -= _PER_PARAGRAPH * (paragraphs[here] - paragraphs[number])
        teller = spoke.character if spoke is not None and not spoke.character.body else None
        newly = number == here - 1 and self.cast.introduction(character) == start
        unlike = _OTHER.get(character.gender or "")
        is_subject = character is teller if teller is not None else self._is_known_subject(candidate, here, unlike)
        score += _SUBJECT if is_subject else 0.0
        if number == here:
            score += self._salience_in_sentence(candidate, offset, is_subject)
        score += _SPOKE if teller is character else 0.0
        if number == here - 1 and is_subject:
            score += _JUST_BEFORE if paragraphs[here] == paragraphs[number] else _PARAGRAPH_BEFORE
        score += _SPOKE_LAST if last is character else 0.0
        return score + (_INTRODUCED if newly else 0.0)

    def _salience_in_sentence(self, candidate: _Candidate, offset: int, is_subject: bool) -> float:
        """Return how much more a candidate stands out who is named before a pronoun in its own sentence."""
        end = candidate[1]
        if is_subject:
            says = self._says(end)
            score = 0.0 if self._is_reported(offset) and not says else _OWN_SENTENCE + (_SAYS if says else 0.0)
        else:
            score = _OWNER if self._owns_subject(candidate, offset) else 0.0
        return score + (_JOINED if score and self.text.endswith(_JOINING, end, offset) else 0.0)

    def _is_asked_of(self, offset: int) -> bool:
        """Return whether a pronoun comes after what its subject was asked (`Asked about Kim's visit, he said`)."""
        start = self.sentences.starts[self.sentences.at(offset)]
        return self.text[offset - 2 : offset] == ", " and _ASKED.match(self.text, start, offset) is not None

    def _is_reported(self, offset: int) -> bool:
        """Return whether a pronoun and a verb of speech stand behind what they report (`Kim is late, he said.`)."""
        if self.text[offset - 2 : offset] not in _BEFORE_REPORTING:
            return False
        verb = self.text[offset : offset + _REACH].split(maxsplit=2)[1:2]
        return bool(verb) and verb[0][-1] in ".,;" and verb[0][:-1] in self.said

    def _openings(self, here: int, offset: int, gender: str, last: Character | None) -> Iterator[_Candidate]:
        """Yield whom the pronouns mean that open this sentence and the two before it."""
        for number in range(max(0, here - 2), here + 1):
            opening = self._opening(number)
            if opening is None or opening.end() >= offset or (opening[1] is None) != (gender == "female"):
                continue
            if number not in self._opened and self._depth < _DEEPEST_CHAIN:
                self._depth += 1
                start = opening.end() - len("he" if opening[1] else "she")
                meant = self._of(gender, start, last)
                self._opened[number] = (start, opening.end(), meant, number) if meant is not None else None
                self._depth -= 1
            found = self._opened.get(number)
            if found is not None:
                yield found

    def _opening(self, number: int) -> re.Match[str] | None:
        """Return the pronoun that opens a sentence."""
        if number not in self._opening_pronouns:
            self._opening_pronouns[number] = _OPENING.match(self.text, *self.sentences.bounds(number))
        return self._opening_pronouns[number]

    def _recent(self, offset: int, gender: str) -> list[_Candidate]:
        """Return the people named before an offset whom a pronoun can mean, nearest first."""
        numbers, paragraphs = self.sentences.at, self.sentences.paragraphs
        farthest = paragraphs[numbers(offset)] - _PARAGRAPHS_BACK
        found: list[_Candidate] = []
        for mention in self.cast.last_before(offset, _REACH):
            character = mention.character
            if character.body or (character.gender != gender and character.gender is not None):
                continue
            number = numbers(mention.start)
            if paragraphs[number] < farthest:
                break
            found.append((mention.start, mention.end, character, number))
        return found

    def _is_known_subject(self, candidate: _Candidate, here: int, unlike: str | None) -> bool:
        """Return the same as ``_is_subject``, asked once: in an endless sentence every pronoun comes back to it."""
        key = (candidate[0], candidate[3] < here, unlike)
        found = self._subjects.get(key)
        if found is None:
            found = self._subjects[key] = self._is_subject(candidate, here, unlike)
        return found

    def _is_subject(self, candidate: _Candidate, here: int, unlike: str | None) -> bool:
        """Return whether a mention is the first of a person in its sentence, possessives and asides apart.

        People of the gender ``unlike`` do not count, nor does, but for sentence ``here``, a clause before the main one.
        """
        start, end, _, number = candidate
        if self._is_possessive(end) or self._is_aside(start, number):
            return False
        main = self._main_clause(number)
        opening = self._opening(number)
        if (start < main and number < here) or (opening is not None and opening.end() < start):
            return False
        return all(
            other.start < main
            or other.character.body
            or other.character.gender == unlike is not None
            or self._is_possessive(other.end)
            or self._is_aside(other.start, number)
            for other in self.cast.first_between(self.sentences.starts[number], start, _REACH)
        )

    def _owns_subject(self, candidate: _Candidate, offset: int) -> bool:
        """Return whether a sentence begins with what is somebody's (`Trump's remarks came as he …`)."""
        start, end, _, number = candidate
        first = self.sentences.starts[number]
        if start - first > _LONGEST_TITLE or not self._is_possessive(end):
            return False
        before = self.text[first:start].lower()
        after = self.cast.within(end, min(offset, end + _LONGEST_TITLE))
        named = any(not one.character.body for one in after)  # `Trump's aide Lee`
        return "," not in before and not named and _GOVERNING.isdisjoint(before.split())

    def _main_clause(self, number: int) -> int:
        """Return where a sentence's main clause begins (`While Kim agreed, Lee …`)."""
        first, end = self.sentences.bounds(number)
        if _SUBORDINATE.match(self.text, first, end) is None:
            return first
        return max(first, self.text.find(", ", first, min(end, first + _LONGEST_ASIDE)))

    def _is_aside(self, start: int, number: int) -> bool:
        """Return whether a mention stands in brackets."""
        first = max(self.sentences.starts[number], start - _LONGEST_ASIDE)
        opening = self.text.rfind("(", first, start)
        return opening >= 0 and self.text.find(")", opening, start) < 0

    def _says(self, end: int) -> bool:
        """Return whether a verb of speech follows right after a name (`Ivanov said that, though late, he …`)."""
        following = self.text[end : end + _REACH].split(maxsplit=2)
        return any(word in self.said for word in following[: 1 + (following[:1] in _PERFECT)])

    def _is_possessive(self, end: int) -> bool:
        return self.text.startswith(POSSESSIVE, end)


def _voices(told: Mapping[int, Voice | None], gender: str) -> Iterator[_Candidate]:
    """Yield those who spoke in a sentence and whom a pronoun can mean."""
    for number, voice in told.items():
        if voice is not None and _can_be(voice.character, gender):
            yield voice.span.start, voice.span.end, voice.character, number


def _can_be(character: Character, gender: str) -> bool:
    return not character.body and (character.gender == gender or character.gender is None)
