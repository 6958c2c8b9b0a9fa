"""Silences between statements, told apart from holes in the corpus."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.store.silences import WEEK, longest_silences

NEW_YEAR = date(2021, 1, 1)
days = st.lists(st.dates(date(2020, 1, 1), date(2022, 1, 1)), max_size=40)


def every(step: int, count: int) -> list[date]:
    return [NEW_YEAR + timedelta(days=step * number) for number in range(count)]


def test_the_days_between_two_statements_are_counted() -> None:
    [silence] = longest_silences([NEW_YEAR, NEW_YEAR + timedelta(days=95)], [])
    assert silence.days == 94


def test_a_gap_in_which_other_articles_appear_is_a_silence() -> None:
    [silence] = longest_silences([NEW_YEAR, date(2021, 4, 1)], every(3, 30))
    assert silence.is_covered


def test_a_gap_without_any_article_is_missing_coverage() -> None:
    [silence] = longest_silences([NEW_YEAR, date(2021, 4, 1)], [NEW_YEAR, date(2021, 4, 1)])
    assert silence.coverage == 0
    assert not silence.is_covered


def test_one_busy_week_does_not_cover_a_quarter() -> None:
    [silence] = longest_silences([NEW_YEAR, date(2021, 4, 1)], every(1, 7))
    assert not silence.is_covered


def test_the_longest_come_first_and_no_more_than_asked_for() -> None:
    found = longest_silences([NEW_YEAR, date(2021, 1, 20), date(2021, 3, 1), date(2021, 3, 15)], [], most=2)
    assert [silence.days for silence in found] == [39, 18]


def test_less_than_a_week_is_no_silence() -> None:
    assert longest_silences(every(WEEK, 5), []) == []


@given(days, days)
def test_silences_hold_no_statement_and_coverage_is_a_share(statements: list[date], articles: list[date]) -> None:
    for silence in longest_silences(statements, articles):
        assert not any(silence.last_before < day < silence.first_after for day in statements)
        assert 0 <= silence.coverage <= 1
