"""From what the user named (files, folders, globs) to the files that hold articles."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from app.ingest.problems import Problem


def discover(sources: Sequence[str], kinds: Collection[str]) -> Iterator[Path | Problem]:
    """Yield the files to read, in a stable order; a source that yields none is a problem.

    ``kinds`` are the suffixes that can be read. A folder is searched to its depths, hidden entries left out, and other
    kinds of files in it are passed over; a file named by itself must be of a kind that can be read.
    """
    for source in sources:
        if Path(source).exists():
            yield from _below(Path(source), kinds)
        elif glob.has_magic(source):
            yield from _matching(source, kinds)
        else:
            yield Problem(source, "there is no such file or folder")


def _below(path: Path, kinds: Collection[str]) -> Iterator[Path | Problem]:
    if path.is_dir():
        yield from _folder(path, kinds)
    elif path.suffix.lower() in kinds:
        yield path
    else:
        yield Problem(str(path), f"is not a kind of file that can be read ({', '.join(sorted(kinds))})")


def _folder(folder: Path, kinds: Collection[str]) -> Iterator[Path | Problem]:
    unreadable: list[OSError] = []
    empty = True
    for name, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(below for below in folders if not below.startswith("."))
        for file in sorted(files):
            path = Path(name, file)
            if path.suffix.lower() in kinds and not file.startswith("."):
                empty = False
                yield path
    yield from (Problem(str(error.filename), f"cannot be read ({error.strerror})") for error in unreadable)
    if empty and not unreadable:
        yield Problem(str(folder), f"holds no articles ({', '.join(sorted(kinds))})")


def _matching(pattern: str, kinds: Collection[str]) -> Iterator[Path | Problem]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not found:
        yield Problem(pattern, "matches no file")
    for name in found:
        yield from _below(Path(name), kinds)
