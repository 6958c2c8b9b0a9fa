"""Query parameters of listings to a ``Selection`` and back: the URL is the saved search."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Final, Literal, get_args
from urllib.parse import urlencode

from fastapi import Query, Request
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from app.extraction.model import QuoteKind, Side
from app.extraction.vocabulary import load_vocabulary
from app.store.selection import DateBasis, PartnerRole, Selection, Sort
from app.web.errors import BadParameters, Fault

LONGEST_QUERY: Final = 500
MOST_VALUES: Final = 50
MOST_PAGES: Final = 10
"""How many pages of a listing may be shown as one; history.js asks for no more."""
Pages = Annotated[int, Query(ge=1, le=MOST_PAGES)]
"""How many pages a reader has loaded so far; data are read page by page."""
REPEATABLE: Final = {
    "country": "countries",
    "topic": "topics",
    "speaker": "speakers",
    "side": "sides",
    "outlet": "outlets",
    "kind": "kinds",
    "voice": "voices",
    "via": "relayers",
}
"""Parameters that may be given several times, and the field of ``Selection`` that holds their values."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def _words(value: str) -> str:
    return _CONTROL.sub(" ", value).strip()


def _day(value: str) -> date | None:
    if not value.strip():
        return None
    try:
        if not _DAY.fullmatch(value.strip()):
            raise ValueError(value)
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"“{value[:40]}” is not a day of the calendar. Write it as 2015-11-18.") from None


def _choice(value: str, choices: Iterable[str]) -> str | None:
    known = list(choices)
    if value and value not in known:
        raise ValueError(f"“{value[:40]}” is not one of the choices. Use {_either(known)}.")
    return value or None


def _values(values: Iterable[str]) -> list[str]:
    filled = list(dict.fromkeys(_words(value) for value in values if value.strip()))
    if len(filled) > MOST_VALUES:
        raise ValueError(f"{len(filled)} values are too many. Give {MOST_VALUES} at most.")
    return filled


def _country(values: list[str]) -> list[str]:
    return [_known(value.upper(), load_vocabulary().countries, "country code") for value in values]


def _topic(values: list[str]) -> list[str]:
    return [_known(value.lower(), load_vocabulary().topics, "topic") for value in values]


def _speaker(values: list[str]) -> list[str]:
    for value in values:
        if not _SLUG.fullmatch(value):
            raise ValueError(f"“{value[:40]}” is not a speaker's name as in addresses. Write it as dmitry-peskov.")
    return values


def _side(values: list[str]) -> list[str]:
    return [_known(value, get_args(Side), "side") for value in values]


def _kind(values: list[str]) -> list[str]:
    return [_known(value, get_args(QuoteKind), "kind of quote") for value in values]


def _known(value: str, known: Iterable[str], kind: str) -> str:
    choices = list(known)
    if value in choices:
        return value
    near = difflib.get_close_matches(value, choices, n=3, cutoff=0.6)
    advice = f"Did you mean {_either(near)}?" if near else f"Known are: {', '.join(sorted(choices)[:40])} …"
    raise ValueError(f"“{value[:40]}” is not a {kind} that is known here. {advice}")


def _either(choices: list[str]) -> str:
    return " or ".join(filter(None, [", ".join(choices[:-1]), choices[-1]]))


_Values = Annotated[list[str], AfterValidator(_values)]


