"""Articles that carry the same words, whatever their typography."""

from sqlmodel import Session

from app.extraction.identity import wording
from app.extraction.model import Analysis, Source
from app.store.engine import Engine
from app.store.reads import read_article, read_carriers
from app.store.rows import article_id
from tests.store.conftest import Keep, analysed, said

LONG = "We shall answer every question that you ask,"
OTHER = "Nothing of the kind was ever agreed between us."


def article(name: str, *words: str) -> tuple[Source, Analysis]:
    return analysed(name, " ".join(f'"{one}" he said.' for one in words), [said(one) for one in words], title=name)


def carriers(writer: Engine, name: str) -> list[tuple[str, int]]:
    with Session(writer) as session:
        detail = read_article(session, article_id(name))
        assert detail
        return [(carrier.article.title, carrier.shared) for carrier in read_carriers(session, detail)]


def test_those_that_share_most_come_first(writer: Engine, keep: Keep) -> None:
    keep(
        article("here", LONG, OTHER, "Thank you all."),
        article("one", LONG.upper()),
        article("both", OTHER.replace(" ", "  "), LONG, LONG),
        article("thanks", "Thank you all."),
    )
    assert carriers(writer, "here") == [("both", 2), ("one", 1)]
    assert carriers(writer, "thanks") == []


def test_words_that_no_longer_stand_are_not_carried(writer: Engine, keep: Keep) -> None:
    keep(article("here", LONG), article("there", LONG))
    keep(article("there", OTHER))
    assert carriers(writer, "here") == []


def test_a_wording_is_the_words_alone_and_needs_enough_of_them() -> None:
    assert wording("We  SHALL answer “every” question, now") == wording("We shall answer every question now.")
    assert wording("We shall answer every question now") != wording("We shall answer every question then")
    assert wording("Thank you all very much") is None
    assert wording("") is None
