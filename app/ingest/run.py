"""The ingest as a whole: what is new or changed is read and kept, what is known is passed over, what fails is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol, TypeVar

from app.extraction import Source
from app.ingest.discovery import discover
from app.ingest.extracting import extract
from app.ingest.problems import Problem
from app.ingest.reading import READERS, read_articles
from app.ingest.version import extraction_version
from app.store.engine import Engine, open_writer
from app.store.rows import ArticleRows, source_digest
from app.store.writes import KnownSource, known_sources, write_articles

Item = TypeVar("Item")

BATCH = 250
"""Articles in one transaction: enough to write in bulk, few enough to lose little when killed."""


@dataclass(slots=True)
class Counts:
    """What became of the articles so far; every input that could not be read counts as failed."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0

    @property
    def done(self) -> int:
        """Return how many articles are dealt with."""
        return self.new + self.changed + self.unchanged + self.failed


class Watcher(Protocol):
    """Somebody who is told how the ingest goes."""

    def failed(self, problem: Problem) -> None:
        """Take note of an input that failed."""

    def advanced(self, counts: Counts) -> None:
        """Take note that another batch is done."""


def ingest(sources: Sequence[str], database_url: str, watcher: Watcher, *, processes: int | None = None) -> Counts:
    """Load files, folders and globs into a migrated database; the same source again changes nothing.

    Killed at any moment it leaves every finished batch in place and can simply be run again.
    """
    engine = open_writer(database_url)
    try:
        return _Ingest(engine, watcher).run(sources, processes)
    finally:
        engine.dispose()


class _Ingest:
    """One run: the counts so far, and which articles it has met."""

    def __init__(self, engine: Engine, watcher: Watcher) -> None:
        self.engine = engine
        self.watcher = watcher
        self.counts = Counts()
        self.version = extraction_version()
        self.met: dict[int, int] = {}
        """Hash of the content by hash of the key: short forms, since there may be millions."""

    def run(self, sources: Sequence[str], processes: int | None) -> Counts:
        fresh = _batched(self._fresh(self._distinct(self._read(sources))))
        for results in extract(fresh, self.version, processes):
            self._write(list(self._sound(results)))
            self.watcher.advanced(self.counts)
        self.watcher.advanced(self.counts)
        return self.counts

    def _read(self, sources: Sequence[str]) -> Iterator[Source]:
        for path in discover(sources, READERS):
            yield from self._sound([path] if isinstance(path, Problem) else read_articles(path))

    def _distinct(self, articles: Iterator[Source]) -> Iterator[tuple[Source, str]]:
        """Pass each article once, with its digest: two that claim one identity would replace each other for ever."""
        for article in articles:
            digest = source_digest(article)
            if (key := hash(article.key)) not in self.met:
                self.met[key] = hash(digest)
                yield article, digest
            elif self.met[key] == hash(digest):
                self.counts.unchanged += 1
            else:
                self._failed(Problem(article.key, "is the name of two articles that differ; the first one was taken"))

    def _fresh(self, articles: Iterator[tuple[Source, str]]) -> Iterator[Source]:
        """Pass the articles that are not stored as they are, read by the same extraction."""
        for batch in _batched(articles):
            known = known_sources(self.engine, [article.key for article, _ in batch])
            before = self.counts.unchanged
            for article, digest in batch:
                if known.get(article.key) == KnownSource(digest, self.version):
                    self.counts.unchanged += 1
                else:
                    yield article
            if self.counts.unchanged > before:
                self.watcher.advanced(self.counts)

    def _write(self, batch: Sequence[ArticleRows]) -> None:
        for written in write_articles(self.engine, batch, datetime.now(UTC)) if batch else ():
            if written.outcome == "new":
                self.counts.new += 1
            elif written.outcome == "changed":
                self.counts.changed += 1
            else:
                self._failed(Problem(written.key, written.problem or "could not be kept"))

    def _sound(self, results: Iterable[Item | Problem]) -> Iterator[Item]:
        """Pass what could be read and take note of the rest."""
        for result in results:
            if isinstance(result, Problem):
                self._failed(result)
            else:
                yield result

    def _failed(self, problem: Problem) -> None:
        self.counts.failed += 1
        self.watcher.failed(problem)


def _batched(items: Iterator[Item]) -> Iterator[list[Item]]:
    while batch := list(islice(items, BATCH)):
        yield batch
