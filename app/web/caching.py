"""Conditional requests: a strong ETag from everything that decides an answer, and 304 where nothing changed."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.store.reads import corpus_generation
from app.web.database import SessionDependency

VARY = "HX-Request, HX-History-Restore-Request"
"""The request headers on which a page depends, beside what the compression adds."""

_DECISIVE = ("host", "hx-request", "hx-history-restore-request")


class NotModified(Exception):  # noqa: N818 - an answer, not an error
    """The asker already holds this answer."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


def revalidate(request: Request, session: SessionDependency) -> str:
    """Return the answer's ETag (a FastAPI dependency); raise NotModified when the request names it.

    The tag covers the corpus, the code and templates, the address, and the headers that change the answer, the
    content coding among them: a strong tag names bytes.
    """
    headers = request.headers
    parts = [corpus_generation(session), request.app.state.version, request.url.path, request.url.query]
    parts += [headers.get(name, "") for name in _DECISIVE]
    parts.append("gzip" if "gzip" in headers.get("accept-encoding", "") else "")
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    etag = f'"{digest[:24]}"'
    held = {tag.strip().removeprefix("W/") for tag in headers.get("if-none-match", "").split(",")}
    if held & {etag, "*"}:
        raise NotModified(etag)
    request.state.etag = etag
    return etag


Revalidated = Annotated[str, Depends(revalidate)]


def cache_headers(etag: str) -> dict[str, str]:
    """Return what lets a browser or proxy keep an answer and ask whether it still holds."""
    return {"ETag": etag, "Cache-Control": "no-cache", "Vary": VARY}


def not_modified(_request: Request, error: Exception) -> Response:
    """Answer NotModified (an exception handler)."""
    return Response(status_code=304, headers=cache_headers(str(error)))


class CacheHeaders:
    """ASGI middleware that puts the tag of ``revalidate`` on every good answer of a route that asked for one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def send_with_headers(message: Message) -> None:
            etag = scope.get("state", {}).get("etag")
            if etag and message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message).update(cache_headers(etag))
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
