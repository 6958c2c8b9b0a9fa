"""Opening the database: read-only for those who show, for writing to those who ingest.

Everything that is particular to SQLite's connections sits here.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from app.store.fulltext import WORD_TABLES

__all__ = ["DatabaseError", "Engine", "Session", "database_file", "is_timeout", "open_reader", "open_writer"]

BUSY_MILLISECONDS = 30_000
"""How long a writer waits for another one to finish its batch."""

_STEPS_BETWEEN_CHECKS = 20_000
"""Virtual-machine steps of SQLite between two looks at the clock: some milliseconds of work."""

DatabaseError = SQLAlchemyError
"""Whatever the database refuses; for callers that may not know the library."""


def database_file(url: str) -> Path:
    """Return the file of an SQLite URL (``sqlite:///relative`` or ``sqlite:////absolute``).

    Raises ValueError for anything else, with a sentence for the reader.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise ValueError(f"DATABASE_URL is not a database URL: {url!r}") from error
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise ValueError("DATABASE_URL must name an SQLite file, such as sqlite:///data/statements.db")
    return Path(parsed.database)


def open_writer(url: str) -> Engine:
    """Return an engine that writes: WAL, foreign keys enforced, one writer at a time. Makes the folder if need be."""
    path = database_file(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    return _engine(partial(_connect_writer, path), "BEGIN IMMEDIATE")


def open_reader(url: str, *, time_limit: float | None = None) -> Engine:
    """Return an engine that cannot write. Each session sees one state of the database.

    ``time_limit`` is in seconds for one statement; one that takes longer raises DatabaseError (interrupted).
    """
    engine = _engine(partial(_connect_reader, database_file(url)), "BEGIN")
    if time_limit is not None:
        _limit_statements(engine, time_limit)
    return engine


def is_timeout(error: DatabaseError) -> bool:
    """Say whether a statement was stopped because it took longer than the engine's limit."""
    return isinstance(error, DBAPIError) and "interrupted" in str(error.orig)


def _engine(connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        # One encoder for all rows: `json.dumps` would make one for each value.
        json_serializer=json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # The driver's own transaction handling is off (isolation_level None): it would begin too late and too weakly.
        connection.exec_driver_sql(begin)

    return engine


def _connect_writer(path: Path) -> sqlite3.Connection:
    connection = _connect(f"file:{quote(str(path.absolute()))}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _connect_reader(path: Path) -> sqlite3.Connection:
    connection = _connect(f"file:{quote(str(path.absolute()))}?mode=ro")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA mmap_size = 1073741824")
    return connection


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    for definition in WORD_TABLES:
        # They belong to the connection and hold nothing: a view of each full-text index by its words.
        connection.execute(definition)
    return connection


def _limit_statements(engine: Engine, seconds: float) -> None:
    @event.listens_for(engine, "before_cursor_execute")
    def _start(connection: Any, *_: object) -> None:
        deadline = time.monotonic() + seconds
        connection.connection.driver_connection.set_progress_handler(
            lambda: time.monotonic() > deadline, _STEPS_BETWEEN_CHECKS
        )
