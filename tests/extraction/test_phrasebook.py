"""Phrases found as whole words."""

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.phrasebook import Phrasebook

PHRASES = ["the north", "northern sea", "northern sea route", "sea", "route to", "us", "uss"]
BOOK = Phrasebook(PHRASES, PHRASES, PHRASES)


def found(text: str) -> list[str]:
    return [text[start:end] for _, start, end in BOOK.find(text).names]


def test_what_is_no_whole_word_hides_nothing() -> None:
    assert found("along the northern sea route") == ["northern sea route"]


def test_the_longest_from_the_left_wins() -> None:
    assert found("the northern sea route to us uss bus") == ["northern sea route", "us", "uss"]


def test_each_list_has_its_own_matches() -> None:
    phrases = BOOK.find("The Northern Sea to us")
    assert phrases.names == phrases.topics == [(1, 4, 16), (5, 20, 22)]
    assert phrases.events == [(1, 4, 16), (3, 13, 16), (5, 20, 22)]
    assert phrases.ourselves == [(2, 20, 22)]


@given(st.lists(st.sampled_from(["the", "north", "northern", "sea", "route", "to", "us", "bus"]), max_size=12))
def test_matches_are_phrases_in_order_and_apart(words: list[str]) -> None:
    text, last = " ".join(words), 0
    for index, start, end in BOOK.find(text).names:
        assert text[start:end] == PHRASES[index]
        assert start >= last
        assert f" {text} "[start] == " " == f" {text} "[end + 1]
        last = end
