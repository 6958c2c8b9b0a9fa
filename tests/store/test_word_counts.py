"""What counts as a word, and how often it is used."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.word_counts import count_words, stop_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sanctions, sanctions and more SANCTIONS!", {"sanctions": 3}),
        ("Russia's and Russia’s gas", {"russia": 2, "gas": 1}),
        ("a well-known S-300, an S‑300", {"well-known": 1, "s-300": 2}),
        ("O’Brien doesn’t agree", {"o'brien": 1, "agree": 1}),
        ("'quoted' -dashed- words--apart", {"quoted": 1, "dashed": 1, "words": 1, "apart": 1}),
        ("1945 was the year of victory, G20 was not", {"year": 1, "victory": 1, "g20": 1}),
        ("Переговоры, переговоры", {"переговоры": 2}),
        ("cafe\u0301 café", {"café": 2}),
        ("x y z", {}),
        ("", {}),
    ],
)
def test_words_are_counted(text: str, words: dict[str, int]) -> None:
    assert count_words([text]).counts == Counter(words)


@given(st.lists(st.text(max_size=40), max_size=4))
def test_texts_are_counted_on_their_own_and_together(texts: list[str]) -> None:
    apart: Counter[str] = Counter()
    for text in texts:
        apart.update(count_words([text]).counts)
    together = count_words(texts)
    assert together.counts == apart
    assert not together.counts.keys() & stop_words()
    assert all(form.casefold() == word for word, form in together.written.items())


def test_words_are_shown_as_they_are_mostly_written() -> None:
    use = count_words(["Talks on NATO. talks and Nato's summit", "the NATO summit; Summit!"])
    assert use.written == {"talks": "talks", "nato": "NATO", "summit": "summit"}


def test_stop_words_are_words_as_they_are_counted() -> None:
    assert {"the", "of", "don't"} <= stop_words()
    assert {"russia", "war", "peace"}.isdisjoint(stop_words())
    assert all(word == word.casefold() and "’" not in word for word in stop_words())
