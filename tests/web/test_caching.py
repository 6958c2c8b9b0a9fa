"""Answers are kept as long as nothing changes, within bounds, and never longer."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from app.store.engine import Engine, open_writer
from app.store.migrate import migrate
from app.store.writes import write_articles
from app.web.application import create_application
from app.web.caching import Answer, KeptAnswers
from tests.store.conftest import LIBRARY, NOW, rows
from tests.web.conftest import AFTER, BEFORE


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    migrate(url)
    engine = open_writer(url)
    yield engine
    engine.dispose()


@pytest.fixture
def reader(tmp_path: Path, writer: Engine) -> Iterator[TestClient]:
    write_articles(writer, [rows(article) for article in [*LIBRARY, BEFORE]], NOW)
    with TestClient(create_application(Settings(database_url=f"sqlite:///{tmp_path / 'kept.db'}"))) as client:
        yield client


def test_what_is_kept_is_not_worked_out_again(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = reader.get("/quotes")

    def work(*_: object) -> None:
        pytest.fail("the page was made again")

    monkeypatch.setattr("app.web.routes.quotes.read_page", work)
    again = reader.get("/quotes")
    assert again.content == first.content
    assert again.headers.items() == first.headers.items()


def test_an_ingest_ends_what_is_kept(reader: TestClient, writer: Engine) -> None:
    path = f"/quotes/{BEFORE[1].quotes[0].id}"
    assert "rather constructive" in reader.get(path).text
    write_articles(writer, [rows(AFTER)], NOW)
    assert "very soon" in reader.get(path).text


def test_each_asker_gets_a_coding_that_was_asked_for(reader: TestClient) -> None:
    plain = reader.get("/quotes", headers={"Accept-Encoding": "identity"})
    packed = reader.get("/quotes", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.text == plain.text
    assert int(packed.headers["Content-Length"]) < len(plain.content)
    assert {"Accept-Encoding", "HX-Request"} <= set(packed.headers["Vary"].split(", "))


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_exports_stream_and_are_not_kept(reader: TestClient, suffix: str) -> None:
    assert kept_by(reader).find(reader.get("/quotes").headers["ETag"])
    assert kept_by(reader).find(reader.get(f"/quotes.{suffix}").headers["ETag"]) is None


def test_a_kept_card_may_still_be_framed(reader: TestClient) -> None:
    path = f"/quotes/{BEFORE[1].quotes[0].id}/embed"
    policies = {reader.get(path).headers["Content-Security-Policy"] for _ in range(2)}
    assert len(policies) == 1
    assert "frame-ancestors *" in policies.pop()


def test_answers_asked_for_least_lately_make_room() -> None:
    kept = KeptAnswers(limit=10)
    for etag in ("one", "two"):
        kept.keep(etag, Answer(b"12345", {}))
    assert kept.find("one")
    kept.keep("three", Answer(b"12345", {}))
    assert kept.find("two") is None
    assert kept.find("one")
    kept.keep("three", Answer(b"1234567890", {}))
    assert kept.find("one") is None
    kept.keep("enormous", Answer(b"1" * 11, {}))
    assert kept.find("enormous") is None
    assert kept.find("three")


def test_packed_answers_are_the_same_bytes_every_time(reader: TestClient) -> None:
    bodies = set()
    for _ in range(2):
        reader.app.state.kept = KeptAnswers()  # type: ignore[attr-defined]
        with reader.stream("GET", "/quotes") as answer:
            bodies.add(b"".join(answer.iter_raw()))
    assert len(bodies) == 1
    assert b"<html" in gzip.decompress(bodies.pop())


def kept_by(client: TestClient) -> KeptAnswers:
    kept: KeptAnswers = client.app.state.kept  # type: ignore[attr-defined]
    return kept
