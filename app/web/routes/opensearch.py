"""How other programs learn to search here."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.formats.opensearch import MEDIA_TYPE, opensearch

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)


@router.get(addresses.OPENSEARCH_PATH)
def description(request: Request) -> Response:
    """Answer with the OpenSearch description."""
    return Response(opensearch(partial(addresses.absolute, request)), media_type=MEDIA_TYPE)
