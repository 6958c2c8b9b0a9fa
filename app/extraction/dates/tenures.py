"""Office-holders named with their office: the days on which the copy could call them so."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.extraction.calendar import YEAR
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Evidence, Name
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Tenure

GRACE = datetime.timedelta(days=1)
"""Copy of the day of a hand-over may use the old title or the new one."""
APART = 9
"""An office, its country and its holder's name are no more code points apart."""
_CONNECTING = frozenset({"", "of", "of the", "to", "to the", "at the", "in", "in the", "for", "for the"})
_LOOK_BACK = 60
_NO_HOLDER = re.compile(
    r"\b(?:former|ex|then|late|outgoing|ousted|elected|newly\selected|candidate|deposed|future|incoming|first|would-be)\W{1,3}(?:[\w.]+\s){0,3}$",
    re.IGNORECASE,
)
_RETROSPECT = re.compile(
    rf"\b(?:in|of|since|from|during|under|until|by)\s(?:\w+\s)?{YEAR}|\bat\sthe\stime\b|\bback\sthen\b|\byears?\sago\b|\bunder\s(?:the\s)?$",
    re.IGNORECASE,
)
_LEADERS = frozenset({"head-of-state", "head-of-government", "monarch"})
"""Newswire calls all of them `leader`."""


@dataclass(frozen=True, slots=True)
class NamedTenure:
    """The tenures that fit a name with its office, and the words that name them."""

    tenures: tuple[Tenure, ...]
    evidence: Evidence

    def holds(self, day: datetime.date) -> bool:
        """Whether the office was held on that day."""
        return any(t.since - GRACE <= day and (t.until is None or day <= t.until + GRACE) for t in self.tenures)


def tenures_named(document: Document, vocabulary: Vocabulary) -> Iterator[NamedTenure]:
    """Return the office-holders whom the body names with their office, each fitting set of tenures once.

    Names in sentences that look back on another time (`former`, `in 2018`, `at the time`) say nothing of the day.
    """
    seen: set[tuple[Tenure, ...]] = set()
    names = _body_names(document)
    for index, name in enumerate(names):
        if name.kind != "office" or _looks_back(document.text, name):
            continue
        holder = _holder(document.text, names, index) or _holder_before(document.text, names, index)
        tenures = _tenures(name, document.text[name.start : name.end], holder, vocabulary)
        if tenures and tenures not in seen:
            seen.add(tenures)
            end = max(name.end, holder.end) if holder else name.end
            start = min(name.start, holder.start) if holder else name.start
            yield NamedTenure(tenures, Evidence("office-holder", document.text[start:end], start, end))


def _body_names(document: Document) -> list[Name]:
    """Return the names inside the body's blocks, in text order."""
    blocks = iter([block for block in document.blocks if block.kind in BODY_KINDS])
    block = next(blocks, None)
    inside = []
    for name in document.names:
        while block is not None and block.end <= name.start:
            block = next(blocks, None)
        if block is not None and block.start <= name.start:
            inside.append(name)
    return inside


def _holder(text: str, names: list[Name], index: int) -> Name | None:
    """Return the person whom the office stands beside: `President Obama`, `President of Russia Vladimir Putin`."""
    position = names[index].end
    for name in names[index + 1 : index + 3]:
        between = text[position : name.start]
        if len(between) > APART or between.strip(" \u00a0").casefold() not in _CONNECTING:
            return None
        if name.kind == "person":
            return name
        if name.kind not in {"country", "demonym", "place"}:
            return None
        position = name.end
    return None


def _holder_before(text: str, names: list[Name], index: int) -> Name | None:
    """Return the person who stands before the office: `David Cameron, the British prime minister`."""
    position = names[index].start
    for name in reversed(names[max(0, index - 2) : index]):
        between = text[name.end : position].casefold()
        if name.kind == "person":
            return name if between in {", ", ", the "} else None
        if name.kind not in {"country", "demonym"} or between not in {" ", "'s ", "’s "}:
            return None
        position = name.start
    return None


def _tenures(office: Name, title: str, holder: Name | None, vocabulary: Vocabulary) -> tuple[Tenure, ...]:
    """Return the tenures that an office and its holder's name (or, for a president-elect, its country) allow."""
    keys = _LEADERS if "leader" in title.casefold() else frozenset(office.keys)
    if holder:
        offices = (tenure for slug in holder.keys for tenure in vocabulary.people[slug].offices)
        held = tuple(tenure for tenure in offices if tenure.office in keys)
        return tuple(tenure for tenure in held if office.country is None or tenure.country == office.country)
    if "president-elect" in office.keys and office.country:
        people = vocabulary.people.values()
        return tuple(
            tenure
            for person in people
            for tenure in person.offices
            if tenure.office == "president-elect" and tenure.country == office.country
        )
    return ()


def _looks_back(text: str, office: Name) -> bool:
    before = text[max(0, office.start - _LOOK_BACK) : office.start]
    sentence = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    return _NO_HOLDER.search(before) is not None or _RETROSPECT.search(sentence) is not None
