"""Filters typed into the search box: ``field:value``.

| field | value | alias |
|---|---|---|
| speaker | part of a name or slug | |
| country | code or name | partner |
| topic | slug or part of it | |
| outlet | name | source |
| side | russia, foreign, unknown | |
| kind | direct, partial, nested, transcript | |
| voice | code or name of the country that the speaker speaks for | |
| via | part of the name of whoever told it | |
| from, to | first and last day | since, until |
| after, before | the same half-open: `after` includes its day, `before` does not | |
| on | the day, month or year itself | year, date |

Days may be given as a day, a month or a year (2016-11-11, 2016-11, 2016). A filter narrows the whole search wherever it
stands; the same field twice means either; with a minus or NOT before it, it excludes.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Field = Literal[
    "speaker", "country", "topic", "outlet", "side", "kind", "voice", "via", "from", "to", "after", "before", "on"
]

_FIELDS: dict[str, Field] = {
    "speaker": "speaker",
    "country": "country",
    "partner": "country",
    "topic": "topic",
    "outlet": "outlet",
    "source": "outlet",
    "side": "side",
    "kind": "kind",
    "voice": "voice",
    "via": "via",
    "from": "from",
    "since": "from",
    "to": "to",
    "until": "to",
    "after": "after",
    "before": "before",
    "on": "on",
    "year": "on",
    "date": "on",
}
DATED: frozenset[Field] = frozenset({"from", "to", "after", "before", "on"})
"""Fields that take days."""

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class FieldFilter:
    """One filter as typed. ``excluded`` when it says what not to show."""

    field: Field
    value: str
    excluded: bool = False


def is_field(name: str) -> bool:
    """Say whether a word before a colon names a field."""
    return name.lower() in _FIELDS


def field_filter(name: str, value: str) -> FieldFilter | None:
    """Return the filter that ``name:value`` is; None when the value cannot be meant. ``name`` must name a field."""
    field = _FIELDS[name.lower()]
    if not value or (field in DATED and period(value) is None):
        return None
    return FieldFilter(field, value)


def excluding(typed: FieldFilter) -> FieldFilter | None:
    """Return the filter turned round; None for days, of which only a range can be asked."""
    return None if typed.field in DATED else FieldFilter(typed.field, typed.value, not typed.excluded)


def period(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a day, month or year in ISO 8601; None when it is none."""
    if not (found := _DAY.fullmatch(value)):
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year or not 1 <= (month or 1) <= 12:
        return None
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    try:
        return date(year, month or 1, day or 1), date(year, last_month, last_day)
    except ValueError:
        return None


def day_range(typed: Iterable[FieldFilter]) -> tuple[date | None, date | None]:
    """Return the first and last day that all filters on days leave, either absent where they set no bound."""
    since, until = date.min, date.max
    for one in typed:
        if one.field in DATED and (days := period(one.value)):
            first, last = days
            if one.field in {"from", "after", "on"}:
                since = max(since, first)
            if one.field in {"to", "on"}:
                until = min(until, last)
            if one.field == "before":
                until = min(until, first - timedelta(days=1) if first > date.min else first)
    return (None if since == date.min else since), (None if until == date.max else until)
