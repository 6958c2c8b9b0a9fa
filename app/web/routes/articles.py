"""Articles: the listing, and the page of each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from app.store.engine import Session
from app.store.reads import read_article
from app.store.records import ArticleDetail
from app.web import addresses
from app.web.caching import Revalidated
from app.web.contexts.article import article_page
from app.web.contexts.listing import articles_page
from app.web.database import SessionDependency
from app.web.errors import NotFound
from app.web.formats.items import article_body
from app.web.listing_help import find_help
from app.web.listings import ARTICLES, Suffix, listing_as, read_page
from app.web.metadata import article_metadata
from app.web.parameters import LONGEST_QUERY, ListingParameters, listing_parameters
from app.web.templating import render
from app.web.understanding import understand, understand_selection

router = APIRouter(include_in_schema=False)
Parameters = Annotated[ListingParameters, Depends(listing_parameters)]
Words = Annotated[str, Query(max_length=LONGEST_QUERY)]


@router.get("/articles")
def articles(request: Request, session: SessionDependency, parameters: Parameters, _: Revalidated) -> Response:
    """Show a page of the articles that pass the filters."""
    listing = read_page(ARTICLES, session, parameters)
    selection = parameters.selection()
    search = understand_selection(session, selection)
    page = articles_page(listing, selection, after=parameters.after, search=search)
    return render(request, replace(page, help=find_help(ARTICLES, session, selection, search, listing.total)))


@router.get("/articles.{suffix}")
def articles_data(
    suffix: Suffix, request: Request, session: SessionDependency, parameters: Parameters, _: Revalidated
) -> Response:
    """Answer with the articles that pass the filters as data."""
    return listing_as(ARTICLES, request, session, parameters, suffix)


@router.get("/articles/{article_id}.json")
def article_data(article_id: str, request: Request, session: SessionDependency, _: Revalidated) -> Response:
    """Answer with one article as data."""
    body = article_body(existing_article(session, article_id), partial(addresses.absolute, request))
    return JSONResponse(body.model_dump(mode="json"))


@router.get("/articles/{article_id}")
def article(request: Request, article_id: str, session: SessionDependency, _: Revalidated, q: Words = "") -> Response:
    """Show one article with its quotes, and the words of ``q`` marked."""
    detail = existing_article(session, article_id)
    metadata = article_metadata(detail, partial(addresses.absolute, request))
    return render(request, article_page(detail, search=understand(q), metadata=metadata))


def existing_article(session: Session, article_id: str) -> ArticleDetail:
    """Return an article; raise NotFound for an id that was never handed out."""
    if detail := read_article(session, article_id):
        return detail
    raise NotFound(f"No article has the address “{article_id[:40]}”. Was it copied whole?")
