"""The forms in which a listing can be had."""

from __future__ import annotations

from typing import Final

from app.store.selection import Selection
from app.web.contexts.head import Alternate
from app.web.parameters import query_string

_FORMS: Final = (
    ("CSV", "csv", "text/csv"),
    ("JSON", "json", "application/json"),
    ("JSON Lines", "jsonl", "application/jsonl"),
    ("Atom feed", "atom", "application/atom+xml"),
)


def alternates(path: str, selection: Selection) -> tuple[Alternate, ...]:
    """Return the forms of the listing at ``path`` for one selection."""
    query = query_string(selection)
    return tuple(Alternate(label, f"{path}.{suffix}{query}", media_type) for label, suffix, media_type in _FORMS)
