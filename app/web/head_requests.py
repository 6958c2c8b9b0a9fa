"""HEAD for every address that answers GET (RFC 9110, section 9.3.2), which FastAPI's routes leave out."""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASKED_METHOD: Final = "kremlin_statements.asked_method"
"""Where the scope says what was asked for when it was not the method that the application sees."""


class HeadRequests:
    """ASGI middleware that answers HEAD as GET without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; a HEAD goes on as GET and loses what the answer's body holds."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET", ASKED_METHOD: "HEAD"}, receive, send_without_body)
