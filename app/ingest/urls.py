"""Web addresses as they identify articles."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit


def canonical_url(url: str) -> str:
    """Return a web address as it identifies an article: scheme and host in lower case, no fragment.

    Raises ValueError for anything that is not http or https.
    """
    parts = urlsplit(url.strip())
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"has a url that is no web address ({url[:80]!r})")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))
