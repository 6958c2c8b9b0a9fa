"""Searching, narrowing and paging, with scripts and without: the same addresses, the same results."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Watch

with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


def entries(page: Page) -> list[str]:
    return page.locator(".entries > .entry").all_inner_texts()


def total(page: Page) -> int:
    return int(page.locator(".total strong").inner_text().replace(",", ""))


def mark_document(page: Page) -> None:
    """Leave a trace that lives until the browser loads another document."""
    page.evaluate("window.sameDocument = true")


def is_same_document(page: Page) -> bool:
    return bool(page.evaluate("window.sameDocument === true"))


@with_and_without_scripts
def test_words_are_found_and_marked(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/quotes", java_script_enabled=scripts)
    everything = total(page)
    page.get_by_role("searchbox").fill("inertia")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(re.compile(r"[?&]q=inertia"))
    expect(page.locator(".entries > .entry")).to_have_count(1)
    expect(page.locator(".entry mark")).to_have_text(["inertia"])
    assert 0 < total(page) < everything


@with_and_without_scripts
def test_a_facet_narrows_and_its_chip_widens(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/quotes", java_script_enabled=scripts)
    everything = total(page)
    facet = page.locator("#facet-country-FR")
    promised = int(facet.locator(".count").inner_text())
    facet.click()
    page.wait_for_url(re.compile(r"[?&]country=FR"))
    expect(page.locator("#facet-country-FR")).to_have_attribute("aria-current", "true")
    assert total(page) == promised < everything
    page.get_by_role("list", name="Filters in force").get_by_role("link", name="France").click()
    page.wait_for_url(lambda url: "country" not in url)
    expect(page.locator(".total strong")).to_have_text(str(everything))


@with_and_without_scripts
def test_days_narrow(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/quotes", java_script_enabled=scripts)
    page.get_by_label("From").fill("2020-01-01")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url(re.compile(r"[?&]from=2020-01-01"))
    expect(page.locator(".entry time").first).to_have_attribute("datetime", "2020-04-30")
    assert {time.get_attribute("datetime") for time in page.locator(".entry time").all()} == {"2020-04-30"}


def test_more_results_follow_the_ones_on_the_page(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    mark_document(page)
    first = entries(page)
    everything = total(page)
    while page.get_by_role("link", name="Load more").count():
        before = len(entries(page))
        page.get_by_role("link", name="Load more").click()
        expect(page.locator(".entries > .entry").nth(before)).to_be_attached()
    assert len(entries(page)) == everything > len(first)
    assert entries(page)[: len(first)] == first
    assert is_same_document(page)


def test_more_results_are_a_page_of_their_own_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/quotes", java_script_enabled=False)
    seen = entries(page)
    everything = total(page)
    while page.get_by_role("link", name="Load more").count():
        page.get_by_role("link", name="Load more").click()
        assert total(page) == everything
        seen += entries(page)
    assert len(seen) == len(set(seen)) == everything


def test_searching_and_every_way_to_narrow_exchange_the_results_in_place(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    mark_document(page)
    page.get_by_label("From", exact=True).fill("2016-01-01")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url(re.compile(r"[?&]from=2016-01-01$"))
    page.get_by_role("link", name="Oldest").click()
    page.wait_for_url(re.compile(r"[?&]sort=oldest$"))
    page.get_by_role("link", name=re.compile("^2016: ")).click()
    page.wait_for_url(re.compile(r"[?&]to=2016-12-31"))
    assert is_same_document(page)


def test_a_facet_opens_in_a_tab_of_its_own_when_asked_to(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    with page.context.expect_page() as opened:
        page.locator("#facet-country-GB").click(modifiers=["Control"])
    opened.value.wait_for_url(re.compile(r"[?&]country=GB$"))
    assert "country" not in page.url


def test_back_and_forward_restore_results_and_filters(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    mark_document(page)
    states = [(page.url, entries(page))]
    for facet in ("#facet-country-GB", "#facet-speaker-dmitry-peskov"):
        page.locator(facet).click()
        expect(page.locator(facet)).to_have_attribute("aria-current", "true")
        states.append((page.url, entries(page)))
    assert is_same_document(page), "htmx swaps the results; the document stays"
    assert len({tuple(shown) for _, shown in states}) == len(states)
    for step, (address, shown) in ((page.go_back, states[1]), (page.go_back, states[0]), (page.go_forward, states[1])):
        step()
        page.wait_for_url(address)
        expect(page.locator(".entries > .entry")).to_have_count(len(shown))
        assert entries(page) == shown


def test_coming_back_from_a_quote_finds_the_listing_as_it_was(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.locator("#facet-country-GB").click()
    page.wait_for_url(re.compile(r"[?&]country=GB"))
    expect(page.locator("#facet-country-GB")).to_have_attribute("aria-current", "true")
    shown = entries(page)
    page.locator(".entry .words a").first.click()
    page.wait_for_url(re.compile(r"/quotes/[a-z2-7]+$"))
    page.go_back()
    page.wait_for_url(re.compile(r"[?&]country=GB"))
    expect(page.locator("#facet-country-GB")).to_have_attribute("aria-current", "true")
    assert entries(page) == shown


def test_an_empty_result_says_which_filter_to_drop(open_page: OpenPage) -> None:
    page = open_page("/quotes?country=FR&from=2015-01-01&to=2015-12-31")
    assert total(page) == 0
    page.locator(".empty a").first.click()
    expect(page.locator(".entry").first).to_be_visible()


def test_bad_parameters_are_answered_with_what_to_mend(open_page: OpenPage, watch: Watch) -> None:
    watch.expected_statuses.add(422)
    page = open_page("/quotes?from=yesterday")
    expect(page.get_by_role("main")).to_contain_text("2015-11-18")
