"""The dateline: where and on which day the copy was filed, as agencies print it at the head of the first paragraph.

`MOSCOW, May 20. /TASS/.`, `Moscow. 22 Jan. INTERFAX.RU`, `IGORA /Leningrad Region/, December 26. /TASS/.`,
`MOSCOW (UrduPoint News / Sputnik - 27th April, 2020)`, `BEIJING, Dec. 10 (Xinhua) --`, `Baku/18.11.15/Turan:`,
`YEREVAN, NOVEMBER 18, ARMENPRESS.`, and machine-translated ones (`MOSCOW on 18 November.`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.extraction.calendar import DAY, MONTH, MONTH_AFTER_DAY, WEEKDAY, YEAR, day_number, in_some_year, month_number
from app.extraction.model import Dateline
from app.extraction.vocabulary import Vocabulary

DATELINE_LENGTH = 160
"""Code points from the start of a line within which a dateline ends."""

SHORTEST_COPY = 110
"""Copy that opens with nothing but a city and a colon (`New Delhi: `) is longer than a headline that does."""
_WORDS_OF_UNKNOWN_PLACE = 2
MARK_REACH = 80
"""Code points within which a dateline shows its day, its agency, or the dash after a place in capitals."""

_RUNNING_TEXT = re.compile(r"(?:[A-Z][a-z]+,?\s)+(?!on\b)[a-z]+\s[^0-9]")
"""How no dateline begins: plain words with capitals, then one without (`Russian President Vladimir Putin held`)."""
_MARK = re.compile(r"[0-9/(\[–—A-Z:-](?:(?<=[^A-Z:-])|(?<=[:-])\s|(?<=[A-Z])[A-Z])")
"""Digit, bracket, dash, colon or two capitals. A text is searched quickly for what begins with a set of characters."""
_REGION = re.compile(
    r"\s?(?:/(?P<slashed>[^/\n]{2,40})/|\((?P<round>[^()\n]{2,40})\)|\[(?P<square>[^\[\]\n]{2,40})\])(?=[,.]\s)"
)
_BETWEEN = re.compile(r"[\s,.]{0,3}(?:[-–—/]\s?)?(?:[Oo]n\s)?")
_DATE = re.compile(
    rf"(?:{WEEKDAY},?\s)?(?:(?:the\s)?(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH_AFTER_DAY})|(?P<month_first>{MONTH})(?:\s|(?<=\.))(?P<day_last>{DAY}))"
    rf"(?![0-9])(?:[,.]?\s(?P<year>{YEAR}))?"
    r"|(?P<number_day>[0-3]?[0-9])\.(?P<number_month>[01]?[0-9])\.(?P<number_year>(?:20)?[0-9]{2})(?![0-9])"
    r"|(?<=/)(?P<slash_first>[0-3]?[0-9])/(?P<slash_last>[0-3]?[0-9])/(?P<slash_year>(?:20)?[0-9]{2})(?=/)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"/\s?(?P<slashed>[^/\n]{2,40}?)\s?/|\((?P<inside>[^()\n]{2,70})\)")
_NAME_WORD = r"[A-Z][\w'’-]{1,20}"
_AUTHOR = rf"(?:,\s{_NAME_WORD}\s{_NAME_WORD}(?=\.))?"
_CLOSE = re.compile(_AUTHOR + r"(?:\s?(?:[:.•]|[-–—]{1,2}|/)){0,3}")
_OTHER_AGENCY = re.compile(r",\s[A-Z][\w-]{1,20}\s?[-–—]{1,2}\s")
"""An agency that the vocabulary does not know, between a day and a dash."""
_UNSPACED = re.compile(r"(?<=[A-Z]{2}\.)(?=[A-Z]{2})")
"""Where `ST.PETERSBURG` lacks its space."""
_AFTER_ABBREVIATION = re.compile(r"\s?(?:[-–—]|:\s)")
"""What follows an agency that the vocabulary does not know, in capitals and brackets: `Oslo (NTB): `."""
_DASH = re.compile(r"\.?\s?(?:[-–—]{1,2}|•)\s")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What depends on the vocabulary: how a place is recognised, and the names of agencies."""

    place: re.Pattern[str]
    agency: re.Pattern[str]
    writer: re.Pattern[str]
    """Who wrote the copy, between the place and an agency (`Baku. Ivan Petrov – APA.`)."""


