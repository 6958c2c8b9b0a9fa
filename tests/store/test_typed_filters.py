"""Filters typed into the box: what they mean here, what unknown ones may mean, and the query without them."""

import pytest

from app.store.engine import Session
from app.store.query_language import parse_query, with_filter_replaced, without_filters
from app.store.reads import read_typed_filters, suggest_query, total_articles, total_quotes
from app.store.selection import Selection


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("speaker:peskov", ("dmitry-peskov",)),
        ("country:britain", ("GB",)),
        ("topic:ukraine", ("ukraine",)),
        ("outlet:xinhua", ("Xinhua",)),
        ("kind:PARTIAL", ("partial",)),
        ("before:2016", ()),
    ],
)
def test_a_typed_filter_means_values(session: Session, query: str, values: tuple[str, ...]) -> None:
    (found,) = read_typed_filters(session, Selection(query=query))
    assert found.values == values
    assert not found.is_unknown


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("speaker:peskow", "Dmitry Peskov"),
        ("country:germny", "Germany"),
        ("topic:siria", "syria"),
        ("outlet:xinhu", "Xinhua"),
        ("side:rusia", "russia"),
        ("kind:transcrpt", "transcript"),
    ],
)
def test_an_unknown_value_says_so_and_names_the_nearest(session: Session, query: str, nearest: str) -> None:
    (found,) = read_typed_filters(session, Selection(query=query))
    assert found.is_unknown
    assert found.nearest[0] == nearest
    assert total_quotes(session, Selection(query=query)) == 0
    mended = with_filter_replaced(parse_query(query), found.filter, nearest)
    (known,) = read_typed_filters(session, Selection(query=mended))
    assert known.values


def test_what_resembles_nothing_has_no_nearest(session: Session) -> None:
    (found,) = read_typed_filters(session, Selection(query="speaker:zzyzx"))
    assert found.is_unknown
    assert found.nearest == ()


def test_a_filter_is_taken_out_wherever_it_stands() -> None:
    query = parse_query('talks NOT speaker:peskov "islamic state" -country:gb speaker:peskov year:2015')
    excluded, country, wanted, year = query.filters
    assert without_filters(query, {excluded}) == 'talks "islamic state" -country:gb speaker:peskov year:2015'
    assert without_filters(query, {country, wanted}) == 'talks NOT speaker:peskov "islamic state" year:2015'
    assert without_filters(query, query.filters) == 'talks "islamic state"'
    assert with_filter_replaced(query, excluded, "Ada Norman").startswith('talks -speaker:"Ada Norman" "islamic')
    assert with_filter_replaced(query, year, "2016").endswith("on:2016")


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("constuctive dialog", "constructive dialog"),
        ('"constructive dialouge"', '"constructive dialogue"'),
        ("snactions country:gb", "Sanctions country:gb"),
        ("putin", None),
        ("zebra", None),
        ("dialouge*", None),
        ("", None),
    ],
)
def test_words_are_spelled_as_the_corpus_spells_them(session: Session, typed: str, suggested: str | None) -> None:
    assert suggest_query(session, Selection(query=typed), "quotes") == suggested


def test_articles_have_words_of_their_own(session: Session) -> None:
    assert suggest_query(session, Selection(query="treety"), "articles") == "treaty"
    assert suggest_query(session, Selection(query="treety"), "quotes") is None
    assert total_articles(session, Selection(query="treaty")) == 1
