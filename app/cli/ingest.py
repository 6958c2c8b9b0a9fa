"""``ingest``: load articles."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from app.cli.database import FAILED, database_faults, database_url
from app.ingest import Counts, Problem
from app.ingest import ingest as run_ingest
from app.store.migrate import migrate


class _Lines:
    """Tells how it goes in plain lines: failures at once, progress now and then."""

    EVERY = 10_000
    """Articles between two lines."""

    def __init__(self) -> None:
        self._told = 0

    def failed(self, problem: Problem) -> None:
        typer.echo(str(problem), err=True)

    def advanced(self, counts: Counts) -> None:
        if counts.done - self._told >= self.EVERY:
            self._told = counts.done
            typer.echo(_summary(counts), err=True)


class _Bar:
    """Tells how it goes on a terminal: a line that is renewed, with failures above it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("reading", total=None)

    def failed(self, problem: Problem) -> None:
        self._progress.console.print(str(problem), markup=False, highlight=False, soft_wrap=True)

    def advanced(self, counts: Counts) -> None:
        self._progress.update(self._task, description=_summary(counts))


def ingest(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files (.txt, .html, .jsonl), folders, or quoted globs.")
    ],
    processes: Annotated[
        int | None, typer.Option(min=1, max=64, help="How many articles to read at once; one for each core by default.")
    ] = None,
) -> None:
    """Load articles, read who said what in them, and keep it all.

    What is already there and unchanged is passed over, so the same command can be run again and again. What cannot be
    read is named, and does not stop the rest.

    A **.txt** file is one article (UTF-8), an **.html** file a saved web page. A **.jsonl** file has one article a
    line, as JSON: `text` or `html`, and where known `id`, `url`, `title`, `published`, `outlet`.
    """
    url = database_url()
    console = Console(stderr=True)
    with database_faults():
        migrate(url)
        if console.is_terminal:
            columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
            with Progress(*columns, console=console, transient=True) as progress:
                counts = run_ingest(sources, url, _Bar(progress), processes=processes)
        else:
            counts = run_ingest(sources, url, _Lines(), processes=processes)
    typer.echo(_summary(counts))
    if counts.failed:
        raise typer.Exit(FAILED)


def _summary(counts: Counts) -> str:
    return f"{counts.new} new, {counts.changed} changed, {counts.unchanged} unchanged, {counts.failed} failed"
