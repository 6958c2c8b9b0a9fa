"""The database that the settings name, or one clear sentence about why it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from app.settings import Settings
from app.store.engine import DatabaseError, Session, database_file, open_reader
from app.store.migrate import is_current

FAILED = 1
MISUSED = 2


def fail(message: str, code: int = FAILED) -> typer.Exit:
    """Print a sentence for the user and return the exit to raise."""
    typer.echo(message, err=True)
    return typer.Exit(code)


@contextmanager
def database_faults() -> Iterator[None]:
    """Turn whatever the database refuses into a sentence and exit code 1, a wrong DATABASE_URL into exit code 2."""
    try:
        yield
    except DatabaseError as error:
        raise fail(f"The database cannot be used: {getattr(error, 'orig', None) or error}") from error
    except BrokenPipeError:
        raise  # not the database: whoever read our output has enough
    except OSError as error:
        raise fail(f"The database cannot be used: {error}") from error


def database_url() -> str:
    """Return the URL of the database; exit when it is none."""
    url = Settings().database_url
    try:
        database_file(url)
    except ValueError as error:
        raise fail(str(error), MISUSED) from error
    return url


@contextmanager
def reading() -> Iterator[Session]:
    """Open a database that is there and up to date for reading; exit with a sentence when it is not."""
    url = database_url()
    if not database_file(url).exists():
        raise fail(f"There is no database at {database_file(url)} yet; `kremlin-statements ingest` makes one.")
    with database_faults():
        engine = open_reader(url)
        if not is_current(engine):
            raise fail("The database is of another version; run `kremlin-statements migrate`.")
        try:
            with Session(engine) as session:
                yield session
        finally:
            engine.dispose()
