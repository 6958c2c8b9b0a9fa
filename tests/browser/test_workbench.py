"""The workbench of a listing: typing, dragging, keys, facets, and a history that brings all of it back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

PHONE = {"width": 390, "height": 844}


def type_words(page: Page, words: str) -> None:
    page.get_by_role("searchbox", name="Search statements").press_sequentially(words, delay=10)


def test_typing_searches_and_adds_one_entry_to_the_history(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    entries_before = page.evaluate("history.length")
    type_words(page, "inertia")
    page.wait_for_url(re.compile(r"[?&]q=inertia$"))
    expect(page.locator(".entries > .entry")).to_have_count(1)
    expect(page.get_by_role("searchbox", name="Search statements")).to_be_focused()
    expect(page.get_by_role("searchbox", name="Search statements")).to_have_value("inertia")
    expect(page.get_by_role("status")).to_have_text("1 statement")
    page.keyboard.press("Enter")
    expect(page.locator(".entries > .entry")).to_have_count(1)
    assert page.evaluate("history.length") == entries_before + 1


def test_going_back_from_a_spell_of_typing_restores_the_filters_before_it(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.locator("#facet-country-GB").click()
    page.wait_for_url(re.compile(r"/quotes\?country=GB$"))
    total = page.locator(".total").inner_text()
    # Slower than the box waits, so that a spell asks more than once.
    page.get_by_role("searchbox", name="Search statements").press_sequentially("the", delay=600)
    page.wait_for_url(re.compile(r"[?&]q=the(&|$)"))
    page.go_back()
    page.wait_for_url(re.compile(r"/quotes\?country=GB$"))
    expect(page.locator("#facet-country-GB")).to_have_attribute("aria-current", "true")
    expect(page.locator(".total")).to_have_text(total)
    expect(page.get_by_role("searchbox", name="Search statements")).to_have_value("")
    page.go_forward()
    page.wait_for_url(re.compile(r"[?&]q=the(&|$)"))
    expect(page.get_by_role("searchbox", name="Search statements")).to_have_value("the")


def test_going_back_after_typing_restores_words_and_results(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    type_words(page, "speaker:peskov")
    chip = page.get_by_role("list", name="Filters in force").get_by_role("link", name="Dmitry Peskov")
    expect(chip).to_be_visible()
    total = page.locator(".total").inner_text()
    page.locator("#facet-country-GB").click()
    page.wait_for_url(re.compile(r"country=GB"))
    page.go_back()
    page.wait_for_url(lambda url: "country" not in url)
    expect(page.locator(".total")).to_have_text(total)
    expect(page.get_by_role("searchbox", name="Search statements")).to_have_value("speaker:peskov")
    page.go_forward()
    expect(page.locator("#facet-country-GB")).to_have_attribute("aria-current", "true")
    expect(page.locator("#facet-speaker-dmitry-peskov")).to_have_attribute("aria-current", "true")


def test_what_was_loaded_besides_is_still_there_after_going_back(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.get_by_role("link", name="Load more").click()
    expect(page.locator(".entries > .entry").nth(20)).to_be_attached()
    shown = page.locator(".entries > .entry").count()
    page.locator("#facet-country-GB").click()
    page.wait_for_url(re.compile(r"country=GB"))
    page.go_back()
    expect(page.locator(".entries > .entry")).to_have_count(shown)


def test_going_back_to_and_reloading_a_longer_list_finds_entries_and_place(open_page: OpenPage) -> None:
    page = open_page("/quotes", viewport=PHONE)
    page_size = page.locator(".entries > .entry").count()
    for loaded in (1, 2):
        page.get_by_role("link", name="Load more").click()
        expect(page.locator(".entries > .entry").nth(loaded * page_size)).to_be_attached()
    shown = page.locator(".entries > .entry").all_inner_texts()
    last = page.locator(".entry .words a").last
    last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    last.click()
    page.wait_for_url(re.compile(r"/quotes/[a-z2-7]+$"))
    for come_back in (page.go_back, page.reload):
        come_back()
        expect(page.locator(".entries > .entry")).to_have_count(len(shown))
        page.wait_for_function("place => Math.abs(scrollY - place) < 5", arg=place)
        assert page.locator(".entries > .entry").all_inner_texts() == shown


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_bar_of_the_histogram_chooses_its_time(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/quotes", java_script_enabled=scripts)
    page.get_by_role("link", name=re.compile("^2016: ")).click()
    page.wait_for_url(re.compile(r"from=2016-01-01&to=2016-12-31"))
    expect(page.get_by_label("From", exact=True)).to_have_value("2016-01-01")
    page.get_by_role("link", name=re.compile("^November 2016: ")).click()
    page.wait_for_url(re.compile(r"from=2016-11-01&to=2016-11-30"))
    page.get_by_role("link", name="All dates").click()
    page.wait_for_url(lambda url: "from" not in url)


def test_dragging_over_the_histogram_chooses_a_range(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    first = page.get_by_role("link", name=re.compile("^2016: ")).bounding_box()
    last = page.get_by_role("link", name=re.compile("^2018: ")).bounding_box()
    assert first
    assert last
    height = first["y"] + first["height"] / 2
    page.mouse.move(first["x"] + 3, height)
    page.mouse.down()
    page.mouse.move(last["x"] - 9, height, steps=5)
    page.mouse.move(last["x"] + 3, height)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=2016-01-01&to=2018-12-31"))
    expect(page.get_by_role("link", name=re.compile("^2017: "))).to_have_attribute("aria-current", "true")


def test_a_long_facet_is_filtered_as_one_types_and_stays_unfolded(open_page: OpenPage) -> None:
    page = open_page("/quotes?role=any")
    countries = page.locator("[data-facet]", has=page.locator("#facet-country"))
    countries.get_by_text("Show all").click()
    countries.get_by_role("searchbox").fill("UKR")
    expect(countries.locator("[data-facet-value]:visible")).to_have_count(1)
    countries.get_by_role("link", name="Ukraine").click()
    page.wait_for_url(re.compile(r"country=UA"))
    expect(page.locator("#facet-country-UA")).to_have_attribute("aria-current", "true")


def test_keys(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search statements")).to_be_focused()
    page.keyboard.type("a/b?")
    expect(page.get_by_role("searchbox", name="Search statements")).to_have_value("a/b?")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_on_a_phone_the_filters_wait_behind_a_button(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/quotes", java_script_enabled=scripts, viewport=PHONE)
    first = page.locator(".entry").first.bounding_box()
    assert first
    assert first["y"] < PHONE["height"]
    expect(page.locator("#facet-country-GB")).to_be_hidden()
    page.locator("summary", has_text="Filters").click()
    page.locator("#facet-country-GB").click()
    page.wait_for_url(re.compile(r"country=GB"))


def test_the_buttons_outside_of_what_is_restored_still_work(open_page: OpenPage) -> None:
    page = open_page("/quotes", color_scheme="light")
    page.locator("#facet-country-GB").click()
    page.wait_for_url(re.compile(r"country=GB"))
    page.go_back()
    page.wait_for_url(lambda url: "country" not in url)
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
