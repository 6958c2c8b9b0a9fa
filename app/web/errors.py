"""What goes wrong, said so that it can be mended: pages as HTML, data as problem details (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.store.engine import DatabaseError, is_timeout
from app.store.reads import InvalidQuery
from app.web.addresses import DATA_PATHS, DATA_SUFFIXES
from app.web.security import HEADERS

_log = logging.getLogger(__name__)
_TOO_LONG: Final = "This took longer than a page may. Narrow it: fewer years, one country, a rarer word."
_UNREADABLE: Final = "The database cannot be read at the moment. Try again soon."


@dataclass(frozen=True, slots=True)
class Fault:
    """One parameter that cannot be used, and what to do about it."""

    parameter: str
    detail: str


class BadParameters(Exception):  # noqa: N818 - as the framework's HTTPException
    """The request's parameters cannot be used."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.detail for fault in faults))
        self.faults = tuple(faults)


class NotFound(HTTPException):
    """There is nothing at this address, and never was."""

    def __init__(self, detail: str) -> None:
        super().__init__(HTTPStatus.NOT_FOUND, detail)


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as both kinds of answer show it."""

    status: int
    title: str
    detail: str
    faults: tuple[Fault, ...] = ()


class ProblemBody(BaseModel):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[dict[str, str]] | None = None


def wants_data(path: str) -> bool:
    """Say whether whoever asks for this path expects data rather than a page."""
    return path.startswith(DATA_PATHS) or path.rpartition("/")[2].partition(".")[2] in DATA_SUFFIXES


def problem_response(
    request: Request,
    problem: Problem,
    *,
    extra: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the problem as ``application/problem+json``; ``extra`` are extension members."""
    body = ProblemBody(
        type="/api/docs#bad-parameters" if problem.faults else "about:blank",
        title=problem.title,
        status=problem.status,
        detail=problem.detail,
        instance=request.url.path,
        errors=[asdict(fault) for fault in problem.faults] or None,
    )
    content = body.model_dump(exclude_none=True) | dict(extra or {})
    return JSONResponse(content, problem.status, headers, media_type="application/problem+json")


def install_error_handlers(application: FastAPI) -> None:
    """Answer every error with a page or with problem details, according to what was asked for."""

    @application.exception_handler(BadParameters)
    def bad_parameters(request: Request, error: BadParameters) -> Response:
        return _answer(request, _parameter_problem(error.faults))

    @application.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        if any(item["loc"][0] == "path" for item in error.errors()):
            return refused(request, NotFound("There is nothing at this address."))
        return _answer(request, _parameter_problem(tuple(_fault(item) for item in error.errors())))

    @application.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        status = HTTPStatus(error.status_code)
        detail = error.detail if error.detail != status.phrase else status.description
        return _answer(request, Problem(status, status.phrase, detail), error.headers)

    @application.exception_handler(InvalidQuery)
    def unusable_query(request: Request, error: InvalidQuery) -> Response:
        return _answer(request, _parameter_problem((Fault("q", f"This cannot be searched for: {error}."),)))

    @application.exception_handler(DatabaseError)
    def database_failed(request: Request, error: DatabaseError) -> Response:
        _log.error("%s %s: the database failed", request.method, request.url.path, exc_info=error)
        detail = _TOO_LONG if is_timeout(error) else _UNREADABLE
        return _answer(request, Problem(503, "Not now", detail), {"Retry-After": "30"})

    @application.exception_handler(Exception)
    def failed(request: Request, error: Exception) -> Response:
        _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        problem = Problem(500, "Something broke", "This is our fault, not yours. The server's log says what happened.")
        # The framework answers this outside of all middleware, so the headers that those add are put on here.
        return _answer(request, problem, HEADERS)


def _parameter_problem(faults: tuple[Fault, ...]) -> Problem:
    return Problem(422, "This address cannot be read", " ".join(fault.detail for fault in faults), faults)


def _fault(item: Mapping[str, Any]) -> Fault:
    """Turn one of Pydantic's errors into a fault; our own validators speak through ``ctx["error"]``."""
    location = [str(part) for part in item["loc"] if part not in {"query", "path"} and not isinstance(part, int)]
    said = item.get("ctx", {}).get("error")
    name = location[0] if location else "from"
    detail = str(said) if said else f"“{name}”: {str(item['msg']).lower()}."
    return Fault(name, detail)


def _answer(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    if wants_data(request.url.path):
        return problem_response(request, problem, headers=headers)
    response: Response = request.app.state.templates.error_page(request, problem)
    response.headers.update(headers or {})
    return response
