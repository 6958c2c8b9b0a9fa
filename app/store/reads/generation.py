"""Which state of the corpus a read sees."""

from __future__ import annotations

from sqlmodel import Session, col, select

from app.store.tables import Corpus


def corpus_generation(session: Session) -> str:
    """Return a token that changes with every committed ingest and differs between databases."""
    return session.exec(select(col(Corpus.generation))).one()
