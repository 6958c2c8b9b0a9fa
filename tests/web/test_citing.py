"""The quote's page as the place to cite from: the pack, its files, and what leads on from there."""

import json
import re

import pytest
import rispy
from fastapi.testclient import TestClient
from pybtex.database import parse_string

from app.web.citations import FORMS
from tests.store.conftest import LIBRARY
from tests.web.conftest import ALTERED, GONE, SUCCESSOR
from tests.web.markup import elements
from tests.web.sharing import ATTACK, ATTACKED, RELAYED, REPEATED, URL, WORDS

MEDIA_TYPES = {
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex",
    "csl.json": "application/vnd.citationstyles.csl+json",
    "md": "text/markdown",
    "chicago.txt": "text/plain",
    "apa.txt": "text/plain",
    "mla.txt": "text/plain",
    "embed.html": "text/html",
}


def file(client: TestClient, quote: str, suffix: str) -> str:
    answer = client.get(f"/quotes/{quote}.{suffix}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("suffix", MEDIA_TYPES)
def test_each_form_is_a_file_with_its_type_and_name(sharing: TestClient, suffix: str) -> None:
    answer = sharing.get(f"/quotes/{RELAYED}.{suffix}")
    assert answer.headers["content-type"] == f"{MEDIA_TYPES[suffix]}; charset=utf-8"
    name = f"vladimir-putin-2016-05-03-{RELAYED}.{suffix}"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["etag"]


def test_every_form_is_on_the_page_and_in_a_file_alike(sharing: TestClient) -> None:
    html = sharing.get(f"/quotes/{RELAYED}").text
    choices = elements(html, "input", type="radio", name="form")
    assert [choice["value"] for choice in choices] == [form.suffix.replace(".", "-") for form in FORMS]
    assert ["checked" in choice.attributes for choice in choices] == [True] + [False] * (len(FORMS) - 1)
    links = {link["href"] for link in elements(html, "a") if "download" in link.attributes}
    for form, choice in zip(FORMS, choices, strict=True):
        [label] = elements(html, "label", for_=choice["id"])
        assert label.text == form.label
        [shown] = elements(html, id=f"citation-{choice['value']}")
        written = file(sharing, RELAYED, form.suffix)
        assert shown.text.split() == written.split()
        assert f"/quotes/{RELAYED}.{form.suffix}" in links
        [button] = elements(html, "button", data_copies=shown["id"])
        assert "hidden" in button.attributes  # shown by the script that serves it


def test_styles_have_their_italics(sharing: TestClient) -> None:
    html = sharing.get(f"/quotes/{RELAYED}").text
    for style in ("chicago", "apa", "mla"):
        [citation] = elements(html, "p", id=f"citation-{style}-txt")
        assert [child.text for child in citation.children if child.name == "i"] == ["The Example Times"]


def test_records_parse_elsewhere(sharing: TestClient) -> None:
    [record] = rispy.loads(file(sharing, RELAYED, "ris"))
    assert (record["title"], record["date"], record["urls"]) == ("Talks: what next?", "2016/05/03", [URL])
    [entry] = parse_string(file(sharing, RELAYED, "bib"), "bibtex").entries.values()
    assert entry.fields["journal"] == "The Example Times"
    [item] = json.loads(file(sharing, RELAYED, "csl.json"))
    assert (item["type"], item["issued"]) == ("article-newspaper", {"date-parts": [[2016, 5, 3]]})
    assert WORDS in file(sharing, RELAYED, "md")


def test_hostile_words_stay_in_their_record(sharing: TestClient) -> None:
    [record] = rispy.loads(file(sharing, ATTACKED, "ris"))
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == " ".join(f"Title {ATTACK}".split())
    assert len(parse_string(file(sharing, ATTACKED, "bib"), "bibtex").entries) == 1
    assert [element.name for element in elements(file(sharing, ATTACKED, "embed.html"))] == ["iframe"]
    html = sharing.get(f"/quotes/{ATTACKED}").text
    assert not elements(html, "img")
    assert not elements(html, "iframe")


@pytest.mark.parametrize("suffix", MEDIA_TYPES)
def test_files_follow_changed_words_and_keep_vanished_ones(sharing: TestClient, suffix: str) -> None:
    moved = sharing.get(f"/quotes/{ALTERED}.{suffix}")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/quotes/{SUCCESSOR}.{suffix}")
    gone = sharing.get(f"/quotes/{GONE}.{suffix}")
    assert gone.status_code == 410
    assert gone.headers["content-type"].startswith(MEDIA_TYPES[suffix])
    missing = sharing.get(f"/quotes/aaaaaaaaaaaa.{suffix}")
    assert missing.status_code == 404
    assert missing.headers["content-type"] == "application/problem+json"


def test_the_office_is_that_of_the_day_with_its_tenure(sharing: TestClient) -> None:
    html = sharing.get(f"/quotes/{RELAYED}").text
    assert re.search(r"Office on that day</dt>\s*<dd>President of Russia<span class=\"hint\">since 7 May 2012", html)


def test_who_relayed_the_words_is_named_and_linked(sharing: TestClient) -> None:
    html = sharing.get(f"/quotes/{RELAYED}").text
    [relayed] = elements(html, class_="relayed")
    assert relayed.text == "as told by Dmitry Peskov, Kremlin spokesman"
    assert relayed.children[0]["href"] == "/speakers/dmitry-peskov"
    assert not elements(sharing.get(f"/quotes/{REPEATED}").text, class_="relayed")


def test_the_publishers_page_opens_at_the_words(sharing: TestClient) -> None:
    """The words stand twice in the article; what comes before the second tells it from the first."""
    links = [
        link["href"]
        for quote in (RELAYED, REPEATED)
        for link in elements(sharing.get(f"/quotes/{quote}").text, "a", rel="noopener noreferrer external")
    ]
    assert links[1] == f"{URL}#:~:text=Peskov.%20%22-,We%20hope%20for%20talks%2C%20and%20soon"
    assert links[0] != links[1]


def test_neighbours_are_linked_both_ways(sharing: TestClient) -> None:
    html = sharing.get(f"/quotes/{REPEATED}").text
    assert [link["href"] for link in elements(html, "a", rel="prev")] == [f"/quotes/{RELAYED}"] * 2
    assert [link["href"] for link in elements(html, "a", rel="next")] == [f"/quotes/{ATTACKED}"]
    assert "Vladimir Putin · United Kingdom" in html


def test_a_mail_carries_words_source_and_link(sharing: TestClient) -> None:
    [mail] = [
        link["href"] for link in elements(sharing.get(f"/quotes/{RELAYED}").text, "a") if "mailto:" in link["href"]
    ]
    assert mail.startswith("mailto:?subject=Vladimir%20Putin")
    assert mail.endswith(f"The%20Example%20Times%2C%203%20May%202016%0D%0Ahttp%3A%2F%2Ftestserver%2Fquotes%2F{RELAYED}")


@pytest.mark.parametrize("path", ["/", "/quotes", "/countries/GB", "/speakers/vladimir-putin", "{article}"])
def test_each_listed_quote_leads_to_its_pack(sharing: TestClient, path: str) -> None:
    article = sharing.get(f"/quotes/{RELAYED}.json").json()["article"]["id"]
    links = elements(sharing.get(path.format(article=f"/articles/{article}")).text, "a", class_="cite-link")
    assert links
    for link in links:
        page, _, anchor = link["href"].partition("#")
        assert elements(sharing.get(page).text, id=anchor)


def test_undated_words_have_neither_neighbours_nor_a_day(sharing: TestClient) -> None:
    [quote] = next(article for article in LIBRARY if article[0].name == "without-a-day")[1].quotes
    html = sharing.get(f"/quotes/{quote.id}").text
    assert not elements(html, class_="neighbour-row")
    assert "DA  -" not in file(sharing, quote.id, "ris")
    assert "(n.d.)" in file(sharing, quote.id, "apa.txt")
