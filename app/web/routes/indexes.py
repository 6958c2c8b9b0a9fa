"""The indexes of countries, speakers and topics: who is spoken of, who speaks, and about what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from app.store.engine import Session
from app.store.reads import Subject, count_countries, count_grid, count_speakers, count_topics
from app.store.records import Tally
from app.store.selection import Selection
from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.contexts.indexes import IndexPage, index_page
from app.web.contexts.sparkline import recent
from app.web.database import SessionDependency
from app.web.formats.items import TallyItem, tally_item
from app.web.formats.tables import TALLY_COLUMNS, csv_lines, tally_row
from app.web.index_parameters import Viewed
from app.web.parameters import ListingParameters, listing_parameters
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)
Parameters = Annotated[ListingParameters, Depends(listing_parameters)]


@dataclass(frozen=True, slots=True)
class Index:
    """One of the indexes: where it is, and how it is counted."""

    path: str
    subject: Subject
    count: Callable[[Session, Selection], list[Tally]]


COUNTRIES: Final = Index("/countries", "country", count_countries)
SPEAKERS: Final = Index("/speakers", "speaker", count_speakers)
TOPICS: Final = Index("/topics", "topic", count_topics)
IndexName = Literal["countries", "speakers", "topics"]
INDEXES: Final[dict[IndexName, Index]] = {"countries": COUNTRIES, "speakers": SPEAKERS, "topics": TOPICS}


def index_items(index: Index, request: Request, session: Session, selection: Selection) -> list[TallyItem]:
    """Return an index as data."""
    absolute = partial(addresses.absolute, request)
    return [tally_item(t, absolute(f"{index.path}/{t.key}")) for t in index.count(session, selection)]


def _page(index: Index, session: Session, viewed: Viewed) -> IndexPage:
    tallies = index.count(session, Selection())
    grid = count_grid(session, recent(tallies), index.subject)
    return index_page(index.subject, tallies, grid, viewed.view())


@router.get("/countries")
def countries(request: Request, session: SessionDependency, viewed: Viewed) -> Response:
    """Show how much is said about each partner, on a map and in a table."""
    return render(request, _page(COUNTRIES, session, viewed))


@router.get("/speakers")
def speakers(request: Request, session: SessionDependency, viewed: Viewed) -> Response:
    """Show who is quoted how often."""
    return render(request, _page(SPEAKERS, session, viewed))


@router.get("/topics")
def topics(request: Request, session: SessionDependency, viewed: Viewed) -> Response:
    """Show how much is said on each topic."""
    return render(request, _page(TOPICS, session, viewed))


@router.get("/{name}.json")
def index_data(name: IndexName, request: Request, session: SessionDependency, parameters: Parameters) -> Response:
    """Answer with an index as JSON; the filters of listings narrow what is counted."""
    items = index_items(INDEXES[name], request, session, parameters.selection())
    return JSONResponse({"total": len(items), "items": [item.model_dump(mode="json") for item in items]})


@router.get("/{name}.csv")
def index_table(name: IndexName, request: Request, session: SessionDependency, parameters: Parameters) -> Response:
    """Answer with an index as CSV; the filters of listings narrow what is counted."""
    items = index_items(INDEXES[name], request, session, parameters.selection())
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return StreamingResponse(csv_lines(TALLY_COLUMNS, map(tally_row, items)), media_type="text/csv", headers=headers)
