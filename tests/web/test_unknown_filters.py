"""Names that are no filters: whoever plainly meant one is told which, and trackers do no harm."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("query", "mend"),
    [
        ("year=2015", "Use from and to"),
        ("month=2015-11", "Use from and to"),
        ("Month=2015-11", "Use from and to"),
        ("limit=abc", "follow next_url"),
        ("limit=5", "follow next_url"),
        ("page=2", "follow next_url"),
        ("search=energy", "Use q."),
        ("contry=GB", "Did you mean “country”?"),
    ],
)
@pytest.mark.parametrize("path", ["/quotes", "/quotes.json", "/articles.csv", "/api/countries"])
def test_a_plausible_name_is_told_what_to_use(client: TestClient, path: str, query: str, mend: str) -> None:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 422
    assert mend in answer.text


def test_every_facet_of_the_data_is_a_filter_or_told_what_to_use(client: TestClient) -> None:
    for name, values in client.get("/quotes.json").json()["facets"].items():
        value = values[0]["value"] if values else ""
        answer = client.get("/quotes.json", params={name: value})
        assert answer.status_code == (422 if name in {"year", "month"} else 200), name


@pytest.mark.parametrize("query", ["utm_source=mail", "fbclid=abc", "_=1", "from=2015-01-01&gclid=1"])
def test_trackers_do_no_harm(client: TestClient, query: str) -> None:
    assert client.get(f"/quotes?{query}").status_code == 200
