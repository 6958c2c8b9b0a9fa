"""The database itself: migrations, connections, and the check that it is sound."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

from app.store import tables
from app.store.check import find_faults
from app.store.engine import DatabaseError, Engine, Session, database_file, is_timeout, open_reader, open_writer
from app.store.fulltext import is_fulltext_table
from app.store.migrate import is_current, migrate
from app.store.reads import list_quotes, stream_quotes
from app.store.selection import Selection
from tests.store.conftest import LIBRARY, Keep


def test_migrations_make_exactly_the_tables(writer: Engine) -> None:
    options = {"include_name": lambda name, kind, _: not (kind == "table" and is_fulltext_table(name))}
    with writer.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, SQLModel.metadata) == []
    assert tables.Quote.metadata is SQLModel.metadata


def test_migrating_twice_does_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'folder' / 'new.db'}"
    assert migrate(url)
    assert not migrate(url)


def test_an_empty_file_is_not_current(tmp_path: Path) -> None:
    engine = open_writer(f"sqlite:///{tmp_path / 'empty.db'}")
    assert not is_current(engine)
    engine.dispose()


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
def test_only_files_of_sqlite_are_databases(url: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL"):
        database_file(url)


def test_a_reader_cannot_write(session: Session) -> None:
    with pytest.raises(DatabaseError, match="readonly"):
        session.execute(text("DELETE FROM quote"))


def test_a_reader_sees_one_state_while_others_write(writer: Engine, keep: Keep) -> None:
    keep(LIBRARY[0])
    reader = open_reader(f"sqlite:///{writer.raw_connection().execute('PRAGMA database_list').fetchone()[2]}")
    with Session(reader) as session:
        before = list_quotes(session, Selection()).total
        keep(LIBRARY[1])
        assert list_quotes(session, Selection()).total == before
    with Session(reader) as session:
        assert list_quotes(session, Selection()).total == before + 1
    reader.dispose()


def test_a_statement_that_takes_too_long_is_stopped(library: str) -> None:
    engine = open_reader(library, time_limit=0.05)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with Session(engine) as session, pytest.raises(DatabaseError) as raised:
        session.execute(text(endless))
    assert is_timeout(raised.value)
    with Session(engine) as session:
        assert session.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE quote SET text = 'other words'", "is not what stands in its spans"),
        ("UPDATE quote_span SET end = 100000", "is not what stands in its spans"),
        ("DELETE FROM quote_span", "has no span"),
        ("UPDATE block SET end = 100000", "outside its text"),
        ("UPDATE other_quoted SET text = 'else'", "where the text has"),
        ("UPDATE article SET quote_count = 9", "counts 9 quotes"),
        ("UPDATE quote SET outlet = 'Nobody'", "another day, outlet or speaker"),
        ("UPDATE quote SET wording = 1", "the number of other words"),
        ("UPDATE quote SET state = 'altered'", "leads nowhere"),
        ("UPDATE article SET public_id = 'aaaaaaaaaaaa'", "does not follow from its key"),
        ("UPDATE article SET revision = 7", "has no text to show"),
        ("DELETE FROM speaker", "refers to a speaker"),
        ("INSERT INTO article_search(rowid, title, body) VALUES (77, 'a', 'b')", "article_search disagrees"),
    ],
)
def test_the_check_names_what_is_wrong(writer: Engine, keep: Keep, damage: str, fault: str) -> None:
    keep(LIBRARY[0])
    with writer.connect() as connection:
        connection.execute(text("COMMIT"))  # foreign keys can be switched off only outside a transaction
        connection.execute(text("PRAGMA foreign_keys = OFF"))
        connection.execute(text(damage))
        connection.execute(text("PRAGMA foreign_keys = ON"))
        connection.execute(text("BEGIN"))
    assert any(fault in found for found in find_faults(writer))


def test_the_check_finds_nothing_in_a_sound_database(library: str) -> None:
    engine = open_writer(library)
    assert list(find_faults(engine)) == []
    engine.dispose()


@pytest.mark.parametrize(
    ("selection", "index"),
    [
        (Selection(), "ix_quote_published_id"),
        (Selection(by="statement"), "ix_quote_statement_date_id"),
        (Selection(outlets=("TASS",)), "ix_quote_outlet_published_id"),
        (Selection(sides=("foreign",)), "ix_quote_side_published_id"),
    ],
)
def test_streams_walk_along_an_index(session: Session, selection: Selection, index: str) -> None:
    statements: list[str] = []
    connection = session.connection().connection.driver_connection
    connection.set_trace_callback(statements.append)
    next(stream_quotes(session, selection))
    connection.set_trace_callback(None)
    listing = next(one for one in statements if "IS NOT NULL ORDER BY" in one)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {listing}")]
    assert any(index in step for step in plan), plan
    assert not any(step == "SCAN quote" for step in plan), plan
