"""Days that a text names, and the tense that governs them."""

from __future__ import annotations

import time

import pytest

from app.extraction.blocks import mark_blocks
from app.extraction.dates import find_days
from app.extraction.document import Document
from app.extraction.model import DayMention, Source
from app.extraction.vocabulary import load_vocabulary


def mentions(text: str) -> tuple[DayMention, ...]:
    document = Document(source=Source(text=text, name="page"), text=text)
    return find_days(mark_blocks(document, load_vocabulary()), load_vocabulary()).days


@pytest.mark.parametrize(
    ("words", "day", "month", "year", "weekday"),
    [
        ("on November 16", 16, 11, None, None),
        ("on 16th of November, 2015", 16, 11, 2015, None),
        ("on Nov. 2", 2, 11, None, None),
        ("on Thursday, March 15", 15, 3, None, 3),
        ("on Tuesday (March 7)", 7, 3, None, 1),
        ("on Friday, may 26", 26, 5, None, 4),
        ("on Friday march 4", 4, 3, None, 4),
        ("on Monday", None, None, None, 0),
        ("in September 2014", None, 9, 2014, None),
        ("in 2014", None, None, 2014, None),
    ],
)
def test_forms_of_days(words: str, day: int | None, month: int | None, year: int | None, weekday: int | None) -> None:
    (found,) = mentions(f"The ministers of the two countries met {words} and spoke about trade.")
    assert (found.day, found.month, found.year, found.weekday) == (day, month, year, weekday)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers spoke about some 2000 people and about trade.",
        "The sanctions in 2014-strong form cost 2,014 million and no more.",
        "Prime Minister Theresa May 's plan and the march of events were discussed.",
        "The flight MH17 and version 3.5 were discussed by the ministers.",
    ],
)
def test_numbers_and_names_are_no_days(text: str) -> None:
    assert [found for found in mentions(text) if found.day or found.weekday is not None or found.month] == []


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The spokesman told reporters on Friday that the talks go on.", "reporting"),
        ("The spokesman on Friday told reporters that the talks go on.", "reporting"),
        ("The spokesman said that the ministers had met on Friday in the capital.", "plain"),
        ("The ministers met on Friday, said the spokesman of the ministry.", "plain"),
        ("The ministers will meet on Friday in the capital of the country.", "future"),
        ("The treaty holds until Friday in both of the two countries.", "limit"),
        ("The ministers met last Friday in the capital of the country.", "earlier"),
        ("On Friday the ministers of the two countries met in the capital.", "plain"),
    ],
)
def test_tenses(text: str, tense: str) -> None:
    assert [found.tense for found in mentions(text)] == [tense]


def test_dates_by_the_thousand_take_no_time() -> None:
    started = time.perf_counter()
    mentions("The ministers met on May 20, 2015 and " * 20_000)
    assert time.perf_counter() - started < 3
