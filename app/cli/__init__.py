"""The command line, ``kremlin-statements``: one module for each command, and nothing else here.

Exit codes: 0 done, 1 some inputs failed (each named, the rest kept), 2 the command was not understood.
"""

import typer

from app.cli.analyze import analyze
from app.cli.check import check
from app.cli.database import FAILED
from app.cli.evaluate import evaluate
from app.cli.export import export
from app.cli.ingest import ingest
from app.cli.migrate import migrate
from app.cli.serve import serve
from app.extraction.vocabulary import VocabularyError

application = typer.Typer(
    name="kremlin-statements",
    help="Browse what the Kremlin says about foreign relations: who said what, when, about which country and topic.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
for command in (ingest, serve, analyze, evaluate, export, check, migrate):
    application.command()(command)


def main() -> None:
    """Run the command line; a vocabulary file that somebody broke is named, since analysts edit them."""
    try:
        application()
    except VocabularyError as error:
        typer.echo(f"The vocabulary cannot be used: {error}", err=True)
        raise SystemExit(FAILED) from error
