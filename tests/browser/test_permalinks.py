"""An address that someone was sent opens at the words, visible and marked."""

import json
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


@pytest.fixture(scope="module")
def quotes(server: str) -> list[dict[str, Any]]:
    """Return every quote of the seeds, as the listing's JSON Lines give them."""
    with urllib.request.urlopen(f"{server}/quotes.jsonl", timeout=10) as answer:
        return [json.loads(line) for line in answer]


def link_in_article(quote: dict[str, Any]) -> str:
    return f"/articles/{quote['article']['id']}#q-{quote['id']}"


def style(page: Page, selector: str) -> str:
    """Return what makes a mark look as it does."""
    script = "node => { const s = getComputedStyle(node); return s.backgroundColor + s.outline + s.boxShadow; }"
    return str(page.locator(selector).first.evaluate(script))


@with_and_without_scripts
@pytest.mark.parametrize("which", [0, -1], ids=["newest", "oldest"])
def test_a_link_opened_cold_lands_on_the_marked_words(
    open_page: OpenPage, quotes: list[dict[str, Any]], scripts: bool, which: int
) -> None:
    quote = quotes[which]
    page = open_page(link_in_article(quote), java_script_enabled=scripts)
    target = page.locator(f"#q-{quote['id']}")
    opening = quote["text"][: quote["spans"][0]["end"] - quote["spans"][0]["start"]]
    assert target.inner_text().split() == opening.split()
    expect(page.locator(":target")).to_be_in_viewport()
    plain = open_page(link_in_article(quote).partition("#")[0], java_script_enabled=scripts)
    assert style(page, ":target") != style(plain, f"#q-{quote['id']}")


@with_and_without_scripts
def test_the_words_are_in_view_as_soon_as_the_page_is_loaded(
    open_page: OpenPage, quotes: list[dict[str, Any]], scripts: bool
) -> None:
    longest = max((quote["article"]["id"] for quote in quotes), key=[q["article"]["id"] for q in quotes].count)
    last = max((q for q in quotes if q["article"]["id"] == longest), key=lambda quote: quote["spans"][0]["start"])
    page = open_page(link_in_article(last), java_script_enabled=scripts, viewport={"width": 390, "height": 500})
    box = page.locator(":target").first.bounding_box()  # not waited for: an animated way there would not be over
    assert box is not None
    assert 0 <= box["y"] < 500


def test_every_quote_stands_in_its_article_under_its_address(open_page: OpenPage, quotes: list[dict[str, Any]]) -> None:
    for article in {quote["article"]["id"] for quote in quotes}:
        page = open_page(f"/articles/{article}", java_script_enabled=False)
        marked = set(page.locator("[id^=q-]").evaluate_all("nodes => nodes.map(node => node.id)"))
        assert marked == {f"q-{quote['id']}" for quote in quotes if quote["article"]["id"] == article}


@with_and_without_scripts
def test_a_quote_leads_to_its_place_in_the_article(
    open_page: OpenPage, quotes: list[dict[str, Any]], scripts: bool
) -> None:
    quote = quotes[len(quotes) // 2]
    page = open_page(f"/quotes/{quote['id']}", java_script_enabled=scripts)
    expect(page.locator("figure blockquote")).to_contain_text(quote["text"][:40])
    page.get_by_role("link", name="Read it in context").click()
    page.wait_for_url(f"**{link_in_article(quote)}")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("where", ["quote", "article"])
def test_a_link_is_copied_whole(open_page: OpenPage, quotes: list[dict[str, Any]], server: str, where: str) -> None:
    quote = quotes[0]
    path = f"/quotes/{quote['id']}" if where == "quote" else link_in_article(quote).partition("#")[0]
    page = open_page(path, permissions=["clipboard-read", "clipboard-write"])
    page.locator(f"a[data-copy][href*='{quote['id']}']").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.length > 0)")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(server)
    assert quote["id"] in copied
    assert page.url == f"{server}{path}", "copying does not leave the page"


def test_searched_words_are_marked_in_the_article(open_page: OpenPage) -> None:
    page = open_page("/quotes?q=breakthroughs")
    page.locator(".entry .source a").first.click()
    expect(page.locator(".article-text mark", has_text="breakthroughs").first).to_be_visible()
