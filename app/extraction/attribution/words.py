"""The words of a sentence and what each of them can be: a cue, an aside, an outlet."""

from __future__ import annotations

from bisect import bisect_left
from typing import Self

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.tokens import Tokens

LONGEST_NAME = 40
"""Code points of a name in quotation marks."""
PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
BY, _PLACED = frozenset({"by"}), frozenset({"by", "in"})
_IT = frozenset({"it", "this", "that", "things", "matters"})
_ON = frozenset({"on", "further", "so", "as"})
_QUOTED = frozenset({"quoted", "cited"})
"""Verbs whose passive has the speaker for its subject: `Peskov was quoted as saying`."""
_MODAL = frozenset({"could", "can", "will", "would", "should", "must", "may", "might", "have", "had", "are", "were"})
"""Words that follow a plural noun and no verb."""
_PLURAL = ("ds", "es", "ns", "as", "os")
"""Endings of names of states that take an article (`the Netherlands`, `the Philippines`)."""
_LONGEST_ABBREVIATION = 3
"""Code points in the longest abbreviation of a state's name that takes an article."""
_THINK = frozenset({"believe", "consider"})
_MORE = frozenset({"more"})
_CALLING = frozenset({"telephone", "phone", "video", "conference"})
"""Nouns after which a call is one, too."""
_GOVERNING = frozenset({"of", "in", "at", "on", "for", "from", "with", "about", "during", "between"})
"""Prepositions after which a word in -s is a noun (`a round of talks`)."""
_FOR, _PART = frozenset({"for", "on"}), frozenset({"part", "behalf"})
_WITHIN_OR_FOR = frozenset({"in", "for", "on"})
ARTICLES = frozenset({"the", "a", "an"})
CITING = frozenset({"citing", "quoting"})
"""Words after which a source stands, or what somebody relies on (`citing the lack of funds`)."""
HEARING = frozenset({"told", "tells", "asked", "asks"})
"""Verbs whose object is whoever is spoken to."""
_OF_PLACE = ("an", "ish", "ese", "tic")
"""Endings of adjectives made from names of places."""
ASIDES = frozenset({"turn", "response", "reply", "return", "addition", "particular", "his", "her", "its", "their"})
"""Words after which no complement follows: `the ambassador in turn`, `the minister for his part`."""


