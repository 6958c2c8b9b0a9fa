"""One selection, many forms: pages, JSON, JSON Lines, CSV and Atom show the same set."""

import csv
import html
import io
import json
import re
from urllib.parse import urlsplit

import feedparser
import pytest
from fastapi.testclient import TestClient

SELECTIONS = (
    "",
    "?country=GB",
    "?country=US&country=UA",
    "?topic=energy&from=2018-01-01&to=2018-12-31",
    "?side=foreign",
    "?speaker=vladimir-putin&country=US",
    "?q=dialogue",
    "?q=%22constructive+exchange%22",
    "?by=statement&to=2015-11-15",
    "?outlet=TASS&kind=partial",
    "?sort=oldest&outlet=TASS",
    "?country=gb&country=&q=&from=&to=&sort=relevance",
)


def every_json_item(client: TestClient, path: str) -> list[str]:
    """Return the ids of a listing by following next_url to the end."""
    ids: list[str] = []
    while path:
        body = client.get(path).json()
        ids += [item["id"] for item in body["items"]]
        path = body["next_url"] or ""
    assert len(ids) == body["total"]
    return ids


def every_page_item(client: TestClient, path: str, pattern: str) -> list[str]:
    ids: list[str] = []
    while path:
        html = client.get(path).text
        ids += re.findall(pattern, html)
        following = re.search(r'rel="next" href="([^"]+)"', html)
        path = following[1].replace("&amp;", "&") if following else ""
    return ids


def every_feed_item(client: TestClient, path: str) -> list[str]:
    ids: list[str] = []
    while path:
        feed = feedparser.parse(client.get(path).content)
        assert not feed.bozo
        ids += [entry.id.rpartition("/")[2] for entry in feed.entries]
        path = next((link.href for link in feed.feed.links if link.rel == "next"), "")
    return ids


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("kind", ["quotes", "articles"])
def test_every_form_of_a_selection_holds_the_same_items_in_the_same_order(
    client: TestClient, kind: str, selection: str
) -> None:
    expected = every_json_item(client, f"/{kind}.json{selection}")
    lines = client.get(f"/{kind}.jsonl{selection}").text.splitlines()
    table = list(csv.DictReader(io.StringIO(client.get(f"/{kind}.csv{selection}").text, newline="")))
    heading = "blockquote" if kind == "quotes" else "h2"
    pattern = rf'<{heading} class="[^"]+"><a href="/{kind}/([a-z2-7]+)'
    assert [json.loads(line)["id"] for line in lines] == expected
    assert [row["id"] for row in table] == expected
    assert every_page_item(client, f"/{kind}{selection}", pattern) == expected
    assert every_feed_item(client, f"/{kind}.atom{selection}") == expected
    assert every_json_item(client, f"/api/{kind}{selection}") == expected


def test_selections_select(client: TestClient) -> None:
    totals = [client.get(f"/quotes.json{selection}").json()["total"] for selection in SELECTIONS]
    assert all(totals)
    assert len(set(totals)) > 4


def test_a_json_page_says_where_the_next_one_is(client: TestClient) -> None:
    answer = client.get("/quotes.json?country=CN")
    body = answer.json()
    assert body["total"] == 45
    assert len(body["items"]) == 20
    assert answer.headers["Link"] == f'<{body["next_url"]}>; rel="next"'
    assert urlsplit(body["next_url"]).path == "/quotes.json"
    assert {facet["value"] for facet in body["facets"]["topic"] if not facet["selected"]} >= {"energy"}


def test_a_quote_carries_what_the_contract_says(client: TestClient) -> None:
    item = client.get("/quotes.json?q=%22help+nobody%22").json()["items"][0]
    assert item.keys() >= {
        "id", "url", "text", "spans", "speaker", "side", "via", "kind", "published", "statement_date", "countries",
        "topics", "article",
    }  # fmt: skip
    assert item["speaker"]["name"] == "Dmitry Peskov"
    assert item["published"] == "2015-11-16"
    assert len(item["spans"]) == 2
    assert item["url"] == f"http://testserver/quotes/{item['id']}"
    assert item["article"]["outlet"] == "TASS"


