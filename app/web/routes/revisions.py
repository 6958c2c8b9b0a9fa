"""The revisions of an article: their list, and each of them compared with another."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from app.store.engine import Session
from app.store.reads import read_revision_text, read_revisions
from app.web.addresses import revisions_path
from app.web.caching import RevalidatedRoute
from app.web.contexts.revision import revision_page, revisions_page
from app.web.database import SessionDependency
from app.web.errors import NotFound
from app.web.routes.articles import existing_article
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)
_LARGEST: Final = 2**31 - 1
Number = Annotated[int, Path(ge=1, le=_LARGEST)]
Other = Annotated[int | None, Query(alias="with", ge=1, le=_LARGEST)]


@router.get("/articles/{article_id}/revisions")
def revisions(request: Request, article_id: str, session: SessionDependency) -> Response:
    """List the revisions of an article."""
    article = existing_article(session, article_id).article
    return render(request, revisions_page(article, read_revisions(session, article_id)))


@router.get("/articles/{article_id}/revisions/{number}")
def revision(
    request: Request, article_id: str, number: Number, session: SessionDependency, other: Other = None
) -> Response:
    """Show a revision beside another one: the one before it, unless ``with`` names one."""
    article = existing_article(session, article_id).article
    text = _existing_text(session, article_id, number)
    against = other or number - 1
    compared = (against, _existing_text(session, article_id, against)) if against not in {0, number} else None
    return render(request, revision_page(article, read_revisions(session, article_id), number, text, compared))


def _existing_text(session: Session, article_id: str, number: int) -> str:
    text = read_revision_text(session, article_id, number)
    if text is None:
        raise NotFound(f"This article has no revision {number}. They are listed at {revisions_path(article_id)}.")
    return text