class Words:
    """The tokens of one sentence and the questions that attribution asks of each."""

    def __init__(self, text: str, tokens: Tokens, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.tokens, self.starts, self.quotes = tokens
        self.cues = [
            index
            for index, token in enumerate(self.tokens)
            if token.is_attributing and (token.low not in lexicon.according or self.according_at(index))
        ]
        """Tokens with which an attribution can begin; of its verbs, every one that ``is_finite_cue`` is among them."""

    def part(self, first: int, last: int) -> Self:
        """Return what its tokens ``[first, last)`` are of it."""
        if first <= 0 and last >= len(self.tokens):
            return self
        first = max(0, first)
        within = self.quotes[bisect_left(self.quotes, first) : bisect_left(self.quotes, last)]
        quotes = [quote - first for quote in within]
        return type(self)(self.text, (self.tokens[first:last], self.starts[first:last], quotes), self.lexicon)

    def end(self, index: int) -> int:
        """Return where a token ends in the text."""
        return self.starts[index] + self.tokens[index].length

    def cues_before(self, index: int, lowest: int = 0) -> list[int]:
        """Return the cues among tokens ``[lowest, index)``, nearest to ``index`` first."""
        return [cue for cue in reversed(self.cues) if lowest <= cue < index]

    def next_quote(self, index: int) -> int:
        """Return the first token from ``index`` on that is a quotation, or how many tokens there are."""
        following = bisect_left(self.quotes, index)
        return self.quotes[following] if following < len(self.quotes) else len(self.tokens)

    def next_statement(self, index: int) -> int:
        """Return the first token from ``index`` on that is a quotation and no name after its noun (`company “X”`)."""
        following = self.next_quote(index)
        while following < len(self.tokens) and self.is_name_in_marks(following):
            following = self.next_quote(following + 1)
        return following

    def is_name_in_marks(self, index: int) -> bool:
        """Return whether a quotation is the name of something that speaks: short, and right after a noun for it."""
        quotation = self.tokens[index].quotation
        if quotation is None or not self.is_word(index - 1, self.lexicon.naming):
            return False
        if self.tokens[index - 1].low not in self.lexicon.unnamed:
            return False
        return quotation.end - quotation.start <= LONGEST_NAME and self.text[quotation.end - 1].isalnum()

    def is_word(self, index: int, words: frozenset[str]) -> bool:
        """Return whether a token is one of some words."""
        tokens = self.tokens
        if not 0 <= index < len(tokens):
            return False
        token = tokens[index]
        return token.low in words and token.kind == "word"

    def is_finite_cue(self, index: int) -> bool:
        """Return whether a token is a finite verb that attributes, and no noun or participle of the same spelling."""
        tokens = self.tokens
        if index >= len(tokens) or not tokens[index].is_finite:
            return False
        token, low = tokens[index], tokens[index].low
        is_link = low == "read" and self.is_word(index + 1, _MORE)  # `READ MORE: …`
        if index == 0 or is_link:
            return not is_link
        before = tokens[index - 1]
        if before.possessive or before.low in self.lexicon.determiners:
            return False
        if token.may_be_noun and self._is_plural_noun(index):
            return False
        if token.is_capital and before.kind in ("word", "name"):
            return False  # `an analyst at Burns and Drew said`
        if low in self.lexicon.with_it and not self.is_word(index + 1, _IT):
            return False
        if low in _THINK and not self._think(index):
            return False
        is_noun = low == "call" and (before.low in _CALLING or before.low.isdecimal())  # `on the Jan. 28 call`
        if is_noun or (low == "went" and not self.is_word(index + 1, _ON)):
            return False  # `in a telephone call`, `most of it went to defence`
        if before.low == "as" and self.is_word(index + 1, _PLACED):
            return False  # `said, as cited by TASS, that`, `as noted in the Kremlin`
        return before.low not in PASSIVE or low in self.lexicon.called or low in _QUOTED

    def _think(self, index: int) -> bool:
        """Return whether a plural verb tells what is thought somewhere: `in the Kremlin they believe that “…”`."""
        before = self.tokens[index - 1]
        return self.is_word(0, _WITHIN_OR_FOR) and (before.low == "they" or before.mention is not None)

    def _is_plural_noun(self, index: int) -> bool:
        """Return whether a word in -s is the object of the verb before it (`denied media reports`), no verb itself."""
        lexicon, before = self.lexicon, self.tokens[index - 1]
        if self.tokens[index].low.endswith("s") and self.is_word(index - 1, _GOVERNING):
            return True
        if self.tokens[index].low.endswith("s") and (self.is_word(index + 1, _MODAL) or self._is_adjective(index - 1)):
            return True  # `how polar states could agree`, `several European states`
        if self._is_governed(index) or self._is_event(index):
            return True
        if self.tokens[index].low not in lexicon.speech_nouns or before.kind != "word":
            return False
        if before.is_finite or before.low in lexicon.saying or before.low in lexicon.prepositions:
            return True
        return index > 1 and self.text[self.starts[index - 1]].islower() and self.tokens[index - 2].is_finite

    def _is_governed(self, index: int) -> bool:
        """Return whether a word in -s is a noun after a preposition and an adjective (`in more attacks`)."""
        before = self.tokens[index - 1]
        plain = before.kind == "word" and not before.low.endswith("s") and self.text[self.starts[index - 1]].islower()
        if not plain or not self.tokens[index].low.endswith("s") or self.lexicon.is_role(before.low):
            return False
        known = before.low in self.lexicon.unnamed or before.low in self.lexicon.pronouns or before.is_adverb
        return not known and self.is_word(index - 2, self.lexicon.prepositions)

    def _is_event(self, index: int) -> bool:
        """Return whether a word in -s is what a place has an article for (`the Paris attacks`, `the Minsk talks`)."""
        before = self.tokens[index - 1]
        placed = before.mention is not None and before.mention.character.state and not before.low.endswith(_PLURAL)
        long = before.length > _LONGEST_ABBREVIATION  # `the US says`
        return self.tokens[index].low.endswith("s") and placed and long and self.is_word(index - 2, ARTICLES)

    def _is_adjective(self, index: int) -> bool:
        """Return whether a token tells where something is from (`Turkish`) and means nobody (`the Republican`)."""
        token = self.tokens[index]
        is_of_place = token.kind == "word" and self.is_capital(index) and token.low.endswith(_OF_PLACE)
        return is_of_place and not self.is_word(index - 1, ARTICLES)

    def according_at(self, index: int) -> int:
        """Return how many tokens at ``index`` form a phrase like `according to`; 0 if none do."""
        tokens = self.tokens
        phrases = self.lexicon.according.get(tokens[index].low)
        if phrases is None:
            return 0
        following = tokens[index + 1].low if index + 1 < len(tokens) else ""
        for phrase in phrases.get(following) or phrases.get("", ()):
            end = index + len(phrase)
            if [token.low for token in tokens[index:end]] == phrase:
                return len(phrase)
        return 0

    def aside_at(self, index: int) -> int:
        """Return how many tokens at ``index`` are an aside (`in turn`, `for his part,`); 0 if none are."""
        if not (self.is_word(index, _WITHIN_OR_FOR) and self.is_word(index + 1, ASIDES)):
            return 0
        length = 3 if self.is_word(index, _FOR) and self.is_word(index + 2, _PART) else 2
        following = index + length
        return length + (following < len(self.tokens) and self.tokens[following].low == ",")

    def is_outlet(self, index: int) -> bool:
        """Return whether a token names an outlet that relays what others say."""
        token = self.tokens[index]
        return (token.mention.character.slug if token.mention is not None else token.low) in self.lexicon.outlets

    def is_capital(self, index: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return self.tokens[index].is_capital
