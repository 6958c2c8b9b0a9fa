"""Noun phrases and the subjects of verbs, read from a sentence's tokens by position alone."""

from __future__ import annotations

from dataclasses import dataclass

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.tokens import Tokens
from app.extraction.calendar import MONTHS

_LONGEST_PARENTHESIS = 40
"""Tokens between a subject and its verb in which the start of a parenthesis is looked for."""
_OPENING = {",": ",", ")": "(", "–": "–", "—": "—", "-": "-", "--": "--", "]": "["}


_WITHIN = frozenset({"in", "at"})
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BY = frozenset({"by"})
_QUOTED = frozenset({"quoted", "cited"})
"""Verbs whose passive has the speaker for its subject: `Peskov was quoted as saying`."""
_MODAL = frozenset({"could", "can", "will", "would", "should", "must", "may", "might", "have", "had", "are", "were"})
"""Words that follow a plural noun and no verb."""
_AND = frozenset({"and"})
_TIMES = frozenset({"day", "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend"})
"""Nouns after which another phrase begins: `earlier in the day Kremlin spokesman Dmitry Peskov`."""
_ARTICLES = frozenset({"the", "a", "an"})
_OF = frozenset({"of", "for", "in", "to", "at", "on"})
_FOR, _PART = frozenset({"for", "on"}), frozenset({"part", "behalf"})
_WITHIN_OR_FOR = frozenset({"in", "for", "on"})
_ASIDES = frozenset({"turn", "response", "reply", "return", "addition", "particular", "his", "her", "its", "their"})
"""Words after which no complement follows: `the ambassador in turn`, `the minister for his part`."""
_OFFICES = frozenset({"ministry", "administration", "government", "embassy", "office", "department", "headquarters"})


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: tokens ``[first, last]``; its complement (`of the Russian leader`) runs to ``reach``."""

    first: int
    last: int
    reach: int


class Sentence:
    """The tokens of one sentence and the questions that attribution asks of them."""

    def __init__(self, text: str, tokens: Tokens, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.tokens, self.starts = tokens
        self.cues = [
            index
            for index, token in enumerate(self.tokens)
            if token.is_attributing and (token.low not in lexicon.according or self.according_at(index))
        ]
        """Tokens with which an attribution can begin; of its verbs, every one that ``is_finite_cue`` is among them."""

    def part(self, first: int, last: int) -> Sentence:
        """Return what its tokens ``[first, last)`` are of it."""
        if first <= 0 and last >= len(self.tokens):
            return self
        first = max(0, first)
        return Sentence(self.text, Tokens(self.tokens[first:last], self.starts[first:last]), self.lexicon)

    def end(self, index: int) -> int:
        """Return where a token ends in the text."""
        return self.starts[index] + self.tokens[index].length

    def cues_before(self, index: int, lowest: int = 0) -> list[int]:
        """Return the cues among tokens ``[lowest, index)``, nearest to ``index`` first."""
        return [cue for cue in reversed(self.cues) if lowest <= cue < index]

    def next_quote(self, index: int) -> int:
        """Return the first token from ``index`` on that is a quotation, or how many tokens there are."""
        for following in range(index, len(self.tokens)):
            if self.tokens[following].kind == "quote":
                return following
        return len(self.tokens)

    def is_word(self, index: int, words: frozenset[str]) -> bool:
        """Return whether a token is one of some words."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word" and self.tokens[index].low in words

    def is_finite_cue(self, index: int) -> bool:
        """Return whether a token is a finite verb that attributes, and no noun or participle of the same spelling."""
        if index >= len(self.tokens) or not self.tokens[index].is_finite:
            return False
        if index == 0:
            return True
        before = self.tokens[index - 1]
        if before.possessive or before.low in self.lexicon.determiners or self._is_plural_noun(index):
            return False
        if before.low == "as" and self.is_word(index + 1, _BY):
            return False  # `said, as cited by TASS, that`
        return before.low not in _PASSIVE or self.tokens[index].low in self.lexicon.called | _QUOTED

    def _is_plural_noun(self, index: int) -> bool:
        """Return whether a word in -s is the object of the verb before it (`denied media reports`), no verb itself."""
        lexicon, before = self.lexicon, self.tokens[index - 1]
        if self.tokens[index].low.endswith("s") and self.is_word(index + 1, _MODAL):
            return True  # `how polar states could agree`
        if self.tokens[index].low not in lexicon.speech_nouns or before.kind != "word":
            return False
        if before.is_finite or before.low in lexicon.saying or before.low in lexicon.prepositions:
            return True
        return index > 1 and self.text[self.starts[index - 1]].islower() and self.tokens[index - 2].is_finite

    def according_at(self, index: int) -> int:
        """Return how many tokens at ``index`` form a phrase like `according to`; 0 if none do."""
        for phrase in self.lexicon.according.get(self.tokens[index].low, ()):
            if [token.low for token in self.tokens[index : index + len(phrase)]] == phrase:
                return len(phrase)
        return 0

    def aside_at(self, index: int) -> int:
        """Return how many tokens at ``index`` are an aside (`in turn`, `for his part,`); 0 if none are."""
        if not (self.is_word(index, _WITHIN_OR_FOR) and self.is_word(index + 1, _ASIDES)):
            return 0
        length = 3 if self.is_word(index, _FOR) and self.is_word(index + 2, _PART) else 2
        following = index + length
        return length + (following < len(self.tokens) and self.tokens[following].low == ",")

    def phrase_before(self, index: int, lowest: int) -> Phrase | None:
        """Return the noun phrase that ends at ``index``."""
        if index < lowest:
            return None
        token = self.tokens[index]
        if token.kind == "word" and token.low in self.lexicon.pronouns:
            return Phrase(index, index, index)
        if token.breaks or self.is_finite_cue(index):
            return None
        first = index
        while first - 1 >= lowest and (not self.tokens[first - 1].breaks or self._is_within(first - 1, lowest)):
            if self.is_word(first, self.lexicon.determiners) and not self.tokens[first - 1].possessive:
                break
            if first != index and self.is_finite_cue(first - 1) and not self.tokens[first].possessive:
                break
            if self.is_word(first - 1, _TIMES) and not self.tokens[first - 1].possessive:
                break
            first -= 1
        if self.is_finite_cue(first) and first < index and first > lowest:
            first += 1
        return Phrase(first, index, index)

    def _is_within(self, index: int, lowest: int) -> bool:
        """Return whether a word at which phrases end stands within this one.

        `Foreign and European Affairs Minister`, `a visibly tired Vucic`.
        """
        if index <= lowest or index + 1 >= len(self.tokens) or self.tokens[index].kind != "word":
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        if before.kind != "word" or after.kind != "word":
            return False
        if self.tokens[index].low == "and":
            return self._is_capital(index - 1) and self._is_capital(index + 1) and not before.breaks
        return self.tokens[index].low.endswith("ly") and before.low in self.lexicon.determiners

    def _is_capital(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()

    def phrase_after(self, index: int, highest: int) -> Phrase | None:
        """Return the noun phrase that begins at ``index``, with its complements."""
        if index > highest:
            return None
        token = self.tokens[index]
        if token.kind == "word" and token.low in self.lexicon.pronouns:
            return Phrase(index, index, index)
        last = index
        while last <= highest and (not self.tokens[last].breaks or self._is_within(last, index)):
            if last > index and self.is_word(last, self.lexicon.determiners) and not self.tokens[last - 1].possessive:
                break
            if last > index and self.is_outlet(last) and self.tokens[last - 1].kind == "name":
                break  # `quotes Peskov TASS`
            last += 1
        last -= 1
        if last < index or (last == index and token.low in _ARTICLES):
            return None
        return Phrase(index, last, self._reach(last, highest))

    def _reach(self, last: int, highest: int) -> int:
        """Return the last token of the complements after a phrase (`of the Office of the President of Turkey`)."""
        reach = last
        while reach + 2 <= highest and self.is_word(reach + 1, _OF):
            if self.is_word(reach + 2, _ASIDES):
                break
            phrase = self.phrase_after(reach + 2, highest)
            if phrase is None or phrase.last == reach + 1:
                break
            reach = phrase.reach
            if self.is_word(reach + 1, _AND) and self.is_word(reach + 3, _OF) and reach + 2 < highest:
                reach += 2  # `the Department of information and press of the ministry`
        return reach

    def subject_of(self, cue: int, lowest: int) -> Phrase | None:
        """Return the subject that stands before a verb, skipping what may come between them."""
        index = cue - 1
        reach = -1
        while index >= lowest:
            token = self.tokens[index]
            if token.kind == "word" and token.low in ("who", "which"):
                return self._antecedent(index, lowest)
            if token.kind == "word" and (token.low in self.lexicon.auxiliaries or token.is_adverb):
                index -= 1
                continue
            if token.kind == "punctuation":
                return self._before_parenthesis(index, lowest)
            phrase = self.phrase_before(index, lowest)
            if phrase is None:
                return None
            if self.is_word(phrase.first - 1, self.lexicon.prepositions) and phrase.first - 1 >= lowest:
                if phrase.first - 1 == lowest and self.is_office(phrase):
                    return Phrase(phrase.first, phrase.last, self._reach(phrase.last, max(reach, phrase.last)))
                reach = max(reach, phrase.last)
                index = phrase.first - 2
                continue
            return Phrase(phrase.first, phrase.last, self._reach(phrase.last, max(reach, phrase.last)))
        return None

    def is_office(self, phrase: Phrase) -> bool:
        """Return whether a phrase names a body in which, as translated newswire has it, something is said."""
        mention = self.tokens[phrase.last].mention
        if not self.is_word(phrase.first - 1, _WITHIN):
            return False
        return mention.character.body if mention is not None else self.tokens[phrase.last].low in _OFFICES

    def _antecedent(self, relative: int, lowest: int) -> Phrase | None:
        index = relative - 1
        if index >= lowest and self.tokens[index].low == ",":
            index -= 1
        return self.phrase_before(index, lowest)

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
            ):
                phrase = self.subject_of(phrase.first - 1, lowest)
            if phrase is None or not self.can_speak(phrase):
                continue
            if self.is_somebody(phrase):
                return self._with_reach(self._apposed_to(phrase, lowest) or phrase, closing)
            thing = thing or phrase
        return thing

    def _apposed_to(self, phrase: Phrase, lowest: int) -> Phrase | None:
        """Return the name to which a role stands in apposition (`Ann Lee, a lawyer and adviser to Ohio, said`)."""
        if self.tokens[phrase.last].kind == "name" or phrase.first <= lowest:
            return None
        index = phrase.first - 1
        if self.tokens[index].low == "and":
            joined = self.phrase_before(index - 1, lowest)
            index = joined.first - 1 if joined is not None else index
        if index <= lowest or self.tokens[index].low != ",":
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

    def can_speak(self, phrase: Phrase) -> bool:
        """Return whether a phrase names somebody or something that speaks."""
        token = self.tokens[phrase.last]
        if token.possessive or token.low in MONTHS:
            return False
        return (
            self.is_somebody(phrase)
            or token.low in self.lexicon.unnamed
            or (self.text[self.starts[phrase.last]].isupper() and phrase.last > 0 and not token.low.endswith("."))
        )

    def is_somebody(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a name, a personal pronoun or a role, and so no mere thing."""
        token, lexicon = self.tokens[phrase.last], self.lexicon
        return not token.possessive and (
            token.kind == "name" or token.low in lexicon.pronouns or lexicon.is_role(token.low)
        )

    def is_outlet(self, index: int) -> bool:
        """Return whether a token names an outlet that relays what others say."""
        token = self.tokens[index]
        return (token.mention.character.slug if token.mention is not None else token.low) in self.lexicon.outlets

    def is_unnamed(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a noun for speakers whom newswire leaves unnamed."""
        return self.tokens[phrase.last].low in self.lexicon.unnamed

    def main_subject(self, before: int, lowest: int) -> Phrase | None:
        """Return the nearest phrase before ``before`` that opens a clause and can speak."""
        index = before - 1
        best: tuple[int, Phrase] | None = None
        while index >= lowest:
            phrase = self.phrase_before(index, lowest)
            if phrase is None:
                index -= 1
                continue
            index = phrase.first - 1
            phrase = self._before_unknown_verb(phrase)
            rank = self._rank_as_subject(phrase, lowest)
            if rank and (best is None or rank > best[0]):
                best = (rank, phrase)
        return self._with_reach(best[1], before) if best else None

    def _rank_as_subject(self, phrase: Phrase, lowest: int) -> int:
        """Return how much a phrase looks like a subject: somebody who opens a clause above all; 0 for not at all."""
        if not self.can_speak(phrase):
            return 0
        somebody = self.is_somebody(phrase)
        if self._opens_clause(phrase, lowest):
            return 4 if somebody else 3 if self.is_unnamed(phrase) else 1
        if self.is_word(phrase.first - 1, self.lexicon.prepositions):
            return 0
        return 2 if somebody else 1

    def _before_unknown_verb(self, phrase: Phrase) -> Phrase:
        """Cut a phrase after its first name where what follows can be no speaker: a verb that the lexicon lacks."""
        if self.can_speak(phrase) and self.tokens[phrase.last].kind != "name":
            return phrase
        for index in range(phrase.first, phrase.last):
            token = self.tokens[index]
            following = self.text[self.starts[index + 1]]
            if token.kind == "name" and not token.possessive and following.islower():
                return Phrase(phrase.first, index, index)
        return phrase

    def _with_reach(self, phrase: Phrase, before: int) -> Phrase:
        return Phrase(phrase.first, phrase.last, self._reach(phrase.last, before - 1))

    def _opens_clause(self, phrase: Phrase, lowest: int) -> bool:
        if phrase.first <= lowest:
            return True
        before = self.tokens[phrase.first - 1]
        if before.kind == "word" and before.low == "and":
            return self.tokens[phrase.last].kind == "name" or self.tokens[phrase.last].low in self.lexicon.pronouns
        return before.kind == "punctuation" or (
            before.kind == "word" and before.low in ("but", "that", "when", "while", "as", "because", "though")
        )
