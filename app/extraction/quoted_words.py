"""A few words in quotation marks and where they stand: what their place says of them."""

from __future__ import annotations

import re
from itertools import takewhile

from app.extraction.attribution.cast import slug_of
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.utterance import Quoted
from app.extraction.attribution.words import ARTICLES

_SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "la", "of", "on", "or", "the", "to", "vs", "with"]
)
"""Words that titles leave in lower case."""
_BETWEEN_NAMES = frozenset({",", "(", ":", "as"})
_OF = frozenset({"of", "on"})
"""What may stand between a noun and the name of its thing: `the law on “…”`, `the status of “…”`."""
_HALF_CAPITAL = re.compile(r"-[a-z]{3}")
"""No title writes `Afghan-led`."""
_SITE = re.compile(r"[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,6}")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_LINKS = frozenset({"be", "been", "being", "as", "for", "of", "about", "from"})
"""Words that may stand between a negation and what it denies, beside articles and adverbs."""
_BEING = frozenset({"is", "are", "was", "were", "has", "have", "had", "been", "became", "becomes"})
_HONOURS = frozenset({"title", "award", "prize", "medal", "badge", "nickname"})
_TOLD, _BY = frozenset({"told", "tells"}), frozenset({"by"})
_KIND_REACH = 3
"""Words after a name within which the noun stands that tells what bears it."""
_NAME_REACH = 5
"""Tokens after a quotation within which its sentence calls it a slogan, a title or the like."""
_REACH = 24
"""Code points before a quotation in which the word before it is looked for."""


