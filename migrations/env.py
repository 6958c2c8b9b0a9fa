"""How Alembic runs the migrations: on the connection that ``app.store.migrate`` hands it, in one transaction."""

from alembic import context
from sqlmodel import SQLModel

from app.store import tables
from app.store.fulltext import is_fulltext_table

assert tables.Article.metadata is SQLModel.metadata  # noqa: S101 - the import that fills the metadata


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the full-text tables and their shadows: autogeneration would drop them."""
    return not (kind == "table" and name is not None and is_fulltext_table(name))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    include_name=include_name,
)
with context.begin_transaction():
    context.run_migrations()
