"""Tables without their classes, for statements over plain rows."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Table
from sqlmodel import SQLModel


def table_of(entity: type[SQLModel]) -> Table:
    """Return the table behind a class: selecting its columns reads plain rows and leaves the class out of it."""
    table: Table = cast(Any, entity).__table__
    return table
