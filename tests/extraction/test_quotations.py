"""What stands between quotation marks, whatever the marks."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.quotations import pair_marks


def found(text: str) -> list[str]:
    """Return the texts between the outermost marks."""
    pairs = sorted(pair_marks(text), key=lambda pair: pair.start)
    return [text[pair.start : pair.end] for pair in pairs if pair.depth == 0]


@pytest.mark.parametrize(
    "text",
    [
        'He said: "We are ready."',
        "He said: “We are ready.”",
        "He said: «We are ready.»",
        "He said: „We are ready.“",
        "He said: ''We are ready.''",
        "He said: ``We are ready.''",
        "He said: ‘We are ready.’",
        "He said: ”We are ready.”",
        'He said: “We are ready."',
        'He said: " We are ready. "',
        'He said: ""We are ready.""',
    ],
)
def test_marks_of_every_kind_pair(text: str) -> None:
    assert found(text) == ["We are ready."]


def test_apostrophes_are_no_marks() -> None:
    assert found("The ministers' talks didn't end; Moscow's envoys stayed 'til the '90s.") == []


def test_an_apostrophe_inside_a_quotation_does_not_close_it() -> None:
    assert found("He called it 'Russia’s last word' and left.") == ["Russia’s last word"]


def test_an_apostrophe_that_became_a_double_mark_is_no_mark() -> None:
    assert found('The G20"s host said: "We don"t agree, and they"ll see it." It "is new".') == [
        'We don"t agree, and they"ll see it.',
        "is new",
    ]
    assert found('They read "Pravda"s best pages.') == ["Pravda"]


def test_a_quotation_within_a_quotation_has_depth_one() -> None:
    pairs = list(pair_marks("“He told me ‘we shall see’ and left,” she said."))
    assert sorted(pair.depth for pair in pairs) == [0, 1]


def test_straight_marks_nest_by_the_space_around_them() -> None:
    assert found('"The so-called "grey" list is closed," he said.') == ['The so-called "grey" list is closed,']


def test_a_paragraph_that_ends_open_goes_on_where_the_next_opens_with_a_mark() -> None:
    pairs = list(pair_marks("“One thing is clear.\n\n“Another is not,” he said."))
    assert [pair.continued for pair in pairs] == [True, False]


def test_a_missing_closing_mark_ends_with_its_paragraph() -> None:
    assert found("“One thing is clear.\nThe talks go on.") == ["One thing is clear."]


def test_a_missing_closing_mark_ends_before_the_next_quotation() -> None:
    assert found("“One thing is clear, he said. “Another is not.”") == [
        "One thing is clear, he said.",
        "Another is not.",
    ]


def test_a_missing_closing_mark_ends_its_sentence_before_the_narrator_leads_to_the_next_quotation() -> None:
    said = 'He said: "We have two boats. A third is due. Asked about it, he said that "it is on its way from the yard."'
    assert found(said) == ["We have two boats. A third is due.", "it is on its way from the yard."]
    assert len(found('"We have two boats. I told him "no" and he left.')) == 1


def test_a_missing_opening_mark_is_taken_to_stand_at_the_start_of_the_paragraph() -> None:
    assert found("One thing is clear,” he said.") == ["One thing is clear,"]


def test_an_attributes_value_in_a_scrap_of_markup_is_no_quotation() -> None:
    assert found('See <embed id="1234567"> for more.') == []


def test_rows_of_marks_are_decoration() -> None:
    assert found('""""""""""""') == []


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`", max_size=80))
def test_spans_lie_in_the_text_and_outermost_ones_do_not_overlap(text: str) -> None:
    pairs = sorted(pair_marks(text), key=lambda pair: (pair.outer_start, pair.depth))
    for pair in pairs:
        assert 0 <= pair.outer_start <= pair.start < pair.end <= pair.outer_end <= len(text)
        assert text[pair.start : pair.end].strip() == text[pair.start : pair.end]
    outermost = [pair for pair in pairs if pair.depth == 0]
    assert all(one.outer_end <= two.outer_start for one, two in pairwise(outermost))


@pytest.mark.parametrize("unit", ['"', "“", "'", '" ', "“a ", '"a" ', "'a ", "“‘", '"\n'])
def test_pairing_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            begun = time.process_time()
            sum(1 for _ in pair_marks(text))
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(80_000) < 24 * max(seconds(10_000), 0.01)
