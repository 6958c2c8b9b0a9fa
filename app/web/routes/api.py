"""The JSON API: the listings and items of the pages under ``/api``, described by OpenAPI, with readable docs."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.contexts.api import api_page
from app.web.database import SessionDependency
from app.web.errors import ProblemBody
from app.web.formats.items import (
    ArticleBody,
    ArticleItem,
    ListingBody,
    QuoteBody,
    QuoteItem,
    TallyItem,
    article_body,
)
from app.web.listings import ARTICLES, QUOTES, listing_body, next_link
from app.web.parameters import ListingParameters, listing_parameters
from app.web.routes import quotes
from app.web.routes.articles import existing_article
from app.web.routes.indexes import COUNTRIES, SPEAKERS, TOPICS, index_items
from app.web.templating import render

_PROBLEM: Final = {
    "description": "The parameters cannot be used; `errors` says which, and what to mend.",
    "content": {"application/problem+json": {"schema": ProblemBody.model_json_schema()}},
}
router = APIRouter(prefix="/api", responses={422: _PROBLEM}, route_class=RevalidatedRoute)
Parameters = Annotated[ListingParameters, Depends(listing_parameters)]


@router.get("/quotes", tags=["Statements"])
def list_quotes(
    request: Request, response: Response, session: SessionDependency, parameters: Parameters
) -> ListingBody[QuoteItem]:
    """Return one page of the statements that pass the filters, with the facets' counts."""
    body = listing_body(QUOTES, request, session, parameters)
    response.headers.update(next_link(body.next_url))
    return body


@router.get("/quotes/{quote_id}", tags=["Statements"], response_model=QuoteBody)
def read_quote(request: Request, quote_id: str, session: SessionDependency) -> Response:
    """Return one statement in full: 308 to its successor when its words changed, 410 when they are gone."""
    return quotes.quote_data(quote_id, request, session)


@router.get("/articles", tags=["Articles"])
def list_articles(
    request: Request, response: Response, session: SessionDependency, parameters: Parameters
) -> ListingBody[ArticleItem]:
    """Return one page of the articles that pass the filters, with the facets' counts."""
    body = listing_body(ARTICLES, request, session, parameters)
    response.headers.update(next_link(body.next_url))
    return body


@router.get("/articles/{article_id}", tags=["Articles"])
def read_article(article_id: str, request: Request, session: SessionDependency) -> ArticleBody:
    """Return one article in full: its text, its blocks, and everything found in it, with evidence."""
    return article_body(existing_article(session, article_id), partial(addresses.absolute, request))


@router.get("/countries", tags=["Indexes"])
def list_countries(request: Request, session: SessionDependency, parameters: Parameters) -> list[TallyItem]:
    """Return how much is said about each partner under the filters."""
    return index_items(COUNTRIES, request, session, parameters.selection())


@router.get("/speakers", tags=["Indexes"])
def list_speakers(request: Request, session: SessionDependency, parameters: Parameters) -> list[TallyItem]:
    """Return how much each speaker says under the filters."""
    return index_items(SPEAKERS, request, session, parameters.selection())


@router.get("/topics", tags=["Indexes"])
def list_topics(request: Request, session: SessionDependency, parameters: Parameters) -> list[TallyItem]:
    """Return how much is said on each topic under the filters."""
    return index_items(TOPICS, request, session, parameters.selection())


@router.get("/docs", include_in_schema=False)
def docs(request: Request) -> Response:
    """Show the API's description as a page."""
    return render(request, api_page(request.app.openapi()))


@router.get("/", include_in_schema=False)
def root() -> Response:
    """Lead whoever looks for the API to its description."""
    return RedirectResponse("/api/docs", 307)
