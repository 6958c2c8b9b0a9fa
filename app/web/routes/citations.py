"""A quote as a citation: each form is a file at the quote's address with a suffix; unAPI serves them to Zotero."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.store.records import QuoteRecord
from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.citations import FORMS, Form, cited_quote
from app.web.database import SessionDependency
from app.web.metadata import unapi
from app.web.routes.quotes import existing_quote, moved

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)

_NOT_IN_FILE_NAMES: Final = re.compile(r"[^a-z0-9-]+")


def _serve(form: Form) -> None:
    """Add the route of one form."""

    @router.get(f"/quotes/{{quote_id}}.{form.suffix}")
    def citation(quote_id: str, request: Request, session: SessionDependency) -> Response:
        """Answer with a quote as a file: 308 to its successor when its words changed, 410 when they are gone."""
        detail = existing_quote(session, quote_id)
        if detail.successor_id:
            return moved(f"{addresses.quote_path(detail.successor_id)}.{form.suffix}")
        content = form.write(cited_quote(detail.quote, partial(addresses.absolute, request), detail.language))
        return Response(
            content.encode("utf-8", "replace"),
            status_code=410 if detail.state == "gone" else 200,
            headers={"Content-Disposition": f'attachment; filename="{file_name(detail.quote, form)}"'},
            media_type=f"{form.media_type}; charset=utf-8",
        )


for _form in FORMS:
    _serve(_form)


@router.get(unapi.PATH)
def unapi_server(
    request: Request,
    session: SessionDependency,
    id: str = "",  # noqa: A002 - the protocol's name
    format: str = "",  # noqa: A002
) -> Response:
    """Answer as an unAPI server: the formats, those of one quote (300), or a quote in one of them."""
    if not id:
        return Response(unapi.formats(), media_type="application/xml")
    detail = existing_quote(session, id)
    if not format:
        return Response(unapi.formats(detail.quote.id), status_code=300, media_type="application/xml")
    form = unapi.FORMATS.get(format)
    if form is None:
        return Response(f"Known formats: {', '.join(unapi.FORMATS)}.\n", status_code=406, media_type="text/plain")
    if detail.successor_id:
        return moved(f"{unapi.PATH}?id={detail.successor_id}&format={format}")
    content = form.write(cited_quote(detail.quote, partial(addresses.absolute, request), detail.language))
    return Response(content.encode("utf-8", "replace"), media_type=f"{form.media_type}; charset=utf-8")


def file_name(quote: QuoteRecord, form: Form) -> str:
    """Return the name under which a citation is saved: speaker, day and id, in ASCII."""
    speaker = _NOT_IN_FILE_NAMES.sub("", quote.speaker.slug if quote.speaker else "") or "statement"
    day = [quote.published.isoformat()] if quote.published else []
    return "-".join([speaker, *day, f"{quote.id}.{form.suffix}"])
