"""Items in the order of their days, out of bitmaps: no row is read, and none is sorted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pyroaring import BitMap

from app.store.reads.bitmaps import Values
from app.store.reads.cursors import Position


def in_days(items: BitMap, days: Values, after: Position | None, *, newest: bool) -> Iterator[Position]:
    """Yield the dated items by their days, then the undated; within a day in the order of their numbers.

    ``days`` are items by ISO day; ``after`` is where the last page ended.
    """
    passed = after.key.isoformat() if after and isinstance(after.key, date) else None
    if after is None or passed:
        for day in sorted(days, reverse=newest):
            if passed and (day > passed if newest else day < passed):
                continue
            found = items & days[day]
            yield from (
                Position(date.fromisoformat(day), number)
                for number in found
                if not (after and day == passed and number <= after.number)
            )
    undated = items.difference(*days.values()) if days else items
    yield from (Position(None, number) for number in undated if passed or after is None or number > after.number)
