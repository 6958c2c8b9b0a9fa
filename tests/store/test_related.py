"""Related articles: same partner, topics in common first, then nearness in time."""

from datetime import date, timedelta

from sqlmodel import Session

from app.extraction.model import Analysis, Source
from app.store.engine import Engine
from app.store.reads import read_article, read_related
from app.store.rows import article_id
from tests.store.conftest import Keep, analysed, said

DAY = date(2016, 6, 1)


def article(name: str, day: int | None, partners: list[str], topics: list[str]) -> tuple[Source, Analysis]:
    words = f"Words of {name} were spoken,"
    published = None if day is None else DAY + timedelta(days=day)
    return analysed(
        name, f'"{words}" he said.', [said(words)], published=published, partners=partners, topics=topics, title=name
    )


def related(writer: Engine, name: str) -> list[str]:
    with Session(writer) as session:
        detail = read_article(session, article_id(name))
        assert detail
        return [one.title for one in read_related(session, detail, limit=3)]


def test_topics_in_common_count_more_than_days(writer: Engine, keep: Keep) -> None:
    keep(
        article("here", 0, ["GB"], ["energy", "syria"]),
        article("beside", 1, ["GB"], ["iran"]),
        article("before", -9, ["GB"], ["energy"]),
        article("alike", 30, ["GB"], ["energy", "syria"]),
        article("elsewhere", 0, ["FR"], ["energy", "syria"]),
        article("undated", None, ["GB"], ["energy", "syria"]),
    )
    assert related(writer, "here") == ["alike", "before", "beside"]
    assert related(writer, "elsewhere") == []
    assert related(writer, "undated") == []


def test_without_a_partner_nothing_is_related(writer: Engine, keep: Keep) -> None:
    keep(article("alone", 0, [], ["energy"]), article("other", 1, ["GB"], ["energy"]))
    assert related(writer, "alone") == []
