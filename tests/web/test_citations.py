"""Citations, read back by parsers that this project did not write."""

import dataclasses
from datetime import date

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from app.web.citations import CitedQuote, bibtex, csl_item, markdown, ris, styled_citations

QUOTE = CitedQuote(
    id="abcdefgh2345",
    text="We expect 100% of the agreements to hold & more",
    speaker="Dmitry Peskov",
    role="Kremlin spokesman",
    article_title="Moscow, London and $5 {billion}: what next?",
    outlet="TASS",
    article_url="https://example.org/world_1?a=b#c",
    published=date(2015, 11, 6),
    language="en",
    permalink="https://statements.example/quotes/abcdefgh2345",
)
UNKNOWN = dataclasses.replace(QUOTE, speaker=None, role=None, outlet=None, article_url=None, published=None)
hostile = st.text(max_size=60)
hostile_quotes = st.builds(
    CitedQuote,
    id=st.just("abcdefgh2345"),
    text=hostile,
    speaker=st.none() | hostile,
    role=st.none() | hostile,
    article_title=hostile.filter(str.strip),
    outlet=st.none() | hostile,
    article_url=st.none() | st.just("https://example.org/{}%"),
    published=st.none() | st.dates(),
    language=st.just("en"),
    permalink=st.just("https://statements.example/quotes/abcdefgh2345"),
)


def text_in(style: str, quote: CitedQuote) -> str:
    return {citation.style: citation.text for citation in styled_citations(quote)}[style].strip()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "TASS. “Moscow and London Agree.” November 6, 2015. https://example.org/world_1?a=b#c."),
        ("apa", "Moscow and London agree. (2015, November 6). TASS. https://example.org/world_1?a=b#c"),
        ("mla", "“Moscow and London Agree.” TASS, 6 Nov. 2015, https://example.org/world_1?a=b#c."),
    ],
)
def test_styles_follow_their_manuals(style: str, expected: str) -> None:
    assert text_in(style, dataclasses.replace(QUOTE, article_title="Moscow and London agree")) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "“Who Agrees?” n.d. https://statements.example/quotes/abcdefgh2345."),
        ("apa", "Who agrees? (n.d.). https://statements.example/quotes/abcdefgh2345"),
        ("mla", "“Who Agrees?” https://statements.example/quotes/abcdefgh2345."),
    ],
)
def test_what_is_not_known_is_left_out(style: str, expected: str) -> None:
    assert text_in(style, dataclasses.replace(UNKNOWN, article_title="Who agrees?")) == expected


def test_styled_markup_escapes_what_the_article_says() -> None:
    for citation in styled_citations(dataclasses.replace(QUOTE, article_title="<script>x</script> & co")):
        assert "<script" not in citation.markup.lower()
        assert "&lt;script" in citation.markup.lower()


def test_ris_reads_back_as_a_newspaper_article() -> None:
    [record] = rispy.loads(ris(QUOTE))
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == QUOTE.article_title
    assert record["secondary_title"] == "TASS"
    assert record["date"] == "2015/11/06"
    assert record["urls"] == [QUOTE.article_url]
    assert record["notes"] == [QUOTE.note]


def test_bibtex_reads_back_with_its_specials() -> None:
    [(key, entry)] = parse_string(bibtex(QUOTE), "bibtex").entries.items()
    assert (key, entry.type) == ("q-abcdefgh2345", "article")
    assert entry.fields["title"] == r"Moscow, London and \$5 \textbraceleft{}billion\textbraceright{}: what next?"
    assert entry.fields["url"] == QUOTE.article_url
    assert entry.fields["date"] == "2015-11-06"


def test_csl_item_never_makes_the_speaker_an_author() -> None:
    item = csl_item(QUOTE)
    assert "author" not in item
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2015, 11, 6]]}
    assert QUOTE.text in item["note"]


def test_markdown_quotes_and_links() -> None:
    assert markdown(dataclasses.replace(QUOTE, article_title="[Talks] *now*")) == (
        "> We expect 100% of the agreements to hold & more\n>\n"
        "> — Dmitry Peskov, Kremlin spokesman, "
        r"[\[Talks\] \*now\*](https://statements.example/quotes/abcdefgh2345), TASS, 6 November 2015" + "\n"
    )


@given(hostile_quotes)
def test_no_words_break_out_of_their_field(quote: CitedQuote) -> None:
    assert len(rispy.loads(ris(quote))) == 1
    entry = parse_string(bibtex(quote), "bibtex").entries["q-abcdefgh2345"]
    assert set(entry.fields) <= {"title", "journal", "year", "month", "date", "langid", "note", "url"}
    assert len(markdown(quote).splitlines()) == 3


@given(hostile_quotes)
def test_every_style_renders_any_words(quote: CitedQuote) -> None:
    assert len(styled_citations(quote)) == 3
