"""How fast articles are loaded, new and unchanged, and how much memory that takes.

    python -m tests.benchmarks.ingest --articles 20000

The articles are made up from the shapes of seeds/ (see ``corpus``), 3 kB each. The bare floor is the same file read as
JSON and digested, which is all that an unchanged article needs. Memory is the parent's, which writes, at a quarter of
the way and at the end: what grows with the number of articles shows in the difference. Ends with exit code 1 when a
budget of the design is missed; the machine must have two processors to itself for that to mean something.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from app.ingest import Counts, Problem, ingest
from app.store.migrate import migrate
from tests.benchmarks.corpus import write_articles

NEW_PER_SECOND: Final = 600
UNCHANGED_PER_SECOND: Final = 10_000
MEGABYTES: Final = 500


class Observer:
    """Watches an ingest: how much memory this process had when so many articles were done."""

    def __init__(self) -> None:
        self.memory: list[tuple[int, float]] = []

    def failed(self, problem: Problem) -> None:
        """Stop: made-up articles must all be good."""
        raise RuntimeError(str(problem))

    def advanced(self, counts: Counts) -> None:
        """Take note of the memory."""
        self.memory.append((counts.done, resident_megabytes()))

    def at(self, share: float) -> float:
        """Return the memory after a share of all articles."""
        wanted = share * self.memory[-1][0]
        return next(memory for done, memory in self.memory if done >= wanted)


def main() -> int:
    """Measure, print a table, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--processes", type=int, default=None)
    chosen = parser.parse_args()
    table = Table("what", "articles/s", "seconds", "processor seconds", "MB at ¼", "MB at the end")
    rates, peak = {}, 0.0
    with tempfile.TemporaryDirectory() as folder:
        file, url = Path(folder, "articles.jsonl"), f"sqlite:///{folder}/ingest.db"
        write_articles(file, chosen.articles)
        migrate(url)
        works: dict[str, Callable[[Observer], object]] = {
            "new": lambda watcher: ingest([str(file)], url, watcher, processes=chosen.processes),
            "unchanged": lambda watcher: ingest([str(file)], url, watcher, processes=chosen.processes),
            "floor: read and digest": lambda watcher: digest_lines(file, watcher),
        }
        for label, work in works.items():
            watcher = Observer()
            clock, processor = timed(lambda work=work, watcher=watcher: work(watcher))
            rates[label] = chosen.articles / clock
            peak = max(peak, *(memory for _, memory in watcher.memory))
            figures = (f"{rates[label]:,.0f}", f"{clock:.1f}", f"{processor:.1f}")
            table.add_row(label, *figures, f"{watcher.at(0.25):.0f}", f"{watcher.at(1):.0f}")
    console = Console(highlight=False)
    console.print(table)
    missed = [
        label
        for label, holds in (
            (f"new: fewer than {NEW_PER_SECOND} a second", rates["new"] >= NEW_PER_SECOND),
            (f"unchanged: fewer than {UNCHANGED_PER_SECOND} a second", rates["unchanged"] >= UNCHANGED_PER_SECOND),
            (f"more than {MEGABYTES} MB", peak <= MEGABYTES),
        )
        if not holds
    ]
    for finding in missed:
        console.print(f"Budget missed: {finding}")
    return 1 if missed else 0


def digest_lines(file: Path, watcher: Observer) -> None:
    """Read every line and digest its text."""
    counts = Counts()
    with file.open("rb") as lines:
        for line in lines:
            sha256(json.loads(line)["text"].encode()).hexdigest()
            counts.unchanged += 1
    watcher.advanced(counts)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long the work takes on the clock, and on all processors together."""
    clock, before = time.perf_counter(), os.times()
    work()
    after = os.times()
    processor = sum(after[:4]) - sum(before[:4])
    return time.perf_counter() - clock, processor


def resident_megabytes() -> float:
    """Return the memory of this process (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
