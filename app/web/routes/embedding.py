"""Quotes on other people's pages: the card, and the oEmbed endpoint that tells how to show it."""

from __future__ import annotations

import re
from functools import partial
from typing import Annotated, Final
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.store.reads import read_earlier_wordings
from app.web import addresses
from app.web.caching import Handler, RevalidatedRoute
from app.web.contexts.embed import embed_page
from app.web.contexts.quote import quote_title
from app.web.database import SessionDependency
from app.web.errors import Fault, NotFound, Problem, problem_response
from app.web.metadata import oembed
from app.web.routes.quotes import existing_quote, moved
from app.web.security import allow_framing
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)
Pixels = Annotated[int | None, Query(gt=0, le=10_000)]

_QUOTE_PATH: Final = re.compile(r"/quotes/([a-z2-7]{1,40})(?:/embed)?/?")


class FramedRoute(RevalidatedRoute):
    """A route whose answers other sites may frame, 304 included: the browser goes by its headers from then on."""

    def get_route_handler(self) -> Handler:
        """Return what answers a request."""
        answer = super().get_route_handler()

        async def answer_framed(request: Request) -> Response:
            allow_framing(request)
            return await answer(request)

        return answer_framed


framed = APIRouter(include_in_schema=False, route_class=FramedRoute)


@framed.get("/quotes/{quote_id}/embed")
def embed(request: Request, quote_id: str, session: SessionDependency, was: str = "") -> Response:
    """Show a quote as a card, which any site may frame; ``was`` names the earlier address that led here."""
    detail = existing_quote(session, quote_id)
    if detail.successor_id:
        return moved(f"{addresses.embed_path(detail.successor_id)}?{urlencode({'was': detail.quote.id})}")
    changed = was in {wording.id for wording in read_earlier_wordings(session, quote_id)} if was else False
    return render(request, embed_page(detail, changed=changed), status=410 if detail.state == "gone" else 200)


router.include_router(framed)


@router.get(oembed.PATH)
def oembed_card(
    request: Request,
    session: SessionDependency,
    url: str,
    format: str = "json",  # noqa: A002 - the protocol's name
    maxwidth: Pixels = None,
    maxheight: Pixels = None,
) -> Response:
    """Answer with the card of the quote at ``url`` (oEmbed 1.0); JSON alone, which the protocol answers with 501."""
    if format != "json":
        fault = Fault("format", "Cards are given as JSON alone. Use format=json.")
        return problem_response(request, Problem(501, "Not offered", fault.detail, (fault,)))
    absolute = partial(addresses.absolute, request)
    detail = existing_quote(session, _quote_at(url, absolute("")))
    if detail.successor_id:
        changes = {"url": absolute(addresses.quote_path(detail.successor_id))}
        return moved(f"{oembed.PATH}?{urlencode(dict(request.query_params) | changes)}")
    if detail.state == "gone":
        return problem_response(request, Problem(410, "Gone", "The article no longer has these words."))
    card = oembed.card(detail, quote_title(detail), absolute, maxwidth, maxheight)
    return Response(card.model_dump_json(exclude_none=True), media_type="application/json")


def _quote_at(url: str, origin: str) -> str:
    """Return the id of the quote at an address of this site; raise NotFound for any other address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    found = _QUOTE_PATH.fullmatch(parts.path)
    if not found or f"{parts.scheme}://{parts.netloc}".lower() != origin.lower():
        raise NotFound(f"“{url[:80]}” is not the address of a statement on this site.")
    return found[1]
