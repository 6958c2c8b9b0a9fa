"""A small library of made-up articles, written by hand rather than extracted, and databases that hold it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.extraction.identity import bare_words, quote_id
from app.extraction.model import (
    Analysis,
    Block,
    CountryTag,
    Cue,
    Evidence,
    OtherQuoted,
    Published,
    Quote,
    Source,
    Span,
    Speaker,
    TopicTag,
)
from app.store.engine import Engine, Session, open_reader, open_writer
from app.store.migrate import migrate
from app.store.rows import ArticleRows, as_rows
from app.store.writes import write_articles

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)

PESKOV = Speaker("Dmitry Peskov", "dmitry-peskov", "Kremlin spokesman", "RU", "Peskov")
PUTIN = Speaker("Vladimir Putin", "vladimir-putin", "President of Russia", "RU", "the President")
NORMAN = Speaker("Ada Norman", "ada-norman", "Foreign Minister", "GB", "Ms Norman")


def said(words: str, speaker: Speaker | None = PESKOV, **details: object) -> Quote:
    """Return a quote that has no place yet; ``analysed`` finds its words in the text. `` … `` parts two spans."""
    side = "unknown" if speaker is None else "russia" if speaker.country == "RU" else "foreign"
    quote = Quote(
        id="", text=words, spans=(), speaker=speaker, side=side, via=None, cue=None, kind="direct", confidence=0.9
    )
    return quote._replace(**details)


def analysed(
    name: str,
    body: str,
    quotes: Sequence[Quote] = (),
    *,
    title: str = "A title",
    footer: str = "",
    published: date | None = None,
    partners: Sequence[str] = (),
    mentions: Sequence[str] = (),
    topics: Sequence[str] = (),
    outlet: str | None = None,
) -> tuple[Source, Analysis]:
    """Return an article of a title, one paragraph and a footer, with everything said about it."""
    text = f"{title}\n\n{body}" + (f"\n\n{footer}" if footer else "")
    start = len(title) + 2
    blocks = [Block("title", 0, len(title)), Block("paragraph", start, start + len(body))]
    if footer:
        blocks.append(Block("boilerplate", start + len(body) + 2, len(text)))
    evidence = (Evidence("made-up", text[:1], 0, 1),)
    method = "stated" if published else "unknown"
    analysis = Analysis(
        id=name,
        text=text,
        title=title,
        deck=None,
        outlet=outlet,
        url=None,
        language="en",
        published=Published(published, method, 0.9, (published,) if published else (), evidence),
        dateline=None,
        blocks=tuple(blocks),
        quotes=tuple(q._replace(topics=q.topics or tuple(topics[:1])) for q in _placed(text, name, quotes)),
        other_quoted=(OtherQuoted(0, 1, text[:1], "name"),),
        countries=tuple(CountryTag(code, "partner", 0.8, evidence) for code in partners)
        + tuple(CountryTag(code, "mention", 0.2, ()) for code in mentions),
        topics=tuple(TopicTag(slug, 0.7, evidence) for slug in topics),
    )
    return Source(text, name, outlet=outlet, published=published), analysis


def _placed(text: str, name: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    placed: list[Quote] = []
    for quote in quotes:
        parts = quote.text.split(" … ")
        words = " ".join(parts)
        before = sum(other.text == words for other in placed)
        spans, position = [], 0
        for part in parts:
            for _ in range(before + 1):
                position = text.index(part, position) + len(part)
            spans.append(Span(position - len(part), position))
        cue = Cue("said", text.index("said"), text.index("said") + 4) if "said" in text else None
        placed.append(
            quote._replace(id=quote_id(name, bare_words(words), before), text=words, spans=tuple(spans), cue=cue)
        )
    return tuple(placed)


LIBRARY = (
    analysed(
        "talks-in-london",
        'Officials met in London. "We are ready for a constructive dialogue," Peskov said. '
        '"Sanctions," he said, "help nobody." "We shall see," Ada Norman said.',
        [
            said("We are ready for a constructive dialogue,", statement_date=date(2015, 11, 15)),
            said("Sanctions, … help nobody.", topics=("sanctions",), countries=("DE",)),
            said("We shall see,", NORMAN, kind="partial"),
        ],
        title="Moscow and London talk",
        footer="Banned in Canada and Australia.",
        published=date(2015, 11, 16),
        partners=["GB"],
        mentions=["DE"],
        topics=["bilateral-relations"],
        outlet="TASS",
    ),
    analysed(
        "call-with-washington",
        'The presidents spoke by telephone. "ISIL must be defeated," Putin said.',
        [said("ISIL must be defeated,", PUTIN)],
        title="A call with Washington",
        published=date(2016, 11, 11),
        partners=["US"],
        topics=["counter-terrorism"],
        outlet="Xinhua",
    ),
    analysed(
        "same-day",
        'On the same day: "Kiev knows our view," Putin said. "No comment," said an aide.',
        [said("Kiev knows our view,", PUTIN), said("No comment,", None)],
        title="Another of the day",
        published=date(2016, 11, 11),
        partners=["UA", "US"],
        topics=["ukraine"],
    ),
    analysed(
        "without-a-day",
        'Nobody knows when: "Everything flows," Peskov said.',
        [said("Everything flows,")],
        title="Without a day",
    ),
    analysed("nobody-speaks", "Germany and Russia signed a treaty on gas.", title="A treaty", partners=["DE"]),
)


def rows(article: tuple[Source, Analysis], version: str = "v1") -> ArticleRows:
    """Return an article as the rows to write."""
    return as_rows(*article, version)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a migrated, empty database, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> str:
    """Return the URL of a database that holds LIBRARY; nobody may change it."""
    url = f"sqlite:///{shutil.copy(empty, tmp_path_factory.mktemp('library') / 'library.db')}"
    engine = open_writer(url)
    write_articles(engine, [rows(article) for article in LIBRARY], NOW)
    engine.dispose()
    return url


@pytest.fixture
def session(library: str) -> Iterator[Session]:
    engine = open_reader(library)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def writer(tmp_path: Path, empty: Path) -> Iterator[Engine]:
    """Return an engine over an empty database of one's own."""
    engine = open_writer(f"sqlite:///{shutil.copy(empty, tmp_path / 'own.db')}")
    yield engine
    engine.dispose()


Keep = Callable[..., None]


@pytest.fixture
def keep(writer: Engine) -> Keep:
    """Return a function that writes articles in one batch and fails when any is refused."""

    def write(*articles: tuple[Source, Analysis], version: str = "v1") -> None:
        written = write_articles(writer, [rows(article, version) for article in articles], NOW)
        assert all(one.outcome != "failed" for one in written), written

    return write
