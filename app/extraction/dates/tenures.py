"""Office-holders named with their office: the days on which the copy could call them so."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from app.extraction.calendar import Days, days_within
from app.extraction.dates.retrospect import may_be_over
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Evidence, Name
from app.extraction.names.folding import fold
from app.extraction.vocabulary import Vocabulary
from app.extraction.vocabulary.schema import Tenure

GRACE = datetime.timedelta(days=1)
"""Copy of the day of a hand-over may use the old title or the new one."""
ELECTED = datetime.timedelta(days=160)
"""No president is elected longer before taking office."""
NEW = datetime.timedelta(days=365)
"""Copy calls an office-holder new no longer."""
APART = 9
"""An office, its country and its holder's name are no more code points apart."""
_CONNECTING = frozenset(
    {"", ",", "of", "of the", "to", "to the", "on", "on the", "at the", "in", "in the", "for", "for the"}
)
_LOOK_BACK = 60
_NO_HOLDER = re.compile(
    r"\b(?:former|ex|then|late|outgoing|ousted|elected|newly\selected|candidate|deposed|future|incoming|would-be)\W{1,3}(?:[\w.]+\s){0,3}$"
    r"|\bfirst\s(?:[A-Z]\w+\s)?$",
    re.IGNORECASE,
)
_UNHELD = frozenset(
    {"former", "ex", "then", "late", "outgoing", "ousted", "elected", "candidate", "deposed", "future", "incoming"}
    | {"would", "first"}
)
"""One of these is in whatever ``_NO_HOLDER`` matches."""
_NEW = re.compile(r"\bnew\s(?:[\w.’']+\s){0,2}$")
_LEFT = re.compile(
    r",?\s(?:who\s)?(?:(?:has|had|was|is|been)\s){0,2}(?:suddenly\s)?"
    r"(?:died|dead|passed\saway|killed|murdered|assassinated|dismissed|sacked|resigned|stepped\sdown)\b"
)
"""Copy names the office of one who lost it by death or dismissal for days."""
_COUNTERPART = re.compile(r"\bcounterpart,?\s$", re.IGNORECASE)
_COUNTERPART_REACH = 120
"""Code points from whoever is named to the counterpart, at most."""
_FORMER = re.compile(r"\b(?:former|ex)\W{1,3}(?:[\w.]+\s){0,2}$", re.IGNORECASE)
_OVER = frozenset({"former", "ex"})
_TOLD_IN = BODY_KINDS | {"title", "deck"}
_SENT_ABROAD = frozenset({"special-envoy"})
"""The country beside such an office may be that to which its holder is sent."""
_ENVOY = "envoy"
_LEADERS = frozenset({"head-of-state", "head-of-government", "monarch"})
"""Newswire calls all of them `leader`."""


class NamedTenure(NamedTuple):
    """The tenures that fit a name with its office, and the words that name them.

    ``stage`` says what the words tell of the day: that the office is ``held``, that it is ``over``, only that it has
    ``begun``, or that it is ``new``.
    """

    tenures: tuple[Tenure, ...]
    evidence: Evidence
    stage: Literal["held", "over", "begun", "new"] = "held"

    def days(self, days: Days) -> Days:
        """Return those of some days on which copy could name the office so."""
        if self.stage == "over":
            return tuple(day for day in days if self._is_over(day))
        if self.stage == "new":
            return days_within(days, ((t.since - GRACE, t.since + NEW) for t in self.tenures))
        if self.stage == "begun":
            return days_within(days, [(min(t.since for t in self.tenures) - GRACE, None)])
        return days_within(days, ((t.since - GRACE, t.until and t.until + GRACE) for t in self.tenures))

    def begun(self) -> NamedTenure:
        """Return what the words tell where the office may be over."""
        return self._replace(evidence=self.evidence._replace(rule="office begun"), stage="begun")

    def _is_over(self, day: datetime.date) -> bool:
        over = any(t.until is not None and t.until - GRACE <= day for t in self.tenures)
        return over and not any(t.since + GRACE < day and (t.until is None or day < t.until) for t in self.tenures)


def tenures_named(document: Document, vocabulary: Vocabulary) -> Iterator[NamedTenure]:
    """Return the office-holders who are named with their office, each fitting set of tenures once.

    In sentences that look back on another time (`in 2018`, `at the time`), and in quoted words and transcripts, the
    office may be over: people speak of the past without saying so (but hardly of a president-elect).
    """
    seen: set[tuple[str, tuple[Tenure, ...]]] = set()
    for index, name in enumerate(document.names):
        if name.kind == "person":
            found = _of_counterpart(document, index, vocabulary) or _of_several(document, index, vocabulary)
        elif name.kind == "office":
            found = _of_office(document, index, vocabulary)
        else:
            continue
        block = document.block_at(name.start) if found else None
        if found is None or block is None or block.kind not in _TOLD_IN or block.end <= name.start:
            continue
        if (found.stage, found.tenures) not in seen:
            seen.add((found.stage, found.tenures))
            yield found


