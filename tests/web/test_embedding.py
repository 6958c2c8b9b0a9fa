"""A quote on other sites: found by its page's link, asked for at the endpoint, shown in a frame."""

from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from app.web.security import HEADERS
from tests.web.conftest import ALTERED, GONE, SUCCESSOR
from tests.web.markup import elements
from tests.web.sharing import ATTACK, ATTACKED, RELAYED, WORDS

SITE = "http://testserver"


def relative(address: str) -> str:
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == SITE
    return address.removeprefix(SITE)


def endpoint(client: TestClient, quote: str) -> str:
    [link] = elements(client.get(f"/quotes/{quote}").text, "link", type="application/json+oembed")
    assert link["rel"] == "alternate"
    return relative(link["href"])


@pytest.mark.parametrize(("quote", "words"), [(RELAYED, WORDS), (ATTACKED, " ".join(ATTACK.split()))])
def test_from_the_page_to_the_card(sharing: TestClient, quote: str, words: str) -> None:
    answer = sharing.get(endpoint(sharing, quote))
    assert answer.headers["content-type"] == "application/json"
    card = answer.json()
    assert (card["version"], card["type"], card["provider_name"]) == ("1.0", "rich", "Kremlin Statements")
    assert card["author_name"] == "Vladimir Putin"
    assert relative(card["author_url"]) == "/speakers/vladimir-putin"
    [frame] = elements(card["html"])
    assert (frame.name, frame["width"], frame["height"]) == ("iframe", str(card["width"]), str(card["height"]))
    assert frame["title"]
    shown = sharing.get(relative(frame["src"]))
    assert shown.status_code == 200
    [quotation] = elements(shown.text, "blockquote")
    assert quotation.text == words
    [link] = elements(shown.text, "a")
    assert relative(link["href"]) == f"/quotes/{quote}"
    assert not elements(shown.text, "script")


def test_the_card_says_who_when_and_where(sharing: TestClient) -> None:
    html = sharing.get(f"/quotes/{RELAYED}/embed").text
    text = " ".join(elements(html, "main")[0].text.split())
    for expected in (
        "Vladimir Putin",
        "President of Russia",
        "as told by Dmitry Peskov",
        "3 May 2016",
        "The Example Times",
    ):
        assert expected in text
    [robots] = elements(html, "meta", name_="robots")
    assert robots["content"] == "noindex"
    [canonical] = elements(html, "link", rel="canonical")
    assert canonical["href"] == f"{SITE}/quotes/{RELAYED}"


@pytest.mark.parametrize("limit", [100, 333, 599])
def test_a_card_is_no_larger_than_asked_for(sharing: TestClient, limit: int) -> None:
    card = sharing.get(f"{endpoint(sharing, RELAYED)}&maxwidth={limit}&maxheight={limit}").json()
    assert card["width"] <= limit
    assert card["height"] <= limit


def test_only_the_card_may_be_framed_and_only_that_differs(sharing: TestClient) -> None:
    path = f"/quotes/{RELAYED}/embed"
    first = sharing.get(path)
    again = sharing.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    strict = HEADERS["Content-Security-Policy"]
    framed = {**HEADERS, "Content-Security-Policy": strict.replace("frame-ancestors 'none'", "frame-ancestors *")}
    for answer in (first, again, sharing.head(path)):
        assert {name: answer.headers[name] for name in HEADERS} == framed
    for other in (f"/quotes/{RELAYED}", endpoint(sharing, RELAYED), "/"):
        assert sharing.get(other).headers["content-security-policy"] == strict


def test_fonts_reach_a_card_in_a_sandbox(sharing: TestClient) -> None:
    [sheet] = elements(sharing.get(f"/quotes/{RELAYED}/embed").text, "link", rel="stylesheet")
    assert sharing.get(sheet["href"]).headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 422),
        ("url=", 404),
        (f"url={SITE}/quotes", 404),
        (f"url={SITE}/articles/{RELAYED}", 404),
        (f"url=https://elsewhere.example/quotes/{RELAYED}", 404),
        ("url=http://[broken", 404),
        (f"url={SITE}/quotes/aaaaaaaaaaaa", 404),
        (f"url={SITE}/quotes/{GONE}", 410),
        (f"url={SITE}/quotes/{RELAYED}&format=xml", 501),
        (f"url={SITE}/quotes/{RELAYED}&maxwidth=-1", 422),
        (f"url={SITE}/quotes/{RELAYED}&maxwidth=wide", 422),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_reason(sharing: TestClient, query: str, status: int) -> None:
    answer = sharing.get(f"/oembed?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_a_card_follows_changed_words_and_says_so(sharing: TestClient) -> None:
    moved = sharing.get(f"/oembed?url={SITE}/quotes/{ALTERED}&maxwidth=300")
    assert moved.status_code == 308
    asked = parse_qs(urlsplit(moved.headers["Location"]).query)
    assert asked == {"url": [f"{SITE}/quotes/{SUCCESSOR}"], "maxwidth": ["300"]}
    framed = sharing.get(f"/quotes/{ALTERED}/embed")
    assert framed.status_code == 308
    assert "has changed these words" in sharing.get(framed.headers["Location"]).text
    assert "has changed these words" not in sharing.get(f"/quotes/{SUCCESSOR}/embed?was={GONE}").text
    gone = sharing.get(f"/quotes/{GONE}/embed")
    assert gone.status_code == 410
    assert "no longer has these words" in gone.text
