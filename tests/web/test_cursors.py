"""Where a listing goes on: every form understands the same place, and refuses the same nonsense."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

FORMS = ("", ".json", ".jsonl", ".csv", ".atom")


@pytest.mark.parametrize("kind", ["quotes", "articles"])
@pytest.mark.parametrize("form", FORMS)
def test_a_made_up_place_is_refused_in_every_form(client: TestClient, kind: str, form: str) -> None:
    answer = client.get(f"/{kind}{form}?after=garbage")
    assert answer.status_code == 422
    assert "Leave “after” out" in answer.text


@pytest.mark.parametrize("form", [".jsonl", ".csv"])
def test_the_place_of_another_listing_is_refused(client: TestClient, form: str) -> None:
    after = next_place(client, "")
    assert client.get(f"/quotes{form}", params={"after": after, "country": "CN"}).status_code == 422


@pytest.mark.parametrize("query", ["", "country=CN", "sort=oldest", "q=spoken&sort=relevance"])
def test_a_download_goes_on_where_the_page_ended(client: TestClient, query: str) -> None:
    whole = [json.loads(line)["id"] for line in client.get(f"/quotes.jsonl?{query}").text.splitlines()]
    shown = [item["id"] for item in client.get(f"/quotes.json?{query}").json()["items"]]
    address = f"?{query}&after={next_place(client, query)}"
    lines = client.get(f"/quotes.jsonl{address}").text.splitlines()
    table = csv.DictReader(io.StringIO(client.get(f"/quotes.csv{address}").text, newline=""))
    rest = [json.loads(line)["id"] for line in lines]
    assert rest
    assert shown + rest == whole
    assert [row["id"] for row in table] == rest


def next_place(client: TestClient, query: str) -> str:
    url = client.get(f"/quotes.json?{query}").json()["next_url"]
    return parse_qs(urlsplit(url).query)["after"][0]
