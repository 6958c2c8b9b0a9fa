"""The dossiers of countries, speakers and topics: each is one selection, looked at from all sides."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.extraction.vocabulary import load_vocabulary
from app.store.engine import Session
from app.store.reads import count_countries, count_months, count_speakers, count_topics, list_quotes
from app.store.records import Tally
from app.store.selection import Selection
from app.web import addresses
from app.web.caching import Revalidated
from app.web.comparisons import Comparison, comparison_path
from app.web.contexts.alternates import alternates
from app.web.contexts.dossiers import Dossier, Office, Ranking, offices, rows, selection_urls, totals
from app.web.contexts.head import Head
from app.web.contexts.statements import statements
from app.web.contexts.timeline import draw_timeline
from app.web.database import SessionDependency
from app.web.errors import NotFound
from app.web.parameters import narrowed, query_string
from app.web.templating import render

router = APIRouter(include_in_schema=False)

_LATEST: Final = 10
_RANKED: Final = 8


@router.get("/countries/{code}")
def country(code: str, request: Request, session: SessionDependency, _: Revalidated) -> Response:
    """Show what is said about one partner."""
    known = load_vocabulary().countries.get(code.upper())
    if known is None:
        raise NotFound(f"“{code[:40]}” is not a country code that is known here. All known ones are under Countries.")
    if code != known.code:
        return RedirectResponse(addresses.country_path(known.code), 308)
    tally = totals(count_countries(session, Selection()), known.code)
    introduction = "Statements from articles about this partner’s relations with Russia, whoever made them."
    return _show(request, session, "country", known.code, tally, known.name, introduction)


@router.get("/topics/{slug}")
def topic(slug: str, request: Request, session: SessionDependency, _: Revalidated) -> Response:
    """Show what is said on one topic."""
    known = load_vocabulary().topics.get(slug)
    if known is None:
        raise NotFound(f"“{slug[:40]}” is not a topic of the taxonomy. All of them are under Topics.")
    tally = totals(count_topics(session, Selection()), slug)
    return _show(request, session, "topic", slug, tally, known.label, known.description)


@router.get("/speakers/{slug}")
def speaker(slug: str, request: Request, session: SessionDependency, _: Revalidated) -> Response:
    """Show what one person or body says, and the offices held."""
    vocabulary = load_vocabulary()
    tally = totals(count_speakers(session, Selection()), slug)
    person, body = vocabulary.people.get(slug), vocabulary.bodies.get(slug)
    if not (tally.quotes or person or body):
        raise NotFound(f"Nobody is quoted here under the name “{slug[:40]}”. All speakers are under Speakers.")
    name = person.name if person else body.name if body else tally.label
    names = {code: known.name for code, known in vocabulary.countries.items()}
    held = offices(person.offices, names) if person else ()
    return _show(request, session, "speaker", slug, tally, name, f"What {name} is quoted as saying.", held)


def _show(
    request: Request,
    session: Session,
    name: str,
    value: str,
    tally: Tally,
    heading: str,
    introduction: str,
    held: tuple[Office, ...] = (),
) -> Response:
    selection = narrowed(Selection(), name, value)
    section = {"country": "/countries", "speaker": "/speakers", "topic": "/topics"}[name]
    quotes_url, articles_url = selection_urls(selection)
    page = Dossier(
        head=Head(
            title=heading,
            description=introduction,
            path=f"{section}/{value}",
            alternates=alternates("/quotes", selection),
            index=tally.quotes > 0,
            section=section,
        ),
        kicker=name.capitalize(),
        heading=heading,
        introduction=introduction,
        offices=held,
        quotes=tally.quotes,
        articles=tally.articles,
        first=tally.first,
        last=tally.last,
        timeline=draw_timeline(count_months(session, selection), selection, _quotes_url),
        rankings=tuple(_rankings(session, selection, name)),
        latest=statements(list_quotes(session, selection, limit=_LATEST).items),
        quotes_url=quotes_url,
        articles_url=articles_url,
        compare_url=comparison_path(Comparison(selection)),
        search_field=(name, value),
    )
    return render(request, page)


def _rankings(session: Session, selection: Selection, besides: str) -> list[Ranking]:
    """Return what comes up most under the selection, of every kind but the dossier's own."""
    kinds = (
        ("country", "Partners", "/countries", count_countries),
        ("speaker", "Speakers", "/speakers", count_speakers),
        ("topic", "Topics", "/topics", count_topics),
    )
    counted = (
        (heading, rows(count(session, selection), path, _RANKED))
        for kind, heading, path, count in kinds
        if kind != besides
    )
    return [Ranking(heading, ranked) for heading, ranked in counted if ranked]


def _quotes_url(selection: Selection) -> str:
    return f"/quotes{query_string(selection)}"
