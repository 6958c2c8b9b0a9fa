"""Differences: both texts come back from them, and they read as a reader would put them."""

import time

from hypothesis import given
from hypothesis import strategies as st

from app.web.differences import differences

TEXTS = st.text(st.sampled_from("ab .,\nя"), max_size=40)


def shown(old: str, new: str) -> str:
    form = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(form[change.kind].format(change.words) for change in differences(old, new))


@given(TEXTS, TEXTS)
def test_both_texts_come_back(old: str, new: str) -> None:
    changes = list(differences(old, new))
    assert "".join(change.words for change in changes if change.kind != "new") == old
    assert "".join(change.words for change in changes if change.kind != "gone") == new
    assert all(change.words for change in changes)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert [change.kind for change in differences(text, text)] == ["same"] * bool(text)


def test_words_differ_within_lines_that_differ() -> None:
    assert shown("One line.\nWe hope for talks.", "One line.\nWe plan talks.") == (
        "One line.\nWe [-hope for-]{+plan+} talks."
    )


def test_words_changed_in_a_row_are_one_change() -> None:
    assert shown("the big old house", "the small new house") == "the [-big old-]{+small new+} house"


def test_a_line_that_came_is_new_as_a_whole() -> None:
    assert shown("First.\nLast.\n", "First.\nBetween.\nLast.\n") == "First.\n{+Between.\n+}Last.\n"


def test_texts_without_anything_in_common_take_no_long_time() -> None:
    old, new = (" ".join(f"{word}{n}" for n in range(60_000)) for word in ("old", "new"))
    begun = time.process_time()
    kinds = [change.kind for change in differences(old, new)]
    assert kinds == ["gone", "new"]
    assert time.process_time() - begun < 5
