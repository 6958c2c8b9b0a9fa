"""A selection together with what its query says: everything that a read must meet, field by field.

Filters typed into the search box narrow the same fields as those of the selection; a facet is counted without either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sqlmodel import Session

from app.store.query_language import FieldFilter, ParsedQuery, parse_query
from app.store.query_language.filters import Field, day_range
from app.store.reads.lookups import VALUED, LookedUp, look_up, nearest
from app.store.selection import Selection

FacetName = Literal["country", "topic", "speaker", "side", "outlet", "kind", "year", "month"]

_BLANK: dict[FacetName, dict[str, tuple[str, ...] | None]] = {
    "country": {"countries": ()},
    "topic": {"topics": ()},
    "speaker": {"speakers": ()},
    "side": {"sides": ()},
    "outlet": {"outlets": ()},
    "kind": {"kinds": ()},
    "year": {"since": None, "until": None},
    "month": {"since": None, "until": None},
}
"""For each facet, the selection's fields that it fills, emptied."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """``given`` by the selection and ``typed`` into the query must both be met, and none of ``excluded``."""

    given: Selection
    typed: Selection
    excluded: tuple[Selection, ...]
    """Each with one field set."""
    query: ParsedQuery
    unknown: frozenset[str] = frozenset()
    """Values typed into the query to which nothing answers."""

    def without(self, facet: FacetName) -> Criteria:
        """Return the criteria with the facet's own choice left out."""
        blank = _BLANK[facet]
        return replace(self, given=replace(self.given, **blank), typed=replace(self.typed, **blank))  # type: ignore[arg-type]


def understand(session: Session, selection: Selection) -> Criteria:
    """Read a selection's query and look up the values typed into it. Raises InvalidQuery."""
    query = parse_query(selection.query, synonyms=selection.synonyms)
    values = {typed: look_up(session, typed) for typed in query.filters if typed.field in VALUED}
    wanted = [typed for typed in query.filters if not typed.excluded]
    unwanted = [typed for typed in query.filters if typed.excluded]
    common = Selection(by=selection.by, role=selection.role)
    since, until = day_range(wanted)
    return Criteria(
        given=selection,
        typed=_filled(replace(common, since=since, until=until), wanted, values),
        excluded=tuple(_filled(common, [typed], values) for typed in unwanted),
        query=query,
        unknown=frozenset(typed.value for typed, found in values.items() if not found),
    )


def _filled(blank: Selection, typed: list[FieldFilter], looked_up: Mapping[FieldFilter, tuple[str, ...]]) -> Selection:
    values: dict[Field, list[str]] = {name: [] for name in VALUED}
    for one in typed:
        if one.field in values:
            # What nothing answers to stays as it is typed, and so finds nothing: an honest answer.
            values[one.field] += looked_up[one] or (one.value,)
    return replace(
        blank,
        speakers=tuple(values["speaker"]),
        countries=tuple(values["country"]),
        topics=tuple(values["topic"]),
        outlets=tuple(values["outlet"]),
        sides=tuple(values["side"]),
        kinds=tuple(values["kind"]),
        voices=tuple(values["voice"]),
        relayers=tuple(values["via"]),
    )


def read_typed_filters(session: Session, selection: Selection) -> tuple[LookedUp, ...]:
    """Return what each filter typed into the query means here, and what unknown ones may. Raises InvalidQuery."""
    found = []
    for typed in parse_query(selection.query, synonyms=selection.synonyms).filters:
        one = LookedUp(typed, look_up(session, typed) if typed.field in VALUED else ())
        found.append(replace(one, nearest=nearest(session, typed)) if one.is_unknown else one)
    return tuple(found)
