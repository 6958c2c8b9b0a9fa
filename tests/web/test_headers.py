"""Headers that whoever stands between server and reader goes by."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import ALTERED, GONE


@pytest.mark.parametrize("suffix", ["", ".json", ".ris", "/embed"])
def test_what_moved_or_went_is_asked_for_again(client: TestClient, suffix: str) -> None:
    """An article may go back to its earlier words; a redirect kept for ever would lead away from them."""
    for quote_id, status in ((ALTERED, 308), (GONE, 410)):
        answer = client.get(f"/quotes/{quote_id}{suffix}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (status, "no-cache")


@pytest.mark.parametrize("coding", ["gzip", "identity"])
@pytest.mark.parametrize("path", ["/", "/quotes", "/quotes.json", "/quotes.csv", "/quotes.atom", "/opensearch.xml"])
def test_vary_names_each_header_once(client: TestClient, path: str, coding: str) -> None:
    answer = client.get(path, headers={"Accept-Encoding": coding})
    names = [name.strip().lower() for name in answer.headers["Vary"].split(",")]
    assert len(names) == len(set(names))
    assert {"accept-encoding", "hx-request"} <= set(names)


@pytest.mark.parametrize(
    "path", ["/", "/quotes", "/quotes.json", f"/quotes/{GONE}", "/metrics", "/static/any/icon.svg"]
)
def test_head_is_allowed_wherever_it_works(client: TestClient, path: str) -> None:
    refused = client.post(path)
    assert refused.status_code == 405
    assert {"GET", "HEAD"} == set(refused.headers["Allow"].split(", "))
    assert client.head(path).status_code == client.get(path).status_code
