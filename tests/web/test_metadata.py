"""What the heads of pages say to machines, read as those machines read it."""

import json
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import rispy
from fastapi.testclient import TestClient

from tests.web.conftest import ALTERED, GONE, SUCCESSOR
from tests.web.markup import elements, tags
from tests.web.sharing import ATTACK, ATTACKED, LINKED, RELAYED, URL, WORDS

SITE = "http://testserver"
THING = {"@type", "@id", "name", "alternateName", "description", "url", "identifier", "sameAs"}
WORK = THING | {
    *("headline", "alternativeHeadline", "text", "about", "keywords", "inLanguage", "creator", "publisher"),
    *("dateCreated", "datePublished", "dateModified", "isPartOf", "hasPart", "isBasedOn"),
}
PROPERTIES = {
    "Quotation": WORK | {"spokenByCharacter"},
    "NewsArticle": WORK | {"articleBody", "articleSection", "dateline"},
    "WebSite": WORK,
    "Person": THING | {"jobTitle", "nationality", "affiliation"},
    "Organization": THING | {"legalName"},
    "NewsMediaOrganization": THING | {"legalName"},
    "Country": THING,
}
"""What schema.org lets each type say, as far as these pages might."""


def linked_data(html: str) -> dict[str, Any]:
    [script] = elements(html, "script", type="application/ld+json")
    found: dict[str, Any] = json.loads(script.text)
    return found


def nodes(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(node for inner in value.values() for node in nodes(inner))]
    return [node for inner in value for node in nodes(inner)] if isinstance(value, list) else []


@pytest.fixture
def quote_page(sharing: TestClient) -> str:
    return sharing.get(f"/quotes/{RELAYED}").text


@pytest.fixture
def article_page(sharing: TestClient) -> str:
    article = sharing.get(f"/quotes/{RELAYED}.json").json()["article"]["id"]
    return sharing.get(f"/articles/{article}").text


def test_a_quote_is_shared_with_its_words_and_its_address(quote_page: str) -> None:
    found = tags(quote_page)
    assert found["og:type"] == "article"
    assert found["og:title"] == f"Vladimir Putin: “{WORDS}”"
    assert WORDS in found["og:description"]
    assert found["og:url"] == f"{SITE}/quotes/{RELAYED}"
    assert found["twitter:card"] == "summary"


@pytest.mark.parametrize("path", ["/", "/quotes", "/countries/GB", "/about"])
def test_other_pages_are_pages_of_a_site(sharing: TestClient, path: str) -> None:
    found = tags(sharing.get(path).text)
    assert found["og:type"] == "website"
    assert found["og:url"] == SITE + path
    assert "citation_title" not in found


@pytest.mark.parametrize("page", ["quote_page", "article_page"])
def test_reference_managers_find_the_newspaper_article(page: str, request: pytest.FixtureRequest) -> None:
    found = tags(request.getfixturevalue(page))
    expected = {
        "og:type": "article",
        "DC.type": "newspaperArticle",
        "prism.publicationName": "The Example Times",
        "citation_title": "Talks: what next?",
        "citation_author": "The Example Times",
        "citation_date": "2016/05/03",
        "citation_public_url": URL,
        "citation_language": "en",
    }
    assert {key: found.get(key) for key in expected} == expected
    assert "citation_journal_title" not in found
    assert not elements(request.getfixturevalue(page), class_="Z3988")  # COinS would outrank all this


def test_a_quote_is_a_quotation_within_a_news_article(quote_page: str) -> None:
    data = linked_data(quote_page)
    assert data["@context"] == "https://schema.org"
    assert (data["@type"], data["text"], data["dateCreated"]) == ("Quotation", WORDS, "2016-05-02")
    assert data["spokenByCharacter"]["@type"] == "Person"
    assert data["spokenByCharacter"]["name"] == "Vladimir Putin"
    assert [(place["@type"], place["identifier"]) for place in data["about"]] == [
        ("Country", "GB"),
        ("Organization", "EU"),
    ]
    article = data["isPartOf"]
    assert (article["@type"], article["headline"]) == ("NewsArticle", "Talks: what next?")
    assert (article["datePublished"], article["publisher"]["name"]) == ("2016-05-03", "The Example Times")


