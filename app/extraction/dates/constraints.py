"""What the body says of the day of publication: each finding leaves some of the candidate days and says why.

A rule is a pure function from the article to findings; ``solver`` asks them about the candidates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from app.extraction.calendar import Days, Period, date_or_none
from app.extraction.dates.meetings import AROUND, REPORTED_WITHIN, meetings_in_lead, meetings_named
from app.extraction.dates.occurrences import world_events
from app.extraction.dates.prospects import is_arranged, is_overtaken, is_to_come, years_of_headlines
from app.extraction.dates.reading import Finding, Reading, Rule, within, within_if_any
from app.extraction.dates.tenures import tenures_named
from app.extraction.dates.timeliness import is_of_the_day
from app.extraction.model import DayMention, Evidence
from app.extraction.vocabulary import Vocabulary

PLANNING_YEARS = 3
"""How long before the day a day to come is spoken of."""
HEAD_BLOCKS = 2
"""The day of the report is named in so many first paragraphs."""
LATE = 1
"""Agency copy of what was said is filed no more days later."""
DAYS_OLD = 2
"""What a lead reports happened no more days before."""
_EVENING = re.compile(r"\s(?:night|evening)")
_WILL = re.compile(r"\s(?:will|is\sto|are\sto|plans\sto)\b")
_INFINITIVE = re.compile(r"\b(?:to\s(?!(?:the|an?|his|her|its|their)\b)[a-z]{2,}|of\s[a-z]{2,}ing)\b[^.,;]*$")
_INFINITIVE_REACH = 60
_SINCE = re.compile(r"\b(?:from|since)\s$", re.IGNORECASE)
_SINCE_REACH = 6
_NAME = re.compile(r"\s(?:[a-z]+\s)?[A-Z]")
_PLAN_TOLD = re.compile(r"\b(?:that|says?|said|stipulates?|provides?|reads?)\b")
_HAD_SAID = re.compile(
    r"\bhad\s(?:\w+\s)?(?:agreed|announced|declared|expected|hoped|planned|pledged|promised|reported|said|told|vowed)\b"
    r"|\b(?:earlier|initial|old|original|previous)\s(?:forecasts?|plans?|promises?|schedule)\b"
)
_ALSO_NOW = re.compile(r"\sand\s[^,;]{0,60}\s(?:will|is|are)\s")
"""Beside what was done then, the sentence says what is to come: `took the chair in 2015 and is to leave it in 2017`."""
_NEIGHBOURING_YEARS = (0, -1, 1)
_MAY_BE_TO_COME = frozenset({"future", "limit", "plain"})
_HALF_YEAR = datetime.timedelta(days=180)


def findings_of(reading: Reading) -> tuple[Finding, ...]:
    """Return all that the rules find in an article."""
    return tuple(finding for rule in RULES for finding in rule(reading))


def weekday_of_report(reading: Reading) -> Iterator[Finding]:
    """Leave the days that fall on the weekday of the report (`told reporters on Friday`) or on the day after.

    Night and distance carry copy into the next day; where that hardly happens, it is the finding's margin.
    """
    if mention := weekday_mention_of_report(reading):
        evidence, late = _evidence("weekday of the report", reading, mention), _after_weekday(mention, LATE)
        same_day = is_of_the_day(reading, mention)
        yield Finding(evidence, _after_weekday(mention, 0), late) if same_day else Finding(evidence, late)


def weekday_mention_of_report(reading: Reading) -> DayMention | None:
    """Return the words that name the weekday of the report (not `Friday night`), or None.

    The first one near the head counts; with several weekdays of speech, only one in the first paragraph does.
    """
    text = reading.document.text
    said = [m for m in reading.bare_weekdays() if m.tense == "reporting" and not _EVENING.match(text, m.end)]
    if not said:
        return None
    one = len({mention.weekday for mention in said}) == 1
    return said[0] if said[0].block == 0 or (one and said[0].block < HEAD_BLOCKS) else None


def weekday_of_lead(reading: Reading) -> Iterator[Finding]:
    """Leave the days shortly after the weekday on which the lead says that something happened.

    Beside the weekday of the report, another one may be to come: `before Tuesday's match, the coach said on Monday`.
    """
    lead = [m for m in reading.bare_weekdays() if m.block == 0 and m.tense == "plain"]
    for mention in lead[:1] if weekday_mention_of_report(reading) is None else ():
        yield Finding(_evidence("weekday in the lead", reading, mention), _after_weekday(mention, DAYS_OLD))


def weekday_past_and_to_come(reading: Reading) -> Iterator[Finding]:
    """Leave the days that fall on the one weekday that the body names both as past and as to come: it is today.

    Only the order of newswire counts as to come: `Putin on Wednesday will hold talks`.
    """
    bare = [m for m in reading.bare_weekdays() if m.tense not in {"earlier", "limit"}]
    to_come = [m for m in bare if m.tense == "future" and _WILL.match(reading.document.text, m.end)]
    if len({mention.weekday for mention in bare}) == 1 and 0 < len(to_come) < len(bare):
        yield Finding(_evidence("weekday both past and to come", reading, bare[0]), _after_weekday(bare[0], 0))


def weekday_beside_day(reading: Reading) -> Iterator[Finding]:
    """Leave the days around which a day of the month falls on its weekday: `on Thursday, March 15`."""
    for mention in reading.document.days:
        if mention.weekday is not None and mention.day is not None and mention.month is not None:
            yield Finding(_evidence("weekday beside its day", reading, mention), partial(_days_beside, mention))


def not_before_past(reading: Reading) -> Iterator[Finding]:
    """Leave the days from the latest date with a year on that the copy itself speaks of as past.

    A month or a year alone, and a day from which something holds, counts where its sentence has a past tense.
    """
    past = [m for m in reading.document.days if m.year and m.tense not in {"future", "limit"} and not m.spoken]
    told = [mention for mention in past if _is_told(reading, mention) and not _is_ahead(reading, mention)]
    if told:
        latest = max(told, key=_first_day)
        since = _first_day(latest) - datetime.timedelta(days=1)
        yield Finding(_evidence("not before a past date", reading, latest), within((since, None)))


def _is_ahead(reading: Reading, mention: DayMention) -> bool:
    return is_to_come(reading, mention) or is_arranged(reading, mention)


def _is_told(reading: Reading, mention: DayMention) -> bool:
    """Whether the sentence of a date tells the past.

    `An initiative to convene a summit in 2025` and `is to come into force from 1 July 2025` do not, and `the 2018 World
    Cup` is a name for years before.
    """
    text, (start, end) = reading.document.text, mention.sentence
    if mention.day and not _SINCE.search(text, max(start, mention.start - _SINCE_REACH), mention.start):
        return True
    named = mention.month is None and text.startswith("the ", mention.start - 4) and _NAME.match(text, mention.end)
    infinitive = _INFINITIVE.search(text, max(start, mention.start - _INFINITIVE_REACH), mention.start)
    return not named and not infinitive and reading.tells_past(start, end)


def not_after_future(reading: Reading) -> Iterator[Finding]:
    """Leave the days up to a date with a year that is plainly to come; a full date is not announced years before.

    By a year by which something will be done, it may be announced long before. What was planned in a year named before
    it (`in 2014 the sides planned to vote in 2015`) may be past as well.
    """
    for mention in reading.document.days:
        said = mention.tense == "future" and not mention.spoken
        if not mention.year or _may_be_past(reading, mention):
            continue
        if said or (mention.tense in _MAY_BE_TO_COME and is_to_come(reading, mention)):
            last = _last_day(mention)
            first = datetime.date(last.year - PLANNING_YEARS, 1, 1) if mention.day and said else None
            yield Finding(_evidence("before a date to come", reading, mention), within((first, last)))
    for year, start, end in years_of_headlines(reading):
        evidence = reading.evidence("before a date to come", start, end)
        yield Finding(evidence, within((None, datetime.date(year, 12, 31))))


def _may_be_past(reading: Reading, mention: DayMention) -> bool:
    return is_overtaken(reading, mention) or _is_planned_before(reading, mention)


def _is_planned_before(reading: Reading, mention: DayMention) -> bool:
    """Whether the sentence tells a plan of an earlier year, or of those who `had said`: it may be of the past."""
    year = mention.year or 0
    if _HAD_SAID.search(reading.document.text, mention.sentence[0], mention.start):
        return True
    same = (m for m in reading.document.days if m.sentence == mention.sentence and m.start < mention.start)
    earlier = [m for m in same if m.year is not None and m.year < year]
    if not earlier:
        return False
    text, start = reading.document.text, earlier[-1].end
    told = _PLAN_TOLD.search(text, start, mention.start) is not None
    return told or not _ALSO_NOW.search(text, start, mention.start)


def sign_of_agency(reading: Reading) -> Iterator[Finding]:
    """Leave the days on which the agency signed its dateline so: TASS was ITAR-TASS until 2014."""
    dateline = reading.document.dateline
    if dateline is None:
        return
    printed = reading.document.text[dateline.start : dateline.end]
    folded = printed.casefold()
    period = next((period for name, period in _dated_signs(reading.vocabulary) if name in folded), None)
    if period:
        evidence = Evidence("name of the agency", printed.strip(), dateline.start, dateline.end)
        yield Finding(evidence, within(period))


def office_holders(reading: Reading) -> Iterator[Finding]:
    """Leave the days on which the people named with their office held it."""
    for named in tenures_named(reading.document, reading.vocabulary):
        yield Finding(named.evidence, named.days)


def meetings(reading: Reading) -> Iterator[Finding]:
    """Leave the days around the known meetings that the body names by day and month, or that the lead reports."""
    for known, evidence in meetings_named(reading.document, reading.vocabulary):
        yield Finding(evidence, within(*((met.day - AROUND, met.day + AROUND) for met in known)))
    for known, evidence in meetings_in_lead(reading.document, reading.vocabulary):
        near = ((met.day - REPORTED_WITHIN, met.day + REPORTED_WITHIN) for met in known)
        yield Finding(evidence, within_if_any(*near))


RULES: tuple[Rule, ...] = (
    weekday_of_report,
    weekday_of_lead,
    weekday_past_and_to_come,
    weekday_beside_day,
    not_before_past,
    not_after_future,
    sign_of_agency,
    office_holders,
    meetings,
    world_events,
)


def _evidence(rule: str, reading: Reading, mention: DayMention) -> Evidence:
    return reading.evidence(rule, mention.start, mention.end)


def _after_weekday(mention: DayMention, most: int) -> Callable[[Days], Days]:
    """Return what leaves the days that fall on a mention's weekday or no more than ``most`` days after it."""
    weekday = mention.weekday or 0
    return lambda days: tuple(day for day in days if (day.weekday() - weekday) % 7 <= most)


