"""Years by which or in which copy says that something will be done: it is not of a later year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.calendar import YEAR
from app.extraction.dates.reading import Reading
from app.extraction.model import DayMention

REACH = 90
"""Code points from a verb of what is to come to the year that it governs, at most."""
_WILL = re.compile(
    r"\b(?:(?:will|should|may)(?!\shave\b)|plans?|(?:is|are)\s(?:to|likely|planned|scheduled|expected|due|set)"
    r"|expects?|intends?|going\sto|aims?)\b"
)
_UNTIL = re.compile(
    r"\b(?:by|until|till|through(?:\sto)?|no\slater\sthan|before|up\sto)\s(?:the\s)?"
    r"(?:(?:end|beginning|middle|start|(?:first|second)\shalf|(?:first|second|third|fourth)\squarter)\sof\s"
    r"|(?:late|early|mid)[\s-])?$"
)
_IN = re.compile(r"\bin\s$")
_ON = re.compile(r"\bon\s$")
_PREPOSITION, _FOR_REACH, _UNTIL_REACH = 4, 24, 60
"""Nothing that these match is longer."""
_HAPPENS_ON = re.compile(
    r"(?<!\bto\s)(?<!would\s)\b(?:expires?|ends?|begins?|starts?|opens?|takes?\s(?:effect|place)"
    r"|(?:comes?|enters?)\sinto\s(?:force|effect)|runs?\sout)\son\s$"
)
"""The present tense, before a day, speaks of what is to come."""
_OF_THE_PAST = re.compile(
    r"\b(?:wars?|coup|revolution|conflict|events|crisis|crash|attacks?|accident|disaster|massacre|uprising|killed|died"
    r"|murder|committed|founding|foundation|birth|rescue)\s(?:in|on|of)\s$"
    r"|(?<!\bbe\s)\b(?:begun|broken|burnt|done|drawn\sup|fallen|given|seen|shown|stolen|sunk|taken|written)\s(?:in|on)\s$"
    r"|\b(?:commemorate|examine|investigate|recall|remember)\s[^,;.]{1,40}\s(?:in|on)\s$"
)
"""What is named by its day or its year has happened, whatever will be done of it: `a monument to the war in 2014`."""
_OVERTAKEN = re.compile(r",?\s(?:but|was|were|had|has|did|never|failed|fell|came|remained)\b")
"""Behind a day to come, this tells that it is past: `the train that should run by 2016 never ran`."""
_NAMED_BY_DAY = re.compile(
    r"\b(?!(?:beginning|end|half|middle|month|part|quarter|start|week)\b)\w{2,30}\sof\s(?:\w{1,10}day,?\s)?$"
)
"""`The accord of July 14, 2015, will be kept`, not `at the end of July 2015`."""
_ARRANGED = re.compile(
    r"\b(?:(?:agreed|allocated|approved|barred|booked|chosen|confirmed|decided|discussed|envisaged|estimated|got\sready"
    r"|hoped|named|nominated|projected|promised|published\s(?:a|the)\s(?:plan|schedule)|seen)(?!\s(?:at|by|during|in)\b)"
    r"|extended|moved|prolonged|set|shifted|timed)"
    r"\s(?P<what>[^;\n]{3,70})$"
)
"""Past tense of what is done about days to come."""
_FOR = re.compile(
    r"\b(?:for(?:\sthe)?|as\sof|effective\sfrom|capacity\sfrom|at\s[0-9.,]{1,6}\s?%\sin)\s(?:early\s|late\s|mid-)?$"
)
_HEADLINE = re.compile(rf"\b(?:in|by|until|(?:first|second)\shalf\sof|(?:end|quarter)\sof)\s(?P<year>{YEAR})")
_HEADLINE_WILL = re.compile(r"\b(?:to\s[a-z]{2,}|will|may|can|plans?|expects?|intends?|aims?)\b")
_HEADLINE_KINDS = frozenset({"title", "deck"})
_ELSE = re.compile(
    r"[;:\"“”]|\b(?:would|was|were|had|did|previously|earlier|if|since|than|results?|compared|when|which|who)\b"
)
"""Between the verb and the year: another time may be told."""


def is_to_come(reading: Reading, mention: DayMention) -> bool:
    """Whether copy says that something will be done by a year (`will be built by the end of 2020`), in it, or on a day.

    In quoted words only a year by which, or a day on which, something will be done tells as much.
    """
    text = reading.document.text
    low = max(mention.sentence[0], mention.start - REACH)
    before = text[low : mention.start]
    on_day = mention.day is not None and _ON.search(before, max(0, len(before) - _PREPOSITION)) is not None
    if on_day and _HAPPENS_ON.search(before):
        return True
    if not (
        on_day
        or _UNTIL.search(before, max(0, len(before) - _UNTIL_REACH))
        or (not mention.spoken and _IN.search(before, max(0, len(before) - _PREPOSITION)))
    ):
        return False
    return _is_governed(reading, _WILL, low, mention.start)


def is_overtaken(reading: Reading, mention: DayMention) -> bool:
    """Whether copy tells that a day of which it speaks as to come has come and gone, or what happened on it."""
    text, (start, end) = reading.document.text, mention.sentence
    low = max(start, mention.start - _UNTIL_REACH)
    named = mention.month is not None and _NAMED_BY_DAY.search(text, low, mention.start) is not None
    return (
        named
        or _OVERTAKEN.match(text, mention.end, end) is not None
        or _OF_THE_PAST.search(text, low, mention.start) is not None
    )


def is_arranged(reading: Reading, mention: DayMention) -> bool:
    """Whether a sentence of the past tense may speak of a day to come.

    `The visit was agreed for March 2018`; `the ministers agreed on a visit in 2018`, not `agreed in 2018`.
    """
    text, low = reading.document.text, max(mention.sentence[0], mention.start - REACH)
    if _FOR.search(text, max(low, mention.start - _FOR_REACH), mention.start):
        return True
    arranged = _ARRANGED.search(text[low : mention.start])
    return arranged is not None and not reading.tells_past(low + arranged.start("what"), mention.start)


def years_of_headlines(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Return the years, and where they stand, in which title and deck say that something will be done.

    Headlines say so with an infinitive: `Fleet to get ten ships in 2019`.
    """
    for block in reading.document.blocks:
        if block.kind not in _HEADLINE_KINDS:
            continue
        title = reading.document.text[block.start : block.end]
        if "20" not in title and "19" not in title:
            continue  # no year
        for found in _HEADLINE.finditer(reading.document.text, block.start, block.end):
            low = max(block.start, found.start() - REACH)
            if _is_governed(reading, _HEADLINE_WILL, low, found.start()):
                yield int(found["year"]), found.start("year"), found.end("year")


def _is_governed(reading: Reading, verbs: re.Pattern[str], low: int, end: int) -> bool:
    """Whether a verb of what is to come governs a year at ``end``, with no other time between."""
    before = reading.document.text[low:end]
    will = [found.end() for found in verbs.finditer(before)]
    if not will or _ELSE.search(before, will[-1]):
        return False
    return " be " in before[will[-1] :] or not reading.tells_past(low + will[-1], end)