def test_an_article_names_its_quotations(article_page: str) -> None:
    data = linked_data(article_page)
    assert data["@type"] == "NewsArticle"
    assert [part["@id"] for part in data["hasPart"]] == [f"{SITE}/quotes/{quote.id}" for quote in LINKED[1].quotes]
    assert "dateModified" not in data


def test_an_article_whose_words_changed_was_modified(sharing: TestClient) -> None:
    article = sharing.get(f"/quotes/{SUCCESSOR}.json").json()["article"]["id"]
    assert linked_data(sharing.get(f"/articles/{article}").text)["dateModified"].startswith("2026-01-02T03:04")
    assert "dateModified" in linked_data(sharing.get(f"/quotes/{SUCCESSOR}").text)["isPartOf"]


def test_linked_data_say_only_what_schema_org_knows(sharing: TestClient) -> None:
    seen = set()
    for item in sharing.get("/quotes.json").json()["items"]:
        for path in (f"/quotes/{item['id']}", urlsplit(item["article"]["url"]).path):
            data = linked_data(sharing.get(path).text)
            assert data.pop("@context") == "https://schema.org"
            for node in nodes(data):
                seen.add(node["@type"])
                assert node.keys() <= PROPERTIES[node["@type"]]
                assert all(value not in (None, "", []) for value in node.values())
    assert {"Quotation", "NewsArticle", "Person", "Country"} <= seen


def test_hostile_words_stay_words(sharing: TestClient) -> None:
    html = sharing.get(f"/quotes/{ATTACKED}").text
    assert tags(html)["citation_title"] == f"Title {ATTACK}"
    assert linked_data(html)["text"] == ATTACK
    assert not elements(html, "img")
    assert all(
        "src" in script.attributes or script["type"] == "application/ld+json" for script in elements(html, "script")
    )
    for name in ("href", "src", "cite"):
        values = [element[name] for element in elements(html) if name in element.attributes]
        assert not [value for value in values if value.lower().startswith("javascript:")]


def test_earlier_words_are_earlier_versions(sharing: TestClient) -> None:
    page = f"/quotes/{SUCCESSOR}"
    links = {link["rel"]: link["href"] for link in elements(sharing.get(page).text, "link")}
    assert links["latest-version"] == page
    assert links["predecessor-version"] == f"{page}?was={ALTERED}"
    address, _, anchor = links["version-history"].partition("#")
    assert elements(sharing.get(address).text, id=anchor)
    compared = {link["rel"] for link in elements(sharing.get(links["predecessor-version"]).text, "link")}
    assert "latest-version" in compared
    assert "predecessor-version" not in compared
    assert "version-history" not in {link["rel"] for link in elements(sharing.get(f"/quotes/{RELAYED}").text, "link")}


@pytest.mark.parametrize("path", ["/", "/quotes", "/speakers/vladimir-putin", "/countries/US", f"/quotes/{RELAYED}"])
def test_unapi_serves_each_quote_that_a_page_shows(sharing: TestClient, path: str) -> None:
    html = sharing.get(path).text
    [server] = elements(html, "link", rel="unapi-server")
    ids = [abbr["title"] for abbr in elements(html, "abbr", class_="unapi-id")]
    assert ids
    offered = ElementTree.fromstring(sharing.get(server["href"]).text)
    assert [entry.get("name") for entry in offered] == ["ris", "bibtex"]
    for quote in ids:
        choices = sharing.get(f"{server['href']}?id={quote}")
        assert choices.status_code == 300
        assert ElementTree.fromstring(choices.text).get("id") == quote
        [record] = rispy.loads(sharing.get(f"{server['href']}?id={quote}&format=ris").text)
        assert (record["type_of_reference"], record["id"]) == ("NEWS", quote)


def test_unapi_refuses_what_it_does_not_know(sharing: TestClient) -> None:
    assert sharing.get("/unapi?id=aaaaaaaaaaaa").status_code == 404
    assert sharing.get(f"/unapi?id={RELAYED}&format=marc").status_code == 406
    moved = sharing.get(f"/unapi?id={ALTERED}&format=ris")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/unapi?id={SUCCESSOR}&format=ris")
    assert GONE in sharing.get(f"/unapi?id={GONE}&format=ris").text
