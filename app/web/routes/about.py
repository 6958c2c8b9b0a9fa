"""The page about the method, its limits, and what the corpus covers; and what robots may read."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from app.extraction.vocabulary import load_vocabulary
from app.store.reads import coverage
from app.web.caching import RevalidatedRoute
from app.web.contexts.about import about_page
from app.web.database import SessionDependency
from app.web.quality import load_quality
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)


@router.get("/about")
def about(request: Request, session: SessionDependency) -> Response:
    """Show how statements are found, what the corpus covers and where it is silent."""
    page = about_page(coverage(session), load_vocabulary(), load_quality())
    return render(request, page)


@router.get("/robots.txt")
def robots() -> Response:
    """Let robots read everything but the endless combinations of filters."""
    return PlainTextResponse("User-agent: *\nDisallow: /*?*after=\n")
