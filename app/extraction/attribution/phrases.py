"""Noun phrases, read from the tokens around them, and whether they name somebody who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from app.extraction.attribution.words import ARTICLES, ASIDES, CITING, Words
from app.extraction.calendar import MONTHS

_WITHIN = frozenset({"in", "at"})
_SAID = frozenset({"said", "says", "told"})
_SECRETARY = frozenset({"secretary", "secretary-general"})
_AND, _BY = frozenset({"and"}), frozenset({"by"})
TIMES = frozenset({"day", "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "eve"})
"""Nouns after which another phrase begins: `earlier in the day Kremlin spokesman Dmitry Peskov`."""
_BEFORE_ANOTHER = TIMES | frozenset(MONTHS)
"""Of names of months, too: `In January President Vladimir Putin`."""
_OF = frozenset({"of", "for", "in", "to", "at", "on"})
_POSTPOSED = frozenset({"born", "based", "living", "dressed", "named", "identified", "aged"})
"""Participles that stand behind a noun for somebody: `a woman born on the island`."""
ISSUED = frozenset(
    {
        *("released", "published", "posted", "issued", "circulated", "distributed", "broadcast", "obtained", "seen"),
        *("prepared", "drafted", "compiled", "written", "signed", "adopted", "approved", "submitted", "presented"),
        *("conducted", "commissioned", "produced"),
    }
)
"""Participles that stand behind a noun for what is said to speak: `a report published on Monday`."""
_BEFORE_TITLE = frozenset({"first", "then", "newly", "recently"})
_LESSER = frozenset({"deputy", "vice", "lady", "secretary", "channel"})
"""Words of a title, beside its noun, before which one of these is a part of it."""
_ASKED = frozenset({"question", "questions"})
"""What somebody answers to: no complement of theirs."""
OFFICES = frozenset({"ministry", "administration", "government", "embassy", "office", "department", "headquarters"})
CLOSING = {",": ",", "(": ")"}
"""What ends that which stands beside somebody, by what it begins with."""


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: tokens ``[first, last]``; its complement (`of the Russian leader`) runs to ``reach``."""

    first: int
    last: int
    reach: int


