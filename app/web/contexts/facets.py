"""The facets of a listing: values to filter by, each with the address that adds it or takes it away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from app.store.query_language import without_filters
from app.store.query_language.filters import DATED, day_range, period
from app.store.reads import MOST_FACET_VALUES
from app.store.records import Facet
from app.store.selection import PartnerRole, Selection
from app.web.contexts.chips import SIDES, with_query
from app.web.contexts.search import Search
from app.web.parameters import REPEATABLE, query_string, toggled

FACETS: Final = {
    "country": "Country",
    "topic": "Topic",
    "speaker": "Speaker",
    "side": "Side",
    "year": "Year",
    "month": "Month",
    "outlet": "Outlet",
    "kind": "Kind of quote",
}
"""The facets in the order in which pages show them."""

_ROLES: Final[Mapping[PartnerRole, str]] = {"partner": "Partners", "any": "Mentions too"}
_TIMES: Final = {"year", "month"}
_SHOWN_AT_FIRST: Final = 6
"""Values of a facet that are shown before "show all"."""

_MOST_YEARS_IN_MONTHS: Final = 3
"""Years that are offered month by month, once they are chosen."""

Days = tuple[date | None, date | None]
"""The first and last day, either absent where there is no bound."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to filter by: following ``url`` adds it, or takes it away when it is selected."""

    value: str
    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True, slots=True)
class Switch:
    """One of the ways in which a facet can be read."""

    label: str
    url: str
    selected: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One facet with its values, those shown first and the others."""

    name: str
    label: str
    first: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]
    switches: tuple[Switch, ...] = ()

    @property
    def size(self) -> int:
        """Return how many values there are."""
        return len(self.first) + len(self.more)

    @property
    def is_whole(self) -> bool:
        """Say whether these are all of the facet's values, not only its most frequent ones."""
        return self.size < MOST_FACET_VALUES


def facet_groups(
    path: str, selection: Selection, facets: Mapping[str, Sequence[Facet]], search: Search
) -> Iterator[FacetGroup]:
    """Yield the facets that have values. Months are offered within a few chosen years."""
    for name, label in FACETS.items():
        offered = _months(facets, selection, search) if name == "month" else facets.get(name, ())
        if not offered:
            continue
        if name in _TIMES:
            any_time, chosen = without_days(selection, search), chosen_days(selection, search)
            values = [_time(path, any_time, chosen, facet) for facet in offered]
        else:
            settled = _settled(selection, name, search)
            values = [_value(path, settled, name, facet) for facet in offered]
        yield FacetGroup(
            name=name,
            label=label,
            first=tuple(value for index, value in enumerate(values) if _is_first(index, value)),
            more=tuple(value for index, value in enumerate(values) if not _is_first(index, value)),
            switches=_switches(path, selection) if name == "country" else (),
        )


def chosen_days(selection: Selection, search: Search) -> Days:
    """Return the first and last day that the fields and the query ask for, either absent where they set no bound."""
    since, until = day_range(typed for typed in search.parsed.filters if not typed.excluded)
    starts = [day for day in (selection.since, since) if day]
    ends = [day for day in (selection.until, until) if day]
    return max(starts, default=None), min(ends, default=None)


def without_days(selection: Selection, search: Search) -> Selection:
    """Return the selection with no choice of days, in the fields or typed."""
    return replace(_settled(selection, "year", search), since=None, until=None)


def _settled(selection: Selection, name: str, search: Search) -> Selection:
    """Return the selection with what is typed for a facet chosen in it instead, so that it can be changed there."""
    fields = DATED if name in _TIMES else {name}
    typed = [one for one in search.filters if one.filter.field in fields and not one.filter.excluded]
    if not typed:
        return selection
    query = without_filters(search.parsed, {one.filter for one in typed})
    changes: dict[str, Any] = {}
    if field := REPEATABLE.get(name):
        looked_up = {value for one in typed for value in one.values}
        changes[field] = tuple(sorted({*getattr(selection, field), *looked_up}))
    return replace(with_query(selection, query), **changes)


def _value(path: str, settled: Selection, name: str, facet: Facet) -> FacetValue:
    label = SIDES[facet.value] if name == "side" else facet.label
    url = path + query_string(toggled(settled, name, facet.value))
    return FacetValue(facet.value, label, facet.count, facet.selected, url)


def _time(path: str, any_time: Selection, chosen: Days, facet: Facet) -> FacetValue:
    """Return a year or month. It is chosen alone: days are one stretch, and a month narrows the year it is in."""
    days = period(facet.value) or (None, None)
    selected = days == chosen
    since, until = (None, None) if selected else days
    url = path + query_string(replace(any_time, since=since, until=until))
    return FacetValue(facet.value, facet.label, facet.count, selected, url)


def _months(facets: Mapping[str, Sequence[Facet]], selection: Selection, search: Search) -> list[Facet]:
    since, until = chosen_days(selection, search)
    if not since and not until:
        return []
    first, last = since.year if since else date.min.year, until.year if until else date.max.year
    months = [facet for facet in facets.get("month", ()) if first <= int(facet.value[:4]) <= last]
    years = {facet.value[:4] for facet in months}
    return months if len(years) <= _MOST_YEARS_IN_MONTHS else []


def _is_first(index: int, value: FacetValue) -> bool:
    return index < _SHOWN_AT_FIRST or value.selected


def _switches(path: str, selection: Selection) -> tuple[Switch, ...]:
    return tuple(
        Switch(label, path + query_string(replace(selection, role=role)), selection.role == role)
        for role, label in _ROLES.items()
    )
