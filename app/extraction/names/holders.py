"""Which country an office belongs to, read from the words beside it: `Turkish President`, `Prime Minister of Japan`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.model import Name

_COUNTRY_KINDS = frozenset({"country", "demonym", "metonym", "body"})
_BETWEEN_BEFORE = re.compile(r"(?:['’]s?)?(?: (?:acting|interim|former|then|new|first|deputy|state))? ?", re.IGNORECASE)
_BETWEEN_AFTER = re.compile(r" (?:of|for|to) (?:the )?(?:(?:[A-Z][\w']+ ){1,3}of )?")
"""Up to the short name of the state: `President of the Arab Republic of Egypt`."""


def with_countries_of_offices(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Return the names, the offices among them with the country whose office it is, where the text says so."""
    for index, name in enumerate(names):
        if name.kind not in ("office", "body") or name.country is not None:
            yield name
            continue
        before = names[index - 1] if index else None
        after = names[index + 1] if index + 1 < len(names) else None
        country = None
        if before and before.kind in _COUNTRY_KINDS and _BETWEEN_BEFORE.fullmatch(text, before.end, name.start):
            country = before.country
        elif after and after.kind in ("country", "demonym") and _BETWEEN_AFTER.fullmatch(text, name.end, after.start):
            country = after.country
        yield name._replace(country=country) if country else name
