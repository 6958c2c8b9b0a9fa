"""The command line: ``kremlin-statements``."""

import typer

application = typer.Typer(no_args_is_help=True)


def main() -> None:
    """Run the command line."""
    application()
