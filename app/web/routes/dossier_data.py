"""The dossiers as data: a summary of each, and the way to its statements in the forms of listings."""

from __future__ import annotations

from functools import partial
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from app.store.engine import Session
from app.store.reads import Subject, read_overview
from app.store.selection import Selection
from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.database import SessionDependency
from app.web.formats.dossiers import dossier_body
from app.web.parameters import narrowed, query_string
from app.web.routes.dossiers import existing_country, existing_speaker, existing_topic

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)

Form = Literal["json", "jsonl", "csv", "atom"]


@router.get("/countries/{code}.{form}")
def country_data(code: str, form: Form, request: Request, session: SessionDependency) -> Response:
    """Answer with a country's dossier as data."""
    known = existing_country(code)
    if code != known.code:
        return RedirectResponse(f"{addresses.country_path(known.code)}.{form}", 308)
    return _as_data("country", code, known.name, addresses.country_path(code), form, request, session)


@router.get("/topics/{slug}.{form}")
def topic_data(slug: str, form: Form, request: Request, session: SessionDependency) -> Response:
    """Answer with a topic's dossier as data."""
    return _as_data("topic", slug, existing_topic(slug).label, addresses.topic_path(slug), form, request, session)


@router.get("/speakers/{slug}.{form}")
def speaker_data(slug: str, form: Form, request: Request, session: SessionDependency) -> Response:
    """Answer with a speaker's dossier as data."""
    name = existing_speaker(session, slug)
    return _as_data("speaker", slug, name, addresses.speaker_path(slug), form, request, session)


def _as_data(
    kind: Subject, key: str, label: str, path: str, form: Form, request: Request, session: Session
) -> Response:
    """Answer with the summary as JSON; the other forms are those of the listing, to which the answer leads."""
    selection = narrowed(Selection(), kind, key)
    if form != "json":
        return RedirectResponse(f"/quotes.{form}{query_string(selection)}", 307)
    absolute = partial(addresses.absolute, request)
    overview = read_overview(session, selection)
    body = dossier_body(kind, key, label, absolute(path), selection, overview, absolute)
    return JSONResponse(body.model_dump(mode="json"))
