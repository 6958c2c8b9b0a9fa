"""Other articles that carry an article's statements word for word."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.store.reads.related import NEARBY
from app.store.records import ArticleDetail, Carrier, NearbyArticle
from app.store.tables import Article, Quote

_MOST_QUOTES: Final = 200
"""Quotes of an article whose words are looked for, so that a page's time is bounded."""
_MOST_FOUND: Final = 1000
"""Quotes with the same words that are counted."""


def read_carriers(session: Session, detail: ArticleDetail, *, limit: int = 5) -> list[Carrier]:
    """Return the articles that share statements with one, those that share most first; short statements do not count.

    Letter case, marks and spacing may differ (``app.extraction.identity.bare_words``).
    """
    here = select(col(Article.id)).where(col(Article.public_id) == detail.article.id).scalar_subquery()
    standing = col(Quote.state) == "current"
    said = select(col(Quote.wording)).where(col(Quote.article_id) == here, standing, col(Quote.wording).is_not(None))
    columns: tuple[Any, ...] = (Quote.article_id, Quote.wording)
    same = (
        select(*columns)
        .where(col(Quote.wording).in_(said.limit(_MOST_QUOTES)), standing, col(Quote.article_id) != here)
        .limit(_MOST_FOUND)
        .subquery()
    )
    shared = func.count(same.c.wording.distinct())
    found: tuple[Any, ...] = (shared, *NEARBY)
    carrying = select(*found).join(same, same.c.article_id == Article.id).group_by(col(Article.id))
    ranked = session.execute(carrying.order_by(shared.desc(), col(Article.id)).limit(limit))
    return [Carrier(NearbyArticle(*row[1:]), row[0]) for row in ranked]
