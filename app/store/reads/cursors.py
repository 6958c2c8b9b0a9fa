"""Where a page of a listing ended, as an opaque string bound to the listing that it belongs to."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import date

from app.store.selection import Selection


class InvalidCursor(ValueError):  # noqa: N818 - the name that routes know it by
    """The cursor was cut, made up, or belongs to another selection; the message says so."""


@dataclass(frozen=True, slots=True)
class Position:
    """The last item of a page: what it was sorted by (a day, or a rank, or nothing when undated) and its number."""

    key: date | float | None
    number: int


def encode_cursor(listing: str, selection: Selection, position: Position) -> str:
    """Return a cursor for the next page of a listing (``quotes`` or ``articles``) under a selection."""
    key = position.key.isoformat() if isinstance(position.key, date) else position.key
    content = json.dumps([_fingerprint(listing, selection), key, position.number], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def decode_cursor(listing: str, selection: Selection, cursor: str) -> Position:
    """Return the position that a cursor stands for. Raises InvalidCursor."""
    try:
        content = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        fingerprint, key, number = json.loads(content)
        position = Position(date.fromisoformat(key) if isinstance(key, str) else key, number)
    except (binascii.Error, ValueError, TypeError, RecursionError) as error:
        raise InvalidCursor("this is not a cursor of this listing") from error
    if fingerprint != _fingerprint(listing, selection):
        raise InvalidCursor("this cursor belongs to another selection; start again from the first page")
    if type(number) is not int or not 0 <= number < 2**63 or type(position.key) in {bool, int, list, dict}:
        raise InvalidCursor("this is not a cursor of this listing")
    return position


def _fingerprint(listing: str, selection: Selection) -> str:
    return hashlib.sha256(f"{listing} {selection!r}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
