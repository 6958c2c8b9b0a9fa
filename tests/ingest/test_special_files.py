"""Pipes and devices: named in one line, never waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 60
"""An ingest of next to nothing takes a few; one that waits for a pipe takes for ever."""


def ingest(folder: Path, source: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'test.db'}"}
    command = [sys.executable, "-m", "app", "ingest", str(source), "--processes", "1"]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("kind", [".txt", ".html", ".jsonl"])
def test_a_named_pipe_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    pipe = tmp_path / f"pipe{kind}"
    os.mkfifo(pipe)
    result = ingest(tmp_path, pipe)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [f"{pipe}: is not a regular file (but a pipe, a device or the like)"]


def test_a_pipe_in_a_folder_does_not_keep_the_others(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    os.mkfifo(articles / "a.txt")
    (articles / "b.txt").write_text('"We are in favour of talks," the minister said.', encoding="utf-8")
    result = ingest(tmp_path, articles)
    assert result.returncode == 1
    assert "1 new, 0 changed, 0 unchanged, 1 failed" in result.stdout


def test_a_device_is_refused_at_once(tmp_path: Path) -> None:
    device = tmp_path / "zeros.txt"
    device.symlink_to("/dev/zero")
    result = ingest(tmp_path, device)
    assert result.returncode == 1
    assert "is not a regular file" in result.stderr