def _words_before(text: str, position: int) -> list[str]:
    """Return the words before an office or its holder, folded: only some of them are worth a closer look."""
    return fold(text)[max(0, position - _LOOK_BACK) : position].split()


def _of_office(document: Document, index: int, vocabulary: Vocabulary) -> NamedTenure | None:
    """Return the tenures that the name of an office at ``index`` tells."""
    text, office = document.text, document.names[index]
    if all(vocabulary.offices[key].undated for key in office.keys):
        return None
    holder = _holder(text, document.names, index)
    former = _former(text, office, holder, vocabulary) if holder else None
    return former or _current(document, index, holder, vocabulary)


def _of_counterpart(document: Document, index: int, vocabulary: Vocabulary) -> NamedTenure | None:
    """Return the tenures of somebody called the counterpart of whoever was named before: they hold the same office."""
    text, name = document.text, document.names[index]
    before = max(0, name.start - _LOOK_BACK)
    if not fold(text)[before : name.start].rstrip().endswith("counterpart"):
        return None
    if not _COUNTERPART.search(text, before, name.start):
        return None
    named_before = (other for other in reversed(document.names[:index]) if other.kind in ("office", "person"))
    other = next(named_before, None)
    if other is None or name.start - other.end > _COUNTERPART_REACH:
        return None
    if text[other.start : other.end].casefold() == _ENVOY:
        return None  # one for a subject (`the nuclear envoy`) may be a deputy minister
    told = other.keys if other.kind == "office" else [t.office for t in vocabulary.people[other.keys[0]].offices]
    keys = frozenset(key for key in told if not vocabulary.offices[key].undated)
    tenures = _held(name, keys, None, vocabulary)
    if not tenures:
        return None
    evidence = Evidence("counterpart", text[other.start : name.end], other.start, name.end)
    named = NamedTenure(tenures, evidence)
    return named.begun() if may_be_over(document, name, name.end) else named


def _of_several(document: Document, index: int, vocabulary: Vocabulary) -> NamedTenure | None:
    """Return the tenures of somebody named with others who hold the same office: `Foreign Ministers A and B`."""
    text, name = document.text, document.names[index]
    before = document.names[index - 1] if index else None
    joined = before and before.kind == "person" and text[before.end : name.start] == " and "
    first = before.start if before and joined else name.start
    words = text[max(0, first - _LOOK_BACK) : first].rstrip(" ,")
    if not words.endswith("s"):
        return None
    plurals = _offices_by_plural(vocabulary)
    office = next((phrase for phrase in _last_words(words.casefold()) if phrase in plurals), "")
    tenures = _held(name, plurals.get(office, frozenset()), None, vocabulary)
    start = text.rfind(words, 0, first) + len(words) - len(office)
    if not tenures or _holds_nothing(text, start):
        return None
    named = NamedTenure(tenures, Evidence("office-holder", text[start : name.end], start, name.end))
    return named.begun() if may_be_over(document, name, name.end) else named


def _last_words(words: str) -> Iterator[str]:
    """Return the last three, two and one words."""
    split = words.split()
    return (" ".join(split[-count:]) for count in (3, 2, 1))


