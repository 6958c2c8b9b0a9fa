"""Articles near one in time on the same partner, those on the same topics first."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Select, exists, func, select, tuple_, union_all
from sqlmodel import Session, col

from app.store.reads.conditions import number
from app.store.records import ArticleDetail, NearbyArticle
from app.store.tables import Article, ArticleCountry, ArticleTopic

LONGEST_WALK: Final = 400
"""Articles before and after that are looked through, so that a page's time is bounded."""

_NEAREST: Final = 12
"""Of those on the same partner, how many on either side are compared by topics."""

NEARBY: Final[tuple[Any, ...]] = (
    Article.public_id,
    Article.title,
    Article.outlet,
    Article.published,
    Article.date_method,
)
"""What a NearbyArticle is made of, in order."""


def read_related(session: Session, detail: ArticleDetail, *, limit: int = 5) -> list[NearbyArticle]:
    """Return articles on an article's first partner near its day; none for one that has no day or no partner.

    More topics in common come first, then the nearer in time.
    """
    article = detail.article
    day = article.published
    partner = next((country.code for country in article.countries if country.role == "partner"), None)
    if day is None or partner is None:
        return []
    near = union_all(*(_near(detail, partner, later=later) for later in (False, True))).subquery()
    topics = [topic.slug for topic in article.topics]
    shared = (
        select(func.count())
        .where(col(ArticleTopic.article_id) == number(Article), col(ArticleTopic.slug).in_(topics))
        .scalar_subquery()
    )
    columns: tuple[Any, ...] = (shared, *NEARBY)
    found = session.execute(select(*columns).join(near, near.c.id == number(Article))).all()
    ranked = sorted(found, key=lambda row: (-row[0], abs((row.published - day).days), row.public_id))
    return [NearbyArticle(*row[1:]) for row in ranked[:limit]]


def _near(detail: ArticleDetail, partner: str, *, later: bool) -> Select[Any]:
    """Return the statement that finds the articles on a partner among the nearest on one side of an article."""
    here = select(number(Article)).where(col(Article.public_id) == detail.article.id).scalar_subquery()
    place = (col(Article.published), number(Article))
    key = tuple_(*place)
    beyond = key > tuple_(detail.article.published, here) if later else key < tuple_(detail.article.published, here)
    steps = (
        select(number(Article), col(Article.published))
        .where(beyond)
        .order_by(*(one.asc() if later else one.desc() for one in place))
        .limit(LONGEST_WALK)
        .subquery()
    )
    tag: Any = ArticleCountry
    about = exists().where(tag.article_id == steps.c.id, tag.code == partner, tag.role == "partner")
    order = (one.asc() if later else one.desc() for one in (steps.c.published, steps.c.id))
    nearest = select(steps.c.id).where(about).order_by(*order).limit(_NEAREST).subquery()
    return select(nearest.c.id)
