"""The front page."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.store.reads import (
    count_countries,
    count_months,
    count_speakers,
    count_topics,
    coverage,
    list_articles,
    list_quotes,
)
from app.store.selection import Selection
from app.web.caching import RevalidatedRoute
from app.web.contexts.alternates import alternates
from app.web.contexts.comparison.narrowing import quotes_path
from app.web.contexts.head import Head
from app.web.contexts.home import HomePage
from app.web.contexts.rankings import Ranking, rows
from app.web.contexts.statements import statements
from app.web.contexts.trend import draw_trend
from app.web.contexts.world import draw_world
from app.web.database import SessionDependency
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)

_LATEST: Final = 8
_RANKED: Final = 10


@router.get("/")
def home(request: Request, session: SessionDependency) -> Response:
    """Show the way in: search, the latest statements, partners, topics, and how much was said when."""
    everything = Selection()
    listing = list_quotes(session, everything, limit=_LATEST)
    countries = count_countries(session, everything)
    page = HomePage(
        head=Head(
            title="Kremlin Statements",
            description="What the Kremlin says about foreign relations: who said what, when, and about which country.",
            path="/",
            alternates=alternates("/quotes", everything),
        ),
        quotes=listing.total,
        articles=list_articles(session, everything, limit=1).total,
        latest=statements(listing.items),
        trend=draw_trend(count_months(session, everything), coverage(session), everything, quotes_path),
        partners=Ranking("Partners", rows(countries, "/countries", _RANKED), "/countries"),
        topics=Ranking("Topics", rows(count_topics(session, everything), "/topics", _RANKED), "/topics"),
        speakers=Ranking("Speakers", rows(count_speakers(session, everything), "/speakers", _RANKED), "/speakers"),
        world=draw_world(countries),
    )
    return render(request, page)
