"""What dossiers read: days, months by subject, and who told what others had said; and that answers are remembered."""

from datetime import date

import pytest
from sqlalchemy import event

from app.store.engine import Engine, Session
from app.store.reads import article_days, count_days, count_grid, count_relayers, coverage
from app.store.records import DayCount, GridCount, Tally
from app.store.selection import Selection
from tests.store.conftest import PESKOV, PUTIN, Keep, analysed, said

NOVEMBER_2015, NOVEMBER_2016 = date(2015, 11, 1), date(2016, 11, 1)


def test_days_hold_statements_in_order(session: Session) -> None:
    assert count_days(session, Selection()) == [DayCount(date(2015, 11, 16), 3), DayCount(date(2016, 11, 11), 3)]
    assert count_days(session, Selection(countries=("UA",))) == [DayCount(date(2016, 11, 11), 2)]
    assert count_days(session, Selection(by="statement")) == [DayCount(date(2015, 11, 15), 1)]


def test_days_of_articles_are_those_of_any_article(session: Session) -> None:
    assert article_days(session) == [date(2015, 11, 16), date(2016, 11, 11)]


def test_a_grid_counts_a_statement_under_each_of_its_subjects(session: Session) -> None:
    assert count_grid(session, Selection(), "country") == [
        GridCount("GB", NOVEMBER_2015, 3),
        GridCount("UA", NOVEMBER_2016, 2),
        GridCount("US", NOVEMBER_2016, 3),
    ]
    assert count_grid(session, Selection(countries=("GB",)), "topic") == [
        GridCount("bilateral-relations", NOVEMBER_2015, 2),
        GridCount("sanctions", NOVEMBER_2015, 1),
    ]
    assert count_grid(session, Selection(sides=("russia",), countries=("US",)), "speaker") == [
        GridCount("vladimir-putin", NOVEMBER_2016, 2)
    ]


def test_mentions_are_counted_when_they_are_asked_for(session: Session) -> None:
    assert GridCount("DE", NOVEMBER_2015, 1) in count_grid(session, Selection(role="any"), "country")


def test_those_are_counted_who_tell_what_others_said(writer: Engine, keep: Keep) -> None:
    told = said("Let us meet,", PUTIN, via=PESKOV)
    keep(analysed("relayed", 'He said: "Let us meet," on the phone.', [told], published=date(2020, 1, 2)))
    with Session(writer) as opened:
        day = date(2020, 1, 2)
        assert count_relayers(opened, Selection()) == [Tally("dmitry-peskov", "Dmitry Peskov", 1, 1, day, day)]
        assert count_relayers(opened, Selection(speakers=("dmitry-peskov",))) == []


def test_an_answer_is_remembered_until_the_corpus_changes(writer: Engine, keep: Keep) -> None:
    asked: list[str] = []
    event.listen(writer, "before_cursor_execute", lambda *call: asked.append(call[2]))

    def grouped() -> int:
        asked.clear()
        with Session(writer) as opened:
            coverage(opened)
        return sum("GROUP BY" in statement for statement in asked)

    keep(analysed("one", "Nobody speaks.", published=date(2020, 1, 2), outlet="TASS"))
    assert (grouped(), grouped()) == (1, 0)
    keep(analysed("two", "Nobody speaks again.", published=date(2020, 1, 3), outlet="TASS"))
    assert grouped() == 1


def test_whoever_changes_an_answer_changes_nobody_elses(session: Session) -> None:
    count_days(session, Selection()).clear()
    assert len(count_days(session, Selection())) == 2


@pytest.mark.parametrize("subject", ["country", "topic", "speaker"])
def test_nothing_selected_is_an_empty_grid(session: Session, subject: str) -> None:
    assert count_grid(session, Selection(since=date(2030, 1, 1)), subject) == []  # type: ignore[arg-type]
