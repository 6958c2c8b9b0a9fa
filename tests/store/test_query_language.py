"""What somebody types into the search box."""

import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.fulltext import TOKENIZER
from app.store.query_language import InvalidQuery, highlight_spans, parse_query
from app.store.query_language.filters import FieldFilter, day_range
from app.store.query_language.words import fold, stem

TEXTS = {
    1: "Sanctions help nobody, the spokesman said",
    2: "a constructive dialogue between Moscow and London",
    3: "dialogue that is hardly constructive",
    4: "ISIL fighters near Kyiv",
    5: "the naïve Pútin speaks of negotiations",
}
PIECES = [
    "sanction", "dialogue", '"', "“", "”", "(", ")", " ", "AND", "OR", "NOT", "NEAR", "NEAR(", "NEAR/3", ",", "5", "-",
    "*", ":", "speaker:", "before:2016", "country:gb", "text", "rank", "{", "}", "^", "+", "'", ";", "\x00", "\ud800",
    "Islamic State",
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='{TOKENIZER}')")
    connection.executemany("INSERT INTO texts(rowid, body) VALUES (?, ?)", TEXTS.items())
    return connection


def found(index: sqlite3.Connection, query: str, *, synonyms: bool = True) -> set[int]:
    match = parse_query(query, synonyms=synonyms).match
    if match is None:
        return set(TEXTS)
    rows = {row for (row,) in index.execute("SELECT rowid FROM texts WHERE texts MATCH ?", [match.expression])}
    return set(TEXTS) - rows if match.negated else rows


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {1, 2, 3, 4, 5}),
        ("constructive dialogue", {2, 3}),
        ('"constructive dialogue"', {2}),
        ("“constructive dialogue”", {2}),
        ('"constructive dialogue', {2}),
        ("sanction", {1}),
        ("SANCTIONING", {1}),
        ("putin", {5}),
        ("Naive", {5}),
        ("sanctions OR london", {1, 2}),
        ("dialogue NOT london", {3}),
        ("dialogue -london", {3}),
        ("-dialogue", {1, 4, 5}),
        ("NOT dialogue NOT sanctions", {4, 5}),
        ("NOT NOT dialogue", {2, 3}),
        ("sanctions OR -dialogue", {1, 4, 5}),
        ("(sanctions OR dialogue) constructive", {2, 3}),
        ("((sanctions OR dialogue) constructive", {2, 3}),
        ("dialogue) london", {2}),
        ("OR AND sanctions AND", {1}),
        ("negot*", {5}),
        ('"constructive dial"*', {2}),
        ("NEAR(dialogue constructive, 1)", {2}),
        ("NEAR(dialogue constructive)", {2, 3}),
        ("dialogue NEAR/1 constructive", {2}),
        ("dialogue NEAR moscow", {2}),
        ("spokesman's", set()),
        ("isis", {4}),
        ("Daesh", {4}),
        ("islamic state fighters", {4}),
        ('"Islamic State"', {4}),
        ("kiev", {4}),
        ("speaker:peskov dialogue", {2, 3}),
        ("***", {1, 2, 3, 4, 5}),
    ],
)
def test_a_query_finds(index: sqlite3.Connection, query: str, expected: set[int]) -> None:
    assert found(index, query) == expected


def test_synonyms_can_be_switched_off_and_are_reported(index: sqlite3.Connection) -> None:
    assert found(index, "isis", synonyms=False) == set()
    assert [(one.typed, one.others) for one in parse_query("isis war").synonyms] == [
        ("isis", ("ISIL", "Daesh", "Islamic State"))
    ]
    assert not parse_query("isis war", synonyms=False).synonyms


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join))
def test_no_query_is_an_error_for_the_database(index: sqlite3.Connection, query: str) -> None:
    found(index, query)


@given(st.lists(st.sampled_from(["sanctions", "dialogue", "london", "OR", "NOT", "NEAR"]), max_size=12))
def test_a_negated_query_finds_the_rest(index: sqlite3.Connection, words: list[str]) -> None:
    query = " ".join(words)
    if parse_query(query).match:
        assert found(index, f"NOT ({query})") == set(TEXTS) - found(index, f"({query})")


