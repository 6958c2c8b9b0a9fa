"""Articles: the listing, and the page of each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from app.store.engine import Session
from app.store.reads import read_article, read_carriers, read_place, read_related, read_revisions
from app.store.records import ArticleDetail
from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.contexts.article import Surroundings, article_page
from app.web.contexts.listing import articles_page
from app.web.database import SessionDependency
from app.web.errors import NotFound
from app.web.formats.items import article_body
from app.web.listing_help import find_help
from app.web.listings import ARTICLES, PAGE_SIZE, Suffix, listing_as, read_page
from app.web.metadata import article_metadata
from app.web.parameters import ListingParameters, Pages, listing_parameters
from app.web.reading import Reading, reading_parameters
from app.web.templating import render
from app.web.understanding import understand, understand_selection

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)
Parameters = Annotated[ListingParameters, Depends(listing_parameters)]
ReadingDependency = Annotated[Reading, Depends(reading_parameters)]


@router.get("/articles")
def articles(request: Request, session: SessionDependency, parameters: Parameters, pages: Pages = 1) -> Response:
    """Show a page, or several as one, of the articles that pass the filters."""
    listing = read_page(ARTICLES, session, parameters, PAGE_SIZE * pages)
    selection = parameters.selection()
    search = understand_selection(session, selection)
    page = articles_page(listing, selection, after=parameters.after, search=search)
    return render(request, replace(page, help=find_help(ARTICLES, session, selection, search, listing.total)))


@router.get("/articles.{suffix}")
def articles_data(suffix: Suffix, request: Request, session: SessionDependency, parameters: Parameters) -> Response:
    """Answer with the articles that pass the filters as data."""
    return listing_as(ARTICLES, request, session, parameters, suffix)


@router.get("/articles/{article_id}.json")
def article_data(article_id: str, request: Request, session: SessionDependency) -> Response:
    """Answer with one article as data."""
    body = article_body(existing_article(session, article_id), partial(addresses.absolute, request))
    return JSONResponse(body.model_dump(mode="json"))


@router.get("/articles/{article_id}")
def article(request: Request, article_id: str, session: SessionDependency, reading: ReadingDependency) -> Response:
    """Show one article with its quotes, as it is read: with the words searched for marked, with speakers muted."""
    detail = existing_article(session, article_id)
    page = article_page(
        detail,
        search=understand(reading.selection.query, synonyms=reading.selection.synonyms),
        metadata=article_metadata(detail, partial(addresses.absolute, request)),
        reading=reading,
        surroundings=read_surroundings(session, detail, reading),
    )
    return render(request, page)


def existing_article(session: Session, article_id: str) -> ArticleDetail:
    """Return an article; raise NotFound for an id that was never handed out."""
    if detail := read_article(session, article_id):
        return detail
    raise NotFound(f"No article has the address “{article_id[:40]}”. Was it copied whole?")


def read_surroundings(session: Session, detail: ArticleDetail, reading: Reading) -> Surroundings:
    """Return what stands around an article: its place in the search that led here, and related articles."""
    item = reading.at if reading.results == "quotes" else detail.article.id
    carriers = read_carriers(session, detail)
    carrying = {carrier.article.id for carrier in carriers}
    return Surroundings(
        place=read_place(session, reading.results, reading.selection, item) if reading.results else None,
        related=[article for article in read_related(session, detail) if article.id not in carrying],
        carriers=carriers,
        revisions=read_revisions(session, detail.article.id) if detail.revision > 1 else (),
    )
