"""Counts over a selection, and over the whole corpus."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from app.extraction.vocabulary import load_vocabulary
from app.store.reads.conditions import article_conditions, quote_conditions, quote_day
from app.store.reads.criteria import Criteria, understand
from app.store.reads.remembering import remembered
from app.store.records import Coverage, MonthCount, Tally
from app.store.selection import Selection
from app.store.tables import Article, ArticleCountry, ArticleTopic, Quote, QuoteCountry, QuoteTopic, Speaker


@remembered
def count_countries(session: Session, selection: Selection) -> list[Tally]:
    """Return the partners of a selection, the most quoted first. Raises InvalidQuery.

    With the selection's ``role`` any, mentions count as well.
    """
    criteria = understand(session, selection)
    quotes = _quotes(criteria, col(QuoteCountry.code)).join(QuoteCountry, col(QuoteCountry.quote_id) == Quote.id)
    articles = _articles(criteria, col(ArticleCountry.code)).join(
        ArticleCountry, col(ArticleCountry.article_id) == Article.id
    )
    if selection.role == "partner":
        quotes = quotes.where(col(QuoteCountry.role) == "partner")
        articles = articles.where(col(ArticleCountry.role) == "partner")
    names = {code: country.name for code, country in load_vocabulary().countries.items()}
    return _tallies(session, quotes, articles, names)


@remembered
def count_topics(session: Session, selection: Selection) -> list[Tally]:
    """Return the topics of a selection, the most quoted first. Raises InvalidQuery."""
    criteria = understand(session, selection)
    quotes = _quotes(criteria, col(QuoteTopic.slug)).join(QuoteTopic, col(QuoteTopic.quote_id) == Quote.id)
    articles = _articles(criteria, col(ArticleTopic.slug)).join(
        ArticleTopic, col(ArticleTopic.article_id) == Article.id
    )
    return _tallies(session, quotes, articles, {slug: topic.label for slug, topic in load_vocabulary().topics.items()})


@remembered
def count_speakers(session: Session, selection: Selection) -> list[Tally]:
    """Return the speakers of a selection, the most quoted first; an article counts when it quotes the speaker.

    Raises InvalidQuery.
    """
    day = quote_day(selection)
    columns = (col(Speaker.slug), col(Speaker.name), func.count(), func.count(col(Quote.article_id).distinct()))
    statement = (
        select(*columns, func.min(day), func.max(day))
        .select_from(Quote)
        .join(Speaker, col(Quote.speaker_id) == Speaker.id)
        .where(*quote_conditions(understand(session, selection)))
        .group_by(col(Speaker.slug), col(Speaker.name))
    )
    return _sorted([Tally(*row) for row in session.execute(statement)])


@remembered
def count_months(session: Session, selection: Selection) -> list[MonthCount]:
    """Return the months of a selection in order, those without anything and undated items left out.

    Quotes are counted by the day that the selection speaks of, articles by publication. Raises InvalidQuery.
    """
    criteria = understand(session, selection)
    counts: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    sources: tuple[tuple[Any, Any, Any], ...] = (
        (Quote, quote_day(selection), quote_conditions(criteria)),
        (Article, col(Article.published), article_conditions(criteria)),
    )
    for place, (table, day, conditions) in enumerate(sources):
        statement = select(day, func.count()).select_from(table).where(day.is_not(None), *conditions).group_by(day)
        for one, items in session.execute(statement):
            counts[one.replace(day=1)][place] += items
    return [MonthCount(month, *counts[month]) for month in sorted(counts)]


@remembered
def coverage(session: Session) -> list[Coverage]:
    """Return how many articles there are of each outlet and month: by outlet (unknown last), then month."""
    counts: dict[tuple[str | None, date | None], int] = defaultdict(int)
    columns = (col(Article.outlet), col(Article.published))
    for outlet, day, articles in session.execute(select(*columns, func.count()).group_by(*columns)):
        counts[outlet, day.replace(day=1) if day else None] += articles
    found = [Coverage(outlet, month, articles) for (outlet, month), articles in counts.items()]
    return sorted(found, key=lambda one: (one.outlet is None, one.outlet or "", one.month or date.max))


def _quotes(criteria: Criteria, value: Any) -> Select[Any]:
    day = quote_day(criteria.given)
    counted = select(value, func.count(), func.min(day), func.max(day)).select_from(Quote)
    return counted.where(*quote_conditions(criteria)).group_by(value)


def _articles(criteria: Criteria, value: Any) -> Select[Any]:
    return select(value, func.count()).select_from(Article).where(*article_conditions(criteria)).group_by(value)


def _tallies(session: Session, quotes: Select[Any], articles: Select[Any], names: dict[str, str]) -> list[Tally]:
    """Join counts of quotes and of articles: an article about a country need not quote anybody."""
    by_quote = {key: rest for key, *rest in session.execute(quotes)}
    by_article: dict[str, int] = dict(session.execute(articles).all())
    tallies = []
    for key in by_quote.keys() | by_article.keys():
        items, first, last = by_quote.get(key, (0, None, None))
        tallies.append(Tally(key, names.get(key, key), items, by_article.get(key, 0), first, last))
    return _sorted(tallies)


def _sorted(tallies: list[Tally]) -> list[Tally]:
    return sorted(tallies, key=lambda tally: (-tally.quotes, -tally.articles, tally.label))