class QuotedWords:
    """A quotation of a few words, in the sentence in which it stands."""

    def __init__(self, text: str, utterance: Quoted, lexicon: Lexicon) -> None:
        self.text, self.utterance, self.lexicon = text, utterance, lexicon
        self.quotation, self.place, self.index = utterance.quotation, utterance.place, utterance.index
        self.words: list[str] = _WORD.findall(text, self.quotation.start, self.quotation.end)
        self.distance = _distance_from_cue(utterance)
        """Tokens between the quotation and the cue that attributes it; None without a cue."""

    def is_outlet(self) -> bool:
        """Return whether it is the name of an outlet or of a site (`reports "Example.com"`)."""
        words = self.text[self.quotation.start : self.quotation.end]
        return slug_of(words) in self.lexicon.outlets or _SITE.fullmatch(words) is not None

    def names_source(self) -> bool:
        """Return whether it names the medium of the words: `…, reports “Izvestia”`, `on “the First channel”`."""
        place, before = self.place, self.index - 1
        if before < 1 or not self.text[self.quotation.end - 1].isalnum():
            return False
        if place.tokens[before].is_attributing:
            return self.is_title_case() and place.tokens[before - 1].low == ","
        in_medium = place.is_word(before, self.lexicon.prepositions) and self.words[-1].lower() in self.lexicon.naming
        return in_medium and not self.begins_small()

    def is_title_case(self) -> bool:
        """Return whether all its longer words are capitalised."""
        kept = [word for word in self.words if word.lower() not in _SMALL_WORDS]
        return bool(kept) and not any(word[0].islower() or _HALF_CAPITAL.search(word) for word in kept)

    def begins_small(self) -> bool:
        """Return whether it begins with a small letter, an article apart (`the newspaper “the Sun”`)."""
        first = 1 if len(self.words) > 1 and self.words[0].lower() in ARTICLES else 0
        return self.words[first][0].islower()

    def is_heading(self) -> bool:
        """Return whether it is a line of its own in title case."""
        start, end = self.quotation.outer_start, self.quotation.outer_end
        alone = (start == 0 or self.text[start - 1] == "\n") and not self.text[end : end + 2].strip(" .")
        return alone and len(self.words) > 1 and self.is_title_case()

    def is_sentence(self) -> bool:
        """Return whether it ends as a sentence does within its marks (a comma there belongs to the narrator)."""
        return self.text[self.quotation.end - 1] in "?!"

    def is_exclaimed_name(self) -> bool:
        """Return whether it is a name though it ends as a sentence does: `at the “Bridges Now!” investment forum`."""
        before = self.noun_before()
        if not self.is_sentence() or not self.is_title_case() or before is None:
            return False
        following = self.place.tokens[self.index + 1 : self.index + 1 + _KIND_REACH]
        words = list(takewhile(lambda token: token.kind == "word" and not token.is_attributing, following))
        return self.place.is_word(before, self.lexicon.naming) or any(t.low in self.lexicon.naming for t in words)

    def follows(self, mark: str) -> bool:
        """Return whether a mark stands right before it (`smiled and said in Russian: "Good."`)."""
        return self.index > 0 and self.place.tokens[self.index - 1].low == mark

    def noun_before(self) -> int | None:
        """Return the token that it is attached to, past a comma and past `known as the`."""
        place, before = self.place, self.index - 1
        while before >= 0 and (
            place.tokens[before].low in _BETWEEN_NAMES or place.is_word(before, self.lexicon.determiners)
        ):
            before -= 1
        if place.is_word(before, _OF) and place.is_word(before - 1, self.lexicon.naming):
            return before - 1
        return before if before >= 0 else None

    def follows_noun(self) -> bool:
        """Return whether its capital stands within a clause, as a part of what somebody said would not begin.

        That is after an article (`the “Steinmeier formula”`), in title case after a noun (`the airport “Vnukovo”`), or
        as a single word after a preposition (`agreed with “Gazprom”`).
        """
        index, lexicon = self.index - 1, self.lexicon
        before = self.place.tokens[index] if index >= 0 else None
        if before is None or before.kind != "word":
            return False
        if before.low in lexicon.determiners or (len(self.words) == 1 and before.low in lexicon.prepositions):
            return not before.possessive
        return (
            self.is_title_case()
            and self._is_common_noun(index)
            and not before.is_attributing
            and before.low not in lexicon.breakers
            and not lexicon.is_role(before.low)
            and not before.low.endswith("ly")
        )

    def _is_common_noun(self, index: int) -> bool:
        """Return whether a token is written small, or in capitals alone (`NPP “Paks”`)."""
        start, length = self.place.starts[index], self.place.tokens[index].length
        written = self.text[start : start + length]
        return written[0].islower() or (length > 1 and written.isupper())

    def opens_as_subject(self) -> bool:
        """Return whether it is the subject of its sentence: `“Russian seasons” became the largest festival`."""
        place = self.place
        if self.index > 0 or len(place.tokens) < 2 or not self.text[self.quotation.end - 1].isalnum():
            return False
        following = place.tokens[1]
        return following.kind == "word" and not following.is_attributing and self.text[place.starts[1]].islower()

    def is_told(self) -> bool:
        """Return whether it is a show or paper to which something is told: `the mayor told “River and Sea” that …`."""
        return self.place.is_word(self.index - 1, _TOLD) and len(self.words) > 1 and self.is_title_case()

    def is_work(self) -> bool:
        """Return whether the one who made it is named after it: `“A Kind of War,” by Ann Lee`."""
        tokens, following = self.place.tokens, self.index + 1
        following += following < len(tokens) and tokens[following].low == ","
        named = (
            self.place.is_word(following, _BY) and following + 1 < len(tokens) and self.place.is_capital(following + 1)
        )
        return named and len(self.words) > 1 and self.is_title_case()

    def is_called_name(self) -> bool:
        """Return whether its sentence says that it is one: `“High North, low tension” has been the slogan`."""
        if self.index > 0:
            return False
        following = [token.low for token in self.place.tokens[1 : 1 + _NAME_REACH]]
        noun = next((at for at, low in enumerate(following) if low in self.lexicon.naming), None)
        between = following[:noun] if noun is not None else []
        links = all(low in _BEING or low in self.lexicon.determiners for low in between)
        return links and not _BEING.isdisjoint(between)

    def is_honour(self) -> bool:
        """Return whether it is what somebody has been given: `the “master of sports” title`."""
        return self.place.is_word(self.index - 1, ARTICLES) and self.place.is_word(self.index + 1, _HONOURS)

    def stands_inside_name(self) -> bool:
        """Return whether it is a nickname within a name: `Robert "Bobby" Scott`."""
        quotation, text = self.quotation, self.text
        before = text[max(0, quotation.outer_start - _REACH) : quotation.outer_start].split()
        after = text[quotation.outer_end : quotation.outer_end + 2]
        return (
            bool(before)
            and before[-1][0].isupper()
            and after[:1] == " "
            and after[1:].isupper()
            and (self.index > 0 and self.place.tokens[self.index - 1].kind != "punctuation")
        )

    def modifies(self) -> bool:
        """Return whether a noun follows right after it (`promoting "quack" cures`)."""
        following = self.index + 1
        if following >= len(self.place.tokens) or self.place.is_finite_cue(following):
            return False
        if not self.text[self.quotation.end - 1].isalnum():
            return False
        token, lexicon = self.place.tokens[following], self.lexicon
        return token.kind == "word" and token.low not in lexicon.breakers and token.low not in lexicon.determiners

    def is_denied(self) -> bool:
        """Return whether the clause before it says that somebody did not say so, or that something is not so.

        `Did not call it “a war”`, `said that it was not “a war”`; but not `said that nobody wants “any talks”`.
        """
        clause = self.utterance.clause
        if clause is None or clause.form != "before":
            return False
        before = self.index - 1
        while before > clause.last and self._leads_up(before):
            before -= 1
        inner = (cue for cue in self.place.cues_before(self.index, clause.first) if self.place.is_finite_cue(cue))
        verbs = {clause.first, next(inner, clause.first)}  # `said that he had not talked about “a war”`
        beside = [token for verb in verbs for token in self.place.tokens[max(0, verb - 2) : verb + 1]]
        tokens = [*beside, self.place.tokens[before]]
        return any(token.low in self.lexicon.negations or token.low.endswith("n't") for token in tokens)

    def _leads_up(self, index: int) -> bool:
        """Return whether a token may stand between a negation and what it denies."""
        token = self.place.tokens[index]
        return token.low in self.lexicon.determiners or token.low in _LINKS or token.is_adverb


def _distance_from_cue(utterance: Quoted) -> int | None:
    clause = utterance.clause
    if clause is None or clause.form == "loose":
        return None
    return max(0, utterance.index - clause.last - 1) if clause.form == "before" else 0
