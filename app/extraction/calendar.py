"""Months and weekdays as newswire writes them, and the pieces of pattern that read them.

Nothing here decides what a date means; see the package ``dates``.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

Days = tuple[datetime.date, ...]
"""Days in order."""
Period = tuple[datetime.date | None, datetime.date | None]
"""The first and the last day of a time that may be open at either end."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:M)ar(?:ch)?|(?-i:M)ay|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
MONTH_AFTER_DAY = rf"(?:{MONTH}|ma[ry](?=\s?[.,:;/)–—]|\s-\s|\s20[0-4][0-9]))"
"""Translated copy writes `6 may`: a month and not the verb, where a mark or a year follows."""
MONTH_AFTER_WEEKDAY = rf"(?:{MONTH}|(?:(?<=day\s)|(?<=day,\s))ma(?:y|rch)(?=\s[0-9]))"
"""Translated copy writes `Friday, may 6`, too."""
YEAR = r"(?:19[89]|20[0-4])[0-9](?![0-9])"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])"

_LAST_DAY = 31
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation; ``word`` must match ``MONTH``."""
    return _MONTH_NUMBERS[word[:3].casefold()]


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name; ``word`` must match ``WEEKDAY``."""
    return WEEKDAYS.index(word.casefold())


def day_number(word: str) -> int:
    """Return the day of the month that ``word`` (`3`, `03`, `3rd`) names."""
    return int(word.rstrip("stndrhSTNDRH"))


def in_some_year(day: int, month: int) -> bool:
    """Whether figures can be a day and a month: no more than 31 and 12."""
    return 1 <= day <= _LAST_DAY and 1 <= month <= len(MONTHS)


def date_or_none(year: int, month: int, day: int) -> datetime.date | None:
    """Return the day, or None where the calendar has none (30 February, 29 February of a common year)."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def days_within(days: Days, periods: Iterable[Period]) -> Days:
    """Return those of some days that lie in one of the periods or more, in order."""
    parts = []
    for since, until in periods:
        low = bisect_left(days, since) if since else 0
        high = bisect_right(days, until) if until else len(days)
        parts.append(days[low:high])
    return parts[0] if len(parts) == 1 else tuple(sorted(set().union(*parts)))
