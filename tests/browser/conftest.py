"""A real server with the seeds, a real browser that may not leave this machine, and a record of what went wrong."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response, Route, sync_playwright

from tests.conftest import PROJECT

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
START_SECONDS = 60

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the application, serving a database that holds the seeds."""
    database = tmp_path_factory.mktemp("database") / "statements.db"
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "-m", "app"]
    subprocess.run([*command, "ingest", "seeds"], cwd=PROJECT, env=environment, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serve = [*command, "serve", "--port", str(port)]
    log = database.parent / "server.log"
    with log.open("w") as output, subprocess.Popen(serve, cwd=PROJECT, env=environment, stderr=output) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_until_healthy(address, process, log)
            yield address
        finally:
            process.terminate()


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; fail with what it printed when it ends or does not come up."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
            return
        except OSError:  # it does not listen yet
            time.sleep(0.1)
    pytest.fail(f"the server did not start: {log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Return Debian's Chromium or whatever relative of it is installed, else Playwright's own."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    running = playwright.chromium.launch(executable_path=path)
    yield running
    running.close()


class Watch:
    """What no page may do: leave the machine, complain on the console, raise a script error, or fail on the server."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.complaints: list[str] = []
        self.expected_statuses: set[int] = set()

    def guard(self, route: Route, request: Request) -> None:
        """Let a request through to the server under test alone."""
        if request.url.startswith((f"{self.server}/", "data:", "blob:")):
            route.continue_()
        else:
            self.complaints.append(f"leaves the machine: {request.url}")
            route.abort()

    def hear(self, message: ConsoleMessage) -> None:
        """Note errors and warnings of the console, but for the echo of a status that the test expects."""
        echoes = any(f"status of {status}" in message.text for status in self.expected_statuses)
        if message.type in {"error", "warning"} and not echoes:
            self.complaints.append(f"console: {message.text}")

    def check(self, response: Response) -> None:
        """Note statuses that tell of a fault, and pages without a strict content security policy."""
        if response.status >= 400 and response.status not in self.expected_statuses:
            self.complaints.append(f"{response.status}: {response.url}")
        if response.headers.get("content-type", "").startswith("text/html"):
            policy = response.headers.get("content-security-policy", "")
            if "default-src 'none'" not in policy or "unsafe-" in policy:
                self.complaints.append(f"no strict policy: {response.url}")


@pytest.fixture
def watch(server: str) -> Iterator[Watch]:
    """Return the record of this test's pages; the test fails at its end when anything stands in it."""
    watching = Watch(server)
    yield watching
    assert not watching.complaints


@pytest.fixture
def open_page(browser: Browser, server: str, watch: Watch) -> Iterator[OpenPage]:
    """Return a function that opens an address of the application in a fresh browser profile.

    Options go to Playwright's ``new_context``: ``java_script_enabled``, ``color_scheme``, ``viewport`` and so on.
    """
    contexts = []

    def open_address(address: str, **options: Any) -> Page:
        context = browser.new_context(base_url=server, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        context.route("**/*", watch.guard)
        context.on("console", watch.hear)
        context.on("weberror", lambda error: watch.complaints.append(f"script: {error.error}"))
        context.on("response", watch.check)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_address
    for context in contexts:
        context.close()