class ListingParameters(BaseModel):
    """The filters of every listing. Empty values count as absent, so that a plain HTML form may send them."""

    model_config = ConfigDict(populate_by_name=True)

    q: Annotated[str, AfterValidator(_words)] = Field(
        "",
        max_length=LONGEST_QUERY,
        description='Words, "phrases", AND OR NOT, prefix*, and fields such as country:gb.',
    )
    synonyms: Annotated[Literal["on", "off"] | None, BeforeValidator(lambda value: _choice(value, ("on", "off")))] = (
        Field(None, description="Whether words that mean the same are found too: on (default) or off.")
    )
    country: Annotated[_Values, AfterValidator(_country)] = Field(
        [], description="Partner country: ISO 3166-1 alpha-2 code, or EU, NATO, UN. Repeatable."
    )
    topic: Annotated[_Values, AfterValidator(_topic)] = Field([], description="Topic of the taxonomy. Repeatable.")
    speaker: Annotated[_Values, AfterValidator(_speaker)] = Field([], description="Speaker's slug. Repeatable.")
    side: Annotated[_Values, AfterValidator(_side)] = Field([], description="russia, foreign or unknown. Repeatable.")
    outlet: _Values = Field([], description="Outlet's name. Repeatable.")
    kind: Annotated[_Values, AfterValidator(_kind)] = Field(
        [], description="Kind of quote: direct, partial, nested or transcript. Repeatable."
    )
    voice: Annotated[_Values, AfterValidator(_country)] = Field(
        [], description="Country that the speaker speaks for, by its code. Repeatable."
    )
    via: Annotated[_Values, AfterValidator(_speaker)] = Field(
        [], description="Slug of whoever told what somebody else said. Repeatable."
    )
    role: Annotated[PartnerRole | None, BeforeValidator(lambda value: _choice(value, get_args(PartnerRole)))] = Field(
        None, description="Whether a country must be a partner (default) or any that is mentioned."
    )
    since: Annotated[date | None, BeforeValidator(_day)] = Field(
        None, alias="from", description="First day, ISO 8601, inclusive."
    )
    until: Annotated[date | None, BeforeValidator(_day)] = Field(
        None, alias="to", description="Last day, ISO 8601, inclusive."
    )
    by: Annotated[DateBasis | None, BeforeValidator(lambda value: _choice(value, get_args(DateBasis)))] = Field(
        None, description="What the days speak of: publication (default) or statement."
    )
    sort: Annotated[Sort | None, BeforeValidator(lambda value: _choice(value, get_args(Sort)))] = Field(
        None, description="relevance (with words to search for), newest or oldest."
    )
    after: str = Field("", max_length=1000, description="Where to go on: the cursor from the last page's next_url.")

    @model_validator(mode="after")
    def _days_in_order(self) -> ListingParameters:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"“from” ({self.since}) lies after “to” ({self.until}). Swap them.")
        return self

    def selection(self) -> Selection:
        """Return the filters without the position in the listing."""
        repeated: dict[str, Any] = {field: tuple(sorted(getattr(self, name))) for name, field in REPEATABLE.items()}
        return Selection(
            query=self.q,
            synonyms=self.synonyms != "off",
            since=self.since,
            until=self.until,
            role=self.role or "partner",
            by=self.by or "publication",
            sort=None if self.sort == "relevance" and not self.q else self.sort,
            **repeated,
        )


NAMES: Final = tuple(field.alias or name for name, field in ListingParameters.model_fields.items())


_BY_DAYS: Final = "Use from and to, such as from=2015-11-01&to=2015-11-30."
_BY_PAGES: Final = "Pages have one size: follow next_url, or take all entries as .csv or .jsonl."
_USED_ELSEWHERE: Final = {
    **dict.fromkeys(("year", "month", "day", "date", "since", "until", "before"), _BY_DAYS),
    **dict.fromkeys(("limit", "offset", "page", "per_page", "page_size", "size", "cursor"), _BY_PAGES),
    **dict.fromkeys(("query", "search"), "Use q."),
}
"""Names that facets or other sites have for what is asked for differently here, and how."""


def listing_parameters(request: Request, parameters: Annotated[ListingParameters, Query()]) -> ListingParameters:
    """Return the request's filters (a FastAPI dependency).

    A name that is nearly a filter's, or that other sites have for one, raises BadParameters, since ignoring it would
    show more than was asked for; names that resemble none (trackers that mail programs append) are ignored.
    """
    faults = [
        Fault(name, f"“{name}” is not a filter. {advice}")
        for name in request.query_params
        if name not in NAMES and (advice := _advice(name.lower()))
    ]
    if faults:
        raise BadParameters(faults)
    return parameters


def _advice(name: str) -> str | None:
    if name in _USED_ELSEWHERE:
        return _USED_ELSEWHERE[name]
    near = difflib.get_close_matches(name, NAMES, n=1, cutoff=0.7)
    return f"Did you mean “{near[0]}”?" if near else None


def query_items(selection: Selection) -> list[tuple[str, str]]:
    """Return a selection as query parameters: one canonical order, nothing that is the default."""
    items = [("q", selection.query), ("synonyms", "" if selection.synonyms else "off")]
    items += [(name, value) for name, field in REPEATABLE.items() for value in getattr(selection, field)]
    items.append(("role", selection.role if selection.role != "partner" else ""))
    items.append(("from", selection.since.isoformat() if selection.since else ""))
    items.append(("to", selection.until.isoformat() if selection.until else ""))
    items.append(("by", selection.by if selection.by != "publication" else ""))
    items.append(("sort", selection.sort or ""))
    return [(name, value) for name, value in items if value]


def query_string(selection: Selection, *, after: str | None = None) -> str:
    """Return ``?name=value&…`` for a selection and a cursor, or an empty string when nothing is selected."""
    items = query_items(selection) + ([("after", after)] if after else [])
    return f"?{urlencode(items)}" if items else ""


def toggled(selection: Selection, name: str, value: str) -> Selection:
    """Return the selection with one value of a repeatable parameter added, or taken away if it was there."""
    field = REPEATABLE[name]
    values: tuple[str, ...] = getattr(selection, field)
    changed = tuple(v for v in values if v != value) if value in values else tuple(sorted((*values, value)))
    return _changed(selection, field, changed)


def narrowed(selection: Selection, name: str, value: str) -> Selection:
    """Return the selection with one repeatable parameter set to one value."""
    return _changed(selection, REPEATABLE[name], (value,))


def _changed(selection: Selection, field: str, values: tuple[str, ...]) -> Selection:
    changes: dict[str, Any] = {field: values}
    return replace(selection, **changes)
