"""Other articles that carry an article's statements word for word."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.store.query_language import parse_query
from app.store.reads.loading import load_articles
from app.store.records import ArticleDetail, Carrier
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
    ranked = select(same.c.article_id, shared).group_by(same.c.article_id).order_by(shared.desc(), same.c.article_id)
    counts = {row[0]: row[1] for row in session.execute(ranked.limit(limit))}
    articles = load_articles(session, list(counts), parse_query(""))
    return [Carrier(article, count) for article, count in zip(articles, counts.values(), strict=True)]
