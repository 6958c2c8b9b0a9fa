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


def test_without_a_day_of_publication_nothing_resolves() -> None:
    assert said("“We agree,” the minister told reporters on Friday.", "We agree,", "told", day=None) == (None, [])


def test_a_leap_day_resolves_to_the_year_that_has_it() -> None:
    mention = DayMention(0, 1, day=29, month=2, year=None, weekday=None, tense="plain", sentence=(0, 1), block=0)
    assert resolve(mention, date(2017, 1, 5)) == date(2016, 2, 29)
    assert resolve(mention, date(2018, 1, 5)) is None
