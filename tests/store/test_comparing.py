"""What pages need to know of a selection to set it beside another: its numbers and its words."""

from datetime import date

import pytest

from app.store.engine import Session
from app.store.reads import InvalidQuery, list_quotes, read_overview, read_words
from app.store.records import Overview
from app.store.selection import Selection


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), Overview(7, 4, 3, date(2015, 11, 16), date(2016, 11, 11))),
        (Selection(countries=("GB",)), Overview(3, 1, 2, date(2015, 11, 16), date(2015, 11, 16))),
        (Selection(query="dialogue", by="statement"), Overview(1, 1, 1, date(2015, 11, 15), date(2015, 11, 15))),
        (Selection(sides=("unknown",)), Overview(1, 1, 0, date(2016, 11, 11), date(2016, 11, 11))),
        (Selection(query="zebra"), Overview(0, 0, 0, None, None)),
    ],
)
def test_a_selection_in_numbers(session: Session, selection: Selection, expected: Overview) -> None:
    assert read_overview(session, selection) == expected
    assert expected.quotes == list_quotes(session, selection).total


def test_words_are_those_of_the_selection(session: Session) -> None:
    words = read_words(session, Selection(countries=("GB",))).counts
    assert words == {"ready": 1, "constructive": 1, "dialogue": 1, "sanctions": 1, "help": 1, "see": 1}


def test_only_the_newest_statements_are_read(session: Session) -> None:
    words = read_words(session, Selection(), limit=2).counts
    assert words == {"isil": 1, "defeated": 1, "kiev": 1, "knows": 1, "view": 1}


def test_nothing_selected_uses_no_words(session: Session) -> None:
    assert not read_words(session, Selection(query="zebra")).counts


def test_a_query_beyond_measure_is_refused(session: Session) -> None:
    for read in (read_overview, read_words):
        with pytest.raises(InvalidQuery):
            read(session, Selection(query="x" * 5000))