class Phrases(Words):
    """The noun phrases of one sentence."""

    def phrase_before(self, index: int, lowest: int) -> Phrase | None:
        """Return the noun phrase that ends at ``index``."""
        if index < lowest:
            return None
        tokens = self.tokens
        token = tokens[index]
        if token.is_pronoun:
            return Phrase(index, index, index)
        if token.breaks or (token.is_finite and self.is_finite_cue(index)):
            return None
        index -= (token.low in ISSUED and self._is_issued(index)) or self._is_acted_on(index)
        first, token = index, tokens[index]
        while first > lowest:
            before = tokens[first - 1]
            if before.breaks and not (before.may_join and self._is_inner(first - 1, lowest, index)):
                break
            if not before.possessive and (
                token.is_determiner or (before.low in _BEFORE_ANOTHER and before.kind == "word")
            ):
                break
            is_verb = before.is_finite and (first != index or before.low in _SAID)
            if is_verb and self.is_finite_cue(first - 1) and not token.possessive:
                break
            if before.is_attributing and self._is_participle(first - 1):
                break
            first, token = first - 1, before
        if first < index and first > lowest and token.is_finite and self.is_finite_cue(first):
            first += 1
        return Phrase(first, index, index)

    def _is_participle(self, index: int) -> bool:
        """Return whether a token is a participle with an object (`urging people`), no adjective (`a telling sign`)."""
        before = self.tokens[index - 1] if index else None
        described = before is not None and (before.is_determiner or before.possessive)
        return self.is_word(index, self.lexicon.saying) and not described

    def phrase_after(self, index: int, highest: int) -> Phrase | None:
        """Return the noun phrase that begins at ``index``, with its complements."""
        if index > highest:
            return None
        tokens = self.tokens
        token = tokens[index]
        if token.is_pronoun:
            return Phrase(index, index, index)
        last = index
        while last <= highest:
            token = tokens[last]
            if token.breaks and not (token.may_join and self._is_inner(last, index, last)):
                break
            if last > index and self._ends_before(last):
                break
            last += 1
        last -= 1
        if last < index or (last == index and tokens[index].low in ARTICLES):
            return None
        return Phrase(index, last, self.reach_of(last, highest))

    def _ends_before(self, index: int) -> bool:
        """Return whether a phrase that has begun before a token ends there, though the token breaks none."""
        token, before = self.tokens[index], self.tokens[index - 1]
        if token.low in CITING or (token.is_determiner and not before.possessive):
            return True  # `reports Interfax citing the Kremlin`
        if before.kind == "name" and (self.is_outlet(index) or self.is_finite_cue(index)):
            return True  # `quotes Peskov TASS`, `Secretary of State Ann Lee wrote`
        if self._is_postposed(index) and self.is_person(index - 1):
            return True
        return token.low in ISSUED and self._is_issued(index)

    def _is_issued(self, index: int) -> bool:
        """Return whether a token tells that the document before it was issued."""
        return self.is_word(index, ISSUED) and self.tokens[index - 1].low in self.lexicon.unnamed

    def _is_acted_on(self, index: int) -> bool:
        """Return whether a participle behind a noun for a person tells what somebody did (`a man reached by TASS`)."""
        return self.tokens[index].low.endswith("ed") and self.is_word(index + 1, _BY) and self.is_person(index - 1)

    def _is_postposed(self, index: int) -> bool:
        """Return whether a word stands behind the noun that it describes (`a senator investigating the leak`)."""
        low = self.tokens[index].low
        return low in _POSTPOSED or (low.endswith("ing") and low not in TIMES)

    def is_person(self, index: int) -> bool:
        """Return whether a token is a noun for a person."""
        low = self.tokens[index].low
        return self.lexicon.is_role(low) or low in self.lexicon.persons

    def _is_inner(self, index: int, lowest: int, last: int) -> bool:
        """Return whether a word at which phrases end stands within one, of which token ``last`` is the last known."""
        token = self.tokens[index]
        if token.kind != "word":
            return False
        if token.low in _BEFORE_TITLE:  # `the First Deputy Minister`, not `Ivanov first said`
            following = self.tokens[index + 1] if index + 1 < len(self.tokens) else token
            is_title = following.is_somebody or following.low in _LESSER or following.low.endswith("ed")
            if following.kind == "word" and (is_title or (token.low == "then" and following.is_capital)):
                return True
        if token.low == "and" or token.low.endswith("ly"):
            return self._is_within(index, lowest)
        if token.low == "under":
            return self.is_word(index + 1, _SECRETARY) and self.is_capital(index)
        return token.low == "of" and self._is_of_body(index, last)

    def _is_of_body(self, of: int, last: int) -> bool:
        """Return whether `of` stands within the name of a body before a role (`a Bank of Japan official`)."""
        if of < 1 or last < of + 2:
            return False
        capitals = self.is_capital(of - 1) and self.is_capital(of + 1) and not self.is_capital(last)
        return capitals and self.lexicon.is_role(self.tokens[last].low)

    def _is_within(self, index: int, lowest: int) -> bool:
        """Return whether `and` or an adverb stands within a phrase.

        `Foreign and European Affairs Minister`, `a visibly tired Vucic`.
        """
        if index <= lowest or index + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        if before.kind != "word" or after.kind != "word":
            return False
        if self.tokens[index].low == "and":
            return self.is_capital(index - 1) and self.is_capital(index + 1) and not before.breaks
        return before.low in self.lexicon.determiners

    def reach_of(self, last: int, highest: int) -> int:
        """Return the last token of the complements after a phrase (`of the Office of the President of Turkey`)."""
        reach = last
        while reach + 2 <= highest and self.tokens[reach + 1].low in _OF:
            if self.is_word(reach + 2, ASIDES):
                break
            phrase = self.phrase_after(reach + 2, highest)
            if phrase is None or phrase.last == reach + 1 or self.is_word(phrase.last, _ASKED):
                break
            reach = phrase.reach
            if self.is_word(reach + 1, _AND) and self.is_word(reach + 3, _OF) and reach + 2 < highest:
                reach += 2  # `the Department of information and press of the ministry`
        return reach

    def with_reach(self, phrase: Phrase, before: int) -> Phrase:
        """Return a phrase with its complements, which stand before token ``before``."""
        return Phrase(phrase.first, phrase.last, self.reach_of(phrase.last, before - 1))

    def is_aside(self, phrase: Phrase) -> bool:
        """Return whether a phrase stands in brackets, or between two commas and is no mere `the minister`."""
        closing = CLOSING.get(self.tokens[phrase.first - 1].low) if phrase.first else None
        if closing is None:
            return False
        reach = self.reach_of(phrase.last, len(self.tokens) - 1)
        is_bare = reach == phrase.first + 1 and self.tokens[phrase.first].is_determiner
        return not is_bare and reach + 1 < len(self.tokens) and self.tokens[reach + 1].low == closing

    def can_speak(self, phrase: Phrase) -> bool:
        """Return whether a phrase names somebody or something that speaks."""
        token = self.tokens[phrase.last]
        return token.speaks or (token.may_be_name and phrase.last > 0)

    def is_somebody(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a name, a personal pronoun or a role, and so no mere thing."""
        return self.tokens[phrase.last].is_somebody

    def meets_name(self, phrase: Phrase) -> bool:
        """Return whether a phrase ends with a person whose name follows another one without a comma (`TASS Peskov`)."""
        token = self.tokens[phrase.last]
        if phrase.last == phrase.first or token.mention is None or token.mention.character.body or token.possessive:
            return False
        before = self.tokens[phrase.last - 1]
        is_name = before.kind == "name" or self.is_capital(phrase.last - 1)
        known = self.lexicon.is_role(before.low) or before.low in self.lexicon.titles
        return is_name and not known and not before.possessive

    def is_unnamed(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a noun for speakers whom newswire leaves unnamed."""
        return self.tokens[phrase.last].low in self.lexicon.unnamed

    def is_office(self, phrase: Phrase) -> bool:
        """Return whether a phrase names a body in which, as translated newswire has it, something is said."""
        mention = self.tokens[phrase.last].mention
        if not self.is_word(phrase.first - 1, _WITHIN):
            return False
        return mention.character.body if mention is not None else self.tokens[phrase.last].low in OFFICES
