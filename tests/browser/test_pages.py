"""Every page, in both colour schemes, on a phone and on a desk: accessible, within its width, and at peace."""

import json
import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Watch

SCHEMES = ("light", "dark")
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
PAGES = (
    "/",
    "/quotes",
    "/quotes?q=terrorism&country=US&topic=counter-terrorism",
    "/quotes?q=zebra",
    "/articles",
    "/articles/{article}",
    "/articles/{article}?q=terrorism&results=articles&mute=dmitry-peskov",
    "/articles/{article}/revisions",
    "/articles/{article}/revisions/1",
    "/quotes/{quote}",
    "/quotes/{quote}/embed",
    "/compare",
    "/compare?a.country=US&b.country=GB",
    "/countries",
    "/countries/GB",
    "/speakers",
    "/speakers/dmitry-peskov",
    "/topics",
    "/topics/counter-terrorism",
    "/about",
    "/styleguide",
    "/api/docs",
    "/no-such-page",
)
FIRST_LOAD_BYTES = 150_000


@pytest.fixture(scope="module")
def examples(server: str) -> dict[str, str]:
    """Return the ids of one article and one of its quotes."""
    with urllib.request.urlopen(f"{server}/quotes.json?q=experienced", timeout=10) as answer:
        quote = json.load(answer)["items"][0]
    return {"article": quote["article"]["id"], "quote": quote["id"]}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_and_as_wide_as_the_screen(
    open_page: OpenPage, watch: Watch, examples: dict[str, str], address: str, scheme: str, size: str
) -> None:
    watch.expected_statuses.add(404)
    page = open_page(address.format(**examples), color_scheme=scheme, viewport=SIZES[size])
    for details in page.locator("details:not([open]) > summary").all():
        if details.is_visible():
            details.click()
    findings = Axe().run(page)
    assert findings.violations_count == 0, findings.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_first_page_is_light(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) <= FIRST_LOAD_BYTES


def test_nothing_moves_while_a_page_loads(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        """() => new Promise(resolve => new PerformanceObserver(list => resolve(
            list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
        )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => resolve(0), 500))"""
    )
    assert shift < 0.01


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=re.compile("^Skip"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_the_chosen_colour_scheme_stays(open_page: OpenPage) -> None:
    page = open_page("/", color_scheme="light")
    light = background(page)
    page.get_by_role("button", name="light and dark").click()
    assert background(page) != light
    page.goto("/about")
    assert background(page) != light


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
