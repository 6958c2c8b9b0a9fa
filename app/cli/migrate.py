"""``migrate``: bring the database up to date."""

from __future__ import annotations

import typer

from app.cli.database import database_faults, database_url
from app.store.engine import database_file
from app.store.migrate import migrate as run_migrations


def migrate() -> None:
    """Create the database, or bring it to the version that this program expects.

    `ingest` and `serve` do it by themselves.
    """
    url = database_url()
    with database_faults():
        changed = run_migrations(url)
    typer.echo(f"{database_file(url)} {'is now' if changed else 'was already'} up to date")
