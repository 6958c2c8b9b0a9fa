"""Reading: from statement to statement by keys, speakers muted, evidence followed, results stepped through."""

import json
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


@pytest.fixture(scope="module")
def article(server: str) -> str:
    """Return the address of the seed that has most speakers."""
    with urllib.request.urlopen(f"{server}/quotes.json?speaker=barack-obama", timeout=10) as answer:
        return f"/articles/{json.load(answer)['items'][0]['article']['id']}"


def test_keys_lead_from_statement_to_statement_and_say_so(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    quotes = page.locator("[id^=q-].quote")
    page.keyboard.press("j")
    expect(quotes.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(quotes.nth(1)).to_be_focused()
    expect(quotes.nth(1)).to_be_in_viewport()
    expect(page.locator("[data-announcer]")).to_have_text(f"2 of {quotes.count()}, Dmitry Peskov")
    assert page.url.endswith(f"#{quotes.nth(1).get_attribute('id')}")
    page.keyboard.press("k")
    expect(quotes.nth(0)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("[data-announcer]")).to_have_text("There is none before this one")


def test_keys_lead_to_the_words_searched_for(open_page: OpenPage, article: str) -> None:
    page = open_page(f"{article}?q=terrorism")
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator("#m-2")).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator("#m-1")).to_be_focused()


@with_and_without_scripts
def test_a_speaker_is_muted_and_heard_again(open_page: OpenPage, article: str, scripts: bool) -> None:
    page = open_page(article, java_script_enabled=scripts)
    mute = page.locator("a[data-mute=dmitry-peskov]")
    everything = page.locator(".quote.tint-1").count()
    mute.click()
    expect(page.locator(".quote.tint-1.muted")).to_have_count(everything)
    expect(page.locator(".note.tint-1").first).to_be_hidden()
    expect(mute).to_contain_text("Unmute")
    assert page.url.endswith("?mute=dmitry-peskov")
    page.locator("a[data-mute=barack-obama]").click()
    assert page.url.endswith("?mute=dmitry-peskov&mute=barack-obama")
    page.reload()
    expect(page.locator(".voice.muted")).to_have_count(2)
    mute.click()
    assert page.url.endswith("?mute=barack-obama")
    expect(page.locator(".quote.tint-1.muted")).to_have_count(0)


def test_muted_statements_are_passed_over_by_keys(open_page: OpenPage, article: str) -> None:
    page = open_page(f"{article}?mute=dmitry-peskov")
    page.keyboard.press("j")
    expect(page.locator("[id^=q-].quote:not(.tint-1)").first).to_be_focused()


@with_and_without_scripts
def test_evidence_is_followed_to_its_place(open_page: OpenPage, article: str, scripts: bool) -> None:
    page = open_page(article, java_script_enabled=scripts)
    clue = page.locator(".clues a").first
    words = clue.inner_text().strip("“”")
    clue.click()
    expect(page.locator(":target")).to_have_text(words)
    expect(page.locator(":target")).to_be_in_viewport()


@with_and_without_scripts
def test_results_are_stepped_through(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/quotes?q=russia&speaker=dmitry-peskov", java_script_enabled=scripts)
    total = int(page.locator(".total").inner_text().split()[0])
    page.locator(".entry .source a").first.click()
    for place in range(1, total):
        expect(page.locator(".trail-place").first).to_have_text(f"Statement {place} of {total}")
        expect(page.locator(":target")).to_be_in_viewport()
        page.locator(".trail a[rel=next]").first.click()
    expect(page.locator(".trail-place").first).to_have_text(f"Statement {total} of {total}")
    page.locator(".trail-list").first.click()
    expect(page.locator("h1")).to_have_text("Statements")
