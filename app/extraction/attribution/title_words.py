"""The words before a name and which of them can describe its bearer (`the Russian Ambassador to Vietnam`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.calendar import MONTHS

AFTER_HEAD = frozenset({"of", "for", "to", "at", "in", "on", "under", "from", "who"})
"""Words that end the noun of a description; its complements follow."""
_WITH = "with"
_IN_TITLES = frozenset({"the", "first"})
"""Words that end no description, though they end other noun phrases: `the First Deputy Minister`."""
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "should", "must", "shall", "not"})
_DESCRIBING = frozenset(
    {
        *("acting", "ranking", "outgoing", "incoming", "ruling", "sitting", "leading", "visiting", "governing", "king"),
        *("serving", "reigning", "managing", "founding", "commanding", "presiding", "retiring", "standing", "opposing"),
        *("neighbouring", "neighboring", "surviving", "participating", "organizing", "organising", "housing"),
    }
)
"""Words in -ing that describe somebody; others are what somebody does (`undermining President …`)."""
_RANKS = frozenset({"general", "admiral", "marshal", "colonel", "captain", "professor", "academician"})
"""Titles that follow an office: `Minister of Defence General`."""
_NO_VERBS = frozenset({"united", "retired", "allied", "armed", "combined", "joint", "appointed", "elected"})
"""Words in -ed that stand in descriptions of people."""
_PAST = frozenset({"met", "sent", "saw", "gave", "held", "made", "became", "brought", "left", "sought", "led", "won"})
"""Past tenses of verbs whose object is somebody with a title, where they do not end in -ed."""
REACH = 120
"""Code points before and after a name in which its bearer's role is looked for."""
MOST_WORDS = 14
"""Words of a description that are read."""
_LONGEST_WORD = 40
SOLID = re.compile(r"[^\W_]\S*")
"""A word with all that is printed onto its end; apostrophes and asterisks before it are no part of it."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOPS = '.,;:!?…()“”"«»—–'
_BLANK = re.compile(r"\s")
_CLAUSE = re.compile(rf"[^{_STOPS}\n]*(?:\n(?!\n)[^{_STOPS}\n]*)*")
"""What stands between punctuation or blank lines: the same from either end."""
_HYPHEN = " - "


def clause_start(text: str, end: int) -> int:
    """Return where what is read before an offset begins: after the last punctuation, blank line or far enough back."""
    start = max(0, end - REACH)
    if start and text[start - 1].isalnum():
        blank = _BLANK.search(text, start, end)
        start = blank.end() if blank is not None else start
    clause = _CLAUSE.match(text[start:end][::-1])  # read from its end: most clauses are short
    start = end - clause.end() if clause is not None else start
    hyphen = text.rfind(_HYPHEN, start, end)
    return hyphen + len(_HYPHEN) if hyphen >= 0 else start


def words_of_title(text: str, start: int, lexicon: Lexicon) -> tuple[list[re.Match[str]], list[str]]:
    """Return the words before a name, as far back as they can describe its bearer; none if no role is among them.

    The second list has them in lower case.
    """
    words = list(SOLID.finditer(text, clause_start(text, start), start))
    lows = [word[0].lower() for word in words]
    if not tells_role(lows, lexicon):
        return [], []
    outside, first = _outside_words(lexicon), len(words)
    while first:
        word, low = words[first - 1], lows[first - 1]
        if (low in outside or (low.endswith("ed") and _is_past(low))) and not _joins(text, word.start(), word.end()):
            break
        first -= 1
    if 0 < first < len(words) and lows[first - 1] in _MODALS and words[first][0].islower():
        first += 1  # `will receive President …`
    first = _after_participle(words, lows, first)
    while first < len(words) and (lows[first] in AFTER_HEAD or lows[first] == "the"):
        first += 1
        if lows[first - 1] == "to" and first < len(words) and words[first][0].islower():
            first += 1  # `was to meet President …`
    while first + 1 < len(words) and lows[first] in lexicon.hearers:
        if lows[first] in lexicon.press_words and lexicon.is_role(lows[first + 1]):
            break  # `the press secretary …`
        first += 1  # `said journalists press secretary …`
    first = max(first, len(words) - MOST_WORDS)
    return words[first:], lows[first:]


def tells_role(lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether one of some words is a role."""
    return not lexicon.roles.isdisjoint(lows) or any("-" in low and lexicon.is_role(low) for low in lows)


def _after_participle(words: Sequence[re.Match[str]], lows: Sequence[str], first: int) -> int:
    """Return where a title begins after what somebody does to its bearer (`secretly undermining President …`)."""
    for index in range(len(words) - 2, first - 1, -1):
        is_participle = lows[index].endswith("ing") and lows[index] not in _DESCRIBING
        if is_participle and words[index][0].islower() and words[index + 1][0][0].isupper():
            return index + 1
    return first


def start_of_last_title(lows: Sequence[str], lexicon: Lexicon) -> int:
    """Return where the title of whoever is named next begins in `an aide to Agriculture Secretary`."""
    if AFTER_HEAD.isdisjoint(lows):
        return 0
    after = next((index for index in range(len(lows) - 1, 0, -1) if lows[index - 1] in AFTER_HEAD), len(lows))
    if after == len(lows) or lows[after] in lexicon.determiners or lows[-1] in _RANKS:
        return 0
    return after if lexicon.is_role(lows[-1]) else 0


def complement_at(lows: Sequence[str]) -> int:
    """Return where the first complement begins in a description, or how long that is."""
    for index, low in enumerate(lows):
        if low in AFTER_HEAD:
            return index
    return len(lows)


def may_describe(text: str, end: int, lexicon: Lexicon) -> bool:
    """Return whether the word before an offset can be part of a description."""
    before = text[max(0, end - _LONGEST_WORD) : end].split()
    if not before or before[-1][-1] in _STOPS:
        return False
    last = before[-1].lower()
    return not (last in _outside_words(lexicon) or _is_past(last)) or _joins(text, end - 4, end - 1)


def _joins(text: str, start: int, end: int) -> bool:
    """Return whether a word joins two parts of a title (`Minister of Economy and Commerce`)."""
    word = text[start:end]
    if word == "other":
        return text.startswith("and ", start - 4)  # `to the United Nations and other organisations`
    if word != "and" or not (text[end + 1 : end + 2].isupper() or text.startswith("other ", end + 1)):
        return False
    before = text[max(0, start - REACH) : start].split()
    return bool(before) and before[-1][0].isupper()


@lru_cache(maxsize=4)
def _outside_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words (in lower case) that are no part of a description of somebody."""
    outside = lexicon.determiners | lexicon.breakers | lexicon.finite | lexicon.saying | set(MONTHS)
    return (outside - AFTER_HEAD - _IN_TITLES) | _PAST


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is a verb: what stands there tells more than a role."""
    return word in lexicon.finite or word in lexicon.saying or _is_past(word)


def _is_past(word: str) -> bool:
    if word in _PAST:
        return True
    return word.endswith("ed") and word not in _NO_VERBS and "-" not in word  # `a Paris-based analyst`


def head_of(words: Sequence[str]) -> str | None:
    """Return the head of a description: the last word before `of`, `for`, `with` and the like."""
    stop = complement_at(words[: words.index(_WITH)] if _WITH in words else words)
    return words[stop - 1] if stop else None
