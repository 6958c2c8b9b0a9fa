"""From saved web pages to articles."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from app.extraction import Source
from app.ingest.decoding import UnreadableTextError, decode_html
from app.ingest.problems import Problem
from app.ingest.reading import read_articles, read_line, read_stream
from app.ingest.webpages import read_web_page

METADATA = """
<meta property="og:title" content="Talks went well">
<meta property="og:site_name" content="The Example Times">
<meta property="article:published_time" content="2017-03-04T10:30:00+03:00">
<link rel="canonical" href="https://news.example/world/1?page=2#top">
"""
LINKED_DATA = """
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Talks went well",
 "datePublished": "2017-03-04", "publisher": {"@type": "Organization", "name": "The Example Times"}}
</script>
"""
BODY = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article>
<p>The talks &ldquo;went <b>rather</b> well,&rdquo; the Kremlin spokesman said on Friday after they had ended.</p>
<h2>What comes next</h2>
<p>Another meeting “will be needed &amp; held,” he added.<script>document.write("injected")</script></p>
<blockquote><p>We count on it, said the minister of the other country.</p></blockquote>
</article>
<footer><p><a href="/terms">Terms of use</a></p></footer>
"""


def page(head: str = METADATA, body: str = BODY) -> str:
    return f"<!DOCTYPE html><html lang='en'><head><title>Talks | Times</title>{head}</head><body>{body}</body></html>"


def test_an_article_keeps_its_paragraphs_and_loses_what_is_around_it() -> None:
    assert read_web_page(page()).text.split("\n") == [
        "The talks “went rather well,” the Kremlin spokesman said on Friday after they had ended.",
        "What comes next",
        "Another meeting “will be needed & held,” he added.",
        "We count on it, said the minister of the other country.",
    ]


@pytest.mark.parametrize("head", [METADATA, LINKED_DATA])
def test_what_the_metadata_say_is_known(head: str) -> None:
    found = read_web_page(page(head))
    assert found.title == "Talks went well"
    assert found.published == date(2017, 3, 4)
    assert found.outlet == "The Example Times"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="publish_date" content="Sat, 04 Mar 2017 23:30:00 +0300">',
        '<meta name="pub_date" content="20170304">',
        '<meta name="DC.date" content="2017-03-04">',
        '<meta name="pubdate" content="4 Mar 2017 10:30:00 GMT">',
        '<time itemprop="datePublished" datetime="2017-03-04T23:30:00+03:00">Saturday</time>',
        '<span itemprop="datePublished" content="2017-03-04">Saturday</span>',
        '<time pubdate datetime="2017-03-04 20:08:00-0400">Saturday</time>',
        '<time itemprop="datePublished" datetime="2017-03-04T09:00">9:00</time>'
        '<time itemprop="datePublished" datetime="2017-03-04T23:30">23:30</time>',
    ],
)
def test_the_day_of_publication_is_read_in_the_forms_that_pages_use(head: str) -> None:
    assert read_web_page(page(head)).published == date(2017, 3, 4)


def test_the_days_of_several_articles_on_one_page_are_not_its_own() -> None:
    days = "".join(f'<time itemprop="datePublished" datetime="2017-03-0{day}">then</time>' for day in (4, 5))
    assert read_web_page(page(days)).published is None
    assert read_web_page(page(METADATA + days)).published == date(2017, 3, 4)


def test_the_canonical_address_names_the_article(tmp_path: Path) -> None:
    path = tmp_path / "saved.HTML"
    path.write_text(page(), encoding="utf-8")
    (found,) = read_articles(path)
    assert isinstance(found, Source)
    assert found.url == found.key == "https://news.example/world/1?page=2"


def test_a_page_without_metadata_is_named_after_its_file_and_not_dated(tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    path.write_text(page(""), encoding="utf-8")
    (found,) = read_articles(path)
    assert isinstance(found, Source)
    assert (found.key, found.published) == ("saved", None)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="http://[oops">',
        '<meta property="article:published_time" content="2017-02-31">',
        '<meta property="article:published_time" content="03/04/2017">',
        '<meta property="article:modified_time" content="2017-03-04">',
        '<meta name="publish_date" content="Sat, 31 Feb 2017 23:30:00 +0300">',
        '<meta name="publish_date" content="4 Thermidor 2017">',
        '<meta name="publish_date" content="4 Abc 2017 10:00:00 +9999999999999999999999">',
        '<time itemprop="dateModified" datetime="2017-03-04">4 March</time>',
        '<time datetime="2017-03-04">4 March</time>',
        '<script type="application/ld+json">{"datePublished": [[[</script>',
        f'<script type="application/ld+json">{"[" * 50_000}</script>',
    ],
)
def test_metadata_that_cannot_be_right_count_as_missing(head: str) -> None:
    found = read_web_page(page(head))
    assert found.text.startswith("The talks")
    assert (found.url, found.published) == (None, None)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        ('<meta charset="no-such-encoding">', "utf-8"),
        ('<meta charset="rot13">', "utf-8"),
        ("", "utf-8-sig"),
        ('<meta charset="windows-1251">', "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_a_mark_or_the_page_names_the_encoding(declared: str, encoding: str) -> None:
    text = f"<html><head>{declared}</head><p>“Words” – said</p>"
    assert decode_html(text.encode(encoding)) == text


def test_a_page_in_another_encoding_than_it_says_is_refused() -> None:
    with pytest.raises(UnreadableTextError, match="says that it is utf-8"):
        decode_html(b'<meta charset="utf-8"><p>caf\xe9 and more</p>')


def test_a_page_that_names_its_encoding_as_xml_does_is_read() -> None:
    assert read_web_page(f'<?xml version="1.0" encoding="windows-1251"?>{page()}').text.startswith("The talks")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "words alone",
        "<html></html>",
        "<div>" * 50_000,
        "<" * 100_000,
        "&" * 100_000,
        "<table>" * 20_000,
        page("", ""),
    ],
)
def test_a_page_without_an_article_is_a_problem(html: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    (found,) = read_articles(path)
    assert isinstance(found, Problem)
    assert str(found).startswith(f"{path}: is ")


def test_a_line_of_json_may_hold_a_page_and_know_better() -> None:
    line = {"html": page(), "id": "7", "title": "Another title", "published": "2017-03-05"}
    found = read_line(json.dumps(line).encode(), "here")
    assert isinstance(found, Source)
    assert (found.title, found.published, found.outlet) == ("Another title", date(2017, 3, 5), "The Example Times")


def test_a_page_on_the_input_is_told_by_its_beginning() -> None:
    (found,) = read_stream(io.BytesIO(b"\n" + page().encode()))
    assert isinstance(found, Source)
    assert found.title == "Talks went well"
