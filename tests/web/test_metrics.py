"""Metrics: every request is counted once, under labels that nobody outside can invent."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from app.settings import Settings
from app.store.migrate import migrate
from app.web.application import create_application

Samples = dict[tuple[str, str, str], float]


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of an application that has answered nothing yet."""
    url = f"sqlite:///{tmp_path_factory.mktemp('metrics') / 'empty.db'}"
    migrate(url)
    with TestClient(create_application(Settings(database_url=url)), raise_server_exceptions=False) as opened:
        yield opened


def requests_counted(client: TestClient) -> Samples:
    return {
        (sample.labels["method"], sample.labels["route"], sample.labels["status"]): sample.value
        for family in text_string_to_metric_families(client.get("/metrics").text)
        for sample in family.samples
        if sample.name == "http_requests_total"
    }


def test_requests_are_counted_by_route_method_and_status(fresh: TestClient) -> None:
    fresh.get("/quotes")
    fresh.get("/quotes?country=GB")
    fresh.head("/quotes")
    fresh.get("/quotes/unknown")
    fresh.post("/quotes")
    counted = requests_counted(fresh)
    assert counted["GET", "/quotes", "200"] == 2
    assert counted["HEAD", "/quotes", "200"] == 1
    assert counted["GET", "/quotes/{quote_id}", "404"] == 1
    assert counted["POST", "/quotes", "405"] == 1


def test_nobody_invents_labels(fresh: TestClient) -> None:
    for path in ("/secret-one", "/secret-two", "/static/secret", "/static/abc/secret.css", "/api/quotes/secret"):
        fresh.get(path)
    fresh.request("SECRET", "/quotes")
    text = fresh.get("/metrics").text
    assert "secret" not in text.lower()
    counted = requests_counted(fresh)
    assert counted["GET", "none", "404"] == 2
    assert sum(value for (_, route, _), value in counted.items() if route == "/static") == 2
    assert any(method == "other" for method, _, _ in counted)


def test_what_breaks_counts_as_broken(fresh: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("app.web.routes.quotes.read_page", broken)
    fresh.get("/quotes")
    assert requests_counted(fresh)["GET", "/quotes", "500"] == 1


def test_durations_are_a_histogram_that_nobody_keeps(fresh: TestClient) -> None:
    fresh.get("/about")
    answer = fresh.get("/metrics")
    families = {family.name: family for family in text_string_to_metric_families(answer.text)}
    durations = families["http_request_duration_seconds"]
    assert durations.type == "histogram"
    counts = [s.value for s in durations.samples if s.name.endswith("_count") and s.labels["route"] == "/about"]
    assert counts == [1]
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.headers["Cache-Control"] == "no-store"
