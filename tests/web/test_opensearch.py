"""The OpenSearch description: what browsers ask of it before they offer the site as a search engine."""

from xml.etree import ElementTree

from fastapi.testclient import TestClient

NAMES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_the_description_is_what_browsers_accept(client: TestClient) -> None:
    answer = client.get("/opensearch.xml")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/opensearchdescription+xml"
    root = ElementTree.fromstring(answer.content)
    assert root.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    assert 0 < len(root.findtext("o:ShortName", "", NAMES)) <= 16
    assert root.findtext("o:Description", "", NAMES)


def test_every_search_template_leads_to_what_it_says(client: TestClient) -> None:
    root = ElementTree.fromstring(client.get("/opensearch.xml").content)
    templates = {url.get("type", ""): url.get("template", "") for url in root.findall("o:Url[@rel='results']", NAMES)}
    assert set(templates) == {"text/html", "application/atom+xml"}
    assert templates["text/html"] == "http://testserver/quotes?q={searchTerms}"
    for media_type, template in templates.items():
        answer = client.get(template.replace("{searchTerms}", "%22exchange%20of%20opinions%22"))
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith(media_type)


def test_pages_lead_to_the_description(client: TestClient) -> None:
    for path in ("/", "/quotes", "/about"):
        assert 'rel="search" type="application/opensearchdescription+xml"' in client.get(path).text
        assert 'href="/opensearch.xml"' in client.get(path).text
