"""The page of the design system, and what it is computed from."""

import re

import pytest
from fastapi.testclient import TestClient
from markupsafe import Markup

from app.web.assets import Assets
from app.web.contexts.styleguide import styleguide_page
from app.web.design.contrast import contrast
from app.web.design.scoping import scoped
from app.web.design.tokens import Colour, colours, read_tokens
from tests.conftest import PROJECT
from tests.web.test_pages import Outline

STYLE_SHEET = Assets(PROJECT / "static").style_sheet()
COMPONENTS = ("charts", "comparison", "filters", "findings", "passages", "statements")


def test_the_page_is_well_formed_and_leads_on(client: TestClient) -> None:
    answer = client.get("/styleguide")
    assert answer.status_code == 200
    outline = Outline(answer.text)
    assert len(outline.ids) == len(set(outline.ids))
    assert not any("style" in attributes for _, attributes in outline.elements)
    assert "/styleguide" in Outline(client.get("/about").text).addresses()


def test_every_reference_within_the_page_has_its_target(client: TestClient) -> None:
    outline = Outline(client.get("/styleguide").text)
    for _, attributes in outline.elements:
        for name in ("for", "aria-labelledby"):
            for target in (attributes.get(name) or "").split():
                assert target in outline.ids


def test_every_component_is_shown_in_both_schemes(client: TestClient) -> None:
    html = client.get("/styleguide").text
    assert html.count('class="scheme scheme-light"') == html.count('class="scheme scheme-dark"') > 10
    template = (PROJECT / "templates/pages/styleguide.html").read_text(encoding="utf-8")
    for name in COMPONENTS:
        assert f'"components/{name}.html"' in template


def test_every_colour_of_the_design_is_shown(client: TestClient) -> None:
    html = client.get("/styleguide").text
    defined = re.findall(r"--([a-z0-9-]+): light-dark\(#", STYLE_SHEET)
    assert len(defined) > 10
    for name in defined:
        assert f'fill="var(--{name})"' in html


@pytest.mark.parametrize(
    "pair", styleguide_page(STYLE_SHEET).pairs, ids=lambda pair: f"{pair.colour} on {pair.background}"
)
def test_colours_stand_out_from_what_is_behind_them(pair: object) -> None:
    assert pair.is_enough, pair  # type: ignore[attr-defined]


def test_tokens_are_read_as_the_style_sheet_defines_them() -> None:
    tokens = read_tokens(
        ":root { --ink: light-dark(#000, #ffffff); --line: var(--ink); --fill: #0f0; --space: 1.5rem; }"
        " .tint { --own: #abc; } @media print { :root { --ink: #111; } }"
    )
    assert tokens["space"] == "1.5rem"
    assert colours(tokens) == {
        "ink": Colour("ink", "#000000", "#ffffff"),
        "line": Colour("line", "#000000", "#ffffff"),
        "fill": Colour("fill", "#00ff00", "#00ff00"),
    }


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_a_component_shown_twice_keeps_its_references() -> None:
    markup = Markup('<h2 id="a">A</h2><p aria-labelledby="a" aria-label="B"><a href="#a">x</a><a href="/a">y</a></p>')
    assert scoped(markup, "dark") == Markup(
        '<h2 id="a-dark">A</h2><p aria-labelledby="a-dark scope-dark" aria-label="B (dark)">'
        '<a href="#a-dark">x</a><a href="/a">y</a></p>'
    )
