"""Text directives, followed by a reader of them that knows nothing of how they are written."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from app.extraction.model import Span
from app.web.text_fragments import LONGEST_EXACT, directive, with_text_fragment

WORD = re.compile(r"\w+(?:['’]\w+)*")
PAGE = "https://example.org/news/1"


def span_of(text: str, words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def written(text: str, words: str, occurrence: int = 0) -> str:
    found = directive(text, span_of(text, words, occurrence))
    assert found is not None
    return found


def follow(written: str, text: str) -> tuple[int, int] | None:
    """Find what a directive points at, as the WICG draft's algorithm does in one run of text: the first fit."""
    flat = " ".join(text.split()).casefold()
    terms = [unquote(term).casefold() for term in written.removeprefix("text=").split(",")]
    prefix = terms.pop(0)[:-1] if written.removeprefix("text=").split(",")[0].endswith("-") else ""
    suffix = terms.pop()[1:] if terms and written.split(",")[-1].startswith("-") else ""
    start, end = terms[0], terms[1] if len(terms) > 1 else ""
    for place in occurrences(flat, start):
        if prefix and not flat[:place].rstrip().endswith(prefix):
            continue
        stop = place + len(start)
        if end:
            stop = next((found + len(end) for found in occurrences(flat, end) if found >= stop), -1)
        if stop >= 0 and (not suffix or flat[stop:].lstrip().startswith(suffix)):
            return place, stop
    return None


def occurrences(text: str, words: str) -> list[int]:
    places = [place for place in range(len(text)) if text.startswith(words, place)]
    return [p for p in places if bounded(text, p) and bounded(text, p + len(words))]


def bounded(text: str, place: int) -> bool:
    return not (0 < place < len(text) and is_letter(text[place - 1]) and is_letter(text[place]))


def is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def test_short_words_are_given_in_full_without_their_punctuation() -> None:
    assert written("He said: “No deal, today!” and left.", "No deal, today!") == "text=No%20deal%2C%20today"


def test_what_means_something_in_a_directive_is_encoded() -> None:
    assert written("It was well-meant & fair, really.", "well-meant & fair, really") == (
        "text=well%2Dmeant%20%26%20fair%2C%20really"
    )


def test_long_words_are_given_by_their_ends() -> None:
    text = "They said: one two three four five six seven eight nine ten eleven twelve. Then they left."
    assert written(text, "one two three four five six seven eight nine ten eleven twelve.") == (
        "text=one%20two%20three%20four,nine%20ten%20eleven%20twelve"
    )


def test_a_term_never_runs_over_the_end_of_a_line() -> None:
    assert written("a b c d\ne f g h", "b c d\ne f") == "text=b%20c%20d,e%20f"


def test_part_of_a_word_is_made_whole() -> None:
    assert written("a preapproved plan", "approved plan") == "text=preapproved%20plan"


def test_words_that_stand_twice_get_what_comes_before_them() -> None:
    text = "Talks matter. Later he said: “Talks matter.”"
    assert written(text, "Talks matter", 1) == "text=said%3A%20%E2%80%9C-,Talks%20matter"


def test_words_that_come_after_are_added_where_those_before_do_not_tell() -> None:
    text = "Peace now, he said.\nPeace now, she said."
    assert written(text, "Peace now", 1) == "text=Peace%20now,-%2C%20she"


def test_words_of_their_own_get_no_context() -> None:
    assert written("Talks matter. Peace matters more.", "Peace matters") == "text=Peace%20matters"


def test_each_stretch_has_its_directive_and_an_anchor_stays() -> None:
    text = "“One thing,” he said. “Another thing.”"
    spans = [span_of(text, "One thing,"), span_of(text, "Another thing.")]
    assert with_text_fragment(f"{PAGE}#top", text, spans) == f"{PAGE}#top:~:text=One%20thing&text=Another%20thing"


def test_a_quote_without_words_leaves_the_address_alone() -> None:
    assert with_text_fragment(PAGE, "“…”", [Span(1, 2)]) == PAGE
    assert with_text_fragment(PAGE, "a" * 5000, [Span(0, 5000)]) == PAGE


sentences = st.lists(
    st.sampled_from(["a", "b", "talks", "peace,", "“now", "—", "it's", "well-meant", "\n"]), max_size=60
)


@given(sentences.map(" ".join), st.data())
def test_a_directive_leads_to_the_words_of_the_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = directive(text, Span(start, end))
    touched = [m.group() for m in WORD.finditer(text) if m.start() < end and m.end() > start]
    assert (found is None) == (not touched)
    assume(found is not None)
    assert found is not None
    place = follow(found, text)
    assert place is not None
    flat = " ".join(text.split())
    read = WORD.findall(flat[slice(*place)])
    assert (read[0], read[-1]) == (touched[0], touched[-1])
    if len(touched) <= LONGEST_EXACT and "\n" not in text[start:end]:
        assert read == touched


@given(st.lists(st.integers(0, 10**6), unique=True, min_size=1, max_size=40), st.data())
def test_among_words_that_all_differ_the_very_place_is_found(numbers: list[int], data: st.DataObject) -> None:
    words = [f"w{number}" for number in numbers]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = " ".join(words)
    stretch = " ".join(words[first : last + 1])
    start = len(" ".join(words[:first])) + (first > 0)
    found = directive(text, Span(start, start + len(stretch)))
    assert found is not None
    assert follow(found, text) == (start, start + len(stretch))
    assert ("," in found) == (last - first + 1 > LONGEST_EXACT)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
@example("\ud800 lone", 0, 6)
def test_any_text_gives_an_address(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    url = with_text_fragment(PAGE, text, [Span(start, min(len(text), start + length))])
    assert url.isascii()
    assert urlsplit(url)._replace(fragment="").geturl() == PAGE
    assert not set(url.partition(":~:")[2]) & set(' "<>')


@pytest.mark.parametrize("text", ["talks " * 20_000, "a" * 200_000, "\n" * 200_000, "“" * 200_000])
def test_hostile_pages_take_no_time(text: str) -> None:
    with_text_fragment(PAGE, text, [Span(10, len(text) - 10)] * 8)
