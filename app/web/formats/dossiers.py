"""A dossier as data: how much there is, since when, and where all of it can be had."""

from __future__ import annotations

from collections.abc import Mapping

from app.store.reads import Subject
from app.store.records import Overview
from app.store.selection import Selection
from app.web.addresses import LISTING_SUFFIXES, Absolute
from app.web.formats.items import TallyItem
from app.web.parameters import query_string


class DossierBody(TallyItem):
    """A country, topic or speaker in numbers; ``statements`` leads to the listing in each form of data."""

    kind: Subject
    statements: Mapping[str, str]


def dossier_body(
    kind: Subject, key: str, label: str, url: str, selection: Selection, overview: Overview, absolute: Absolute
) -> DossierBody:
    """Return a dossier as data. ``articles`` are those that its statements come from."""
    query = query_string(selection)
    return DossierBody(
        kind=kind,
        key=key,
        label=label,
        url=url,
        quotes=overview.quotes,
        articles=overview.articles,
        first=overview.first,
        last=overview.last,
        statements={suffix: absolute(f"/quotes.{suffix}{query}") for suffix in LISTING_SUFFIXES},
    )
