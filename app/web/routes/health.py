"""Liveness, with a look at the database."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from app.store.engine import DatabaseError
from app.store.reads import corpus_generation
from app.web.database import SessionDependency

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
def health(session: SessionDependency) -> JSONResponse:
    """Answer 200 when the database can be read, 503 when it cannot."""
    try:
        generation = corpus_generation(session)
    except DatabaseError:
        return JSONResponse({"status": "unavailable", "database": "cannot be read"}, 503)
    return JSONResponse({"status": "ok", "generation": generation}, headers={"Cache-Control": "no-store"})
