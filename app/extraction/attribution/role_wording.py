"""How a role that a text gives somebody is worded beside their name: the noun phrase, without the clause around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.extraction.attribution.lexicon import Lexicon

_SAYS_WHAT_SOMEBODY_IS = re.compile(
    r"who\s(?:also\s|now\s)?(?:is|serves\sas|works\sas)\s(?:also\s|now\s)?(?=(?:an?|the)\s)"
)
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_END = re.compile(r"\s(?:\(|--)|,?\s(?:and\s)?(?:who|whom|whose|which)\b|\s(?:said|says|told)\b|\s[a-z]+ed\sthat\b")
"""Where a noun phrase ends: at a bracket or dash, at a relative clause, at the verb of the sentence."""
_BREAKING_OFF = re.compile(r"(?:\s(?:and|at|for|in|of|the|to|with))+\Z")
"""The end of a phrase whose last noun is not part of what was read (`author of “…”`)."""
_CAPITALS = re.compile(r"\b(?:OF|THE|AND|FOR)\b|(?<=\b[A-Z])[A-Z]{3,}\b")
"""What has small letters in `MINISTER OF DEFENCE`."""
_LONGEST_HONORIFICS = 36
_TITLES = ("Dr", "Mr", "Mrs", "Ms", "Prof", "Eng", "Shri", "Smt", "Datuk", "Dato", "Seri", "Tun", "Hon", "H.E", "H. E")
_RANKS = ("Lt", "Capt", "Maj", "Col", "Gen", "Cmdr", "Cdr", "Adm", "Sgt")
_SERVICE = r"(?:(?:US|U\.S\.|British) )?(?:Royal )?(?:Army|Navy|Air Force|Marine Corps|Marine|Marines|Coast Guard) "
_RANK = rf"(?:Lt\. ?|Maj\. ?|Brig\. ?|Rear |Vice )?(?:{'|'.join(_RANKS)})\. ?"
_HONORIFICS = re.compile(
    rf"(?<=[a-z,] )(?:(?:(?:{'|'.join(map(re.escape, _TITLES))})\.? ){{1,3}}|(?:{_SERVICE})?{_RANK})$"
)
"""Honorifics that stand between a role and a name."""
_LAST_HONORIFIC = (*_TITLES, *_RANKS)
_HEARD = frozenset({"asked", "quoted", "cited"})
"""Participles that are no part of a role."""
_OF_SOMEBODY = ("counterpart", "predecessor", "successor")
"""What somebody is to another only: it tells no office where that other is not named beside it."""
_LONGEST_LETTERS = 5
"""Letters of the longest abbreviation: `RDIF CEO` is written so, `MINISTER` is not."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|had|will)\b")


def word_role(told: str) -> str | None:
    """Return the noun phrase of a role (`historian` for `a historian who lives in Oslo`); None where there is none.

    ``told`` is what stands beside the name, its blanks single.
    """
    clause = _SAYS_WHAT_SOMEBODY_IS.match(told)
    start = clause.end() if clause is not None else 0
    article = _ARTICLE.match(told, start)
    start = article.end() if article is not None else start
    end = _END.search(told, start)
    phrase = _BREAKING_OFF.sub("", told[start : end.start() if end is not None else len(told)])
    if phrase.startswith("who ") or _FINITE.search(phrase):
        return None
    if phrase.endswith(_OF_SOMEBODY):
        return None
    shouts = phrase.isupper() and max(map(len, phrase.split())) > _LONGEST_LETTERS
    return (_CAPITALS.sub(lambda word: word[0].lower(), phrase) if shouts else phrase) or None


def is_clause(lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether words after a comma tell what somebody does (`commenting on the words of the minister`)."""
    governs = lows[1:2] and (lows[1] in lexicon.prepositions or lows[1] in lexicon.determiners)
    return lows[0] in _HEARD or lows[0] in lexicon.finite or (lows[0].endswith("ing") and bool(governs))


def before_honorifics(text: str, start: int) -> int:
    """Return where the honorifics before a name begin that stand behind its bearer's role (`Minister Dr. `)."""
    first = max(0, start - _LONGEST_HONORIFICS)
    if not text[first:start].rstrip(" .").endswith(_LAST_HONORIFIC):
        return start
    honorifics = _HONORIFICS.search(text, first, start)
    return honorifics.start() if honorifics is not None else start
