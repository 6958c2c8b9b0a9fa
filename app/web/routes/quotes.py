"""Quotes: the listing, and the page of each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from app.store.engine import Session
from app.store.reads import read_earlier_wordings, read_neighbours, read_quote
from app.store.records import QuoteDetail
from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.contexts.listing import quotes_page
from app.web.contexts.quote import quote_page
from app.web.database import SessionDependency
from app.web.errors import NotFound, Problem, problem_response
from app.web.formats.items import quote_body
from app.web.listing_help import find_help
from app.web.listings import PAGE_SIZE, QUOTES, Suffix, listing_as, read_page
from app.web.parameters import ListingParameters, Pages, listing_parameters
from app.web.templating import render
from app.web.understanding import understand_selection

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)
Parameters = Annotated[ListingParameters, Depends(listing_parameters)]


@router.get("/quotes")
def quotes(request: Request, session: SessionDependency, parameters: Parameters, pages: Pages = 1) -> Response:
    """Show a page, or several as one, of the quotes that pass the filters."""
    listing = read_page(QUOTES, session, parameters, PAGE_SIZE * pages)
    selection = parameters.selection()
    search = understand_selection(session, selection)
    page = quotes_page(listing, selection, after=parameters.after, search=search)
    return render(request, replace(page, help=find_help(QUOTES, session, selection, search, listing.total)))


@router.get("/quotes.{suffix}")
def quotes_data(suffix: Suffix, request: Request, session: SessionDependency, parameters: Parameters) -> Response:
    """Answer with the quotes that pass the filters as data."""
    return listing_as(QUOTES, request, session, parameters, suffix)


@router.get("/quotes/{quote_id}.json")
def quote_data(quote_id: str, request: Request, session: SessionDependency) -> Response:
    """Answer with one quote as data: 308 to its successor when its words changed, 410 when they are gone."""
    detail = existing_quote(session, quote_id)
    if detail.successor_id:
        return moved(request.url.path.replace(detail.quote.id, detail.successor_id))
    body = quote_body(detail, partial(addresses.absolute, request)).model_dump(mode="json")
    if detail.state == "gone":
        problem = Problem(410, "Gone", "The article no longer has these words. They are given as they last stood.")
        return problem_response(request, problem, extra={"quote": body})
    return JSONResponse(body)


@router.get("/quotes/{quote_id}")
def quote(request: Request, quote_id: str, session: SessionDependency, was: str = "") -> Response:
    """Show one quote; ``was`` names the earlier address that led here."""
    detail = existing_quote(session, quote_id)
    if detail.successor_id:
        return moved(addresses.wording_path(detail.successor_id, detail.quote.id))
    page = quote_page(
        detail,
        partial(addresses.absolute, request),
        neighbours=read_neighbours(session, quote_id),
        wordings=read_earlier_wordings(session, quote_id),
        was=was,
    )
    status = 410 if detail.state == "gone" else 200
    return render(request, page, status=status)


def existing_quote(session: Session, quote_id: str) -> QuoteDetail:
    """Return a quote whose address was ever handed out; raise NotFound for any other id."""
    if detail := read_quote(session, quote_id):
        return detail
    raise NotFound(f"No statement has the address “{quote_id[:40]}”. Was it copied whole?")


def moved(path: str) -> Response:
    """Send on to the address of the words that took a quote's place."""
    return RedirectResponse(path, 308)
