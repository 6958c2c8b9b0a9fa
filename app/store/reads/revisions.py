"""The states of an article's text through time."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.store.records import RevisionRecord
from app.store.tables import Article, Revision


def read_revisions(session: Session, article_id: str) -> tuple[RevisionRecord, ...]:
    """Return an article's revisions, the first one first; none when there is no such article."""
    length = func.length(col(Revision.text))
    columns = (col(Revision.number), col(Revision.read_at), col(Revision.title), length)
    statement = select(*columns).join(Article, col(Revision.article_id) == Article.id)
    found = session.execute(statement.where(col(Article.public_id) == article_id).order_by(col(Revision.number)))
    return tuple(RevisionRecord(*row) for row in found)


def read_revision_text(session: Session, article_id: str, number: int) -> str | None:
    """Return the text of one of an article's revisions; None when there is none."""
    statement = select(col(Revision.text)).join(Article, col(Revision.article_id) == Article.id)
    here = statement.where(col(Article.public_id) == article_id, col(Revision.number) == number)
    return session.execute(here).scalar_one_or_none()
