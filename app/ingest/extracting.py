"""Reading articles one after the other, or in several processes where there are many."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.connection import wait

from app.extraction import Analysis, Source, analyze
from app.extraction.vocabulary import VocabularyError, load_vocabulary
from app.ingest.problems import Problem
from app.store.rows import ArticleRows, as_rows

Result = ArticleRows | Problem

FEW_BATCHES = 4
"""Batches that are sooner read than processes are started for them."""


def extract(batches: Iterator[Sequence[Source]], version: str, processes: int | None = None) -> Iterator[list[Result]]:
    """Yield what each batch became, in order; an article that extraction cannot read is a problem.

    ``version`` is that of the extraction, kept with each article. A few batches are read here and now: starting
    processes would take longer than reading them. ``processes`` is how many read at once, by default one for each
    core. Few batches are in flight, so memory stays flat.
    """
    beginning = list(islice(batches, FEW_BATCHES + 1))
    count = processes or os.cpu_count() or 1
    batches = chain(beginning, batches)
    if len(beginning) <= FEW_BATCHES or count < 2:
        yield from (extract_batch(batch, version) for batch in batches)
    else:
        yield from _in_processes(batches, version, count)


def extract_batch(batch: Sequence[Source], version: str) -> list[Result]:
    """Read one batch of articles in this process."""
    return [_rows(source, version) for source in batch]


def extract_article(source: Source) -> Analysis | Problem:
    """Read one article; a fault of ours in it is a problem, so that it does not cost the others."""
    try:
        return analyze(source)
    except VocabularyError:
        raise  # no fault of the article's
    except Exception as error:
        return Problem(source.key, f"could not be analysed ({type(error).__name__}: {error})")


def _rows(source: Source, version: str) -> Result:
    found = extract_article(source)
    return found if isinstance(found, Problem) else as_rows(source, found, version)


def _in_processes(batches: Iterator[Sequence[Source]], version: str, count: int) -> Iterator[list[Result]]:
    load_vocabulary()  # one that is broken is better found here than in every process
    context = multiprocessing.get_context("spawn")  # a forked child would share the parent's open database
    with ProcessPoolExecutor(count, mp_context=context, initializer=_prepare) as pool:
        pending: deque[Future[list[Result]]] = deque()
        try:
            for batch in batches:
                pending.append(pool.submit(extract_batch, batch, version))
                if len(pending) > count + 1:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _prepare() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    threading.Thread(target=_end_with_parent, daemon=True).start()
    analyze(Source(text="", name=""))  # builds what every article is read by
    gc.freeze()  # which lives as long as the process: the collector need not walk it again and again


def _end_with_parent() -> None:
    """End this process when its parent was killed: the pool itself would have it wait for work for ever."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)
