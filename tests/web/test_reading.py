"""Reading an article: by way of a search, with evidence pointed at, speakers muted, and earlier revisions."""

import re

import pytest
from fastapi.testclient import TestClient

from app.store.rows import article_id
from tests.web.conftest import AFTER
from tests.web.markup import elements

EDITED = f"/articles/{article_id('edited')}"
MANY = f"/articles/{article_id('many')}"


def links(page: str, relation: str) -> list[str]:
    return [link["href"] for link in elements(page, "link", rel=relation)]


@pytest.mark.parametrize("listing", ["/quotes?q=spoken", "/articles?sort=oldest", "/articles?from=2015-01-01"])
def test_results_lead_from_one_to_the_next_and_back(client: TestClient, listing: str) -> None:
    entries = re.findall(r'href="(/articles/[^"]*results=[^"]*)"', client.get(listing).text)
    assert len(entries) > 1
    page = client.get(entries[0].replace("&amp;", "&")).text
    trail = elements(page, "nav", aria_label="Search results")[0]
    assert re.search(r"(Statement|Article)\s1 of \d+", trail.text)
    assert elements(page, "a", class_="trail-list")[0]["href"] == listing
    assert not elements(page, "a", rel="prev")
    following = elements(page, "a", rel="next")[0]["href"]
    assert following == entries[1].replace("&amp;", "&")
    back = elements(client.get(following).text, "a", rel="prev")[0]["href"]
    assert back == entries[0].replace("&amp;", "&")


def test_without_a_search_there_is_no_way_through_one(client: TestClient) -> None:
    for query in ("", "?results=quotes&at=nothing", "?q=nowhere&results=articles"):
        assert not elements(client.get(EDITED + query).text, "nav", class_="trail")


def test_muting_is_a_link_and_is_kept_by_the_address(client: TestClient) -> None:
    page = client.get(f"{MANY}?q=number").text
    (mute,) = elements(page, "a", data_mute="vladimir-putin")
    assert mute["href"] == "?q=number&mute=vladimir-putin"
    muted = client.get(MANY + mute["href"]).text
    assert muted.count('tint-1 muted"') == 90  # each statement and its note
    assert elements(muted, "a", data_mute="vladimir-putin")[0]["href"] == "?q=number"


def test_an_article_leads_to_those_near_it(client: TestClient) -> None:
    here = client.get("/articles.json?country=US&from=1990-01-01&sort=oldest").json()["items"]
    page = client.get(f"/articles/{here[0]['id']}").text
    (related,) = elements(page, "section", aria_labelledby="related")
    assert here[1]["title"] in related.text
    assert here[0]["title"] not in related.text


def test_evidence_is_marked_without_any_script(client: TestClient) -> None:
    text = AFTER[1].text
    start = text.index("constructive")
    page = client.get(f"{EDITED}?evidence={start}-{start + 12}").text
    assert elements(page, "span", id="evidence")[0].text == "constructive"


@pytest.mark.parametrize(
    "query",
    ["evidence=5", "evidence=9-3", "evidence=a-b", "results=all", "country=XX", "at=" + "a" * 50, "mute=a&" * 60],
)
def test_bad_parameters_are_explained(client: TestClient, query: str) -> None:
    assert client.get(f"{EDITED}?{query}").status_code == 422


def test_revisions_are_linked_as_the_standard_says(client: TestClient) -> None:
    page = client.get(EDITED).text
    assert links(page, "predecessor-version") == [f"{EDITED}/revisions/1"]
    assert links(page, "version-history") == [f"{EDITED}/revisions"]
    first = client.get(f"{EDITED}/revisions/1").text
    assert links(first, "latest-version") == [EDITED]
    assert links(first, "successor-version") == [f"{EDITED}/revisions/2"]
    assert not links(first, "predecessor-version")
    assert not links(client.get(MANY).text, "version-history")


def test_the_history_lists_the_latest_revision_first(client: TestClient) -> None:
    page = client.get(f"{EDITED}/revisions").text
    assert re.findall(r">Revision (\d)</a>", page) == ["2", "1"]


def test_a_revision_shows_what_changed_since_the_one_before(client: TestClient) -> None:
    page = client.get(f"{EDITED}/revisions/2").text
    (text,) = elements(page, "p", class_="changes")
    assert "rather " in [gone.text for gone in elements(page, "del")]
    assert "very " in [new.text for new in elements(page, "ins")]
    assert "We hope for a" in text.text
    backwards = client.get(f"{EDITED}/revisions/1?with=2").text
    assert "rather " in [new.text for new in elements(backwards, "ins")]


def test_the_first_revision_is_shown_as_it_stood(client: TestClient) -> None:
    page = client.get(f"{EDITED}/revisions/1").text
    assert "This will vanish," in elements(page, "p", class_="changes")[0].text
    assert not elements(page, "ins")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("revisions/3", 404),
        ("revisions/0", 404),
        ("revisions/x", 404),
        ("revisions/1?with=9", 404),
        ("revisions/2?with=0", 422),
    ],
)
def test_revisions_that_never_were_are_not_found(client: TestClient, path: str, status: int) -> None:
    assert client.get(f"{EDITED}/{path}").status_code == status
    assert client.get("/articles/nowhere/revisions").status_code == 404
