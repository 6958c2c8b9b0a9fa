"""Which body a noun means: the one named before (`the ministry`), or the one whose press service it is."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from app.extraction.attribution.cast import Cast, Character, slug_of
from app.extraction.attribution.lexicon import CAPITAL, Lexicon
from app.extraction.attribution.phrases import ISSUED, Phrase
from app.extraction.attribution.roles import MENTIONS_BACK
from app.extraction.attribution.subjects import Sentence

_ENVOYS = frozenset({"ambassador", "consul", "d'affaires"})
_AGENCY, _MINISTRY = "agency", "ministry"
_FIELDS_OF_AGENCIES = {
    "diplomatic": frozenset({"foreign"}),
    "military": frozenset({"defense", "defence"}),
    "defense": frozenset({"defense"}),
    "defence": frozenset({"defence"}),
}
"""What translated newswire calls the agencies that are ministries (`the diplomatic agency`), and theirs."""
_BEFORE_FIRM = 3
"""Words before a firm's noun among which a demonym tells its country."""
_REACH, _OWNER_REACH, _NAME_REACH = 2000, 60, 120
"""Code points back in which a body is looked for, from `press service of` to its owner, and in the name of a body."""
_LONGEST_ENDING = 3
"""Code points between a name and what is said to be its bearer's."""
_BEFORE_NAME = 12
"""Code points before a body's name in which the state stands that it belongs to."""
_BY, _BY_OR_ON = frozenset({"from", "by"}), frozenset({"from", "by", "on"})
"""What stands between a document and whoever issued it, or their website."""
_THAT = frozenset({"that", "which"})
_LETTERS = re.compile(r"[A-Z]{2,7}")


