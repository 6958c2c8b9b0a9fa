"""What a listing makes of its query and its filters: chips, facets, notes, and help for whoever finds nothing."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient


def links(html: str, pattern: str) -> list[str]:
    return [unescape(found) for found in re.findall(pattern, html)]


def facet_link(html: str, name: str, value: str) -> tuple[str, bool]:
    found = re.search(rf'id="facet-{name}-{value}" class="facet-value" href="([^"]*)"( aria-current="true")?', html)
    assert found
    return unescape(found[1]), bool(found[2])


def test_a_typed_filter_is_a_chip_and_a_selected_facet(client: TestClient) -> None:
    html = client.get("/quotes?q=dialogue+speaker:peskov").text
    assert links(html, r'class="chip" href="([^"]+)"') == ["/quotes?q=speaker%3Apeskov", "/quotes?q=dialogue"]
    assert facet_link(html, "speaker", "dmitry-peskov") == ("/quotes?q=dialogue", True)


def test_a_second_value_beside_a_typed_one_widens(client: TestClient) -> None:
    url, selected = facet_link(client.get("/quotes?q=country:gb").text, "country", "CN")
    assert not selected
    assert url == "/quotes?country=CN&country=GB"
    assert client.get(url.replace("?", ".json?")).json()["total"] == 48


def test_a_chosen_year_takes_the_place_of_typed_days(client: TestClient) -> None:
    html = client.get("/quotes?q=speaker:putin+before:2018").text
    assert facet_link(html, "year", "2018")[0] == "/quotes?q=speaker%3Aputin&from=2018-01-01&to=2018-12-31"


def test_an_unknown_value_is_said_and_the_nearest_offered(client: TestClient) -> None:
    html = client.get("/quotes?q=speaker:peskow+dialogue").text
    assert "Nothing here is known as <strong>speaker:peskow</strong>" in html
    assert 'href="/quotes?q=speaker%3A%22Dmitry+Peskov%22+dialogue">Dmitry Peskov</a>' in html


def test_a_misspelled_word_is_mended(client: TestClient) -> None:
    html = client.get("/quotes?q=constructve+dialogue").text
    assert 'class="suggestion" href="/quotes?q=constructive+dialogue"' in html
    assert "suggestion" not in client.get("/quotes?q=zebra").text


def test_nothing_is_suggested_that_finds_no_more(client: TestClient) -> None:
    assert 'class="suggestion"' not in client.get("/quotes?q=dialouge+country:cn").text


def test_words_that_only_articles_have_lead_to_them(client: TestClient) -> None:
    html = client.get("/quotes?q=gas").text
    assert "0</strong>" in html
    assert 'href="/articles?q=gas">1 article</a>' in html
    assert '<mark class="match">gas</mark>' in html
    for path in ("/quotes.json", "/api/quotes"):
        body = client.get(f"{path}?q=gas").json()
        assert body["see_also"]["total"] == 1
        assert client.get(body["see_also"]["url"]).json()["total"] == 1
    assert client.get("/quotes.json?q=dialogue").json()["see_also"] is None


def test_synonyms_can_be_switched_off_and_on_again(client: TestClient) -> None:
    html = client.get("/quotes?q=daesh&country=US").text
    assert 'href="/quotes?q=daesh&amp;synonyms=off&amp;country=US">Search only as typed' in html
    html = client.get("/quotes?q=daesh&synonyms=off&country=US").text
    assert 'href="/quotes?q=daesh&amp;country=US">Find what means the same too' in html
    assert '<input type="hidden" name="synonyms" value="off" />' in html


def test_countries_are_read_as_partners_or_with_mentions(client: TestClient) -> None:
    html = client.get("/quotes?country=DE").text
    assert 'href="/quotes?country=DE&amp;role=any">Mentions too</a>' in html
    assert client.get("/quotes.json?country=DE&role=any").json()["total"] == 1


@pytest.mark.parametrize("kind", ["quotes", "articles"])
def test_the_histogram_leads_to_years_then_to_months(client: TestClient, kind: str) -> None:
    html = client.get(f"/{kind}").text
    assert f'href="/{kind}?from=2018-01-01&amp;to=2018-12-31"' in html
    html = client.get(f"/{kind}?from=2018-01-01&to=2018-12-31").text
    assert f'href="/{kind}?from=2018-03-01&amp;to=2018-03-31"' in html
    assert f'<a href="/{kind}">All dates</a>' in html
    assert facet_link(html, "month", "2018-03")[0] == f"/{kind}?from=2018-03-01&to=2018-03-31"


def test_orders_are_links(client: TestClient) -> None:
    html = client.get("/quotes?q=dialogue&sort=oldest").text
    assert links(html, r'id="sort-[a-z-]+" href="([^"]+)"') == [
        "/quotes?q=dialogue",
        "/quotes?q=dialogue&sort=newest",
        "/quotes?q=dialogue&sort=oldest",
    ]
    assert 'id="sort-relevance"' not in client.get("/quotes").text
    assert "Most relevant" not in client.get("/quotes").text
