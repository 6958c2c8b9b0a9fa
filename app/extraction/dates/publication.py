"""When an article was published: supplied by its source, else printed by the article, else inferred."""

from __future__ import annotations

import datetime

from app.extraction.calendar import date_or_none
from app.extraction.dates.constraints import findings_of, nearest, weekday_mention_of_report
from app.extraction.dates.occasions import days_after_occasions
from app.extraction.dates.printed import SAME_COPY, PrintedDay, printed_days, supplied_day
from app.extraction.dates.reading import Reading
from app.extraction.dates.solver import candidate_days, contradict, solve, solve_carefully
from app.extraction.document import Document
from app.extraction.model import DayMention, Evidence, Published
from app.extraction.vocabulary import Vocabulary

STATED_CONFIDENCE = 0.97
"""The article prints day, month and year."""
INFERRED_CONFIDENCE = 0.9
"""One year is left, by two pieces of evidence or more."""
WEEK = 7
CLOSE, FAR = 21, 60
"""Days between the day of publication and one that its copy names without a year, and more than they usually are."""
THIN_CONFIDENCE = 0.75
"""One year is left, by a single piece of evidence."""


def date_publication(document: Document, vocabulary: Vocabulary) -> Document:
    """Find the day of publication, every day that the evidence leaves possible, and the evidence.

    A day supplied by the source wins; where the dateline contradicts it, that is part of the evidence. ``document``
    must have its blocks, dateline, stamps, names and days.
    """
    reading = Reading(document, vocabulary)
    printed = printed_days(document)
    supplied = supplied_day(document.source)
    if supplied:
        document.published = _supplied(*supplied, printed)
    elif printed:
        document.published = _printed(printed, reading)
    else:
        document.published = _after_occasion(reading)
    return document


def _supplied(day: datetime.date, evidence: Evidence, printed: list[PrintedDay]) -> Published:
    return Published(day, "supplied", 1.0, (day,), (evidence, *_beside(day, printed)))


def _printed(printed: list[PrintedDay], reading: Reading) -> Published:
    """Read the days that the article prints; a stamp counts when it belongs to the copy: to its dateline, if any."""
    dateline = next((day for day in printed if day.evidence.rule == "dateline"), None)
    full = [day for day in printed if day.date]
    if dateline is None and full:
        return _stamped(full, printed, reading)
    copy = dateline or printed[0]
    stated = next((day for day in full if day.date and _agrees(day.date, copy)), None)
    return _stated(stated, printed) if stated else _inferred(copy, reading)


def _stamped(full: list[PrintedDay], printed: list[PrintedDay], reading: Reading) -> Published:
    """Read the full dates of a page without dateline; some may be those of the visit or of another article.

    A date that contradicts the text is not believed; where the others are days apart, all stay candidates, but for the
    two readings of one stamp (`10/05/2023`), of which the days that the body names may prefer one.
    """
    findings = findings_of(reading)
    doubted = {day for day in {day.date for day in full} if day and contradict(findings, day)}
    believed = [day for day in full if day.date not in doubted]
    days = sorted({day.date for day in believed or full if day.date})
    if believed and (days[-1] - days[0]).days <= SAME_COPY:
        return _stated(believed[0], printed)
    if preferred := _preferred_reading(days, reading):
        day, evidence = preferred
        own = [other for other in printed if other.date == day]
        return Published(day, "inferred", INFERRED_CONFIDENCE, (day,), (own[0].evidence, evidence))
    return Published(None, "unknown", 0.0, tuple(days), tuple(day.evidence for day in printed))


def _preferred_reading(days: list[datetime.date], reading: Reading) -> tuple[datetime.date, Evidence] | None:
    """Return the one of two readings of a stamp that the body speaks for, and how, or None."""
    if len(days) != 2 or (days[0].day, days[0].month) != (days[1].month, days[1].day):
        return None
    return _near_named_day(days, reading) or _on_weekday(days, reading)


