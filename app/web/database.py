"""How routes get at the database: one read-only session a request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from app.store.engine import Session


def get_session(request: Request) -> Iterator[Session]:
    """Yield a session that cannot write; it stays open until the answer, streamed or not, has been sent."""
    with Session(request.app.state.engine) as session:
        yield session


SessionDependency = Annotated[Session, Depends(get_session)]
