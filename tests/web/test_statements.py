"""Quotes in lists: cut to length between words, around what was searched for."""

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.model import Span
from app.web.contexts.statements import excerpt

LONG = " ".join(f"word{number}" for number in range(300))


def test_short_text_is_whole() -> None:
    assert excerpt("a < b", [Span(4, 5)]) == 'a &lt; <mark class="match">b</mark>'


def test_long_text_is_cut_between_words() -> None:
    assert excerpt(LONG, [], 40) == "word0 word1 word2 word3 word4 word5 …"


def test_long_text_is_cut_around_the_first_match() -> None:
    start = LONG.index("word250")
    words = excerpt(LONG, [Span(start, start + 7)], 200)
    assert words.startswith("… word")
    assert words.endswith(" …")
    assert '<mark class="match">word250</mark>' in words


@given(st.text(alphabet="ab <\n", max_size=60), st.integers(0, 60), st.integers(0, 20), st.integers(10, 30))
def test_an_excerpt_is_never_longer_than_asked(text: str, start: int, length: int, limit: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    shown = excerpt(text, [span], limit).striptags()
    assert len(shown) <= limit + 4
