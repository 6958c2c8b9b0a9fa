"""Articles near one in time on the same partner, those on the same topics first."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from sqlalchemy import exists, func, select, tuple_
from sqlmodel import Session, col

from app.store.query_language import parse_query
from app.store.reads.conditions import number
from app.store.reads.loading import load_articles
from app.store.records import ArticleDetail, ArticleRecord
from app.store.tables import Article, ArticleCountry, ArticleTopic

LONGEST_WALK: Final = 400
"""Articles before and after that are looked through, so that a page's time is bounded."""

_NEAREST: Final = 12
"""Of those on the same partner, how many on either side are compared by topics."""


def read_related(session: Session, detail: ArticleDetail, *, limit: int = 5) -> list[ArticleRecord]:
    """Return articles on an article's first partner near its day; none for one that has no day or no partner.

    More topics in common come first, then the nearer in time.
    """
    article = detail.article
    partner = next((country.code for country in article.countries if country.role == "partner"), None)
    if article.published is None or partner is None:
        return []
    near = [*_near(session, detail, partner, later=False), *_near(session, detail, partner, later=True)]
    shared = _shared_topics(session, [row.id for row in near], [topic.slug for topic in article.topics])
    distance = {row.id: abs((row.published - article.published).days) for row in near}
    chosen = sorted(distance, key=lambda row: (-shared[row], distance[row], row))[:limit]
    return load_articles(session, chosen, parse_query(""))


def _near(session: Session, detail: ArticleDetail, partner: str, *, later: bool) -> Any:
    day = detail.article.published
    here = select(number(Article)).where(col(Article.public_id) == detail.article.id).scalar_subquery()
    place = (col(Article.published), number(Article))
    key = tuple_(*place)
    beyond = key > tuple_(day, here) if later else key < tuple_(day, here)
    steps = (
        select(number(Article), col(Article.published))
        .where(beyond)
        .order_by(*(one.asc() if later else one.desc() for one in place))
        .limit(LONGEST_WALK)
        .subquery()
    )
    tag: Any = ArticleCountry
    about = exists().where(tag.article_id == steps.c.id, tag.code == partner, tag.role == "partner")
    order = (steps.c.published, steps.c.id)
    walk = select(steps.c.id, steps.c.published).where(about)
    return session.execute(walk.order_by(*(one.asc() if later else one.desc() for one in order)).limit(_NEAREST)).all()


def _shared_topics(session: Session, articles: list[int], topics: list[str]) -> Counter[int]:
    owner = col(ArticleTopic.article_id)
    statement = select(owner, func.count()).where(owner.in_(articles), col(ArticleTopic.slug).in_(topics))
    return Counter({row[0]: row[1] for row in session.execute(statement.group_by(owner))})
