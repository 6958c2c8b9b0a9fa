"""Lines on which a web page prints its own date: `21 Jan 2019 14:06`, `Moscow | Updated: 23-02-2022 17:34 IST`."""

from __future__ import annotations

import re

from app.extraction.blocks.lines import Line
from app.extraction.calendar import (
    DAY,
    MONTH,
    MONTH_AFTER_DAY,
    MONTHS,
    WEEKDAYS,
    YEAR,
    day_number,
    in_some_year,
    month_number,
)
from app.extraction.model import Stamp

STAMP_LENGTH = 140
_YEAR_BEFORE_TIME = r"20[0-4][0-9](?=[0-2][0-9]:)"
"""Pages that set date and time apart only by their looks leave `201717:54`."""
_DATE = re.compile(
    r"(?<![0-9_.-])(?<![0-9]:)(?<!(?-i:[a-z]))(?:"
    rf"(?P<iso_year>{YEAR})[-/.]\s?(?P<iso_month>[01]?[0-9])[-/.]\s?(?P<iso_day>[0-3]?[0-9])(?![0-9])"
    r"|(?P<number>[0-3]?[0-9])(?P<mark>[./-])\s?(?P<number_last>[0-3]?[0-9])(?P=mark)\s?"
    rf"(?P<number_year>{YEAR})(?!\w(?!\.))"
    r"|(?P<short_day>[0-3][0-9])\.(?P<short_month>[01][0-9])\.(?P<short_year>[0-2][0-9])(?![\w.])"
    rf"|(?P<first_day>{DAY})(?:\sof|\.)?[ -]{{1,3}}(?P<first_month>{MONTH_AFTER_DAY})"
    rf"(?:,?[ -]{{1,3}}(?P<first_year>{YEAR}|{_YEAR_BEFORE_TIME})"
    r"|(?:-|\s?['’])(?P<first_short_year>[0-2][0-9])(?![0-9:]))?"
    rf"|(?:(?P<year_before>{YEAR}),?\s)?(?P<last_month>{MONTH})(?:,?\s{{1,3}}|-)(?P<last_day>{DAY})(?![0-9:])"
    rf"(?:(?:[,.]?\s{{1,3}}|[,-])(?P<last_year>{YEAR}))?)",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?:[\w.-]{1,40}@[\w.-]{1,40}\s{1,2})?\(\s?[A-Z][\w ]{2,40} (?P<month>[01]?[0-9])/(?P<day>[0-3]?[0-9])/"
    r"(?P<year>20[0-4][0-9]) page ?\w{1,4}\)$"
)
"""The page of a newspaper, with the writer's address: `somebody@paper.cn (Some Daily 12/16/2016 page26)`."""
PAGE_LENGTH = 160
_NUMBERED = re.compile(
    r"[0-9]{1,5}-(?P<number>[0-3][0-9])(?P<mark>-)(?P<number_last>[01][0-9])-(?P<number_year>20[0-4][0-9])$"
)
"""The number under which a ministry files what it publishes, and the day: `912-06-05-2021`."""
BEFORE_JUCHE = 1911
"""The year before the first of the calendar by which Pyongyang counts."""
_JUCHE = re.compile(r"\(Juche\s?(?P<year>[0-9]{2,3})\.(?P<month>[01]?[0-9])\.(?P<day>[0-3]?[0-9])\.?\)$")
_DIGIT = re.compile("[0-9]")
_TIME = re.compile(r"(?<![0-9:.])[0-2]?[0-9][:.][0-5][0-9](?![0-9])", re.IGNORECASE)
_NOISE = frozenset({*WEEKDAYS, *(day[:3] for day in WEEKDAYS), "am", "pm", "utc", "gmt", "msk", "ist", "amt"}) | {
    "by",
    "last",
    "updated",
    "published",
    "posted",
    "created",
}
"""Words that belong to a date or a time of day."""
_OF_DATES = frozenset({*MONTHS, *(month[:3] for month in MONTHS), "sept", "of", "st", "nd", "rd", "th"})
"""What else letters may be in a date."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_REVIEW = re.compile(
    r"(?:top|main)\sstories\s(?:in|from|of)\s(?:the\s)?\w{1,20}\s(?:press|papers|media)\b", re.IGNORECASE
)
"""With what the line of a press review begins that names its day: `Top stories in the Norwegian press on May 6`."""
_WORDS_BESIDE_TIME = 12
_WORDS_BESIDE_YEAR = 4


def read_stamp(line: Line) -> Stamp | None:
    """Return the date of a line that holds a date and little else, or None when the line is something else.

    A date with a time of day may stand beside a section's or an author's name; a date with a year beside a few words;
    a date without either must stand alone.
    """
    if len(line.text) > STAMP_LENGTH or not _DIGIT.search(line.text):
        return None
    if page := read_page(line.text, line.start):
        return page
    if line.is_prose and _tells_more(line.text):
        return None
    if (juche := _JUCHE.search(line.text)) is not None:
        month, day = int(juche["month"]), int(juche["day"])
        year = BEFORE_JUCHE + int(juche["year"])
        span = line.start + juche.start(), line.start + juche.end()
        return Stamp(day, month, year, *span) if in_some_year(day, month) else None
    if numbered := _NUMBERED.match(line.text):
        return _numeric(numbered, line.start)
    found = _DATE.search(line.text)
    if found is None:
        return None
    timed = _TIME.search(line.text, found.end()) or _TIME.search(line.text, 0, found.start())
    stamp = _numeric(found, line.start) if found["number"] else _stamp(found, line.start)
    if stamp is None:
        return None
    beside = _WORD.findall(line.text[: found.start()]) + _WORD.findall(line.text[found.end() :])
    words = sum(word.casefold() not in _NOISE for word in beside)
    allowed = _WORDS_BESIDE_TIME if timed else _WORDS_BESIDE_YEAR if stamp.year else 0
    if (words > allowed or (words and line.is_prose)) and not _REVIEW.match(line.text):
        return None
    return stamp


def _tells_more(text: str) -> bool:
    """Whether a text begins with a word that is no part of a date."""
    first = _WORD.search(text)
    return first is not None and (word := first.group().casefold()) not in _NOISE and word not in _OF_DATES


def read_page(text: str, offset: int) -> Stamp | None:
    """Return the day of the newspaper's page with which a text ends; those that print it put the month first."""
    found = PAGE.search(text, max(0, len(text) - PAGE_LENGTH)) if text.endswith(")") else None
    if found is None:
        return None
    day, month = int(found["day"]), int(found["month"])
    if not in_some_year(day, month):
        return None
    return Stamp(day, month, int(found["year"]), offset + found.start("month"), offset + found.end("year"))


