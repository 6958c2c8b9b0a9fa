"""Who says what is said about a partner: Russia, the partner, others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.store.records import Facet
from app.store.selection import Selection
from app.web.contexts.rankings import BAR_WIDTH
from app.web.parameters import query_string


@dataclass(frozen=True, slots=True)
class Share:
    """What one side says of the whole. ``x`` and ``width`` are its part of a bar of BAR_WIDTH."""

    key: str
    label: str
    quotes: int
    url: str
    x: float
    width: float


def side_shares(
    selection: Selection, sides: Iterable[Facet], partner: tuple[str, str, int] | None = None
) -> tuple[Share, ...]:
    """Return the sides of a selection, those that say nothing left out.

    ``sides`` counts them; ``partner`` is the code and name of the country that is spoken about, with how much of what
    is foreign it says itself.
    """
    counts = {facet.value: facet.count for facet in sides}
    foreign = replace(selection, sides=("foreign",))
    parts = [("russia", "Russia", counts.get("russia", 0), replace(selection, sides=("russia",)))]
    if partner:
        code, name, own = partner
        others = replace(foreign, query=f"NOT voice:{code.lower()}")
        parts.append(("partner", name, own, replace(foreign, voices=(code,))))
        parts.append(("others", "Others", counts.get("foreign", 0) - own, others))
    else:
        parts.append(("partner", "Other states", counts.get("foreign", 0), foreign))
    parts.append(("unknown", "Side unknown", counts.get("unknown", 0), replace(selection, sides=("unknown",))))
    whole = sum(quotes for _, _, quotes, _ in parts) or 1
    shares, x = [], 0.0
    for key, label, quotes, narrower in parts:
        width = BAR_WIDTH * quotes / whole
        if quotes:
            url = f"/quotes{query_string(narrower)}"
            shares.append(Share(key, label, quotes, url, round(x, 2), round(width, 2)))
        x += width
    return tuple(shares)
