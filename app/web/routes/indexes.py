"""The indexes of countries, speakers and topics: who is spoken of, who speaks, and about what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from app.extraction.vocabulary import load_vocabulary
from app.store.engine import Session
from app.store.reads import count_countries, count_speakers, count_topics
from app.store.records import Tally
from app.store.selection import Selection
from app.web import addresses
from app.web.caching import Revalidated
from app.web.contexts.dossiers import IndexPage, rows
from app.web.contexts.head import Alternate, Head
from app.web.database import SessionDependency
from app.web.formats.items import TallyItem, tally_item
from app.web.formats.tables import TALLY_COLUMNS, csv_lines, tally_row
from app.web.parameters import ListingParameters, listing_parameters
from app.web.templating import render
from app.web.world_map import colour_world

router = APIRouter(include_in_schema=False)
Parameters = Annotated[ListingParameters, Depends(listing_parameters)]


@dataclass(frozen=True, slots=True)
class Index:
    """One of the indexes: where it is, what it says of itself, and how it is counted."""

    path: str
    heading: str
    noun: str
    introduction: str
    count: Callable[[Session, Selection], list[Tally]]


COUNTRIES: Final = Index(
    "/countries",
    "Countries",
    "Country",
    "Bilateral partners, and the bodies of states that Russia deals with as partners of their own.",
    count_countries,
)
SPEAKERS: Final = Index(
    "/speakers", "Speakers", "Speaker", "Everybody whose words are quoted, most quoted first.", count_speakers
)
TOPICS: Final = Index("/topics", "Topics", "Topic", "The subjects under which statements are filed.", count_topics)
IndexName = Literal["countries", "speakers", "topics"]
INDEXES: Final[dict[IndexName, Index]] = {"countries": COUNTRIES, "speakers": SPEAKERS, "topics": TOPICS}


def index_items(index: Index, request: Request, session: Session, selection: Selection) -> list[TallyItem]:
    """Return an index as data."""
    absolute = partial(addresses.absolute, request)
    return [tally_item(t, absolute(f"{index.path}/{t.key}")) for t in index.count(session, selection)]


def _page(index: Index, request: Request, session: Session) -> Response:
    tallies = index.count(session, Selection())
    page = IndexPage(
        head=Head(
            title=index.heading,
            description=index.introduction,
            path=index.path,
            alternates=(
                Alternate("CSV", f"{index.path}.csv", "text/csv"),
                Alternate("JSON", f"{index.path}.json", "application/json"),
            ),
            section=index.path,
        ),
        heading=index.heading,
        introduction=index.introduction,
        noun=index.noun,
        rows=rows(tallies, index.path),
        notes={t.slug: t.description for t in load_vocabulary().topics.values()} if index is TOPICS else {},
        world=tuple(colour_world(tallies)) if index is COUNTRIES else (),
    )
    return render(request, page)


@router.get("/countries")
def countries(request: Request, session: SessionDependency, _: Revalidated) -> Response:
    """Show how much is said about each partner, on a map and in a table."""
    return _page(COUNTRIES, request, session)


@router.get("/speakers")
def speakers(request: Request, session: SessionDependency, _: Revalidated) -> Response:
    """Show who is quoted how often."""
    return _page(SPEAKERS, request, session)


@router.get("/topics")
def topics(request: Request, session: SessionDependency, _: Revalidated) -> Response:
    """Show how much is said on each topic."""
    return _page(TOPICS, request, session)


@router.get("/{name}.json")
def index_data(
    name: IndexName, request: Request, session: SessionDependency, parameters: Parameters, _: Revalidated
) -> Response:
    """Answer with an index as JSON; the filters of listings narrow what is counted."""
    items = index_items(INDEXES[name], request, session, parameters.selection())
    return JSONResponse({"total": len(items), "items": [item.model_dump(mode="json") for item in items]})


@router.get("/{name}.csv")
def index_table(
    name: IndexName, request: Request, session: SessionDependency, parameters: Parameters, _: Revalidated
) -> Response:
    """Answer with an index as CSV; the filters of listings narrow what is counted."""
    items = index_items(INDEXES[name], request, session, parameters.selection())
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return StreamingResponse(csv_lines(TALLY_COLUMNS, map(tally_row, items)), media_type="text/csv", headers=headers)
