"""Every page: there, safe, cacheable, and the same for readers with and without scripts."""

from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from tests.store.conftest import LIBRARY
from tests.web.conftest import HOSTILE

PAGES = (
    "/",
    "/quotes",
    "/articles",
    "/countries",
    "/countries/GB",
    "/countries/NATO",
    "/speakers",
    "/speakers/dmitry-peskov",
    "/speakers/ada-norman",
    "/topics",
    "/topics/energy",
    "/compare",
    "/compare?a.country=GB&b.country=US&b.q=we",
    "/about",
    "/api/docs",
)
ERRORS = {"/nowhere": 404, "/quotes/aaaaaaaaaaaa": 404, "/quotes.xml": 404, "/quotes?from=x": 422}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Outline(HTMLParser):
    """Checks that elements nest, and collects what pages must and must not have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        self.ids += [str(attributes["id"])] if "id" in attributes else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def addresses(self) -> set[str]:
        return {str(a.get("href") or a.get("src")) for _, a in self.elements if a.get("href") or a.get("src")}


def first_quote(client: TestClient, query: str = "") -> dict[str, str]:
    item: dict[str, str] = client.get(f"/quotes.json{query}").json()["items"][0]
    return item


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_well_formed_and_loads_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    outline = Outline(answer.text)
    assert len(outline.ids) == len(set(outline.ids))
    assert [tag for tag, _ in outline.elements].count("h1") == 1
    assert not any("style" in attributes for _, attributes in outline.elements)
    loaded = [
        a.get("src") or a.get("href")
        for tag, a in outline.elements
        if tag in {"script", "img"} or a.get("rel") == "stylesheet"
    ]
    assert loaded
    assert all(str(address).startswith("/static/") for address in loaded)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, path: str) -> None:
    for address in Outline(client.get(path).text).addresses():
        if address.startswith("/"):
            assert client.get(address.partition("#")[0]).status_code in {200, 307}, address


@pytest.mark.parametrize("path", [*PAGES, *ERRORS, "/quotes.json", "/quotes.csv", "/healthz", "/api/quotes/x"])
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize(("path", "status"), ERRORS.items())
def test_errors_are_pages(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert Outline(answer.text)
    assert 'name="robots" content="noindex"' in answer.text


def test_unknown_addresses_of_data_are_problems(client: TestClient) -> None:
    for path in ("/api/nowhere", "/quotes/aaaaaaaaaaaa.json", "/api/articles/aaaaaaaaaaaa"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == 404


def test_without_a_database_the_pages_say_so(broken_client: TestClient) -> None:
    assert broken_client.get("/healthz").status_code == 503
    page = broken_client.get("/quotes")
    assert page.status_code == 503
    assert "Try again" in page.text
    assert broken_client.get("/quotes.json").headers["content-type"] == "application/problem+json"


def test_a_fault_of_ours_is_a_page_with_headers_and_no_details(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("app.web.routes.about.coverage", fail)
    answer = TestClient(client.app, raise_server_exceptions=False).get("/about?not=kept")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_text_from_articles_is_escaped_everywhere(client: TestClient) -> None:
    quote = first_quote(client, "?from=2019-01-01&to=2019-12-31")
    article = quote["article"]["id"]  # type: ignore[index]
    for path in (
        "/",
        "/quotes?country=US",
        "/articles",
        f"/articles/{article}?q=script",
        f"/quotes/{quote['id']}",
        "/about",
    ):
        html = client.get(path).text
        assert "<script>alert" not in html
        assert "<i>also" not in html
        assert Outline(html)
    text = HOSTILE[1].text
    assert client.get(f"/articles/{article}.json").json()["text"] == text


def test_htmx_gets_the_block_that_the_page_shows(client: TestClient) -> None:
    page = client.get("/quotes?country=GB")
    fragment = client.get("/quotes?country=GB", headers={"HX-Request": "true"})
    restored = client.get("/quotes?country=GB", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert fragment.text.startswith("<title>")
    assert "<html" not in fragment.text
    results = fragment.text[fragment.text.index('<div class="listing"') :].strip()
    assert results in page.text
    assert restored.text == page.text
    for answer in (page, fragment, restored):
        assert {"HX-Request", "HX-History-Restore-Request"} <= set(answer.headers["Vary"].split(", "))


def test_pages_without_parts_are_whole_for_htmx_too(client: TestClient) -> None:
    assert "<html" in client.get("/about", headers={"HX-Request": "true"}).text


@pytest.mark.parametrize("path", ["/", "/quotes?country=GB", "/quotes.json", "/quotes.csv", "/api/quotes"])
def test_an_unchanged_answer_is_not_sent_again(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == answer.headers["ETag"]
    assert "Content-Security-Policy" in again.headers


def test_different_bytes_have_different_tags(client: TestClient) -> None:
    variants = (
        {},
        {"HX-Request": "true"},
        {"HX-Request": "true", "HX-History-Restore-Request": "true"},
        {"Accept-Encoding": "identity"},
    )
    tags = {client.get("/quotes", headers=headers).headers["ETag"] for headers in variants}
    tags.add(client.get("/quotes?country=GB").headers["ETag"])
    assert len(tags) == len(variants) + 1
    assert all(tag.startswith('"') for tag in tags)


def test_errors_are_not_cached(client: TestClient) -> None:
    assert "ETag" not in client.get("/quotes?from=x").headers


def test_head_answers_as_get_without_a_body(client: TestClient) -> None:
    for path in ("/", "/quotes.json", "/nowhere"):
        head, get = client.head(path), client.get(path)
        assert head.status_code == get.status_code
        assert head.headers.get("ETag") == get.headers.get("ETag")
        assert head.content == b""


def test_pages_are_compressed(client: TestClient) -> None:
    assert client.get("/").headers["Content-Encoding"] == "gzip"


def test_codes_of_countries_have_one_spelling(client: TestClient) -> None:
    answer = client.get("/countries/gb")
    assert answer.status_code == 308
    assert answer.headers["Location"] == "/countries/GB"
    assert client.get("/countries/XX").status_code == 404
    assert client.get("/topics/nothing").status_code == 404
    assert client.get("/speakers/nobody-at-all").status_code == 404


def test_a_speaker_whom_the_vocabulary_does_not_know_has_a_dossier(client: TestClient) -> None:
    html = client.get("/speakers/ada-norman").text
    assert "<h1>Ada Norman</h1>" in html
    assert "We shall see" in html


def test_a_dossier_leads_to_its_statements_in_every_form(client: TestClient) -> None:
    html = client.get("/countries/GB").text
    assert "/quotes?country=GB" in html
    assert 'href="/quotes.atom?country=GB"' in html


def test_robots_may_read(client: TestClient) -> None:
    assert client.get("/robots.txt").text.startswith("User-agent: *")


def test_the_api_is_described_for_machines_and_for_people(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    page = client.get("/api/docs").text
    for path, operations in document["paths"].items():
        assert path.startswith("/api/")
        assert path in page
        assert "application/problem+json" in operations["get"]["responses"]["422"]["content"]
    names = {parameter["name"] for parameter in document["paths"]["/api/quotes"]["get"]["parameters"]}
    assert names == {
        "q", "synonyms", "country", "role", "topic", "speaker", "side", "outlet", "kind", "voice", "via", "from", "to",
        "by", "sort", "after",
    }  # fmt: skip


def test_the_library_is_all_there(client: TestClient) -> None:
    assert client.get("/articles.json").json()["total"] == len(LIBRARY) + 3