@dataclass(slots=True)
class _Parts:
    """What has been read of a dateline so far."""

    end: int
    date: re.Match[str] | None = None
    agency: bool = False
    agency_first: bool = False
    bracketed: bool = False
    dashed: bool = False
    """Whether a dash stands between a known place, or the writer, and the agency (`Baku – APA.`)."""


def read_dateline(text: str, start: int, vocabulary: Vocabulary) -> Dateline | None:
    """Return the dateline that begins at ``start`` (a line's first letter), or None when none does.

    Its span ends after the agency's name and the mark that closes it. Day, month and year are None where the dateline
    does not print them; the country is that of the place, where the vocabulary knows it.
    """
    if (
        not text[start : start + 1].isupper()
        or _RUNNING_TEXT.match(text, start, start + MARK_REACH)
        or not _MARK.search(text, start, start + MARK_REACH)
    ):
        return None
    head = text[start : start + DATELINE_LENGTH].partition("\n")[0]
    patterns = _patterns(vocabulary)
    place = patterns.place.match(head)
    after_place = place.end() if place else 0
    region = _REGION.match(head, after_place) if place else None
    if region is not None and patterns.agency.fullmatch(_inside(region)):
        region = None
    name = _proper(_UNSPACED.sub(" ", place.group().partition(", ")[0].rstrip(". "))) if place else None
    country = country_of(name, vocabulary) or (country_of(_inside(region), vocabulary) if region else None)
    parts = _read_parts(head, region.end() if region else after_place, patterns, known=country is not None)
    is_city = country is not None and name is not None and name.casefold() not in _states(vocabulary)
    if not (
        _is_dateline(head, place.group() if place else "", parts, known=country is not None)
        or (is_city and len(head) >= SHORTEST_COPY and head.startswith(": ", after_place))
    ):
        return None
    closed = _CLOSE.match(head, parts.end)
    end = closed.end() if closed else parts.end
    day, month, year = _day_month_year(parts.date)
    return Dateline(name, country, day, month, year, start, start + end)


def _read_parts(head: str, position: int, patterns: _Patterns, *, known: bool) -> _Parts:
    """Read a date and an agency, each at most once, in either order, with the marks between them.

    ``known`` says whether the place before them is.
    """
    writer = patterns.writer.match(head, position) if known else None
    parts = _Parts(writer.end() if writer else position, dashed=writer is not None)
    while not (parts.date and parts.agency):
        between = _BETWEEN.match(head, parts.end)
        bare = between.end() if between else parts.end
        if parts.date is None and (date := _DATE.match(head, bare)):
            parts.date, parts.end = date, date.end() - date.group().endswith(".")
        elif not parts.agency and (brackets := _BRACKETS.match(head, _skip_space(head, parts.end))):
            inside = brackets["slashed"] or brackets["inside"]
            signed = patterns.agency.search(inside) or patterns.agency.search(inside.upper())
            in_capitals = inside.isupper() or head[: brackets.start()].isupper()
            abbreviated = known and in_capitals and _AFTER_ABBREVIATION.match(head, brackets.end())
            if not (signed or abbreviated) and (parts.date is None or not inside[0].isupper()):
                break
            parts.date = parts.date or _DATE.search(inside)
            parts.agency, parts.bracketed, parts.end = True, True, brackets.end()
            parts.agency_first = brackets.start() == 0
        elif not parts.agency and (name := patterns.agency.match(head, bare)):
            parts.dashed = parts.dashed or (known and head[parts.end : bare].strip() in tuple("-–—"))
            parts.agency, parts.end = True, name.end()
            parts.agency_first = name.start() == 0
        else:
            break
    return parts


def _skip_space(head: str, position: int) -> int:
    while position < len(head) and head[position] in " .,\u00a0":
        position += 1
    return position


