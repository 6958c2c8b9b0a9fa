"""HEAD for every address that answers GET (RFC 9110, section 9.3.2), which FastAPI's routes leave out."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASKED_METHOD: Final = "kremlin_statements.asked_method"
"""Where the scope says what was asked for when it was not the method that the application sees."""


class HeadRequests:
    """ASGI middleware that answers HEAD as GET without the body, and says so wherever the allowed methods are named."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; a HEAD goes on as GET and loses what the answer's body holds."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_allowance(message: Message) -> None:
            if message["type"] == "http.response.start":
                _allow_head(MutableHeaders(scope=message))
            await send(message)

        if scope["method"] != "HEAD":
            await self.app(scope, receive, send_with_allowance)
            return

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send_with_allowance(message)

        await self.app({**scope, "method": "GET", ASKED_METHOD: "HEAD"}, receive, send_without_body)


def _allow_head(headers: MutableHeaders) -> None:
    allowed = [method.strip() for method in headers.get("Allow", "").split(",")]
    if "GET" in allowed and "HEAD" not in allowed:
        headers["Allow"] = ", ".join([*allowed, "HEAD"])
