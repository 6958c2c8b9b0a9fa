"""The day of each statement: what `on Friday` resolves to."""

from __future__ import annotations

from datetime import date

import pytest

from app.extraction.dates import date_statements, find_days
from app.extraction.dates.statements import resolve
from app.extraction.document import Document
from app.extraction.model import Block, Cue, DayMention, Evidence, Published, Quote, Source, Span
from app.extraction.vocabulary import load_vocabulary

FRIDAY = date(2016, 11, 11)


def said(text: str, words: str, cue: str, day: date | None = FRIDAY) -> tuple[date | None, list[str]]:
    """Return the day of the quote ``words``, attributed by the last ``cue``, and the evidence for it."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    at, verb = text.index(words), text.rindex(cue)
    quote = Quote(
        id="q",
        text=words,
        spans=(Span(at, at + len(words)),),
        speaker=None,
        side="unknown",
        via=None,
        cue=Cue(cue, verb, verb + len(cue)),
        kind="direct",
        confidence=1.0,
    )
    known = Published(day, "supplied", 1.0, (day,) if day else (), (Evidence("stamp", "", 0, 0),))
    document = Document(
        source=Source(text=text, name="page"), text=text, blocks=tuple(paragraphs), published=known, quotes=(quote,)
    )
    dated = date_statements(find_days(document, load_vocabulary()), load_vocabulary()).quotes[0]
    return dated.statement_date, [evidence.text for evidence in dated.statement_date_evidence]


@pytest.mark.parametrize(
    ("text", "expected", "evidence"),
    [
        ("“We agree,” the minister told reporters on Friday.", FRIDAY, ["Friday"]),
        ("“We agree,” the minister told reporters on Tuesday.", date(2016, 11, 8), ["Tuesday"]),
        ("“We agree,” the minister told reporters on Saturday.", date(2016, 11, 5), ["Saturday"]),
        ("“We agree,” the minister told reporters on November 3.", date(2016, 11, 3), ["November 3"]),
        ("“We agree,” the minister told reporters on December 30.", date(2015, 12, 30), ["December 30"]),
        ("“We agree,” the minister told reporters earlier in the day.", FRIDAY, ["earlier in the day"]),
        ("“We agree,” the minister told reporters yesterday.", date(2016, 11, 10), ["yesterday"]),
        ("On 8 November the minister came. “We agree,” he told them.", date(2016, 11, 8), ["8 November"]),
        ("The talks went well, he said on Thursday.\n“We agree,” he told them.", date(2016, 11, 10), ["Thursday"]),
        ("“We agree,” the minister told reporters.", FRIDAY, [""]),
        ("“We agree,” the minister told reporters late on Wednesday.", date(2016, 11, 9), ["Wednesday"]),
        ("On Tuesday, the minister told of “We agree,” the song by a choir.", date(2016, 11, 8), ["Tuesday"]),
        ("“We agree,” the minister told reporters a day before.", date(2016, 11, 10), ["a day before"]),
        ("“We agree,” the minister told reporters last Friday.", date(2016, 11, 4), ["Friday"]),
        ("“We agree,” the minister told reporters on Wednesday last week.", date(2016, 11, 2), ["Wednesday"]),
        ("“We agree,” the minister told reporters two days ago.", date(2016, 11, 9), ["two days ago"]),
        ("“We agree,” the minister told reporters a day earlier.", date(2016, 11, 10), ["a day earlier"]),
        ("Earlier, on November 3, the minister told reporters: “We agree,”", date(2016, 11, 3), ["November 3"]),
        ("“We agree,” the minister told reporters the day before the vote.", FRIDAY, [""]),
        ("“We agree,” the minister told reporters, commenting on the fire of November 3.", FRIDAY, [""]),
        ("“We agree,” the minister told reporters of the treaty signed on November 3.", FRIDAY, [""]),
    ],
)
def test_the_day_of_a_statement(text: str, expected: date, evidence: list[str]) -> None:
    assert said(text, "We agree,", "told") == (expected, evidence)


def test_a_day_inside_the_quote_is_not_its_own() -> None:
    assert said("“We met on Tuesday,” the minister told reporters.", "We met on Tuesday,", "told")[0] == FRIDAY


def test_a_day_to_come_is_not_that_of_the_statement() -> None:
    text = "“We agree,” said the minister, who will travel on Tuesday."
    assert said(text, "We agree,", "said")[0] == FRIDAY


def test_what_the_article_looks_back_on_stays_undated() -> None:
    assert said("Earlier, the minister told a newspaper: “We agree.”", "We agree.", "told") == (None, [])


@pytest.mark.parametrize(
    "when", ["in 2014", "in May 2014", "in September", "recently", "a week ago", "at the time", "several days ago"]
)
def test_what_was_said_on_a_day_that_copy_does_not_tell_stays_undated(when: str) -> None:
    assert said(f"“We agree,” the minister said {when}.", "We agree,", "said") == (None, [])
    assert said("“We agree,” the minister had said before.", "We agree,", "said") == (None, [])


def test_words_of_a_quote_do_not_look_back_on_it() -> None:
    assert said("“We agreed on it last year,” the minister said.", "We agreed on it last year,", "said")[0] == FRIDAY


def test_without_a_day_of_publication_nothing_resolves() -> None:
    assert said("“We agree,” the minister told reporters on Friday.", "We agree,", "told", day=None) == (None, [])


def test_a_leap_day_resolves_to_the_year_that_has_it() -> None:
    mention = DayMention(0, 1, day=29, month=2, year=None, weekday=None, tense="plain", sentence=(0, 1), block=0)
    assert resolve(mention, date(2017, 1, 5)) == date(2016, 2, 29)
    assert resolve(mention, date(2018, 1, 5)) is None
