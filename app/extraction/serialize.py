"""The JSON of an analysis, as ``analyze`` prints it and golden files keep it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from app.extraction.model import Analysis


def as_record(analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as plain JSON values: keys in the contract's order, dates as ISO 8601."""
    record = _plain(analysis)
    assert isinstance(record, dict)  # noqa: S101 - for the type checker: a dataclass becomes a dict
    return record


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
