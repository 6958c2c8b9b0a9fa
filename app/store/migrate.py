"""Bringing a database to the schema that the code expects."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from app.settings import PROJECT
from app.store.engine import open_writer


def migrate(url: str) -> bool:
    """Create or upgrade the database of ``url``; return whether there was anything to do."""
    engine = open_writer(url)
    try:
        if is_current(engine):
            return False
        with engine.begin() as connection:
            configuration = _configuration()
            configuration.attributes["connection"] = connection
            command.upgrade(configuration, "head")
        return True
    finally:
        engine.dispose()


def is_current(engine: Engine) -> bool:
    """Say whether the database has the schema that the code expects."""
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_heads()
    return found == tuple(ScriptDirectory.from_config(_configuration()).get_heads())


def _configuration() -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(PROJECT / "migrations").replace("%", "%%"))
    configuration.set_main_option("path_separator", "os")
    return configuration
