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
