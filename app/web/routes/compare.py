"""Two selections side by side, as a page and as data."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from app.store.reads import coverage
from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.comparisons import PATH, Comparison, comparison_parameters, comparison_path, read_side
from app.web.contexts.comparison import compare_page
from app.web.database import SessionDependency
from app.web.formats.comparison import comparison_body
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)
Compared = Annotated[Comparison, Depends(comparison_parameters)]


@router.get(PATH)
def compare(request: Request, session: SessionDependency, compared: Compared) -> Response:
    """Show two selections side by side."""
    if "" in request.query_params.values():
        # A form sends its empty fields too: lead to the address that is worth keeping.
        return RedirectResponse(comparison_path(compared), 303)
    left, right = read_side(session, compared.left), read_side(session, compared.right)
    return render(request, compare_page(compared, left, right, coverage(session)))


@router.get(f"{PATH}.json")
def compare_data(request: Request, session: SessionDependency, compared: Compared) -> Response:
    """Answer with two selections side by side as data."""
    left, right = read_side(session, compared.left), read_side(session, compared.right)
    body = comparison_body(left, right, coverage(session), partial(addresses.absolute, request))
    return JSONResponse(body.model_dump(mode="json"))
