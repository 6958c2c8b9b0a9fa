"""The JSON of an analysis, as ``analyze`` prints it and golden files keep it."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.extraction.blocks.repeats import with_repeated_decks
from app.extraction.model import Analysis


def as_record(analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as plain JSON values: keys in the contract's order, dates as ISO 8601.

    Where a paragraph repeats the deck word for word, the stretch stands among the blocks as a deck, too.
    """
    record = _plain(analysis._replace(blocks=with_repeated_decks(analysis.text, analysis.blocks)))
    assert isinstance(record, dict)  # noqa: S101 - for the type checker: a named tuple becomes a dict
    return record


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        if isinstance(names := getattr(value, "_fields", None), tuple):
            return {name: _plain(item) for name, item in zip(names, value, strict=True)}
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
