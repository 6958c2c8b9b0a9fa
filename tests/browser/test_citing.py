"""Citing in a real browser: by keyboard, with scripts and without, and a card on another site's page."""

import json
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import OpenPage, Watch

SCHEMES = ("light", "dark")
WIDTHS = (390, 1024, 1600)


@pytest.fixture(scope="module")
def quote(server: str) -> dict[str, Any]:
    """Return one quote of the seeds."""
    with urllib.request.urlopen(f"{server}/quotes.json?q=experienced", timeout=10) as answer:
        found: dict[str, Any] = json.load(answer)["items"][0]
    return found


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_forms_are_chosen_with_the_keyboard(open_page: OpenPage, quote: dict[str, Any], scripts: bool) -> None:
    page = open_page(f"/quotes/{quote['id']}#cite", java_script_enabled=scripts)
    chicago = page.get_by_role("radio", name="Chicago")
    expect(chicago).to_be_checked()
    expect(page.locator("#citation-chicago-txt")).to_be_visible()
    chicago.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="RIS")).to_be_checked()
    expect(page.locator("#citation-ris")).to_contain_text("TY  - NEWS")
    expect(page.locator("#citation-chicago-txt")).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the RIS citation").click()
    assert download.value.suggested_filename.endswith(f"{quote['id']}.ris")
    copying = page.get_by_role("button", name="Copy the RIS citation")
    expect(copying).to_be_visible(visible=scripts)


def test_a_citation_is_copied_as_plain_text(open_page: OpenPage, quote: dict[str, Any]) -> None:
    page = open_page(f"/quotes/{quote['id']}", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("APA", exact=True).click()
    page.get_by_role("button", name="Copy the APA citation").click()
    expect(page.get_by_role("status")).to_have_text("Citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#citation-apa-txt").inner_text()
    assert "<i>" not in copied


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_card_is_accessible_at_any_width(
    open_page: OpenPage, quote: dict[str, Any], scheme: str, width: int
) -> None:
    page = open_page(f"/quotes/{quote['id']}/embed", color_scheme=scheme, viewport={"width": width, "height": 700})
    findings = Axe().run(page)
    assert findings.violations_count == 0, findings.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("widest", [320, 600])
def test_a_card_shows_whole_and_with_its_fonts_in_a_sandboxed_frame(
    open_page: OpenPage, server: str, quote: dict[str, Any], widest: int
) -> None:
    with urllib.request.urlopen(f"{server}/oembed?url={quote['url']}&maxwidth={widest}", timeout=10) as answer:
        card = json.load(answer)
    page = open_page("about:blank", viewport={"width": 800, "height": 900})
    for _ in range(2):  # the second time from the cache, asked anew
        frame = framed_elsewhere(page, card["html"])
        assert frame.locator("blockquote").inner_text().strip("“”") == " ".join(quote["text"].split())
        assert frame.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
        assert frame.evaluate("[...document.fonts].some(font => font.status === 'loaded')")


def test_other_pages_refuse_to_be_framed(open_page: OpenPage, server: str, quote: dict[str, Any], watch: Watch) -> None:
    page = open_page("about:blank")
    frame = framed_elsewhere(page, f'<iframe src="{server}/quotes/{quote["id"]}"></iframe>')
    assert not frame.locator("blockquote").count()
    refusals = [complaint for complaint in watch.complaints if "frame-ancestors" in complaint]
    assert refusals
    watch.complaints = [complaint for complaint in watch.complaints if complaint not in refusals]


def framed_elsewhere(page: Page, html: str) -> Frame:
    """Open a page of another site that holds some HTML, and return the frame in it."""
    with other_site(html) as address:
        page.route(address, lambda route: route.continue_())
        page.goto(address)
        page.wait_for_load_state("networkidle")
    [frame] = page.frames[1:]
    return frame


@contextmanager
def other_site(html: str) -> Iterator[str]:
    """Serve one page from an origin of its own; as XHTML, since all HTML is held to this application's policy."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/xhtml+xml")
            self.end_headers()
            self.wfile.write(f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{html}</body></html>'.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()
