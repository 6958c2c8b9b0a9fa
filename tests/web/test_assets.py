"""Static files under addresses that change with their content."""

import re
from pathlib import Path

from fastapi.testclient import TestClient

from app.settings import PROJECT
from app.web.assets import Assets


def style_sheet(client: TestClient) -> str:
    found = re.search(r'<link rel="stylesheet" href="([^"]+)"', client.get("/").text)
    assert found
    return found[1]


def test_assets_may_be_kept_for_ever(client: TestClient) -> None:
    answer = client.get(style_sheet(client))
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/css")
    for part in (PROJECT / "static" / "css").glob("*.css"):
        assert part.read_text(encoding="utf-8") in answer.text


def test_an_old_address_gets_todays_file_and_may_not_be_kept(client: TestClient) -> None:
    old = re.sub(r"/static/[0-9a-f]+/", "/static/0123456789ab/", style_sheet(client))
    answer = client.get(old)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"


def test_everything_that_a_style_sheet_names_is_there(client: TestClient) -> None:
    address = style_sheet(client)
    fonts = set(re.findall(r'url\("([^"]+)"\)', client.get(address).text))
    assert fonts
    for font in fonts:
        assert client.get(f"{address.rpartition('/')[0]}/{font}").status_code == 200


def test_nothing_outside_of_the_folder_is_served(client: TestClient) -> None:
    for name in ("../pyproject.toml", "%2e%2e/pyproject.toml", "..%2fpyproject.toml", "", "/etc/passwd"):
        assert client.get(f"/static/0123456789ab/{name}").status_code == 404


def test_any_change_moves_every_address(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("one")
    before = Assets(tmp_path)
    (tmp_path / "a.js").write_text("two")
    assert Assets(tmp_path).path("a.js") != before.path("a.js")
