"""How long pages take, beside a route of the same application that answers with a constant.

    python -m tests.benchmarks.pages --articles 2000

One uvicorn process serves seeds/ and made-up articles; one client asks over one connection, each address twice in a
round of its own: "first" finds nothing kept, "again" finds the finished answer, "304" names its tag. Times on the
clock are the client's and suffer from whatever else the machine does; times on the processor are the server's own.
Ends with exit code 1 when a budget of the design is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import Final
from urllib.parse import quote as percent_encoded

from fastapi import FastAPI
from rich.console import Console
from rich.table import Table

from app.ingest import Counts, Problem, ingest
from app.store.engine import Session, open_reader
from app.store.migrate import migrate
from app.store.reads import list_articles, list_quotes
from app.store.selection import Selection
from app.web.application import create_application
from tests.benchmarks.corpus import SEEDS, write_articles

CONSTANT: Final = "/benchmark/constant"
PROCESSOR: Final = "/benchmark/processor"
MILLISECONDS: Final = {"quote, first": 10.0, "article, first": 20.0}
"""What 95 of 100 requests may take on the server's processor."""
LEAST_RATIO: Final = 0.5
"""Requests per second of a page that was asked for before, as a share of the constant's."""


def application() -> FastAPI:
    """Return the application with a route that answers with a constant, and one that tells the processor's time."""
    served = create_application()
    served.add_api_route(CONSTANT, constant)
    served.add_api_route(PROCESSOR, processor)
    return served


def constant() -> dict[str, str]:
    """Answer with a constant."""
    return {"status": "ok"}


def processor() -> float:
    """Answer with the seconds that this process has had of the processor."""
    return time.process_time()


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of each request: on the client's clock, and on the server's processor.

    ``floor`` is what the constant took of the processor, asked for after each request, so that both see the same noise.
    """

    clock: list[float]
    processor: list[float]
    floor: list[float]

    @property
    def per_second(self) -> float:
        """Return requests per second of the server's processor: what the machine's other work does not change."""
        return 1000 * len(self.processor) / sum(self.processor)


class Client:
    """One connection to the server."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)
        looks = [self._processor() for _ in range(200)]
        self._look = median(after - before for before, after in pairwise(looks))
        """Seconds of the processor that it takes to ask how many there were."""

    def measure(self, paths: Sequence[str], tags: dict[str, str]) -> Measured:
        """Ask for each path, naming its tag where there is one; note the tags of the answers."""
        measured = Measured([], [], [])
        for path in paths:
            started = self._processor()
            asked = time.perf_counter()
            self._get(path, tags)
            measured.clock.append(1000 * (time.perf_counter() - asked))
            between = self._processor()
            self._get(CONSTANT, {})
            ended = self._processor()
            measured.processor.append(1000 * max(between - started - self._look, 0.0))
            measured.floor.append(1000 * max(ended - between - self._look, 0.0))
        return measured

    def _get(self, path: str, tags: dict[str, str]) -> bytes:
        named = {"If-None-Match": tags[path]} if path in tags else {}
        self._connection.request("GET", path, headers={"Accept-Encoding": "gzip", **named})
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != (304 if named else 200):
            raise RuntimeError(f"{path} answered {answer.status}")
        if tag := answer.headers["ETag"]:
            tags[path] = tag
        return body

    def _processor(self) -> float:
        return float(json.loads(self._get(PROCESSOR, {})))


class Quiet:
    """Watches an ingest that has nothing to tell."""

    def failed(self, problem: Problem) -> None:
        """Stop: made-up articles must all be good."""
        raise RuntimeError(str(problem))

    def advanced(self, counts: Counts) -> None:
        """Take no note."""


def main() -> int:
    """Measure, print a table, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--requests", type=int, default=300)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/pages.db"
        make_database(url, Path(folder), chosen.articles)
        addresses = find_addresses(url, chosen.requests)
        with serving(url) as port:
            measured = measure_all(Client(port), addresses, chosen.requests)
    return report(measured)


def make_database(url: str, folder: Path, articles: int) -> None:
    """Make a database of the seeds and so many articles more."""
    migrate(url)
    write_articles(folder / "articles.jsonl", articles)
    ingest([str(SEEDS), str(folder / "articles.jsonl")], url, Quiet())


def find_addresses(url: str, count: int) -> dict[str, list[str]]:
    """Return as many addresses of each kind of page as are asked for, if there are so many."""
    engine = open_reader(url)
    with Session(engine) as session:
        quotes = list_quotes(session, Selection(), limit=count).items
        articles = list_articles(session, Selection(), limit=count).items
    engine.dispose()
    return {
        "quote": [f"/quotes/{quote.id}" for quote in quotes],
        "article": [f"/articles/{article.id}" for article in articles],
        "listing": [
            f"/quotes?q={percent_encoded(word)}" for quote in quotes[: count // 5] for word in quote.text.split()[:1]
        ],
    }


@contextmanager
def serving(url: str) -> Iterator[int]:
    """Run the server in a process of its own; yield its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["uvicorn", "--factory", "tests.benchmarks.pages:application", "--port", str(port)]
    environment = os.environ | {"DATABASE_URL": url}
    server = subprocess.Popen([sys.executable, "-m", *command, "--log-level", "warning"], env=environment)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def measure_all(client: Client, addresses: dict[str, list[str]], count: int) -> dict[str, Measured]:
    """Return what each kind of page costs at first, again, and when its tag is named."""
    client.measure([CONSTANT, "/healthz", "/", *(paths[-1] for paths in addresses.values())] * 5, {})
    measured = {"constant": client.measure([CONSTANT] * count, {}), "healthz": client.measure(["/healthz"] * count, {})}
    for kind, paths in addresses.items():
        fresh = paths[:-1]
        tags: dict[str, str] = {}
        measured[f"{kind}, first"] = client.measure(fresh, dict(tags))
        measured[f"{kind}, again"] = client.measure(fresh, {})
        for path in fresh:
            client.measure([path], tags)
        measured[f"{kind}, 304"] = client.measure(fresh, tags)
    return measured


def report(measured: dict[str, Measured]) -> int:
    """Print the table and what misses a budget; return the exit code."""
    table = Table("page, ms", "clock p50", "p95", "cpu p50", "p95", "requests/cpu s", "ratio")
    missed = []
    for label, one in measured.items():
        ratio = sum(one.floor) / sum(one.processor)
        figures = (*middle_and_most(one.clock), *middle_and_most(one.processor))
        table.add_row(label, *(f"{figure:.2f}" for figure in figures), f"{one.per_second:,.0f}", f"{ratio:.2f}")
        if label in MILLISECONDS and figures[3] > MILLISECONDS[label]:
            missed.append(f"{label}: more than {MILLISECONDS[label]:.0f} ms")
        if label in {"quote, again", "article, again"} and ratio < LEAST_RATIO:
            missed.append(f"{label}: fewer than {LEAST_RATIO} of the constant's requests a second")
    console = Console(highlight=False)
    console.print(table)
    for finding in missed:
        console.print(f"Budget missed: {finding}")
    return 1 if missed else 0


def middle_and_most(times: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    cuts = quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]


if __name__ == "__main__":
    sys.exit(main())
