"""The application over a small library: the store's hand-written articles, and some that mean harm or have changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from app.store.engine import open_writer
from app.store.migrate import migrate
from app.store.writes import write_articles
from app.web.application import create_application
from tests.store.conftest import LIBRARY, NOW, PUTIN, analysed, rows, said
from tests.web.sharing import ATTACKING, LINKED

HOSTILE = analysed(
    "hostile",
    'An aide <b>said</b>: "=HYPERLINK(1) <script>alert(1)</script> & more," Putin said.',
    [said("=HYPERLINK(1) <script>alert(1)</script> & more,", PUTIN)],
    title='<script>alert("title")</script>',
    footer="Read <i>also</i>: nothing.",
    published=date(2019, 5, 1),
    partners=["US"],
    outlet='"><script>alert("outlet")</script>',
)
MANY = analysed(
    "many",
    " ".join(f'"Sentence number {number} was spoken," Putin said.' for number in range(45)),
    [said(f"Sentence number {number} was spoken,", PUTIN) for number in range(45)],
    title="A long press conference",
    published=date(2018, 3, 2),
    partners=["CN"],
    topics=["energy"],
    outlet="TASS",
)
BEFORE = analysed(
    "edited",
    'He spoke: "We hope for a rather constructive exchange of opinions soon," Putin said. "This will vanish," he said.',
    [
        said("We hope for a rather constructive exchange of opinions soon,", PUTIN),
        said("This will vanish,", PUTIN),
    ],
    title="Edited later",
    published=date(2017, 7, 7),
)
AFTER = analysed(
    "edited",
    'He spoke: "We hope for a constructive exchange of opinions very soon," Putin said.',
    [said("We hope for a constructive exchange of opinions very soon,", PUTIN)],
    title="Edited later",
    published=date(2017, 7, 7),
)
ALTERED, GONE = (quote.id for quote in BEFORE[1].quotes)
SUCCESSOR = AFTER[1].quotes[0].id


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of the application; nobody may change its database."""
    url = f"sqlite:///{tmp_path_factory.mktemp('web') / 'library.db'}"
    migrate(url)
    engine = open_writer(url)
    for batch in ([*LIBRARY, HOSTILE, MANY, BEFORE], [AFTER]):
        written = write_articles(engine, [rows(article) for article in batch], NOW)
        assert all(one.outcome != "failed" for one in written), written
    engine.dispose()
    with TestClient(create_application(Settings(database_url=url)), follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def broken_client() -> Iterator[TestClient]:
    """Return a client of an application whose database is not there."""
    settings = Settings(database_url="sqlite:////nowhere/at/all.db")
    with TestClient(create_application(settings), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def sharing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client over the articles for citing and sharing, beside the library; nobody may change its database."""
    url = f"sqlite:///{tmp_path_factory.mktemp('sharing') / 'sharing.db'}"
    migrate(url)
    engine = open_writer(url)
    for batch in ([*LIBRARY, LINKED, ATTACKING, BEFORE], [AFTER]):
        written = write_articles(engine, [rows(article) for article in batch], NOW)
        assert all(one.outcome != "failed" for one in written), written
    engine.dispose()
    with TestClient(create_application(Settings(database_url=url)), follow_redirects=False) as opened:
        yield opened