def _numeric(found: re.Match[str], offset: int) -> Stamp | None:
    """Return the stamp of a date in figures alone; with slashes, Americans put the month first."""
    first, last = int(found["number"]), int(found["number_last"])
    slashed, year = found["mark"] == "/", int(found["number_year"])
    day_first = in_some_year(first, last)
    month_first = slashed and in_some_year(last, first)
    if not (day_first or month_first):
        return None
    day, month = (first, last) if day_first else (last, first)
    ambiguous = day_first and month_first and first != last
    return Stamp(day, month, year, offset + found.start(), offset + found.end(), ambiguous)


def _stamp(found: re.Match[str], offset: int) -> Stamp | None:
    part = found.groupdict()
    if part["iso_year"]:
        year, month, day = part["iso_year"], int(part["iso_month"]), int(part["iso_day"])
    elif part["short_day"]:
        year, month, day = f"20{part['short_year']}", int(part["short_month"]), int(part["short_day"])
    elif part["first_day"]:
        year, month, day = part["first_year"], month_number(part["first_month"]), day_number(part["first_day"])
        year = f"20{part['first_short_year']}" if part["first_short_year"] else year
    else:
        year = part["year_before"] or part["last_year"]
        month, day = month_number(part["last_month"]), day_number(part["last_day"])
    if not in_some_year(day, month):
        return None
    return Stamp(day, month, int(year) if year else None, offset + found.start(), offset + found.end())
