"""Tables that run nothing, feeds that stay feeds whatever the text holds."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import feedparser
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from app.web.formats.atom import Entry, Feed, atom, feed_id
from app.web.formats.tables import csv_lines

TITLE = "{http://www.w3.org/2005/Atom}title"
ENTRY = Entry(
    id="tag:test,2026:quote/a",
    title="A title",
    url="http://testserver/quotes/a",
    updated=datetime(2026, 1, 2, tzinfo=UTC),
    published=date(2015, 11, 16),
    author="Somebody",
    content="Words",
    categories=(("GB", "United Kingdom"),),
)


def feed(*entries: Entry) -> Feed:
    return Feed(
        feed_id("/quotes", ""), "A feed", "http://testserver/quotes.atom", "http://testserver/quotes", None, entries
    )


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_no_cell_is_a_formula_and_no_text_is_lost(cells: list[str]) -> None:
    written = "".join(csv_lines([f"c{n}" for n in range(len(cells))], [cells]))
    _, row = csv.reader(io.StringIO(written, newline=""))
    for cell, given_cell in zip(row, cells, strict=True):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cell in {given_cell, f"'{given_cell}"}


def test_lines_end_as_the_standard_says() -> None:
    assert list(csv_lines(["a", "b"], [["x", 'say "y"'], [None, date(2015, 11, 16)]])) == [
        "a,b\r\n",
        'x,"say ""y"""\r\n',
        ",2015-11-16\r\n",
    ]


@given(st.text())
def test_a_feed_is_well_formed_whatever_the_text(text: str) -> None:
    entry = replace(ENTRY, title=text, author=text, content=text, categories=(("GB", text),))
    root = ElementTree.fromstring(atom(feed(entry)))
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"


def test_a_feed_has_what_the_standard_asks_for() -> None:
    older = replace(ENTRY, id="tag:test,2026:quote/b", updated=datetime(2025, 1, 1, tzinfo=UTC))
    parsed = feedparser.parse(atom(feed(older, ENTRY)))
    assert not parsed.bozo
    assert parsed.feed.id
    assert parsed.feed.updated == "2026-01-02T00:00:00+00:00"
    assert {link.rel for link in parsed.feed.links} == {"self", "alternate"}
    assert [entry.author for entry in parsed.entries] == ["Somebody", "Somebody"]
    assert parsed.entries[0].tags[0].label == "United Kingdom"


def test_a_feed_without_entries_is_still_one() -> None:
    assert feedparser.parse(atom(feed())).feed.updated


def test_ids_in_feeds_do_not_depend_on_the_host(client: TestClient) -> None:
    here = feedparser.parse(client.get("/quotes.atom").content)
    there = feedparser.parse(client.get("/quotes.atom", headers={"Host": "elsewhere.example"}).content)
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert here.feed.id == there.feed.id
    assert there.entries[0].link.startswith("http://elsewhere.example/")
    assert all(entry.id.startswith("tag:") for entry in here.entries)


def test_downloads_have_names(client: TestClient) -> None:
    for path, name in (
        ("/quotes.csv", "quotes.csv"),
        ("/articles.jsonl", "articles.jsonl"),
        ("/topics.csv", "topics.csv"),
    ):
        assert client.get(path).headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_formulas_in_articles_are_harmless_in_tables(client: TestClient) -> None:
    rows = csv.DictReader(io.StringIO(client.get("/quotes.csv?from=2019-01-01").text, newline=""))
    assert [row["text"][:12] for row in rows] == ["'=HYPERLINK("]


def test_a_feed_is_named_after_its_selection(client: TestClient) -> None:
    for address, title in (
        ("/quotes.atom", "Kremlin Statements"),
        ("/quotes.atom?country=GB", "Kremlin Statements: United Kingdom"),
        (
            "/articles.atom?country=GB&from=2015-01-01&to=2015-12-31",
            "Kremlin Statements, articles: United Kingdom, 2015",
        ),
        ("/quotes.atom?q=%3Cb%3E", "Kremlin Statements: “<b>”"),
    ):
        assert ElementTree.fromstring(client.get(address).content).findtext(TITLE) == title


def test_an_entry_was_published_when_its_article_was(client: TestClient) -> None:
    items = {item["id"]: item for item in client.get("/quotes.json?sort=oldest").json()["items"]}
    entries = feedparser.parse(client.get("/quotes.atom?sort=oldest").content).entries
    shown = {entry.id.rpartition("/")[2]: entry.get("published", "")[:10] for entry in entries}
    assert any(item["statement_date"] not in {None, item["published"]} for item in items.values())
    for quote_id, item in items.items():
        assert shown[quote_id] == (item["published"] or "")
