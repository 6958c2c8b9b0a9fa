"""The Vary header, each name once: the middleware that compresses adds its own to whatever is there."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class VaryOnce:
    """ASGI middleware, to go outside of all that adds to Vary."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the answer's Vary names each header once, in the order of first mention."""

        async def send_tidied(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if named := headers.getlist("Vary"):
                    headers["Vary"] = _once(", ".join(named))
            await send(message)

        await self.app(scope, receive, send_tidied if scope["type"] == "http" else send)


def _once(listed: str) -> str:
    names = (name.strip() for name in listed.split(","))
    return ", ".join({name.lower(): name for name in names if name}.values())