@lru_cache(maxsize=64)
def _firm_pattern(nouns: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for a firm's name after one of some nouns (`the airline Bulut`), or with one in it."""
    name = rf"{CAPITAL}[\w-]{{1,24}}(?: {CAPITAL}[\w-]{{1,24}}){{0,2}}"
    small, great = "|".join(sorted(nouns)), "|".join(sorted(word.capitalize() for word in nouns))
    return re.compile(rf"\b(?:{small}) ({name})|\b({name} (?:{great}))\b")


class Bodies:
    """Finds the bodies of one article."""

    def __init__(self, text: str, cast: Cast, lexicon: Lexicon) -> None:
        self.text, self.cast, self.lexicon = text, cast, lexicon

    def is_called(self, head: str) -> bool:
        """Return whether a noun is one by which a body is called again."""
        return head in self.lexicon.body_words or head in self.lexicon.generic_bodies

    def called_by(self, sentence: Sentence, phrase: Phrase) -> Character | None:
        """Return the body named last that a phrase calls so."""
        head, kind = sentence.tokens[phrase.last].low, sentence.tokens[max(phrase.first, phrase.last - 1)].low
        field = _FIELDS_OF_AGENCIES.get(kind) if head == _AGENCY else None
        body = self.called(_MINISTRY if field else head, sentence.starts[phrase.first])
        if body is None or (field and field.isdisjoint(body.name.lower().split())):
            return None
        return body if is_called_by(body, sentence, phrase) else None

    def called(self, head: str, offset: int) -> Character | None:
        """Return the body named last before an offset that a noun calls so (`the ministry`, `the mission`)."""
        heads = self.lexicon.generic_bodies.get(head, frozenset()) | {head}
        for mention in islice(self.cast.before(offset), MENTIONS_BACK):
            if mention.character.body and not heads.isdisjoint(mention.character.name.lower().split()):
                return mention.character
        found = self._full_name(heads, offset)
        if found is None:
            return self._firm(heads, offset) if head in self.lexicon.firms else None
        name = found[0].strip().removeprefix("The ")
        codes = [mention.character.country for mention in self.cast.between(found.start(), found.end())]
        codes += [self.lexicon.demonyms.get(word) for word in name.lower().split()]
        return Character(slug_of(name), name, next((code for code in codes if code), None), None, body=True)

    def _full_name(self, nouns: frozenset[str], offset: int) -> re.Match[str] | None:
        """Return where a body whose name begins with one of some nouns is named last (`the Ministry of Roads`)."""
        first, named = max(0, offset - _REACH), sorted(noun.capitalize() for noun in nouns)
        if not any(self.text.find(f"{noun} ", first, offset) >= 0 for noun in named):
            return None
        full = re.compile(
            rf"\b(?:{CAPITAL}\w+ ){{0,3}}(?:{'|'.join(named)}) (?:of|for|on) (?:the )?"
            rf"(?:{CAPITAL}\w+(?: (?:of|the|and))* ?)+"
        )
        found = None
        for match in full.finditer(self.text, first, offset):
            found = match
        return found

    def _firm(self, nouns: frozenset[str], offset: int) -> Character | None:
        """Return the firm named last before an offset beside one of some nouns (`Russian mobile operator Zvonok`)."""
        firm = None
        for match in _firm_pattern(nouns).finditer(self.text, max(0, offset - _REACH), offset):
            if any(not mention.character.body for mention in self.cast.between(*match.span())):
                continue  # `the bank Ivan Ivanov`
            name = (match[1] or match[2]).removeprefix("The ")
            if self.lexicon.openers.isdisjoint(name.lower().split()):
                before = self.text[max(0, match.start() - _OWNER_REACH) : match.start()].lower().split()[-_BEFORE_FIRM:]
                codes = (self.lexicon.demonyms.get(word) for word in before)
                firm = Character(slug_of(name), name, next((code for code in codes if code), None), None, body=True)
        return firm

    def spelt_out(self, letters: str, offset: int) -> Character | None:
        """Return the body whose name the text has put before its letters (`Russia's Federal Road Service (FRS)`)."""
        if _LETTERS.fullmatch(letters) is None:
            return None
        end = self.text.rfind(f" ({letters})", max(0, offset - _REACH), offset)
        start = max(0, end - _NAME_REACH)
        words = self.text[start:end].split() if end >= 0 else []
        first, left = len(words), len(letters)
        while first and left:
            first -= 1
            if words[first].startswith(letters[left - 1]):
                left -= 1
            elif words[first] not in self.lexicon.function_words:
                return None
        if left or not words or self.lexicon.is_role(words[-1].lower()):
            return None  # `the External Affairs Minister (EAM)` is no body
        name = " ".join(words[first:])
        named = self.cast.between(end - len(name) - _BEFORE_NAME, end)
        codes = [self.lexicon.demonyms.get(word.lower()) for word in words[max(0, first - 1) :]]
        codes += [mention.character.country for mention in named]
        return Character(slug_of(name), name, next((code for code in codes if code), None), None, body=True)

    def country_of_embassy(self, offset: int) -> str | None:
        """Return whose an embassy is that the text does not say: that of the ambassador who was named last."""
        before = islice(self.cast.before(offset), MENTIONS_BACK)
        envoys = (mention.character for mention in before if not _ENVOYS.isdisjoint(mention.character.roles))
        return next((envoy.country for envoy in envoys), None)

    def spoken_for(self, sentence: Sentence, phrase: Phrase) -> Character | None:
        """Return the body for which a press service speaks that the phrase says to be its own."""
        if sentence.tokens[phrase.last].low not in self.lexicon.mouthpieces:
            return None
        tokens = sentence.tokens[phrase.first : phrase.last]
        is_press = any(token.low in self.lexicon.press_words for token in tokens)
        is_press = is_press or "-" in sentence.tokens[phrase.last].low  # `the press-service`
        return body_in(sentence, phrase) if is_press else None

    def served(self, mouthpiece: str, offset: int) -> Character | None:
        """Return the body of which the text has said before an offset whose `press service`, or `service`, it is."""
        words = mouthpiece if " " in mouthpiece or "-" in mouthpiece else f"press {mouthpiece}"
        named = self.text.rfind(words, max(0, offset - _REACH), offset)
        if named < 0:
            return None
        if not self.text.startswith(" of ", named + len(words)):  # `the Kremlin's press service`
            owners = self.cast.between(named - _OWNER_REACH, named)
            near = (one.character for one in owners if one.end + _LONGEST_ENDING >= named and one.character.body)
            return next((owner for owner in near if not owner.state), None)
        for owner in self.cast.between(named, named + _OWNER_REACH):
            if owner.character.state:  # `the press service of the President of Brazil`
                name = " ".join(self.text[named : owner.end].split())
                return Character(slug_of(name), name, owner.character.country, None, body=True)
            if owner.character.body:
                return owner.character
        return None


def is_called_by(body: Character, sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether the capitalised words before a phrase's noun fit a body: `the Interior Ministry` is no other."""
    known, demonyms = body.name.lower().split(), sentence.lexicon.demonyms
    lows = (
        sentence.tokens[index].low
        for index in range(phrase.first, phrase.last)
        if index and sentence.text[sentence.starts[index]].isupper()
    )
    return all(low in known or (low in demonyms and demonyms[low] == body.country) for low in lows)


def body_in(sentence: Sentence, phrase: Phrase) -> Character | None:
    """Return the body that a phrase names; a state is none."""
    mentions = (token.mention for token in sentence.tokens[phrase.first : phrase.reach + 1])
    bodies = (mention.character for mention in mentions if mention is not None and mention.character.body)
    return next((body for body in bodies if not body.state), None)


def owner_in(sentence: Sentence, phrase: Phrase) -> Character | None:
    """Return the body that the complement of a phrase names (`on the Kremlin website`), or whoever it ends with."""
    complement = Phrase(phrase.last + 1, phrase.reach, phrase.reach)
    last = sentence.tokens[phrase.reach].mention if phrase.reach > phrase.last else None
    return body_in(sentence, complement) or (last.character if last is not None else None)


def issuer_told(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Return who issued a document by what follows it: `from Ivanov`, `, issued by Ivanov`, `on the Kremlin site`.

    `The document that the ministry prepared` names them before the verb.
    """
    after = phrase.last + 1
    follows = sentence.tokens[after].low if after < len(sentence.tokens) else ""
    by = after + (follows == ",")
    is_issued = sentence.is_word(by, ISSUED)
    by += is_issued
    if not sentence.is_word(by, _BY_OR_ON if is_issued else _BY) or (by > after and not is_issued):
        return _issued_it(sentence, after)
    if phrase.reach > phrase.last and not is_issued:
        return None
    cues = (cue for cue in sentence.cues if cue > by and sentence.is_finite_cue(cue))
    issuing = sentence.phrase_after(by + 1, next(cues, len(sentence.tokens)) - 1)
    if issuing is None or (not sentence.is_word(by, _BY) and body_in(sentence, issuing) is None):
        return None
    return issuing


def _issued_it(sentence: Sentence, after: int) -> Phrase | None:
    """Return who issued a document in the relative clause at a token: `that the ministry has prepared`."""
    issuing = sentence.phrase_after(after + sentence.is_word(after, _THAT), len(sentence.tokens) - 1)
    if issuing is not None and issuing.last > issuing.first and sentence.is_word(issuing.last, ISSUED):
        issuing = Phrase(issuing.first, issuing.last - 1, issuing.last - 1)  # past its verb
    if issuing is None or not sentence.can_speak(issuing):
        return None
    verb = issuing.reach + 1
    while sentence.is_word(verb, sentence.lexicon.auxiliaries):
        verb += 1
    return issuing if sentence.is_word(verb, ISSUED) else None


def owner_named(sentence: Sentence, phrase: Phrase) -> Character | None:
    """Return the body unknown to the vocabulary that `the VEB statement` names."""
    first = phrase.last
    while first > phrase.first and sentence.is_capital(first - 1) and sentence.tokens[first - 1].kind == "word":
        first -= 1
    if first == phrase.last or first == phrase.first:
        return None
    name = sentence.text[sentence.starts[first] : sentence.end(phrase.last - 1)]
    return Character(slug_of(name), name, None, None, body=True)