def _days_beside(mention: DayMention, days: Days) -> Days:
    """Return the days around which a mention's day of the month falls on its weekday."""
    named = ((day, nearest(day, mention)) for day in days)
    return tuple(day for day, that in named if that and that.weekday() == mention.weekday)


def nearest(day: datetime.date, mention: DayMention) -> datetime.date | None:
    """Return the occurrence of a mention's day and month that lies nearest to ``day``."""
    same_year = date_or_none(mention.year or day.year, mention.month or 1, mention.day or 1)
    if mention.year or (same_year and abs(same_year - day) < _HALF_YEAR):
        return same_year
    named = (date_or_none(day.year + step, mention.month or 1, mention.day or 1) for step in _NEIGHBOURING_YEARS)
    return min((that for that in named if that), key=lambda that: abs(that - day), default=None)


def _first_day(mention: DayMention) -> datetime.date:
    year, month = mention.year or datetime.MINYEAR, mention.month or 1
    return date_or_none(year, month, mention.day or 1) or datetime.date(year, month, 1)


def _last_day(mention: DayMention) -> datetime.date:
    year, month = mention.year or datetime.MAXYEAR, mention.month or 12
    return (
        date_or_none(year, month, mention.day or 31) or date_or_none(year, month, 30) or datetime.date(year, month, 28)
    )


@lru_cache(maxsize=4)
def _dated_signs(vocabulary: Vocabulary) -> tuple[tuple[str, Period], ...]:
    """Return the names that agencies have not always had, the longest first, and when they had them."""
    signs = [sign for outlet in vocabulary.outlets.values() for sign in outlet.signs if sign.since or sign.until]
    signs.sort(key=lambda sign: len(sign.text), reverse=True)
    return tuple((sign.text.casefold(), (sign.since, sign.until)) for sign in signs)
