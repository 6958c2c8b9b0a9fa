"""Selections and addresses turn into each other without loss."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

from hypothesis import given
from hypothesis import strategies as st

from app.store.selection import Selection
from app.web.parameters import ListingParameters, narrowed, query_string, toggled

DAYS = st.none() | st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1))


def several(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(values)).map(lambda chosen: tuple(sorted(chosen)))


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    since, until = draw(DAYS), draw(DAYS)
    if since and until and since > until:
        since, until = until, since
    query = draw(st.sampled_from(["", "words & more", "“curly” +100%", "speaker:peskov", "кремль"]))
    return Selection(
        query=query,
        synonyms=draw(st.booleans()),
        countries=draw(several(["GB", "US", "EU", "NATO"])),
        role=draw(st.sampled_from(["partner", "any"])),
        topics=draw(several(["syria", "energy"])),
        speakers=draw(several(["dmitry-peskov", "barack-obama"])),
        sides=draw(several(["russia", "foreign", "unknown"])),
        outlets=draw(several(["TASS", "A & B?", "Сайт"])),
        kinds=draw(several(["direct", "transcript"])),
        since=since,
        until=until,
        by=draw(st.sampled_from(["publication", "statement"])),
        sort=draw(st.sampled_from([None, "newest", "oldest"] + (["relevance"] if query else []))),
    )


def read_back(query: str) -> Selection:
    parameters = parse_qs(query.removeprefix("?"))
    repeatable = {name for name, field in ListingParameters.model_fields.items() if field.default == []}
    values = {name: given if name in repeatable else given[-1] for name, given in parameters.items()}
    return ListingParameters.model_validate(values).selection()


@given(selections())
def test_an_address_says_everything_that_is_selected(selection: Selection) -> None:
    assert read_back(query_string(selection)) == selection


@given(selections(), st.sampled_from(["GB", "FR"]))
def test_toggling_twice_changes_nothing(selection: Selection, code: str) -> None:
    once = toggled(selection, "country", code)
    assert once != selection
    assert toggled(once, "country", code) == selection


def test_defaults_are_not_written() -> None:
    assert query_string(Selection()) == ""
    assert query_string(replace(Selection(), countries=("GB",)), after="x=") == "?country=GB&after=x%3D"


def test_narrowing_replaces_what_was_chosen() -> None:
    assert narrowed(Selection(topics=("syria", "energy")), "topic", "sanctions").topics == ("sanctions",)