def test_deep_and_long_queries_are_cut_not_refused(index: sqlite3.Connection) -> None:
    assert found(index, "(" * 500 + "dialogue" + ")" * 500) == {2, 3}
    long = parse_query(" OR ".join(f"word{number}" for number in range(100)))
    assert long.ignored == tuple(f"word{number}" for number in range(64, 100))
    index.execute("SELECT rowid FROM texts WHERE texts MATCH ?", [long.match.expression if long.match else ""])


def test_a_query_beyond_all_measure_is_refused() -> None:
    with pytest.raises(InvalidQuery, match="too long"):
        parse_query("x" * 2_001)


def test_filters_are_taken_out_of_the_words() -> None:
    parsed = parse_query('peace speaker:peskov -country:GB outlet:"RIA Novosti" partner:us')
    assert parsed.filters == (
        FieldFilter("speaker", "peskov"),
        FieldFilter("country", "GB", excluded=True),
        FieldFilter("outlet", "RIA Novosti"),
        FieldFilter("country", "us"),
    )
    assert parsed.match is not None
    assert parsed.match.expression == '"peace"'
    assert not parsed.ignored


def test_what_cannot_be_meant_is_reported() -> None:
    assert parse_query("before:2016-13-01 -after:2015 peace").ignored == ("before:2016-13-01", "-after:2015")


def test_a_colon_after_no_field_is_punctuation(index: sqlite3.Connection) -> None:
    parsed = parse_query("constructive:dialogue")
    assert not parsed.filters
    assert found(index, "constructive:dialogue") == {2}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from:2016-02-03 to:2016-02-04", (date(2016, 2, 3), date(2016, 2, 4))),
        ("after:2015 before:2016", (date(2015, 1, 1), date(2015, 12, 31))),
        ("on:2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("year:2016 before:2016-06-01", (date(2016, 1, 1), date(2016, 5, 31))),
        ("before:0001-01-01", (None, date(1, 1, 1))),
        ("peace", (None, None)),
    ],
)
def test_days(query: str, expected: tuple[date | None, date | None]) -> None:
    assert day_range(parse_query(query).filters) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sanction", ["Sanctions"]),
        ("isis", ["ISIL"]),
        ('"constructive dialogues"', []),
        ("nobody -spokesman", ["nobody"]),
        ("spokes*", ["spokesman"]),
        ("NEAR(isil kyiv)", ["ISIL", "Kyiv"]),
        ('"nobody the spokesman"', ["nobody, the spokesman"]),
        ("pútin", ["Putin"]),
        ("", []),
    ],
)
def test_highlighting_marks_what_the_index_found(query: str, expected: list[str]) -> None:
    text = "Sanctions help nobody, the spokesman of Putin said; ISIL in Kyiv"
    assert [
        text[span.start : span.end] for span in highlight_spans(text, parse_query(query, synonyms=True))
    ] == expected


@given(st.text(alphabet="ab AB'é́-“”1_", max_size=60), st.text(alphabet='ab "*OR', max_size=12))
def test_highlights_lie_in_the_text_in_order(text: str, query: str) -> None:
    end = 0
    for span in highlight_spans(text, parse_query(query)):
        assert end <= span.start < span.end <= len(text)
        end = span.end


WORDS = [
    "sanctions",
    "agreed",
    "agreeing",
    "universities",
    "relational",
    "Putin's",
    "ISIS",
    "policies",
    "hopping",
    "sky",
]


@pytest.mark.parametrize("word", WORDS)
def test_stems_are_those_of_the_index(index: sqlite3.Connection, word: str) -> None:
    index.execute("CREATE VIRTUAL TABLE IF NOT EXISTS stems USING fts5vocab(words, row)")
    index.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(body, tokenize='{TOKENIZER}')")
    index.execute("DELETE FROM words")
    index.execute("INSERT INTO words VALUES (?)", [word])
    known = {term for (term,) in index.execute("SELECT term FROM stems")}
    assert {stem(fold(part)) for part in word.split("'")} == known
