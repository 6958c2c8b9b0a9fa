"""The statements before and after one, and the wordings that it had."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

import app.store.reads.neighbours as neighbours_module
from app.extraction.model import Analysis, Source
from app.store.engine import Engine
from app.store.reads import read_earlier_wordings, read_neighbours
from app.store.records import Neighbour, Neighbours
from tests.store.conftest import NORMAN, PUTIN, Keep, analysed, said

FIRST_DAY = date(2014, 1, 1)


def spoken(day: int, words: str, *partners: str, speaker: object = PUTIN) -> tuple[Source, Analysis]:
    """Return an article of one quote, published some days after the first."""
    quote = said(words, speaker)  # type: ignore[arg-type]
    published = FIRST_DAY + timedelta(days=day)
    return analysed(words, f'"{words}" they said.', [quote], published=published, partners=partners)


def around(writer: Engine, article: tuple[Source, Analysis], place: int = 0) -> Neighbours:
    with Session(writer) as session:
        return read_neighbours(session, article[1].quotes[place].id)


def words(*quotes: Neighbour | None) -> list[str | None]:
    return [quote.text if quote else None for quote in quotes]


def test_neighbours_stand_in_the_order_of_days(writer: Engine, keep: Keep) -> None:
    late, early, middle = spoken(9, "Late words"), spoken(1, "Early words"), spoken(5, "Middle words")
    keep(late, early, middle)
    found = around(writer, middle)
    assert words(found.previous, found.next) == ["Early words", "Late words"]
    assert words(around(writer, early).previous, around(writer, late).next) == [None, None]


def test_within_an_article_the_text_gives_the_order(writer: Engine, keep: Keep) -> None:
    talk = analysed(
        "talk", '"One," he said. "Two," he said. "Three," he said.', [said("One,"), said("Two,"), said("Three,")],
        published=FIRST_DAY,
    )  # fmt: skip
    keep(talk)
    found = around(writer, talk, 1)
    assert words(found.previous, found.next) == ["One,", "Three,"]


def test_the_same_speaker_on_the_same_partner(writer: Engine, keep: Keep) -> None:
    here = spoken(5, "Here on Britain", "GB", "FR")
    keep(
        spoken(1, "Before on Britain", "US", "GB"),
        spoken(2, "Before on France", "FR"),
        spoken(3, "Another speaker on Britain", "GB", speaker=NORMAN),
        here,
        spoken(6, "Nobody on Britain", "GB", speaker=None),
        spoken(8, "After on Britain", "GB"),
    )
    found = around(writer, here)
    assert found.partner
    assert found.partner.name == "United Kingdom"
    assert words(found.previous_on_partner, found.next_on_partner) == ["Before on Britain", "After on Britain"]
    assert words(found.previous, found.next) == ["Another speaker on Britain", "Nobody on Britain"]


def test_a_walk_that_finds_nobody_ends(writer: Engine, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    here = spoken(0, "Here on Britain", "GB")
    keep(here, *(spoken(day, f"Word {day} on France", "FR") for day in range(1, 5)), spoken(9, "Then on Britain", "GB"))
    assert words(around(writer, here).next_on_partner) == ["Then on Britain"]
    monkeypatch.setattr(neighbours_module, "LONGEST_WALK", 3)
    assert words(around(writer, here).next_on_partner) == [None]


def test_without_a_day_a_speaker_or_a_quote_there_are_none(writer: Engine, keep: Keep) -> None:
    undated = analysed("undated", '"No day" they said.', [said("No day", PUTIN)], partners=["GB"])
    nobody = spoken(1, "Nobody on Britain", "GB", speaker=None)
    keep(undated, nobody, spoken(2, "Others on Britain", "GB", speaker=None))
    assert around(writer, undated) == Neighbours()
    found = around(writer, nobody)
    assert (found.partner, found.next_on_partner) == (None, None)
    assert words(found.next) == ["Others on Britain"]
    with Session(writer) as session:
        assert read_neighbours(session, "aaaaaaaaaaaa") == Neighbours()


def test_words_that_left_the_article_are_nobodys_neighbours(writer: Engine, keep: Keep) -> None:
    here = spoken(1, "Here they are")
    keep(
        here, analysed("edited", '"This will vanish" he said.', [said("This will vanish")], published=date(2014, 2, 1))
    )
    assert words(around(writer, here).next) == ["This will vanish"]
    keep(analysed("edited", "Nothing was said.", published=date(2014, 2, 1)))
    assert around(writer, here).next is None


def test_every_earlier_wording_is_found_the_latest_first(writer: Engine, keep: Keep) -> None:
    texts = (
        "We hope for a rather constructive exchange of opinions soon",
        "We hope for a constructive exchange of opinions very soon",
        "We hope for a constructive exchange of opinions very, very soon indeed",
    )
    versions = [analysed("edited", f'"{text}" he said.', [said(text)], published=FIRST_DAY) for text in texts]
    for version in versions:
        keep(version)
    with Session(writer) as session:
        found = read_earlier_wordings(session, versions[2][1].quotes[0].id)
        assert [(wording.text, wording.revision) for wording in found] == [(texts[1], 2), (texts[0], 1)]
        assert [wording.id for wording in found] == [versions[1][1].quotes[0].id, versions[0][1].quotes[0].id]
        assert read_earlier_wordings(session, versions[0][1].quotes[0].id) == ()
        assert read_earlier_wordings(session, "aaaaaaaaaaaa") == ()
