"""Indexes: their order, their letters, and the names that nothing is said about."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.test_pages import Outline


def names(html: str) -> list[str]:
    return re.findall(r'<th scope="row">\s*<a href="[^"]+">([^<]+)</a>', html)


def sorted_columns(html: str) -> list[str]:
    return [str(a["aria-sort"]) for tag, a in Outline(html).elements if tag == "th" and "aria-sort" in a]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("", "Vladimir Putin"),
        ("?sort=name", "Ada Norman"),
        ("?sort=latest", "Vladimir Putin"),
        ("?sort=first", "Ada Norman"),
        ("?sort=statements", "Vladimir Putin"),
    ],
)
def test_a_table_is_sorted_as_asked(client: TestClient, query: str, first: str) -> None:
    html = client.get(f"/speakers{query}").text
    assert names(html)[0] == first
    assert len(names(html)) == 3
    assert sorted(sorted_columns(html))[1:] == ["none"] * 4


def test_names_are_found_by_the_beginning_of_any_word(client: TestClient) -> None:
    assert names(client.get("/speakers?q=nor").text) == ["Ada Norman"]
    assert names(client.get("/speakers?q=d+pes").text) == ["Dmitry Peskov"]
    assert names(client.get("/speakers?letter=p&sort=name").text) == ["Dmitry Peskov", "Vladimir Putin"]
    assert names(client.get("/speakers?letter=A").text) == ["Ada Norman"]
    assert "No name matches" in client.get("/speakers?q=zzz").text


def test_sorting_keeps_what_was_searched_for(client: TestClient) -> None:
    assert 'href="/speakers?sort=name&amp;q=p&amp;letter=P"' in client.get("/speakers?q=p&letter=P").text


@pytest.mark.parametrize("query", ["sort=size", "letter=PP", "letter=%3C", "q=" + "x" * 101])
def test_what_cannot_be_is_refused_with_advice(client: TestClient, query: str) -> None:
    answer = client.get(f"/speakers?{query}")
    assert answer.status_code == 422
    assert Outline(answer.text)


def test_what_is_typed_is_escaped(client: TestClient) -> None:
    html = client.get("/speakers?q=%22%3E%3Cscript%3E").text
    assert "<script>" not in html.replace("<script src", "").replace("<script defer", "")
    assert Outline(html)


def test_countries_are_on_the_map_and_in_the_table(client: TestClient) -> None:
    html = client.get("/countries").text
    outline = Outline(html)
    links = [a["aria-label"] for tag, a in outline.elements if tag == "a" and "aria-label" in a]
    assert "United Kingdom: 3 statements" in links
    assert {label for label in links if label and "statement" in label} <= {
        f"{name}: {count} statement{'' if count == '1' else 's'}"
        for name, count in re.findall(
            r'<a href="/countries/\w+">([^<]+)</a>\s*</th>\s*<td class="numeric">([^<]+)</td>', html
        )
    }
    assert "table" in outline.ids


def test_what_nothing_is_said_about_can_still_be_reached(client: TestClient) -> None:
    assert 'href="/countries/AD"' in client.get("/countries").text
    assert 'href="/topics/syria"' in client.get("/topics").text