def test_a_cursor_of_other_filters_is_refused(client: TestClient) -> None:
    cursor = client.get("/quotes.json?country=CN").json()["next_url"].rpartition("after=")[2]
    answer = client.get(f"/quotes.json?country=GB&after={cursor}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "after"


def test_several_pages_at_once_hold_what_they_hold_one_by_one(client: TestClient) -> None:
    entry = re.compile(r'class="words"><a href="([^"?#]+)')
    following = re.compile(r'rel="next" href="([^"]+)"')
    first = client.get("/quotes").text
    onward = following.search(first)
    assert onward
    second = client.get(html.unescape(onward[1])).text
    both = client.get("/quotes?pages=2").text
    assert entry.findall(first)
    assert entry.findall(both) == entry.findall(first) + entry.findall(second)
    assert following.findall(both) == following.findall(second)
    assert '<link rel="canonical" href="http://testserver/quotes" />' in both


@pytest.mark.parametrize("pages", ["0", "11", "many"])
def test_more_pages_at_once_than_a_page_may_hold_are_refused(client: TestClient, pages: str) -> None:
    answer = client.get(f"/quotes?pages={pages}")
    assert answer.status_code == 422
    assert "<code>pages</code>" in answer.text


@pytest.mark.parametrize(
    ("query", "parameter", "advice"),
    [
        ("from=yesterday", "from", "2015-11-18"),
        ("to=2015-02-30", "to", "2015-11-18"),
        ("from=2016-01-01&to=2015-01-01", "from", "Swap"),
        ("country=ZZ", "country", "not a country code"),
        ("topic=syrai", "topic", "syria"),
        ("side=west", "side", "russia"),
        ("sort=biggest", "sort", "newest"),
        ("by=moon", "by", "publication"),
        ("speaker=Dmitry%20Peskov", "speaker", "dmitry-peskov"),
        ("contry=GB", "contry", "country"),
        ("after=nonsense", "after", "first page"),
        ("q=" + "a" * 501, "q", "500"),
        ("&".join(f"outlet={number}" for number in range(51)), "outlet", "50"),
    ],
)
def test_bad_parameters_are_answered_with_what_to_mend(
    client: TestClient, query: str, parameter: str, advice: str
) -> None:
    data = client.get(f"/quotes.json?{query}")
    assert data.status_code == 422
    assert data.headers["content-type"] == "application/problem+json"
    body = data.json()
    assert body.keys() >= {"type", "title", "status", "detail", "instance", "errors"}
    assert body["errors"][0]["parameter"] == parameter
    assert advice in body["errors"][0]["detail"]
    page = client.get(f"/quotes?{query}")
    assert page.status_code == 422
    assert page.headers["content-type"].startswith("text/html")
    assert f"<code>{parameter}</code>" in page.text


def test_trackers_in_an_address_do_no_harm(client: TestClient) -> None:
    assert client.get("/quotes?utm_source=mail&fbclid=x").status_code == 200


@pytest.mark.parametrize(
    "query", ['"', "AND", "NEAR(", "a*b* NOT", "\x00", "speaker:", "(((", "𝔘", "'; DROP TABLE quote"]
)
def test_odd_queries_are_forgiven(client: TestClient, query: str) -> None:
    for path in ("/quotes", "/articles", "/quotes.csv"):
        assert client.get(path, params={"q": query}).status_code == 200


def test_an_empty_listing_says_which_filter_to_drop(client: TestClient) -> None:
    html = client.get("/quotes?country=GB&topic=energy").text
    assert "Without <strong>Energy</strong></a>: 3" in html
    assert "Without <strong>United Kingdom</strong></a>: 45" in html


def test_a_chip_removes_one_filter_and_keeps_the_others(client: TestClient) -> None:
    html = client.get("/quotes?country=CN&topic=energy&q=sentence").text
    assert 'class="chip" href="/quotes?country=CN&amp;topic=energy"' in html
    assert 'class="chip" href="/quotes?q=sentence&amp;topic=energy"' in html
    assert '<input type="hidden" name="country" value="CN" />' in html


def test_a_synonym_is_said_and_can_be_done_without(client: TestClient) -> None:
    assert "means the same as “daesh”" in client.get("/quotes?q=daesh").text
    assert client.get("/quotes.json?q=daesh").json()["total"] == 1
    assert client.get("/quotes.json?q=daesh&synonyms=off").json()["total"] == 0


def test_indexes_are_data_too(client: TestClient) -> None:
    items = client.get("/countries.json").json()["items"]
    assert items[0]["key"] == "CN"
    assert items[0]["url"] == "http://testserver/countries/CN"
    assert client.get("/api/countries?topic=energy").json() == [{**items[0]}]
    table = list(csv.DictReader(io.StringIO(client.get("/speakers.csv").text)))
    assert table[0]["key"] == "vladimir-putin"
    assert client.get("/topics.json?country=GB").json()["items"][0]["key"]
