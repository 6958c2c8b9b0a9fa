"""Which country an office belongs to, read from the words beside it: `Turkish President`, `Prime Minister of Japan`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.extraction.model import Name

_COUNTRY_KINDS = frozenset({"country", "demonym", "metonym", "body"})
_BETWEEN_BEFORE = re.compile(r"(?:['’]s?)?(?: (?:acting|interim|former|then|new|first|deputy|state))? ?", re.IGNORECASE)
_BETWEEN_AFTER = re.compile(r" (?:of|for|to) (?:the )?(?:(?:[A-Z][\w']+ ){1,3}of )?")
"""Up to the short name of the state: `President of the Arab Republic of Egypt`."""


def with_countries_of_offices(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names, the offices among them with the country whose office it is, where the text says so."""
    found = list(names)
    for index, name in enumerate(names):
        if name.country is None and name.kind in ("office", "body"):
            before = names[index - 1] if index else None
            after = names[index + 1] if index + 1 < len(names) else None
            found[index] = name._replace(country=_country_beside(text, name, before, after))
    return found


def _country_beside(text: str, office: Name, before: Name | None, after: Name | None) -> str | None:
    """Return the country that the name before or after an office gives it."""
    if before and before.kind in _COUNTRY_KINDS and _BETWEEN_BEFORE.fullmatch(text, before.end, office.start):
        return before.country
    if after and after.kind in ("country", "demonym") and _BETWEEN_AFTER.fullmatch(text, office.end, after.start):
        return after.country
    return None
