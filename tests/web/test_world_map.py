"""The world map's shapes and shades."""

import re

from app.extraction.vocabulary import load_vocabulary
from app.store.records import Tally
from app.web.world_map import SHADES, colour_world, load_world, shade


def tally(code: str, quotes: int) -> Tally:
    return Tally(key=code, label=code, quotes=quotes, articles=1, first=None, last=None)


def test_every_shape_is_drawn_inside_the_view_box() -> None:
    world = load_world()
    for shape in world.shapes:
        assert 0 <= shape.x <= world.width
        assert 0 <= shape.y <= world.height


def test_paths_are_nothing_but_moves_lines_and_closings() -> None:
    for shape in load_world().shapes:
        if shape.path is not None:
            assert re.fullmatch(r"(?:m[-\d.,]+(?:l[-\d.,]+)+z)+", shape.path), shape.code


def test_every_state_of_the_vocabulary_has_a_place_on_the_map() -> None:
    states = {code for code in load_vocabulary().countries if len(code) == 2 and code not in {"EU", "UN"}}
    without_shape = {"TV", "XA", "XO"}  # Tuvalu is smaller than 1:50m shows; the others lie within Georgia's shape
    assert states - {shape.code for shape in load_world().shapes} == without_shape


def test_a_country_too_small_to_draw_appears_once_something_is_said_about_it() -> None:
    assert "SG" not in {country.shape.code for country in colour_world([tally("US", 3)])}
    assert "SG" in {country.shape.code for country in colour_world([tally("US", 3), tally("SG", 1)])}


def test_shades_rise_with_the_count_and_the_most_quoted_is_darkest() -> None:
    shades = [shade(count, 1000) for count in (1, 5, 20, 80, 400, 1000)]
    assert shades == sorted(shades)
    assert (shades[0], shades[-1]) == (1, SHADES)


def test_what_is_shaded_is_drawn_last() -> None:
    assert [country.shade for country in colour_world([tally("US", 9), tally("GB", 1)])][-2:] == [1, SHADES]
