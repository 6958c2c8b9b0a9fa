"""The dossiers of countries, speakers and topics."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.extraction.vocabulary import load_vocabulary
from app.extraction.vocabulary.schema import Country, Topic
from app.store.engine import Session
from app.store.reads import read_speaker
from app.web import addresses
from app.web.caching import RevalidatedRoute
from app.web.contexts.dossiers import About, MediaTopic, dossier_page
from app.web.database import SessionDependency
from app.web.dossiers import read_dossier
from app.web.errors import NotFound
from app.web.templating import render

router = APIRouter(include_in_schema=False, route_class=RevalidatedRoute)

_MEDIA_TOPICS: Final = "http://cv.iptc.org/newscodes/mediatopic/"
"""The URI that the IPTC gives a Media Topic begins so."""


@router.get("/countries/{code}")
def country(code: str, request: Request, session: SessionDependency) -> Response:
    """Show what is said about one partner."""
    known = existing_country(code)
    if code != known.code:
        return RedirectResponse(addresses.country_path(known.code), 308)
    introduction = "Statements from articles about this partner’s relations with Russia, whoever made them."
    about = About("Country", known.name, introduction)
    return render(request, dossier_page(about, read_dossier(session, "country", known.code)))


@router.get("/topics/{slug}")
def topic(slug: str, request: Request, session: SessionDependency) -> Response:
    """Show what is said on one topic."""
    known = existing_topic(slug)
    code = (known.media_topic or "").removeprefix("medtop:")
    media_topic = MediaTopic(f"medtop:{code}", _MEDIA_TOPICS + code) if code else None
    about = About("Topic", known.label, known.description, media_topic=media_topic)
    return render(request, dossier_page(about, read_dossier(session, "topic", slug)))


@router.get("/speakers/{slug}")
def speaker(slug: str, request: Request, session: SessionDependency) -> Response:
    """Show what one person or body says, and the offices held."""
    name = existing_speaker(session, slug)
    person = load_vocabulary().people.get(slug)
    about = About("Speaker", name, f"What {name} is quoted as saying.", tenures=person.offices if person else ())
    return render(request, dossier_page(about, read_dossier(session, "speaker", slug)))


def existing_country(code: str) -> Country:
    """Return a partner by its code in either case; raise NotFound for any other."""
    if known := load_vocabulary().countries.get(code.upper()):
        return known
    raise NotFound(f"“{code[:40]}” is not a country code that is known here. All known ones are under Countries.")


def existing_topic(slug: str) -> Topic:
    """Return a topic of the taxonomy; raise NotFound for any other slug."""
    if known := load_vocabulary().topics.get(slug):
        return known
    raise NotFound(f"“{slug[:40]}” is not a topic of the taxonomy. All of them are under Topics.")


def existing_speaker(session: Session, slug: str) -> str:
    """Return the name of somebody who is known or quoted; raise NotFound for any other slug."""
    vocabulary = load_vocabulary()
    if known := vocabulary.people.get(slug) or vocabulary.bodies.get(slug) or read_speaker(session, slug):
        return known.name
    raise NotFound(f"Nobody is quoted here under the name “{slug[:40]}”. All speakers are under Speakers.")
