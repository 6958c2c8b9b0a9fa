"""Phrases found as whole words."""

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.names.whole_words import WholeWords

PHRASES = ["the north", "northern sea", "northern sea route", "sea", "route to", "us", "uss"]


def found(text: str) -> list[str]:
    return [text[start:end] for _, start, end in WholeWords(PHRASES).find(text)]


def test_what_is_no_whole_word_hides_nothing() -> None:
    assert found("along the northern sea route") == ["northern sea route"]


def test_the_longest_from_the_left_wins() -> None:
    assert found("the northern sea route to us uss bus") == ["northern sea route", "us", "uss"]


@given(st.lists(st.sampled_from(["the", "north", "northern", "sea", "route", "to", "us", "bus"]), max_size=12))
def test_matches_are_phrases_in_order_and_apart(words: list[str]) -> None:
    text, last = " ".join(words), 0
    for index, start, end in WholeWords(PHRASES).find(text):
        assert text[start:end] == PHRASES[index]
        assert start >= last
        assert f" {text} "[start] == " " == f" {text} "[end + 1]
        last = end
