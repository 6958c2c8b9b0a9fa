"""An ingest that is killed loses nothing that it had finished, and can be run again."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from app.store.check import find_faults
from app.store.engine import open_writer
from app.store.migrate import migrate

ARTICLES = 800
PATIENCE = 60
"""Seconds until the first batch must be there."""


def stored(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


def test_killed_at_any_moment_it_can_be_run_again(tmp_path: Path) -> None:
    source, database = tmp_path / "many.jsonl", tmp_path / "test.db"
    lines = (json.dumps({"id": f"a-{number}", "text": f'"Part {number}," Putin said.'}) for number in range(ARTICLES))
    source.write_text("\n".join(lines), encoding="utf-8")
    url = f"sqlite:///{database}"
    migrate(url)
    environment = {**os.environ, "DATABASE_URL": url}
    command = [sys.executable, "-m", "app", "ingest", str(source)]
    killed = subprocess.Popen(command, env=environment, start_new_session=True)
    deadline = time.monotonic() + PATIENCE
    while stored(database) == 0 and time.monotonic() < deadline:
        time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    before = stored(database)
    assert 0 < before <= ARTICLES
    engine = open_writer(url)
    assert list(find_faults(engine)) == []
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert again.stdout.startswith(f"{ARTICLES - before} new, ")
    assert again.stdout.endswith(", 0 failed\n")
    assert stored(database) == ARTICLES
    assert list(find_faults(engine)) == []
    engine.dispose()