def _is_dateline(head: str, place: str, parts: _Parts, *, known: bool) -> bool:
    """Tell a dateline from a sentence that begins with a place, an agency or a date."""
    city = place.partition(", ")[0]
    if parts.agency:
        dash = _DASH.match(head, parts.end) is not None
        if not place:
            return (parts.agency_first or parts.bracketed) and (parts.date is not None or dash)
        if parts.bracketed or parts.date is not None or place.isupper() or dash:
            return True
        return parts.dashed and head[parts.end : parts.end + 2].strip() in (".", ":")
    rest = head[parts.end :]
    if parts.date is None:
        return known and city.isupper() and (not rest.strip() or _DASH.match(rest) is not None)
    if place.isupper() and _OTHER_AGENCY.match(rest):
        return True
    if not place or not (known or place.isupper() or place.count(" ") < _WORDS_OF_UNKNOWN_PLACE):
        return False  # `Lavrov To Visit Sri Lanka On January 14 - Ministry`
    closed = rest.lstrip()[:1] in tuple(".:-–—/") or (not rest.strip() and (known or place.isupper()))
    return closed and (place.isupper() or not rest.lstrip(" .:-–—/")[:1].islower())


def _day_month_year(found: re.Match[str] | None) -> tuple[int | None, int | None, int | None]:
    if found is None:
        return None, None, None
    part = found.groupdict()
    if part["number_day"]:
        return _numeric(int(part["number_day"]), int(part["number_month"]), int(part["number_year"]))
    if part["slash_first"]:
        first, last, year = (int(part[key]) for key in ("slash_first", "slash_last", "slash_year"))
        if in_some_year(first, last) and in_some_year(last, first) and first != last:
            return None, None, None  # either may be the month
        return _numeric(max(first, last), min(first, last), year)
    year_word = part["year"]
    return (
        day_number(part["day"] or part["day_last"]),
        month_number(part["month"] or part["month_first"]),
        int(year_word) if year_word else None,
    )


def _numeric(day: int, month: int, year: int) -> tuple[int | None, int | None, int | None]:
    """Return a date in figures, its year in full; nothing where no calendar has it."""
    if not in_some_year(day, month):
        return None, None, None
    return day, month, year if year > 99 else 2000 + year


def _inside(region: re.Match[str]) -> str:
    return next(part for part in region.groups() if part)


def _proper(place: str) -> str:
    """Return a place in ordinary letter case: datelines print it in capitals."""
    if not place.isupper():
        return place
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), place).replace("-On-", "-on-")


def country_of(place: str | None, vocabulary: Vocabulary) -> str | None:
    """Return the code of the country in which a dateline's place lies, or None when the vocabulary does not know."""
    return None if place is None else _places(vocabulary).get(place.casefold().replace(".", ""))


@lru_cache(maxsize=4)
def _places(vocabulary: Vocabulary) -> dict[str, str]:
    return {
        place.casefold().replace(".", ""): country.code
        for country in reversed(list(vocabulary.countries.values()))
        for place in (country.name, *country.places)
    }


@lru_cache(maxsize=4)
def _states(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(country.name.casefold() for country in vocabulary.countries.values())


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> _Patterns:
    names = {sign.text for outlet in vocabulary.outlets.values() for sign in outlet.signs}
    spellings = sorted(
        {form for name in names for form in (name, name.upper(), name.capitalize())}, key=len, reverse=True
    )
    agency = rf"(?<![\w.-])(?:{'|'.join(map(re.escape, spellings))})(?![\w'’]|[.-]\w)"
    other = rf"(?i:{MONTH}|{WEEKDAY}|on\b|by\b)|{agency}"
    word = rf"(?!{other})[A-Z][\w'’]{{0,19}}(?:\.(?=\s?[A-Z]{{2}})|\.(?=[A-Z]\.)[A-Z]\.)?"
    place = rf"{word}(?:(?:[ /]|-(?:(?i:on)-)?|,\s|(?<=\.)){word}){{0,4}}"
    writer = rf"\.(?:\s{_NAME_WORD}){{2}}\s[-–—](?=\s{agency}[.:])"
    return _Patterns(place=re.compile(place), agency=re.compile(agency), writer=re.compile(writer))
