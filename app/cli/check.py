"""``check``: whether a database is sound."""

from __future__ import annotations

import typer

from app.cli.database import database_faults, database_url, fail
from app.store.check import find_faults
from app.store.engine import database_file, open_writer
from app.store.migrate import is_current


def check() -> None:
    """Verify the database: links between rows, search indexes, spans inside texts, counts, addresses that resolve.

    Every fault is printed; the exit code is 1 when there is any.
    """
    url = database_url()
    if not database_file(url).exists():
        raise fail(f"There is no database at {database_file(url)}.")
    with database_faults():
        engine = open_writer(url)
        if not is_current(engine):
            raise fail("The database is of another version; run `kremlin-statements migrate`.")
        faults = 0
        for fault in find_faults(engine):
            typer.echo(fault)
            faults += 1
        engine.dispose()
    if faults:
        raise fail(f"{faults} faults")
    typer.echo("sound")
