"""Speakers whom the text leaves unnamed (`a senior official`, `critics`): called by the phrase for them."""

from __future__ import annotations

from app.extraction.attribution.cast import Character, slug_of
from app.extraction.attribution.origins import countries_in
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.roles import LIKE_PLURAL
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.voice import Voice
from app.extraction.attribution.words import ARTICLES
from app.extraction.model import Span

_POSTPOSED = frozenset({"close", "familiar", "privy", "present"})
"""Adjectives that stand behind the noun for somebody unnamed."""
OWN_STATE, _OF = frozenset({"republic", "country", "kingdom"}), frozenset({"of"})
"""What copy calls the state of which it speaks."""
_TO_OR_WITH = frozenset({"to", "with"})


def _after_determiners(sentence: Sentence, phrase: Phrase) -> int:
    """Return the token of a phrase with which the name of whoever it means begins."""
    tokens, first = sentence.tokens, phrase.first
    while first < phrase.last and tokens[first].low in sentence.lexicon.determiners and not tokens[first].possessive:
        first += 1
    is_called = sentence.is_word(phrase.last - 1, sentence.lexicon.persons) and sentence.is_capital(phrase.last)
    return phrase.last if is_called and first < phrase.last else first  # `his son Osip`


def _first_country(sentence: Sentence, first: int, last: int) -> str | None:
    """Return the country that tokens ``[first, last]`` tell first (`an official at the US Embassy in Moscow`)."""
    countries = countries_in(sentence.tokens[first : last + 1], sentence.lexicon)
    if not countries:
        return None
    told = (
        countries & countries_in(sentence.tokens[first : end + 1], sentence.lexicon) for end in range(first, last + 1)
    )
    return next(min(found) for found in told if found)


def _known_to(sentence: Sentence, index: int) -> int:
    """Return the last token of what somebody is close to or familiar with, which follows at token ``index``."""
    if not sentence.is_word(index, _TO_OR_WITH):
        return -1
    cues = (cue for cue in sentence.cues if cue > index and sentence.is_finite_cue(cue))
    known = sentence.phrase_after(index + 1, next(cues, len(sentence.tokens)) - 1)
    return known.reach if known is not None else -1


def _quoted_name(sentence: Sentence, noun: int) -> str:
    """Return the name that stands in quotation marks after a noun (`the newspaper “Zvezda” wrote`), or nothing."""
    if noun + 1 >= len(sentence.tokens) or not sentence.is_name_in_marks(noun + 1):
        return ""
    quotation = sentence.tokens[noun + 1].quotation
    words = sentence.text[quotation.start : quotation.end].split() if quotation is not None else []
    return " ".join(words) if words and words[-1][0].isupper() else ""


def _is_people(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase means a people or party (`the Chinese`, `the Europeans`)."""
    noun = sentence.tokens[phrase.last].low
    is_plural = noun.endswith("s") and sentence.tokens[phrase.first].low == "the"
    return is_plural or (noun in sentence.lexicon.demonyms and noun.endswith(LIKE_PLURAL))


def unnamed_voice(sentence: Sentence, phrase: Phrase) -> Voice | None:
    """Return a speaker whom the text does not name, called by the phrase; None where it can be nobody."""
    text, lexicon = sentence.text, sentence.lexicon
    first = _after_determiners(sentence, phrase)
    noun, reach = phrase.last, phrase.reach
    if noun > first and sentence.tokens[noun].low in _POSTPOSED:
        noun -= 1  # `a source close to the talks`
        reach = max(reach, _known_to(sentence, phrase.last + 1))
    head = sentence.tokens[noun]
    is_person = (lexicon.is_role(head.low) or head.low in lexicon.persons) and head.low not in lexicon.hearers
    last = reach if is_person or noun < phrase.last or head.low in lexicon.body_words else phrase.last
    if head.kind == "name" or head.low in lexicon.auxiliaries or head.low in ARTICLES or not head.low[0].isalpha():
        return None
    opens = phrase.last == 0  # `One of the authors called it …`
    while (
        last > phrase.last
        and not opens
        and text[sentence.starts[phrase.last]].isupper()
        and text[sentence.starts[last]].islower()
        and not lexicon.is_role(sentence.tokens[last].low)
    ):
        last -= 1  # `the Commission for Emergencies took the channels`: a verb that the lexicon lacks
    if last - phrase.last > 2 and sentence.is_word(last, OWN_STATE) and sentence.is_word(last - 2, _OF):
        last -= 3  # `the Government Office of the republic`
    told = _first_country(sentence, first, phrase.reach)
    firm = next((index for index in range(first, phrase.last) if sentence.is_word(index, lexicon.firms)), None)
    if firm is not None and text[sentence.starts[firm]].islower() and text[sentence.starts[firm + 1]].isupper():
        first = firm + 1  # `Russian mobile operator Zvonok`
    start, end = sentence.starts[first], sentence.end(last)
    if text[start:end].isupper() and text.startswith(":", end):
        return None  # `READ MORE: …`
    name = " ".join(text[start:end].split())
    quoted = _quoted_name(sentence, last)
    if quoted:
        name = quoted if last == phrase.last else f"{name} {quoted}"
    is_body = not is_person and (
        head.low in lexicon.body_words
        or head.low in lexicon.unnamed
        or _is_people(sentence, phrase)
        or not text[sentence.starts[phrase.last]].isupper()
        or any(sentence.is_word(index, lexicon.body_words) for index in range(first, phrase.last))  # `the agency APS`
    )
    gender = lexicon.gendered.get(head.low)
    slug = slug_of(name)
    is_outlet = text[start].isupper()  # the agency Report, no `report`
    country = told or (lexicon.outlet_homes.get(slug) if is_outlet else None)
    character = Character(slug, name, country, gender, body=is_body)
    return Voice(character, Span(start, end), 0.75)
