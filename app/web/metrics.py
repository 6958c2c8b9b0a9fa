"""What Prometheus scrapes: how many requests each route answered, how, and how long it took.

Labels come from the application, never from an address or a header: whoever asks cannot make new series.
"""

from __future__ import annotations

from time import perf_counter
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.assets import PREFIX
from app.web.head_requests import ASKED_METHOD

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OTHER_METHOD: Final = "other"
_NO_ROUTE: Final = "none"
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The counts of one application in one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "http_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry
        )
        self._durations = Histogram(
            "http_request_duration_seconds",
            "Seconds from a request to the last byte of its answer.",
            ("method", "route"),
            buckets=_SECONDS,
            registry=self._registry,
        )

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Take note of one answered request."""
        self._requests.labels(method, route, str(status)).inc()
        self._durations.labels(method, route).observe(seconds)

    def exposed(self) -> bytes:
        """Return all counts in Prometheus' text format."""
        return generate_latest(self._registry)


class MeasuredRequests:
    """ASGI middleware that counts what goes through it; the router below leaves the route in the scope."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and count it once it is answered; one that raises is a 500."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500
        began = perf_counter()

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_noting_status)
        finally:
            self.metrics.count(_method(scope), _route(scope), status, perf_counter() - began)


def _method(scope: Scope) -> str:
    method = scope.get(ASKED_METHOD, scope["method"])
    return method if method in _METHODS else _OTHER_METHOD


def _route(scope: Scope) -> str:
    """Return the template of the route that answered; static files are one route, whatever their names."""
    template = getattr(scope.get("route"), "path", None)
    if isinstance(template, str):
        return template
    return PREFIX if scope["path"].startswith(f"{PREFIX}/") else _NO_ROUTE