def _near_named_day(days: list[datetime.date], reading: Reading) -> tuple[datetime.date, Evidence] | None:
    """Return the one of two days near which the body names a day without its year, far from the other.

    Newswire leaves out the year of days that are weeks away, not months.
    """
    near: dict[datetime.date, DayMention] = {}
    for mention in reading.document.days:
        if mention.day is None or mention.month is None or mention.year:
            continue
        away = {day: abs((that - day).days) for day in days if (that := nearest(day, mention))}
        close = [day for day, distance in away.items() if distance <= CLOSE]
        if len(close) == 1 and max(away.values()) > FAR:
            near.setdefault(close[0], mention)
    if len(near) != 1:
        return None
    day, mention = near.popitem()
    return day, reading.evidence("day named near the stamp", mention.start, mention.end)


def _on_weekday(days: list[datetime.date], reading: Reading) -> tuple[datetime.date, Evidence] | None:
    """Return the one of two days that falls on the weekday of the report or lead, the other not on the day after."""
    lead = (m for m in reading.bare_weekdays() if m.block == 0 and m.tense == "plain")
    mention = weekday_mention_of_report(reading) or next(lead, None)
    if mention is None:
        return None
    after = sorted(((day.weekday() - (mention.weekday or 0)) % WEEK, day) for day in days)
    if after[0][0] != 0 or after[1][0] <= 1:
        return None
    return after[0][1], reading.evidence("weekday of the report", mention.start, mention.end)


def _after_occasion(reading: Reading) -> Published:
    """Date copy that prints no day by the one known occasion of which it speaks, where the rest does not contradict."""
    found = {day.date: day for day in days_after_occasions(reading) if day.date}
    findings = findings_of(reading) if found else ()
    days = tuple(sorted(day for day in found if not solve(findings, (day,)).contradicted))
    evidence = tuple(found[day].evidence for day in days)
    if len(days) != 1:
        return Published(None, "unknown", 0.0, days, evidence)
    return Published(days[0], "inferred", THIN_CONFIDENCE, days, evidence)


def _stated(stated: PrintedDay, printed: list[PrintedDay]) -> Published:
    day = stated.date
    assert day is not None  # noqa: S101 - for the type checker: only full dates are stated
    others = [other for other in printed if other.evidence != stated.evidence]
    return Published(day, "stated", STATED_CONFIDENCE, (day,), (stated.evidence, *_beside(day, others)))


def _inferred(printed: PrintedDay, reading: Reading) -> Published:
    """Infer the year of a printed day and month; several years left, or none without contradiction, stay candidates."""
    candidates = candidate_days(printed.day, printed.month, reading.vocabulary.horizon)
    solution = solve_carefully(findings_of(reading), candidates)
    evidence = (printed.evidence, *(finding.evidence for finding in solution.findings))
    if len(solution.days) != 1 or solution.contradicted:
        return Published(None, "unknown", 0.0, solution.days, evidence)
    rules = {finding.evidence.rule for finding in solution.findings}
    confidence = INFERRED_CONFIDENCE if len(rules) > 1 else THIN_CONFIDENCE
    return Published(solution.days[0], "inferred", confidence, solution.days, evidence)


def _beside(day: datetime.date, printed: list[PrintedDay]) -> list[Evidence]:
    """Return the evidence of the other printed days, named as what it is: agreement or contradiction."""
    return [
        other.evidence if _agrees(day, other) else other.evidence._replace(rule=f"{other.evidence.rule} contradicts")
        for other in printed
    ]


def _agrees(day: datetime.date, printed: PrintedDay) -> bool:
    """Whether a printed day, in the year that fits best, belongs to copy published on ``day``."""
    years = [printed.year] if printed.year else [day.year - 1, day.year, day.year + 1]
    days = (date_or_none(year, printed.month, printed.day) for year in years)
    return any(that is not None and abs((that - day).days) <= SAME_COPY for that in days)
