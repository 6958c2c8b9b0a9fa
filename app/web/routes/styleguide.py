"""The page that shows the design system."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.web.caching import RevalidatedRoute
from app.web.contexts.styleguide import styleguide_page
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)


@router.get("/styleguide")
def styleguide(request: Request) -> Response:
    """Show every token and component in both colour schemes."""
    return render(request, styleguide_page(request.app.state.assets.style_sheet()))
