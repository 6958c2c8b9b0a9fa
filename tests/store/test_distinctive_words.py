"""Distinctive words of two sets of statements."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.store.distinctive_words import SIGNIFICANT, distinctive_words

counters = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 300), max_size=8).map(Counter)


def words(here: Counter[str], there: Counter[str]) -> list[str]:
    return [found.word for found in distinctive_words(here, there)]


def test_a_word_used_by_one_side_alone_leads() -> None:
    here = Counter(talks=100, gas=100, sanctions=60)
    assert words(here, Counter(talks=100, gas=100, grain=60)) == ["sanctions"]


def test_what_both_say_equally_often_is_not_distinctive() -> None:
    same = Counter(talks=100, gas=50)
    assert words(same, same.copy()) == []


def test_a_rare_word_is_no_evidence() -> None:
    assert words(Counter(talks=200, chance=1), Counter(talks=200, other=1)) == []


def test_sides_of_different_size_are_compared_by_share() -> None:
    assert words(Counter(talks=1000, gas=10), Counter(talks=100, gas=1)) == []


def test_nothing_to_compare_with_gives_nothing() -> None:
    assert words(Counter(talks=5), Counter()) == []


@given(counters, counters)
def test_no_word_leans_both_ways(one: Counter[str], other: Counter[str]) -> None:
    here, there = distinctive_words(one, other), distinctive_words(other, one)
    assert not {found.word for found in here} & {found.word for found in there}
    assert all(found.score >= SIGNIFICANT for found in here + there)
