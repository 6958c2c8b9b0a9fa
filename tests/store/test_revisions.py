"""What became of quotes when a text changed."""

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.model import Span
from app.store.revisions import Fate, Standing, resolve


def standing(name: str, text: str, start: int = 0) -> Standing:
    return Standing(name, text, (Span(start, start + len(text)),))


PEACE = "We have always been in favour of peace talks in any format, he stressed"


def test_a_quote_that_stands_where_it_did_is_the_same() -> None:
    assert resolve([standing("a", PEACE)], [standing("a", PEACE)]) == {"a": Fate("same")}


def test_a_quote_that_stands_elsewhere_has_moved() -> None:
    assert resolve([standing("a", PEACE)], [standing("a", PEACE, start=40)]) == {"a": Fate("moved")}


def test_a_quote_with_other_words_is_linked_to_them() -> None:
    altered = PEACE.replace("any format", "every format")
    assert resolve([standing("a", PEACE)], [standing("b", altered)]) == {"a": Fate("altered", "b")}


def test_a_quote_without_anything_like_it_is_gone() -> None:
    assert resolve([standing("a", PEACE)], [standing("b", "Gas prices will rise this winter")]) == {"a": Fate("gone")}


def test_two_lookalikes_leave_no_winner() -> None:
    first, second = PEACE.replace("always", "ever"), PEACE.replace("always", "never")
    assert resolve([standing("a", PEACE)], [standing("b", first), standing("c", second)]) == {"a": Fate("gone")}


def test_a_quote_that_somebody_else_has_already_is_no_successor() -> None:
    twin = PEACE.replace("always", "ever")
    fates = resolve([standing("a", PEACE), standing("b", twin)], [standing("b", twin)])
    assert fates == {"a": Fate("gone"), "b": Fate("same")}


def test_two_that_claim_one_successor_both_lose() -> None:
    old = [standing("a", PEACE.replace("always", "ever")), standing("b", PEACE.replace("always", "never"))]
    assert resolve(old, [standing("c", PEACE)]) == {"a": Fate("gone"), "b": Fate("gone")}


TEXTS = st.text(alphabet="abc ", min_size=1, max_size=12)


@given(st.dictionaries(st.sampled_from("abcdef"), TEXTS), st.dictionaries(st.sampled_from("defghi"), TEXTS))
def test_every_old_quote_has_one_fate_and_no_successor_is_shared(old: dict[str, str], new: dict[str, str]) -> None:
    fates = resolve([standing(*one) for one in old.items()], [standing(*one) for one in new.items()])
    assert fates.keys() == old.keys()
    successors = [fate.successor for fate in fates.values() if fate.kind == "altered"]
    assert len(successors) == len(set(successors))
    assert set(successors) <= new.keys() - old.keys()
