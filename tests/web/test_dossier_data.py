"""Dossiers as data: numbers that agree with the listing they lead to."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

DOSSIERS = [
    ("/countries/GB", "country=GB", "United Kingdom"),
    ("/topics/energy", "topic=energy", None),
    ("/speakers/dmitry-peskov", "speaker=dmitry-peskov", "Dmitry Peskov"),
]


@pytest.mark.parametrize(("path", "query", "label"), DOSSIERS)
def test_a_summary_agrees_with_its_listing(client: TestClient, path: str, query: str, label: str | None) -> None:
    body = client.get(f"{path}.json").json()
    assert body["url"] == f"http://testserver{path}"
    assert label in {None, body["label"]}
    assert set(body["statements"]) == {"json", "jsonl", "csv", "atom"}
    for form, url in body["statements"].items():
        assert url == f"http://testserver/quotes.{form}?{query}"
        assert client.get(url).status_code == 200
    listing = client.get(body["statements"]["json"]).json()
    assert body["quotes"] == listing["total"] > 0
    days = [item["published"] for item in client.get(f"/quotes.json?{query}&sort=oldest").json()["items"]]
    assert body["first"] == days[0]
    assert body["last"] == listing["items"][0]["published"]


@pytest.mark.parametrize("form", ["atom", "csv", "jsonl"])
@pytest.mark.parametrize(("path", "query", "_label"), DOSSIERS)
def test_other_forms_are_those_of_the_listing(
    client: TestClient, path: str, query: str, form: str, _label: str | None
) -> None:
    answer = client.get(f"{path}.{form}")
    assert (answer.status_code, answer.headers["Location"]) == (307, f"/quotes.{form}?{query}")


def test_what_is_not_known_has_no_data(client: TestClient) -> None:
    for path in ("/countries/QQ.json", "/topics/nonsense.atom", "/speakers/nobody-at-all.csv", "/countries/GB.xls"):
        assert client.get(path).status_code == 404
    assert "problem" in client.get("/countries/QQ.json").headers["Content-Type"]
    moved = client.get("/countries/gb.json")
    assert (moved.status_code, moved.headers["Location"]) == (308, "/countries/GB.json")
