"""``evaluate``: how well extraction reads articles that people have annotated."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from app.cli.database import fail
from app.extraction.evaluation import (
    Evaluation,
    Figures,
    Gold,
    GoldError,
    Measure,
    Mistake,
    load_measures,
    read_gold,
)
from app.extraction.evaluation import evaluate as run_evaluation


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Annotated articles, one a line.")],
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show up to N mistakes.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
) -> None:
    """Measure extraction against gold annotations: statements, speakers, dates, partners, topics, boilerplate.

    The annotations are of press articles or of the PolNeAR corpus; their fields tell which. Extraction is shown an
    article's id and text and nothing else. Nothing is stored.
    """
    evaluation = _evaluate(_read(gold))
    mistakes = evaluation.mistakes[:errors]
    if as_json:
        shown = {"errors": [asdict(mistake) for mistake in mistakes]} if errors else {}
        typer.echo(json.dumps({**evaluation.figures, **shown}, ensure_ascii=False).encode())
        return
    console = Console()
    console.print(_figures_table(gold.name, evaluation.figures))
    if mistakes:
        console.print(_mistakes_table(mistakes, len(evaluation.mistakes)))


def _read(path: Path) -> Gold:
    try:
        return read_gold(path.read_text(encoding="utf-8").split("\n"))
    except OSError as error:
        raise fail(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise fail(f"{path}: is not UTF-8 text") from error
    except GoldError as error:
        raise fail(f"{path}: {error}") from error


def _evaluate(gold: Gold) -> Evaluation:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=len(gold))
        return run_evaluation(gold, advance=lambda: progress.advance(task))


def _figures_table(name: str, figures: Figures) -> Table:
    measures = load_measures()
    table = Table("measure", "what it says", title=name)
    table.add_column("value", justify="right")
    for key in (key for key in measures if key in figures):
        table.add_row(key, measures[key].label, _value(measures[key], figures[key]))
    return table


def _value(measure: Measure, value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if measure.unit == "count" else f"{value:.3f}"


def _mistakes_table(mistakes: Iterable[Mistake], total: int) -> Table:
    table = Table("mistake", "article", "text", "gold", "found", title=f"{total} mistakes in all", show_lines=True)
    for mistake in mistakes:
        # As plain text: articles may hold what rich would take for markup.
        cells = (mistake.kind, mistake.article, mistake.text, mistake.wanted, mistake.found)
        table.add_row(*map(Text, cells))
    return table
