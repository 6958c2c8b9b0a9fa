"""Citations, read back by parsers that this project did not write."""

import dataclasses
import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from app.web.citations import (
    FORMS,
    STYLES,
    CitedQuote,
    bibtex,
    card_size,
    csl_item,
    frame,
    markdown,
    ris,
    styled_citation,
)
from tests.web.markup import elements

FORMS_BY_LABEL = {form.label: form for form in FORMS}
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
    language=st.just("en") | st.none(),
    permalink=st.just("https://statements.example/quotes/abcdefgh2345"),
)


def text_in(style: str, quote: CitedQuote) -> str:
    return styled_citation(style, quote).text.strip()


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


@pytest.mark.parametrize("style", STYLES)
def test_styled_markup_escapes_what_the_article_says(style: str) -> None:
    hostile = dataclasses.replace(QUOTE, article_title="<script>x</script> Q&A \ue000", outlet="<b>A&B</b>")
    citation = styled_citation(style, hostile)
    assert "&lt;b&gt;A&amp;B&lt;/b&gt;" in citation.markup
    assert "Q&amp;A" in citation.markup
    assert set(re.findall(r"<[^>]*>", citation.markup)) == {"<i>", "</i>"}
    assert citation.markup.striptags() == citation.text.replace("  ", " ").strip()


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


def test_a_speech_is_noted_by_its_first_words() -> None:
    note = dataclasses.replace(QUOTE, text="word " * 2_000).note
    assert note.startswith("“word word")
    assert " …” — Dmitry Peskov, Kremlin spokesman (https://" in note
    assert len(note) < 1_400
    assert QUOTE.text in QUOTE.note


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
def test_every_form_renders_any_words(quote: CitedQuote) -> None:
    for form in FORMS:
        assert form.write(quote)
    [item] = json.loads(FORMS_BY_LABEL["CSL-JSON"].write(quote))
    assert item == csl_item(quote)
    frames = elements(FORMS_BY_LABEL["HTML embed"].write(quote))
    assert [element.name for element in frames] == ["iframe"]
    assert frames[0]["src"] == f"{quote.permalink}/embed"


def test_the_frame_is_sandboxed_and_says_what_it_holds() -> None:
    [shown] = elements(frame(QUOTE))
    assert shown["title"] == f"Dmitry Peskov: “{QUOTE.text}”"
    assert shown["sandbox"] == "allow-popups allow-popups-to-escape-sandbox"


@given(st.integers(0, 5000), st.integers(1, 3000) | st.none(), st.integers(1, 3000) | st.none())
def test_a_card_keeps_within_its_limits(length: int, widest: int | None, highest: int | None) -> None:
    size = card_size("x" * length, widest, highest)
    assert 0 < size.width <= min(widest or 600, 600)
    assert 0 < size.height <= (highest or 2000)


def test_a_narrower_card_is_higher() -> None:
    assert card_size(QUOTE.text * 3, 300).height > card_size(QUOTE.text * 3).height


def test_styles_are_rendered_by_many_at_once() -> None:
    titles = [f"Title {number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        done = pool.map(lambda title: text_in("mla", dataclasses.replace(QUOTE, article_title=title)), titles)
    assert all(title in text for title, text in zip(titles, done, strict=True))
