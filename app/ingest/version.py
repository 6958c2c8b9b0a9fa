"""Which extraction read an article: a digest of its code and vocabulary, so that it cannot be forgotten to count up."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import app.extraction

_READ = frozenset({".py", ".toml"})
_APART = frozenset({"evaluation"})
"""Folders that measure what extraction finds and have no part in finding it: a new measure re-reads nothing."""


@cache
def extraction_version() -> str:
    """Return a digest that changes with any source or vocabulary file of extraction; computed once a process."""
    return digest_of(Path(app.extraction.__file__).parent)


def digest_of(folder: Path) -> str:
    """Return a digest over the names and contents of a folder's source and vocabulary files, evaluation left out."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _READ):
        relative = path.relative_to(folder)
        if relative.parts[0] in _APART:
            continue
        digest.update(relative.as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
