"""Answers that hold until something changes: strong ETags, 304 for whoever has the answer, what was sent to others."""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders

from app.store.reads import current_generation

VARY = "HX-Request, HX-History-Restore-Request, Accept-Encoding"
"""The request headers on which an answer depends."""

KEPT_BYTES: Final = 64_000_000
"""Bytes of finished answers that a process keeps."""

LEAST_COMPRESSED: Final = 600
"""Bytes of an answer below which compression saves nothing."""

COMPRESSION: Final = 6
"""Of gzip: beyond it, pages take longer and become hardly smaller."""

_DECISIVE = ("host", "hx-request", "hx-history-restore-request")

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished answer: its body, compressed where it was asked for like that, and its headers."""

    body: bytes
    headers: dict[str, str]


class KeptAnswers:
    """The answers asked for last, by their tags. Used by the event loop alone, so nothing is locked."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._held = 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()

    def find(self, etag: str) -> Answer | None:
        """Return the answer of a tag, or None when it is not kept (any more)."""
        if found := self._answers.get(etag):
            self._answers.move_to_end(etag)
        return found

    def keep(self, etag: str, answer: Answer) -> None:
        """Keep an answer, unless there is no room for it at all; what was asked for least lately makes room."""
        if len(answer.body) > self._limit:
            return
        if previous := self._answers.pop(etag, None):
            self._held -= len(previous.body)
        self._answers[etag] = answer
        self._held += len(answer.body)
        while self._held > self._limit:
            _, oldest = self._answers.popitem(last=False)
            self._held -= len(oldest.body)


class RevalidatedRoute(APIRoute):
    """A route whose answer holds as long as corpus, code and request stay the same (a FastAPI route class).

    Whoever names the tag gets 304; whoever asks for what is kept gets it; nothing else of the route runs for either.
    """

    def get_route_handler(self) -> Handler:
        """Return what answers a request."""
        work_out = super().get_route_handler()

        async def answer(request: Request) -> Response:
            etag = await run_in_threadpool(etag_of, request)
            if is_named(etag, request):
                return Response(status_code=304, headers=cache_headers(etag))
            kept: KeptAnswers = request.app.state.kept
            if found := kept.find(etag):
                return Response(found.body, headers=found.headers)
            response = await work_out(request)
            if response.status_code != 200:
                # Kept without asking, a 308 would outlive an article that goes back to its earlier words.
                response.headers["Cache-Control"] = "no-cache"
                response.headers["Vary"] = VARY
                return response
            response.headers.update(cache_headers(etag))
            if isinstance(response, StreamingResponse):
                return response
            finished = await run_in_threadpool(finish, request, response)
            kept.keep(etag, finished)
            return Response(finished.body, headers=finished.headers)

        return answer


def etag_of(request: Request) -> str:
    """Return the tag of the answer to a request.

    It covers the corpus, the code and templates, the address, and the headers that change the answer, the content
    coding among them: a strong tag names bytes.
    """
    state, headers = request.app.state, request.headers
    parts = [current_generation(state.engine), state.version, request.url.path, request.url.query]
    parts += [headers.get(name, "") for name in _DECISIVE]
    parts.append("gzip" if _takes_gzip(request) else "")
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    return f'"{digest[:24]}"'


def is_named(etag: str, request: Request) -> bool:
    """Say whether the asker already holds the answer with this tag."""
    held = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    return bool(held & {etag, "*"})


def cache_headers(etag: str) -> dict[str, str]:
    """Return what lets a browser or proxy keep an answer and ask whether it still holds."""
    return {"ETag": etag, "Cache-Control": "no-cache", "Vary": VARY}


def finish(request: Request, response: Response) -> Answer:
    """Return the answer as it goes out, compressed when that was asked for and is worth it."""
    body = bytes(response.body)
    headers = MutableHeaders(response.headers)
    if _takes_gzip(request) and len(body) >= LEAST_COMPRESSED:
        body = gzip.compress(body, COMPRESSION, mtime=0)
        headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
    return Answer(body, dict(headers))


def _takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")
