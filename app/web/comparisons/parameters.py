"""Query parameters of a comparison to two selections and back: those of listings, with a side's prefix before them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import QueryParams

from app.store.selection import Selection
from app.web.errors import BadParameters, Fault
from app.web.parameters import NAMES, REPEATABLE, ListingParameters, query_items

PATH: Final = "/compare"
PREFIXES: Final = ("a.", "b.")
"""What stands before the parameters of the left and of the right side."""

_OWN_ORDER: Final = ("sort", "after")
"""Parameters of listings that a comparison has no use for: it shows the newest statements of each side."""
_NAMES: Final = tuple(name for name in NAMES if name not in _OWN_ORDER)
_KNOWN: Final = tuple(prefix + name for prefix in PREFIXES for name in _NAMES)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two selections, to be set side by side."""

    left: Selection = Selection()  # noqa: RUF009 - immutable
    right: Selection = Selection()  # noqa: RUF009 - immutable


def comparison_parameters(request: Request) -> Comparison:
    """Return the two selections that a request asks for (a FastAPI dependency).

    Raises BadParameters for names that belong to no side, RequestValidationError for values that listings refuse too.
    """
    if faults := list(_stray_names(request.query_params)):
        raise BadParameters(faults)
    selections: list[Selection] = []
    errors: list[dict[str, Any]] = []
    for prefix in PREFIXES:
        try:
            selections.append(_selection(request.query_params, prefix))
        except ValidationError as error:
            errors += ({**item, "loc": _location(item["loc"], prefix)} for item in error.errors())
    if errors:
        raise RequestValidationError(errors)
    return Comparison(*selections)


def comparison_path(comparison: Comparison, path: str = PATH) -> str:
    """Return the address of a comparison, in one canonical order and with nothing that is the default."""
    sides = zip(PREFIXES, (comparison.left, comparison.right), strict=True)
    items = [
        (prefix + name, value) for prefix, side in sides for name, value in query_items(side) if name not in _OWN_ORDER
    ]
    return f"{path}?{urlencode(items)}" if items else path


def _selection(given: QueryParams, prefix: str) -> Selection:
    values = {
        name: given.getlist(prefix + name) if name in REPEATABLE else given[prefix + name]
        for name in _NAMES
        if prefix + name in given
    }
    return ListingParameters.model_validate(values).selection()


def _location(location: tuple[int | str, ...], prefix: str) -> tuple[int | str, ...]:
    """Return where a fault lies in the request; the one that concerns two days has no place of its own."""
    name, *rest = location or ("from",)
    return ("query", f"{prefix}{name}", *rest)


def _stray_names(given: QueryParams) -> Iterator[Fault]:
    """Yield a fault for each name that is nearly a side's filter; other names (trackers) are ignored."""
    for name in given:
        if name in _KNOWN:
            continue
        if name in _NAMES:
            advice = f"“{name}” does not say which side is meant. Write “a.{name}” or “b.{name}”."
        elif near := difflib.get_close_matches(name.lower(), _KNOWN, n=1, cutoff=0.7):
            advice = f"“{name}” is not a filter. Did you mean “{near[0]}”?"
        elif name.startswith(PREFIXES):
            advice = f"“{name}” is not a filter of a comparison. Known are: {', '.join(_NAMES)}, each after a. or b."
        else:
            continue
        yield Fault(name, advice)
