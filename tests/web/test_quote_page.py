"""The page of a quote, and the addresses of quotes whose words changed or vanished."""

import re

from fastapi.testclient import TestClient

from tests.web.conftest import ALTERED, GONE, SUCCESSOR


def test_a_quote_says_what_when_who_and_where(client: TestClient) -> None:
    item = client.get("/quotes.json?q=%22constructive+dialogue%22").json()["items"][0]
    html = client.get(f"/quotes/{item['id']}").text
    for expected in (
        "We are ready for a constructive dialogue,</p></blockquote>",
        'href="/speakers/dmitry-peskov"',
        "Kremlin spokesman",
        '<time datetime="2015-11-16">16 November 2015</time>',
        '<time datetime="2015-11-15">15 November 2015</time>',
        'href="/countries/GB"',
        f'href="/articles/{item["article"]["id"]}#q-{item["id"]}"',
        f'<link rel="canonical" href="http://testserver/quotes/{item["id"]}"',
    ):
        assert expected in html
    assert html.count("<mark") == 1


def test_a_split_quote_is_marked_twice_in_its_context(client: TestClient) -> None:
    item = client.get("/quotes.json?q=%22help+nobody%22").json()["items"][0]
    assert client.get(f"/quotes/{item['id']}").text.count("<mark") == 2


def test_an_address_whose_words_changed_leads_to_the_new_ones_and_says_so(client: TestClient) -> None:
    answer = client.get(f"/quotes/{ALTERED}")
    assert answer.status_code == 308
    assert answer.headers["Location"] == f"/quotes/{SUCCESSOR}?was={ALTERED}"
    html = client.get(answer.headers["Location"]).text
    assert "The outlet changed these words" in html
    assert re.findall(r"<(del|ins)>\s?(\w+)\s?</", html) == [("del", "rather"), ("ins", "very")]
    assert "changed these words" not in client.get(f"/quotes/{SUCCESSOR}").text


def test_only_a_true_predecessor_is_named(client: TestClient) -> None:
    for other in (GONE, "aaaaaaaaaaaa"):
        assert "changed these words" not in client.get(f"/quotes/{SUCCESSOR}?was={other}").text


def test_words_that_vanished_stay_as_they_stood(client: TestClient) -> None:
    page = client.get(f"/quotes/{GONE}")
    assert page.status_code == 410
    assert "This will vanish," in page.text
    assert "no longer has these words" in page.text
    data = client.get(f"/quotes/{GONE}.json")
    assert data.status_code == 410
    assert data.headers["content-type"] == "application/problem+json"
    assert data.json()["quote"]["text"] == "This will vanish,"


def test_data_follow_the_same_way(client: TestClient) -> None:
    assert client.get(f"/quotes/{ALTERED}.json").headers["Location"] == f"/quotes/{SUCCESSOR}.json"
    assert client.get(f"/api/quotes/{ALTERED}").headers["Location"] == f"/api/quotes/{SUCCESSOR}"
    assert client.get(f"/api/quotes/{GONE}").status_code == 410
    assert client.get(f"/api/quotes/{SUCCESSOR}").json()["state"] == "current"


def test_a_gone_quote_points_at_no_place_in_its_article(client: TestClient) -> None:
    url = client.get(f"/quotes/{GONE}.json").json()["quote"]["article"]["url"]
    assert "#" not in url
    assert client.get(url).status_code == 200
    standing = client.get(f"/quotes/{SUCCESSOR}.json").json()["article"]["url"]
    page, _, fragment = standing.partition("#")
    assert f'id="{fragment}"' in client.get(page).text
