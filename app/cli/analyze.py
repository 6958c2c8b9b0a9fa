"""``analyze``: show what extraction finds, storing nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from app.cli.database import FAILED
from app.extraction import Source, as_record
from app.ingest import Problem
from app.ingest.discovery import discover
from app.ingest.extracting import extract_article
from app.ingest.reading import READERS, read_articles, read_stream


class Format(StrEnum):
    """How an analysis is printed."""

    JSON = "json"


def analyze(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE...|-]", help="Files (.txt, .html, .jsonl) or folders; - is the input."),
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="One JSON object a line.")] = Format.JSON,  # noqa: ARG001
) -> None:
    """Print what is found in each article as JSON Lines: blocks, date, quotes with speakers, countries, topics.

    Nothing is stored. The input (`-`, or no file at all) may be one article's text, a web page, or JSON Lines with a
    `text` or `html` in each line.
    """
    failed = False
    for article in _articles(files or ["-"]):
        found = article if isinstance(article, Problem) else extract_article(article)
        if isinstance(found, Problem):
            failed = True
            typer.echo(str(found), err=True)
        else:
            # JSON is UTF-8 whatever the terminal's own encoding.
            typer.echo(json.dumps(as_record(found), ensure_ascii=False).encode())
    if failed:
        raise typer.Exit(FAILED)


def _articles(files: list[str]) -> Iterator[Source | Problem]:
    for file in files:
        if file == "-":
            yield from read_stream(sys.stdin.buffer)
        else:
            for path in discover([file], READERS):
                yield from [path] if isinstance(path, Problem) else read_articles(path)
