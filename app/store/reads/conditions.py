"""Criteria as SQL conditions, on quotes and on articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    TableClause,
    and_,
    column,
    literal_column,
    select,
    table,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import SQLModel, col

from app.store.fulltext import ARTICLES, QUOTES, FulltextIndex
from app.store.reads.criteria import Criteria
from app.store.selection import Selection
from app.store.tables import Article, ArticleCountry, ArticleTopic, Quote, QuoteCountry, QuoteTopic, Speaker

Condition = ColumnElement[bool]

RANK: ColumnElement[float] = column("rank", Float)
_ROWID: ColumnElement[int] = column("rowid", Integer)


def quote_conditions(criteria: Criteria) -> list[Condition]:
    """Return what a quote must meet: it stands in its article's latest revision, and meets the criteria."""
    conditions = [col(Quote.state) == "current", *_of_quote(criteria.given), *_of_quote(criteria.typed)]
    conditions += [_not(_of_quote(excluded)) for excluded in criteria.excluded]
    return conditions + _matching(criteria, QUOTES, number(Quote))


def article_conditions(criteria: Criteria) -> list[Condition]:
    """Return what an article must meet; speaker, side and kind ask for one quote that has them all."""
    conditions = [*_of_article(criteria.given), *_of_article(criteria.typed)]
    if spoken := spoken_conditions(criteria):
        conditions.append(number(Article).in_(_articles_with(spoken)))
    for excluded in criteria.excluded:
        unwanted = [*_of_article(excluded)]
        if spoken := [*_spoken(excluded)]:
            unwanted.append(number(Article).in_(_articles_with(spoken)))
        conditions.append(_not(unwanted))
    return conditions + _matching(criteria, ARTICLES, number(Article))


def spoken_conditions(criteria: Criteria) -> list[Condition]:
    """Return what an article's quote must meet for the article to be listed; none when any article will do."""
    return [*_spoken(criteria.given), *_spoken(criteria.typed)]


def search_source(index: FulltextIndex) -> TableClause:
    """Return a full-text index as something to select from."""
    return table(index.name, column("rowid", Integer), column("rank", Float))


def matches(index: FulltextIndex, expression: str) -> Condition:
    """Return the condition that a row of a full-text index matches an expression."""
    return literal_column(index.name).op("MATCH")(expression)


def matching_numbers(index: FulltextIndex, expression: str) -> Select[Any]:
    """Return the statement for the numbers of the rows of a full-text index that match an expression."""
    return select(_ROWID).select_from(search_source(index)).where(matches(index, expression))


def number(entity: type[SQLModel]) -> InstrumentedAttribute[int]:
    """Return the column ``id`` of a table as it is in the database, never absent."""
    attribute: InstrumentedAttribute[int] = entity.id  # type: ignore[attr-defined]
    return attribute


def quote_day(selection: Selection) -> InstrumentedAttribute[Any]:
    """Return the day of a quote that the selection speaks of."""
    return Quote.statement_date if selection.by == "statement" else Quote.published  # type: ignore[return-value]


def _of_quote(selection: Selection) -> Iterator[Condition]:
    if selection.countries:
        yield number(Quote).in_(_in_role(select(col(QuoteCountry.quote_id)), QuoteCountry, selection))
    if selection.topics:
        yield number(Quote).in_(select(col(QuoteTopic.quote_id)).where(col(QuoteTopic.slug).in_(selection.topics)))
    if selection.outlets:
        yield col(Quote.outlet).in_(selection.outlets)
    yield from _voice(selection)
    yield from _between(quote_day(selection), selection)


def _of_article(selection: Selection) -> Iterator[Condition]:
    if selection.countries:
        yield number(Article).in_(_in_role(select(col(ArticleCountry.article_id)), ArticleCountry, selection))
    if selection.topics:
        tagged = select(col(ArticleTopic.article_id)).where(col(ArticleTopic.slug).in_(selection.topics))
        yield number(Article).in_(tagged)
    if selection.outlets:
        yield col(Article.outlet).in_(selection.outlets)
    if selection.by == "publication":
        yield from _between(col(Article.published), selection)


def _spoken(selection: Selection) -> Iterator[Condition]:
    yield from _voice(selection)
    if selection.by == "statement":
        yield from _between(col(Quote.statement_date), selection)


def _voice(selection: Selection) -> Iterator[Condition]:
    if selection.speakers:
        yield col(Quote.speaker_id).in_(select(number(Speaker)).where(col(Speaker.slug).in_(selection.speakers)))
    if selection.sides:
        yield col(Quote.side).in_(selection.sides)
    if selection.kinds:
        yield col(Quote.kind).in_(selection.kinds)
    if selection.voices:
        yield col(Quote.speaker_id).in_(select(number(Speaker)).where(col(Speaker.country).in_(selection.voices)))
    if selection.relayers:
        yield col(Quote.via_id).in_(select(number(Speaker)).where(col(Speaker.slug).in_(selection.relayers)))


def _between(day: Any, selection: Selection) -> Iterator[Condition]:
    if selection.since:
        yield day >= selection.since
    if selection.until:
        yield day <= selection.until


def _in_role(statement: Select[Any], tags: Any, selection: Selection) -> Select[Any]:
    statement = statement.where(tags.code.in_(selection.countries))
    return statement if selection.role == "any" else statement.where(tags.role == "partner")


def _articles_with(spoken: Iterable[Condition]) -> Select[Any]:
    return select(col(Quote.article_id)).where(col(Quote.state) == "current", *spoken)


def _matching(criteria: Criteria, index: FulltextIndex, row: InstrumentedAttribute[int]) -> list[Condition]:
    match = criteria.query.match
    if match is None:
        return []
    found = matching_numbers(index, match.expression)
    return [row.not_in(found) if match.negated else row.in_(found)]


def _not(conditions: Iterable[Condition]) -> Condition:
    # An unknown speaker or outlet is not an excluded one: "is not true" rather than "not".
    return and_(true(), *conditions).is_not(true())