@lru_cache(maxsize=4)
def _offices_by_plural(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Return the offices that tell a date, by the plural of their phrases."""
    plurals: dict[str, frozenset[str]] = {}
    for office in vocabulary.offices.values():
        for phrase in () if office.undated else office.phrases:
            plurals[f"{phrase}s"] = plurals.get(f"{phrase}s", frozenset()) | {office.key}
    return plurals


def _current(document: Document, index: int, holder: Name | None, vocabulary: Vocabulary) -> NamedTenure | None:
    """Return the tenures of the office of the name at ``index`` that its holder may be in, or may have been in."""
    text, office = document.text, document.names[index]
    holder = holder or _holder_before(text, document.names, index)
    tenures = _tenures(office, text[office.start : office.end], holder, vocabulary)
    if holder and _SENT_ABROAD.intersection(office.keys):
        tenures = _sent_to(text[office.end : holder.start], tenures)
    if not tenures or _holds_nothing(text, office.start):
        return None
    start, end = (
        (min(office.start, holder.start), max(office.end, holder.end)) if holder else (office.start, office.end)
    )
    named = NamedTenure(tenures, Evidence("office-holder", text[start:end], start, end))
    left = holder is not None and _LEFT.match(text, max(holder.end, office.end)) is not None
    if left or ("president-elect" not in office.keys and may_be_over(document, office, end)):
        return named.begun() if holder else None
    is_new = holder is not None and "new" in _words_before(text, start)
    if is_new and _NEW.search(text, max(0, start - _LOOK_BACK), start):
        return named._replace(stage="new")
    return named


def _holds_nothing(text: str, start: int) -> bool:
    """Whether the words before an office say that somebody is about to hold it, or does no longer."""
    if _UNHELD.isdisjoint(_words_before(text, start)):
        return False
    return _NO_HOLDER.search(text, max(0, start - _LOOK_BACK), start) is not None


def _former(text: str, office: Name, holder: Name, vocabulary: Vocabulary) -> NamedTenure | None:
    """Return the tenures that are over when copy says `former US President Barack Obama`."""
    over = not _OVER.isdisjoint(_words_before(text, office.start))
    before = _FORMER.search(text, max(0, office.start - _LOOK_BACK), office.start) if over else None
    if not (before or "former-leader" in office.keys):
        return None
    title = text[office.start : office.end].casefold()
    keys = _keys_of_leader(title) if "former-leader" in office.keys else frozenset(office.keys)
    held = _held(holder, keys, office.country, vocabulary)
    if not held:
        return None
    start = before.start() if before else office.start
    return NamedTenure(held, Evidence("former office-holder", text[start : holder.end], start, holder.end), "over")


def _keys_of_leader(title: str) -> frozenset[str]:
    """Return the offices that `former president` or `ex-premier` may mean."""
    if "president" in title:
        return frozenset({"head-of-state"})
    return _LEADERS if "leader" in title else frozenset({"head-of-government"})


def _holder(text: str, names: Sequence[Name], index: int) -> Name | None:
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


def _holder_before(text: str, names: Sequence[Name], index: int) -> Name | None:
    """Return the person who stands before the office: `David Cameron, the British prime minister`."""
    position = names[index].start
    for name in reversed(names[max(0, index - 2) : index]):
        between = text[name.end : position].casefold()
        if name.kind == "person":
            return name if between in {", ", ", the "} and not _is_item(text, names, index, name) else None
        if name.kind not in {"country", "demonym"} or between not in {" ", "'s ", "’s "}:
            return None
        position = name.start
    return None


def _is_item(text: str, names: Sequence[Name], index: int, person: Name) -> bool:
    """Whether person and office stand side by side in a list of people, each behind an office: `Aide A, Minister B`."""
    earlier = names[names.index(person, max(0, index - 2)) - 1 :][:1] if index else []
    titled = any(other.kind in {"office", "body"} and 0 <= person.start - other.end <= 1 for other in earlier)
    end = text.find(",", names[index].end, names[index].end + _LOOK_BACK)
    return titled or any(
        other.kind == "person" and other.start < (end if end >= 0 else names[index].end)
        for other in names[index + 1 :][:3]
    )


def _held(holder: Name, keys: frozenset[str], country: str | None, vocabulary: Vocabulary) -> tuple[Tenure, ...]:
    """Return the tenures of such offices that people of the holder's name had."""
    offices = [tenure for slug in holder.keys for tenure in vocabulary.people[slug].offices]
    if keys == {"president-elect"} and not any(tenure.office in keys for tenure in offices):
        offices = [_awaited(tenure) for tenure in offices if tenure.office == "head-of-state"]
    return tuple(t for t in offices if t.office in keys and (country in {None, t.country} or t.office in _SENT_ABROAD))


def _sent_to(between: str, tenures: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """Return those of some envoys' tenures whose titles name where they are sent (`for Syria`), or all of them."""
    named = [word for word in re.findall(r"\w+", between) if word[0].isupper()]
    return tuple(t for t in tenures if any(word in t.title for word in named)) or tenures


def _awaited(tenure: Tenure) -> Tenure:
    """Return the time between a president's election and the inauguration, which is months at most."""
    return replace(tenure, office="president-elect", since=tenure.since - ELECTED, until=tenure.since)


def _tenures(office: Name, title: str, holder: Name | None, vocabulary: Vocabulary) -> tuple[Tenure, ...]:
    """Return the tenures that an office and its holder's name (or, for a president-elect, its country) allow."""
    keys = _LEADERS if "leader" in title.casefold() else frozenset(office.keys)
    if "spokesperson" in keys:  # `the Foreign Ministry's spokesman`: the body is a name of its own
        keys |= {"foreign-ministry-spokesperson"}
    if holder:
        return _held(holder, keys, office.country, vocabulary)
    if "president-elect" in office.keys and office.country:
        return _awaited_presidents(vocabulary).get(office.country, ())
    return ()


@lru_cache(maxsize=4)
def _awaited_presidents(vocabulary: Vocabulary) -> dict[str, tuple[Tenure, ...]]:
    """Return the tenures of presidents-elect by country."""
    awaited: dict[str, tuple[Tenure, ...]] = {}
    for person in vocabulary.people.values():
        for tenure in person.offices:
            if tenure.office == "president-elect":
                awaited[tenure.country] = (*awaited.get(tenure.country, ()), tenure)
    return awaited
