"""The subjects of verbs and clauses, read from a sentence's tokens by position alone."""

from __future__ import annotations

from app.extraction.attribution.phrases import TIMES, Phrase, Phrases
from app.extraction.attribution.words import HEARING
from app.extraction.calendar import WEEKDAYS

_LONGEST_PARENTHESIS = 40
"""Tokens between a subject and its verb in which the start of a parenthesis is looked for."""
_FARTHEST_ROLE = 12
"""Tokens before a name within which a role may be its bearer's."""
_ALSO_CONJUNCTIONS = frozenset({"after", "before", "since", "until"})
"""Prepositions that can begin a clause, too."""
_THAN_NOW = frozenset({"before", "earlier", "later"})
_HIGHEST_RANK = 4
"""That of somebody who opens a clause, whom no other subject outranks."""
_ANY = frozenset({"a", "an"})
_LONGEST_ROLE = 3
_LONGEST_RELATIVE = 8
_ON_THE_EVE = ["on", "the", "eve"]
_AND, _BETWEEN = frozenset({"and"}), frozenset({"between"})
_WHO = frozenset({"who"})
_PAST = frozenset(
    {"met", "saw", "left", "took", "won", "lost", "beat", "got", "sent", "led", "held", "gave", "became", "sought"}
)
"""Past tenses that the lexicon need not have and that do not end in -ed."""
_DAYS = frozenset(WEEKDAYS)
_NOMINATIVE = frozenset({"he", "she"})
_OPENING = {",": ",", ")": "(", "–": "–", "—": "—", "-": "-", "--": "--", "]": "["}


