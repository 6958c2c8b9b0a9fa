"""Core statements over many rows at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, update
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import SQLModel

from app.store.rows import Row

LOOKUP = 500
"""Values in one ``IN`` list: few statements, and none that takes long to prepare."""

Value = TypeVar("Value")


def chunked(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield the values in stretches short enough for one ``IN`` list."""
    return (values[start : start + LOOKUP] for start in range(0, len(values), LOOKUP))


def insert_rows(connection: Connection, table: type[SQLModel], rows: Sequence[Row]) -> None:
    """Insert rows that all have the same columns; none is no statement."""
    if rows:
        connection.execute(insert(table), rows)


def update_rows(connection: Connection, table: type[SQLModel], rows: Sequence[Row]) -> None:
    """Update rows by their ``id``; all have the same columns."""
    if rows:
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
        statement = update(table).where(table.id == bindparam("row_id")).values(columns)  # type: ignore[attr-defined]
        named = [{"row_id" if name == "id" else f"new_{name}": value for name, value in row.items()} for row in rows]
        connection.execute(statement, named)


def delete_rows(connection: Connection, table: type[SQLModel], owner: str, owners: Sequence[int]) -> None:
    """Delete the rows that belong to any of the owners; ``owner`` is the column that names one."""
    for chunk in chunked(owners):
        connection.execute(delete(table).where(getattr(table, owner).in_(chunk)))


def number_of(table: type[SQLModel]) -> InstrumentedAttribute[int]:
    """Return the column ``id`` of a table as it is in the database: never absent, unlike in a row not yet written."""
    column: InstrumentedAttribute[int] = table.id  # type: ignore[attr-defined]
    return column
