"""Listings: which quotes and articles, in which order, page by page."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.engine import Engine, Session
from app.store.reads import (
    InvalidCursor,
    InvalidQuery,
    list_articles,
    list_quotes,
    stream_articles,
    stream_quotes,
)
from app.store.selection import Selection
from tests.store.conftest import PESKOV, PUTIN, Keep, analysed, said

DIALOGUE = "We are ready for a constructive dialogue,"
SANCTIONS = "Sanctions, help nobody."
SEE = "We shall see,"
ISIL = "ISIL must be defeated,"
KIEV = "Kiev knows our view,"
COMMENT = "No comment,"
FLOWS = "Everything flows,"
OF_THE_DAY = "Another of the day"
UNDATED = ["Without a day", "A treaty"]


def quotes(session: Session, selection: Selection) -> list[str]:
    return [quote.text for quote in list_quotes(session, selection).items]


def articles(session: Session, selection: Selection) -> list[str]:
    return [article.title for article in list_articles(session, selection).items]


def test_the_newest_come_first_those_of_a_day_as_they_were_read_the_undated_last(session: Session) -> None:
    assert quotes(session, Selection()) == [ISIL, KIEV, COMMENT, DIALOGUE, SANCTIONS, SEE, FLOWS]


def test_the_oldest_first_leaves_the_undated_last(session: Session) -> None:
    assert quotes(session, Selection(sort="oldest")) == [DIALOGUE, SANCTIONS, SEE, ISIL, KIEV, COMMENT, FLOWS]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(countries=("GB",)), [DIALOGUE, SANCTIONS, SEE]),
        (Selection(countries=("GB", "UA")), [KIEV, COMMENT, DIALOGUE, SANCTIONS, SEE]),
        (Selection(countries=("DE",)), []),
        (Selection(countries=("DE",), role="any"), [SANCTIONS]),
        (Selection(topics=("sanctions",)), [SANCTIONS]),
        (Selection(topics=("bilateral-relations",)), [DIALOGUE, SEE]),
        (Selection(countries=("US",), topics=("counter-terrorism",)), [ISIL]),
        (Selection(speakers=("vladimir-putin", "ada-norman")), [ISIL, KIEV, SEE]),
        (Selection(sides=("unknown",)), [COMMENT]),
        (Selection(outlets=("TASS",)), [DIALOGUE, SANCTIONS, SEE]),
        (Selection(kinds=("partial",)), [SEE]),
        (Selection(since=date(2015, 11, 16), until=date(2015, 11, 16)), [DIALOGUE, SANCTIONS, SEE]),
        (Selection(since=date(2015, 11, 15), until=date(2015, 11, 15)), []),
        (Selection(since=date(2015, 11, 15), until=date(2015, 11, 15), by="statement"), [DIALOGUE]),
        (Selection(query='"constructive dialogue"'), [DIALOGUE]),
        (Selection(query="sanction"), [SANCTIONS]),
        (Selection(query="Daesh"), [ISIL]),
        (Selection(query="Daesh", synonyms=False), []),
        (Selection(query="Peskov", sort="newest"), [DIALOGUE, SANCTIONS, FLOWS]),
        (Selection(query="canada"), []),
        (Selection(query="-we", sort="newest"), [ISIL, KIEV, COMMENT, SANCTIONS, FLOWS]),
        (Selection(query="speaker:norman"), [SEE]),
        (Selection(query="-speaker:peskov"), [ISIL, KIEV, COMMENT, SEE]),
        (Selection(query="country:britain"), [DIALOGUE, SANCTIONS, SEE]),
        (Selection(query="country:gb", countries=("US",)), []),
        (Selection(query="-country:us country:ua"), []),
        (Selection(query="topic:terrorism"), [ISIL]),
        (Selection(query="outlet:tass kind:partial"), [SEE]),
        (Selection(query="-outlet:tass"), [ISIL, KIEV, COMMENT, FLOWS]),
        (Selection(query="side:foreign"), [SEE]),
        (Selection(query="speaker:nobody"), []),
        (Selection(query="before:2016 after:2015-11"), [DIALOGUE, SANCTIONS, SEE]),
    ],
)
def test_a_selection_lists_quotes(session: Session, selection: Selection, expected: list[str]) -> None:
    assert quotes(session, selection) == expected


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(sort="oldest"), ["Moscow and London talk", "A call with Washington", OF_THE_DAY, *UNDATED]),
        (Selection(countries=("DE",)), ["A treaty"]),
        (Selection(countries=("DE",), role="any"), ["Moscow and London talk", "A treaty"]),
        (Selection(query="canada OR australia"), []),
        (Selection(query="treaty gas"), ["A treaty"]),
        (Selection(speakers=("vladimir-putin",)), ["A call with Washington", "Another of the day"]),
        (Selection(speakers=("vladimir-putin",), sides=("unknown",)), []),
        (Selection(query="-speaker:putin london"), ["Moscow and London talk"]),
        (Selection(since=date(2015, 11, 15), until=date(2015, 11, 15), by="statement"), ["Moscow and London talk"]),
    ],
)  # fmt: skip
def test_a_selection_lists_articles(session: Session, selection: Selection, expected: list[str]) -> None:
    assert articles(session, selection) == expected


def test_relevance_puts_what_matches_best_first(session: Session) -> None:
    found = list_articles(session, Selection(query="treaty OR talk"))
    assert found.items[0].title == "A treaty"
    assert found.total == 2


def test_a_snippet_shows_the_match(session: Session) -> None:
    (found,) = list_articles(session, Selection(query="sanctions")).items
    assert "Sanctions" in found.snippet
    assert "Banned" not in found.snippet


SELECTIONS = st.builds(
    Selection,
    query=st.sampled_from(["", "we", "-we", "we OR putin", "speaker:peskov"]),
    countries=st.sampled_from([(), ("US",), ("GB", "UA")]),
    sort=st.sampled_from([None, "newest", "oldest", "relevance"]),
    by=st.sampled_from(["publication", "statement"]),
)


@given(SELECTIONS, st.integers(1, 4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
def test_pages_join_to_the_whole(session: Session, selection: Selection, limit: int) -> None:
    for listed, streamed in ((list_quotes, stream_quotes), (list_articles, stream_articles)):
        found, cursor = [], None
        while True:
            page = listed(session, selection, limit=limit, cursor=cursor)
            found += [item.id for item in page.items]
            cursor = page.next_cursor
            if cursor is None:
                break
            assert len(page.items) == limit
        assert found == [item.id for item in streamed(session, selection)]
        assert page.total == len(found) == len(set(found))


def test_a_cursor_belongs_to_its_filters(session: Session) -> None:
    cursor = list_quotes(session, Selection(), limit=1).next_cursor
    with pytest.raises(InvalidCursor, match="another selection"):
        list_quotes(session, Selection(countries=("GB",)), cursor=cursor)
    with pytest.raises(InvalidCursor, match="another selection"):
        list_articles(session, Selection(), cursor=cursor)


@given(st.text(max_size=30) | st.sampled_from(["bnVsbA", "W10", "WzEsMiwzXQ", "e30", "WyJhIiwiYiIsImMiXQ"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_made_up_cursor_is_refused(session: Session, cursor: str) -> None:
    if cursor:
        with pytest.raises(InvalidCursor):
            list_quotes(session, Selection(), cursor=cursor)


def test_a_query_beyond_measure_is_refused(session: Session) -> None:
    with pytest.raises(InvalidQuery):
        list_quotes(session, Selection(query="x" * 5000))


def test_a_record_carries_everything_that_a_listing_shows(session: Session) -> None:
    quote = next(quote for quote in list_quotes(session, Selection()).items if quote.text == SANCTIONS)
    assert quote.speaker is not None
    assert (quote.speaker.slug, quote.speaker.role) == ("dmitry-peskov", "Kremlin spokesman")
    assert [(country.code, country.name, country.role) for country in quote.countries] == [
        ("GB", "United Kingdom", "partner"),
        ("DE", "Germany", "mention"),
    ]
    assert len(quote.spans) == 2
    assert quote.cue is not None
    assert (quote.article_title, quote.article_outlet) == ("Moscow and London talk", "TASS")
    assert [topic.slug for topic in quote.topics] == ["sanctions"]


def test_quotes_are_narrowed_to_the_countries_that_speakers_speak_for(session: Session) -> None:
    assert [quote.text for quote in list_quotes(session, Selection(voices=("GB",))).items] == ["We shall see,"]
    assert list_quotes(session, Selection(countries=("GB",), query="NOT voice:gb")).total == 2


def test_quotes_are_narrowed_to_what_somebody_told_of_others(writer: Engine, keep: Keep) -> None:
    told = said("Let us meet,", PUTIN, via=PESKOV)
    keep(
        analysed(
            "relayed", 'He said: "Let us meet," and then: "That was all," Peskov said.', [told, said("That was all,")]
        )
    )
    with Session(writer) as opened:
        assert [quote.text for quote in list_quotes(opened, Selection(relayers=("dmitry-peskov",))).items] == [
            "Let us meet,"
        ]
        assert list_quotes(opened, Selection(query="via:peskov")).total == 1