class Sentence(Phrases):
    """The tokens of one sentence, and who acts and speaks in it."""

    def subject_of(self, cue: int, lowest: int) -> Phrase | None:
        """Return the subject that stands before a verb, skipping what may come between them."""
        index = cue - 1
        reach = -1
        while index >= lowest:
            token = self.tokens[index]
            if token.kind == "word" and token.low in ("who", "which"):
                return self._antecedent(index, lowest)
            named = token.kind == "quote" and self.is_name_in_marks(index)  # `the company “Zvezda” said`
            is_day = token.low == "on" and self.is_word(index + 1, _DAYS)  # `Peskov on Monday said`
            if named or is_day or (token.kind == "word" and (token.low in self.lexicon.auxiliaries or token.is_adverb)):
                index -= 1
                continue
            if token.kind == "punctuation":
                return self._before_parenthesis(index, lowest)
            phrase = self.phrase_before(index, lowest)
            if phrase is None:
                return self._before_relative(index, lowest)
            governing = phrase.first - 1
            governed = governing >= lowest
            if governed and self.is_word(governing, _WHO):
                return self._antecedent(governing, lowest)  # `journalists who visited Kiev have reported`
            if governed and self.is_word(governing, self.lexicon.prepositions):
                subject = self._governed_subject(phrase, cue, lowest, reach)
                if subject is not None:
                    return subject
                reach = max(reach, phrase.last)
                index = phrase.first - 2
                continue
            found = Phrase(phrase.first, phrase.last, self.reach_of(phrase.last, max(reach, phrase.last)))
            if self.is_word(governing, _AND) and self.is_word(governing - 1, _NOMINATIVE):
                return Phrase(governing - 1, governing - 1, governing - 1)  # `he and Larkin said`: the first of two
            related = None if self.can_speak(found) else self._before_relative(phrase.first, lowest)
            return related or self._named_before(found, lowest) or found
        return None

    def _before_relative(self, index: int, lowest: int) -> Phrase | None:
        """Return the subject before a relative clause that has no commas (`a source who declined to be named said`)."""
        for relative in range(index - 1, max(lowest, index - _LONGEST_RELATIVE), -1):
            token = self.tokens[relative]
            if token.kind == "punctuation":
                return None
            if token.low == "who" and self._is_who(relative):
                return self.subject_of(relative, lowest)
        return None

    def _governed_subject(self, phrase: Phrase, cue: int, lowest: int, reach: int) -> Phrase | None:
        """Return what of a phrase after a preposition is the subject all the same; ``reach`` is the next one's."""
        if self.follows_complement(phrase, lowest):
            return Phrase(phrase.last, phrase.last, phrase.last)
        if reach < 0 and self.is_word(phrase.first - 1, _ALSO_CONJUNCTIONS) and self.is_somebody(phrase):
            return self.with_reach(phrase, cue)  # `declared it after the minister said`
        if phrase.first - 1 == lowest and self.is_office(phrase):
            return Phrase(phrase.first, phrase.last, self.reach_of(phrase.last, max(reach, phrase.last)))
        return None

    def follows_complement(self, phrase: Phrase, lowest: int) -> bool:
        """Return whether a name follows on a complement that is not its bearer's (`talking to TASS Peskov said`)."""
        before = self.tokens[max(lowest, phrase.first - _FARTHEST_ROLE) : phrase.first]
        if not self.meets_name(phrase):
            return self._follows_adjunct(phrase, lowest)
        return not any(self.lexicon.is_role(token.low) or token.low in self.lexicon.persons for token in before)

    def _follows_adjunct(self, phrase: Phrase, lowest: int) -> bool:
        """Return whether a name follows on what its clause opens with (`On the air of the programme Peskov said`)."""
        token, noun, lexicon = self.tokens[phrase.last], self.tokens[phrase.last - 1], self.lexicon
        if phrase.last == phrase.first or token.mention is None or token.mention.character.body or token.possessive:
            return False
        if noun.kind != "word" or noun.possessive or noun.is_determiner:
            return False
        if noun.low in lexicon.titles or noun.low in lexicon.persons or lexicon.is_role(noun.low):
            return False
        farthest = max(lowest, phrase.first - _FARTHEST_ROLE)
        stops = (at + 1 for at in range(phrase.first - 1, farthest, -1) if self.tokens[at].kind == "punctuation")
        first = next(stops, farthest)
        return self.is_word(first + self.is_finite_cue(first), lexicon.prepositions)

    def _named_before(self, phrase: Phrase, lowest: int) -> Phrase | None:
        """Return the name before a role whose second comma is missing (`Ann Lee, head of the fund said`)."""
        if self.tokens[phrase.first - 1].low != "," or not self.lexicon.is_role(self.tokens[phrase.last].low):
            return None
        definite = self.is_word(phrase.first, self.lexicon.determiners) and not self.is_word(phrase.first, _ANY)
        if definite and phrase.reach == phrase.last:
            return None
        named = self._apposed_to(phrase, lowest)
        if named is None:
            return None
        before = self.tokens[named.first - 1]
        opens = named.first <= lowest or before.kind == "quote" or before.low == ("," if definite else "that")
        return named if opens else None

    def _is_who(self, index: int) -> bool:
        """Return whether a relative clause about somebody begins at a token (`a source who declined to be named`)."""
        return self.is_word(index, _WHO) and self.tokens[index - 1].kind in ("word", "name")

    def _antecedent(self, relative: int, lowest: int) -> Phrase | None:
        index = relative - 1
        if index >= lowest and self.tokens[index].low == ",":
            index -= 1
        phrase = self.phrase_before(index, lowest)
        if phrase is not None and self.is_word(relative, _WHO) and self._is_place(phrase, lowest):
            return (
                self.phrase_before(phrase.first - 2, lowest) or phrase
            )  # `the ambassador in Kuala Lumpur who said so`
        return phrase

    def _is_place(self, phrase: Phrase, lowest: int) -> bool:
        """Return whether a phrase is the place where somebody is, and nobody who can be meant by `who`."""
        mention = self.tokens[phrase.last].mention
        governed = phrase.first > lowest and self.is_word(phrase.first - 1, self.lexicon.prepositions)
        return governed and mention is not None and mention.character.state

    def _before_parenthesis(self, closing: int, lowest: int) -> Phrase | None:
        """Return the phrase before a parenthesis that ends at ``closing`` (`Peskov, who is in New York, said`)."""
        opening = _OPENING.get(self.tokens[closing].low)
        if opening is None:
            return None
        thing: Phrase | None = None
        for index in range(closing - 1, max(lowest, closing - _LONGEST_PARENTHESIS), -1):
            if self.tokens[index].kind != "punctuation" or self.tokens[index].low != opening:
                continue
            phrase = self.phrase_before(self._skip_brackets(index - 1, lowest), lowest)
            if (
                phrase is not None
                and self.is_word(phrase.first - 1, self.lexicon.prepositions)
                and phrase.first > lowest
                and not (self.is_word(phrase.first - 1, _ALSO_CONJUNCTIONS) and self.is_somebody(phrase))
            ):
                phrase = self.subject_of(phrase.first - 1, lowest)
            if phrase is None or not self.can_speak(phrase):
                continue
            if self.is_somebody(phrase):
                return self.with_reach(self._apposed_to(phrase, lowest) or phrase, closing)
            thing = thing or phrase
        return thing or self._before_stray_comma(closing, lowest) or self._before_relative(closing, lowest)

    def _before_stray_comma(self, comma: int, lowest: int) -> Phrase | None:
        """Return the name that a clause consists of before a comma too many (`"…," Osip Larkin, said`)."""
        named = self.phrase_before(comma - 1, lowest) if self.tokens[comma].low == "," else None
        if named is None or self.tokens[named.last].kind != "name":
            return None
        before = self.tokens[named.first - 1].kind if named.first else "quote"
        return named if named.first == lowest and before in ("quote", "punctuation") else None

    def _apposed_to(self, phrase: Phrase, lowest: int) -> Phrase | None:
        """Return the name to which a role stands in apposition (`Ann Lee, a lawyer and adviser to Ohio, said`)."""
        if self.tokens[phrase.last].kind == "name" or phrase.first <= lowest:
            return None
        index = phrase.first - 1
        if self.tokens[index].low == "and":
            joined = self.phrase_before(index - 1, lowest)
            index = joined.first - 1 if joined is not None else index
        if index <= lowest or self.tokens[index].low not in (",", "("):
            return None
        named = self.phrase_before(self._skip_brackets(index - 1, lowest), lowest)
        mention = self.tokens[named.last].mention if named is not None else None
        return named if mention is not None and not mention.character.body else None

    def _skip_brackets(self, index: int, lowest: int) -> int:
        """Return the token before brackets that end at ``index`` (`Rep. Jim Jordan (R-Ohio)`), or ``index``."""
        if index <= lowest or self.tokens[index].low != ")":
            return index
        opening = next((i for i in range(index, lowest, -1) if self.tokens[i].low == "("), index + 1)
        return opening - 1

    def main_subject(self, before: int, lowest: int) -> Phrase | None:
        """Return the nearest phrase before ``before`` that opens a clause and can speak."""
        index, best, highest = before - 1, None, 0
        while index >= lowest:
            token = self.tokens[index]
            phrase = None if token.breaks and not token.is_pronoun else self.phrase_before(index, lowest)
            if phrase is None:
                index -= 1
                continue
            index = phrase.first - 1
            if phrase.first < phrase.last:
                phrase = self._before_unknown_verb(phrase)
            rank = self._rank_as_subject(phrase, lowest) if self.can_speak(phrase) else 0
            if rank > highest:
                best, highest = phrase, rank
            if rank == _HIGHEST_RANK:
                break  # nothing farther away can outrank it
        return self.with_reach(self._named_before(best, lowest) or best, before) if best is not None else None

    def _rank_as_subject(self, phrase: Phrase, lowest: int) -> int:
        """Return how much a phrase that can speak looks like a subject: somebody who opens a clause above all.

        0 stands for not at all.
        """
        somebody = self.is_somebody(phrase)
        if self.is_aside(phrase) and self._apposed_to(phrase, lowest) is not None:
            return 2  # `phoned Ann Lee, head of the fund, on Monday`
        if self._opens_clause(self._role_before(phrase, lowest) or phrase, lowest):
            return _HIGHEST_RANK if somebody else 3 if self.is_unnamed(phrase) else 1
        governed = phrase.first - 1
        if self.is_word(governed, self.lexicon.prepositions) or (
            self.is_word(governed, _AND) and self._is_pair(governed - 1, lowest)
        ):
            return 0
        if self._is_object(phrase, lowest):
            return 1
        return 2 if somebody else 1

    def _role_before(self, phrase: Phrase, lowest: int) -> Phrase | None:
        """Return the role to which a name stands in apposition (`phoned his counterpart, Ann Lee`)."""
        if self.tokens[phrase.last].kind != "name" or phrase.first < lowest + 2:
            return None
        role = self.phrase_before(phrase.first - 2, lowest) if self.tokens[phrase.first - 1].low == "," else None
        return role if role is not None and self.lexicon.is_role(self.tokens[role.last].low) else None

    def _is_object(self, phrase: Phrase, lowest: int) -> bool:
        """Return whether a phrase is the object of the verb before it (`called NATO obsolete`, `told Smith`)."""
        verb = phrase.first - 1
        if verb <= lowest or not self.is_finite_cue(verb):
            return False
        low = self.tokens[verb].low
        return low in HEARING or (low in self.lexicon.called and low not in self.lexicon.said)

    def _before_unknown_verb(self, phrase: Phrase) -> Phrase:
        """Cut a phrase after its first name where what follows can be no speaker: a verb that the lexicon lacks."""
        for index in range(phrase.first, phrase.last):
            token = self.tokens[index]
            if token.kind != "name" or token.possessive or not self.text[self.starts[index + 1]].islower():
                continue
            if self._is_met(index, phrase.last):
                return Phrase(phrase.first, index, index)
            if self.tokens[phrase.last].kind == "name" or not self.can_speak(phrase):
                last = self._official_of(index, phrase.last)
                whole = self.phrase_before(last, 0) if last > index else None
                return whole or Phrase(phrase.first, last, last)
        return phrase

    def _is_met(self, name: int, last: int) -> bool:
        """Return whether a person does something to whom a phrase ends with (`Larkin met Ukraine's ambassador`)."""
        mention, verb = self.tokens[name].mention, self.tokens[name + 1].low
        is_person = mention is not None and not mention.character.body
        return is_person and name + 1 < last and (verb.endswith("ed") or verb in _PAST)

    def _official_of(self, index: int, highest: int) -> int:
        """Return the role that goes with a body or state (`a Bank of Japan trade official took`), or the body."""
        mention = self.tokens[index].mention
        for last in range(index + 1, min(index + _LONGEST_ROLE, highest) + 1):
            if mention is None or not mention.character.body or self.tokens[last].breaks:
                break
            if self.lexicon.is_role(self.tokens[last].low):
                return last
        return index

    def _opens_clause(self, phrase: Phrase, lowest: int) -> bool:
        if phrase.first <= lowest:
            return True
        if self._is_adverbial(lowest, phrase.first):
            return True
        before = self.tokens[phrase.first - 1]
        if before.kind == "word" and before.low == "and":
            if self._is_pair(phrase.first - 2, lowest):
                return False
            return self.tokens[phrase.last].kind == "name" or self.tokens[phrase.last].low in self.lexicon.pronouns
        if before.low in _ALSO_CONJUNCTIONS and self.tokens[phrase.last].low in _NOMINATIVE:
            return True  # `wary of Smith after he called …`
        return before.kind == "punctuation" or (
            before.kind == "word" and before.low in ("but", "that", "when", "while", "as", "because", "though")
        )

    def _is_adverbial(self, first: int, end: int) -> bool:
        """Return whether tokens ``[first, end)`` only say when it was: `the day before`, `a week earlier`.

        Translated newswire says `on the eve of`, and the speaker follows.
        """
        eve = end - first in (3, 4) and [token.low for token in self.tokens[first : first + 3]] == _ON_THE_EVE
        return eve or (end - first in (2, 3) and self.is_word(end - 2, TIMES) and self.is_word(end - 1, _THAN_NOW))

    def _is_pair(self, index: int, lowest: int) -> bool:
        """Return whether what stands before `and` is the first of two: after `between`, or two people after `to`."""
        first = self.phrase_before(index, lowest)
        if first is None:
            return False
        named = self.tokens[first.last].kind == "name"
        return self.is_word(first.first - 1, self.lexicon.prepositions if named else _BETWEEN)
