"""Which statements somebody is looking at: the filters of a listing, as one immutable value.

A selection is the same thing in a URL, on the command line and in a query. Nothing here speaks SQL or HTTP.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sort = Literal["relevance", "newest", "oldest"]
DateBasis = Literal["publication", "statement"]
PartnerRole = Literal["partner", "any"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters. Values within one field are alternatives (or); fields narrow each other (and).

    ``since`` and ``until`` are inclusive days (the URL's ``from`` and ``to``); ``by`` says of what: the publication
    (default) or the statement itself. ``sort`` None is relevance with a query and newest without.
    """

    query: str = ""
    countries: tuple[str, ...] = ()
    """Codes (ISO 3166-1 alpha-2, or EU, NATO, UN) of partners, or with ``role`` any, of partners and mentions."""
    role: PartnerRole = "partner"
    topics: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of quote (direct, partial, nested, transcript)."""
    voices: tuple[str, ...] = ()
    """Codes of the countries that speakers speak for."""
    relayers: tuple[str, ...] = ()
    """Slugs of those who told what somebody else said."""
    since: date | None = None
    until: date | None = None
    by: DateBasis = "publication"
    sort: Sort | None = None
    synonyms: bool = True
    """Whether the query also finds what means the same (ISIS, ISIL, Daesh)."""
