"""A selection together with what its query says: everything that a read must meet, field by field.

Filters typed into the search box narrow the same fields as those of the selection; a facet is counted without either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from sqlmodel import Session, col, select

from app.extraction.vocabulary import load_vocabulary
from app.store.query_language import FieldFilter, ParsedQuery, parse_query
from app.store.query_language.filters import Field, day_range
from app.store.query_language.words import fold, words_of
from app.store.selection import Selection
from app.store.tables import Speaker

FacetName = Literal["country", "topic", "speaker", "side", "outlet", "kind", "year"]

_BLANK: dict[FacetName, dict[str, tuple[str, ...] | None]] = {
    "country": {"countries": ()},
    "topic": {"topics": ()},
    "speaker": {"speakers": ()},
    "side": {"sides": ()},
    "outlet": {"outlets": ()},
    "kind": {"kinds": ()},
    "year": {"since": None, "until": None},
}
"""For each facet, the selection's fields that it fills, emptied."""


_VALUED: tuple[Field, ...] = ("speaker", "country", "topic", "outlet", "side", "kind", "voice", "via")
"""Fields of the query language that take values rather than days."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """``given`` by the selection and ``typed`` into the query must both be met, and none of ``excluded``."""

    given: Selection
    typed: Selection
    excluded: tuple[Selection, ...]
    """Each with one field set."""
    query: ParsedQuery

    def without(self, facet: FacetName) -> Criteria:
        """Return the criteria with the facet's own choice left out."""
        blank = _BLANK[facet]
        return replace(self, given=replace(self.given, **blank), typed=replace(self.typed, **blank))  # type: ignore[arg-type]


def understand(session: Session, selection: Selection) -> Criteria:
    """Read a selection's query and look up the values typed into it. Raises InvalidQuery."""
    query = parse_query(selection.query, synonyms=selection.synonyms)
    wanted = [typed for typed in query.filters if not typed.excluded]
    unwanted = [typed for typed in query.filters if typed.excluded]
    common = Selection(by=selection.by, role=selection.role)
    since, until = day_range(wanted)
    return Criteria(
        given=selection,
        typed=_filled(session, replace(common, since=since, until=until), wanted),
        excluded=tuple(_filled(session, common, [typed]) for typed in unwanted),
        query=query,
    )


def _filled(session: Session, blank: Selection, typed: list[FieldFilter]) -> Selection:
    values: dict[str, list[str]] = {name: [] for name in _VALUED}
    for one in typed:
        if one.field in values:
            # What nothing answers to stays as it is typed, and so finds nothing: an honest answer.
            values[one.field] += _looked_up(session, one) or [one.value]
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


def _looked_up(session: Session, typed: FieldFilter) -> list[str]:
    if typed.field in {"speaker", "via"}:
        return _speakers(session, typed.value)
    if typed.field in {"side", "kind"}:
        return [typed.value.lower()]
    exact, loose = _known_values(typed.field)
    value = _simple(typed.value)
    return list(exact.get(value) or (slug for slug in loose if _contains(slug, value)))


def _speakers(session: Session, value: str) -> list[str]:
    """Return the slugs that hold the typed name as whole words (``peskov`` in ``dmitry-peskov``)."""
    part = "-".join(_simple(value).split())
    if not part:
        return []
    candidates = session.exec(select(col(Speaker.slug)).where(col(Speaker.slug).contains(part, autoescape=True)))
    return sorted(slug for slug in candidates if _contains(slug, part.replace("-", " ")))


@cache
def _known_values(field: str) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Return, for a field of the vocabulary, values by the names they go by, and values of which a part is enough."""
    vocabulary = load_vocabulary()
    if field in {"country", "voice"}:
        named = {c.code: (c.code, c.name, *c.aliases) for c in vocabulary.countries.values()}
    elif field == "topic":
        named = {topic.slug: (topic.slug, topic.label) for topic in vocabulary.topics.values()}
    else:
        outlets = vocabulary.outlets.values()
        named = {o.name: (o.name, *(sign.text for sign in o.signs), *o.hosts) for o in outlets}
    exact: dict[str, tuple[str, ...]] = {}
    for value, names in named.items():
        for name in dict.fromkeys(map(_simple, names)):
            exact[name] = (*exact.get(name, ()), value)
    return exact, tuple(named) if field == "topic" else ()


def _simple(name: str) -> str:
    return " ".join(fold(word) for word in words_of(name))


def _contains(slug: str, words: str) -> bool:
    return f" {words} " in f" {slug.replace('-', ' ')} "
