"""From a file to the articles in it: one reader for each kind of file."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit, urlunsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from app.extraction import Source, canonical_text
from app.ingest.decoding import MAX_BYTES, UnreadableTextError, check, decode
from app.ingest.problems import Problem

MAX_LINE = 4 * MAX_BYTES
"""Bytes of one line of JSON Lines; escapes make a text longer than it is."""


class ArticleLine(BaseModel):
    """One line of a JSON Lines file. Keys that are not listed are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | datetime | None = None
    outlet: str | None = None


def read_articles(path: Path) -> Iterator[Source | Problem]:
    """Yield the articles of a file whose suffix is one of ``READERS``; whatever cannot be read is a problem."""
    try:
        with path.open("rb") as file:
            yield from READERS[path.suffix.lower()](file, path)
    except OSError as error:
        yield Problem(str(path), f"cannot be read ({error.strerror})")


def read_stream(stream: BinaryIO) -> Iterator[Source | Problem]:
    """Yield the articles of an input without a name: JSON Lines if it begins with a brace, else one article's text."""
    content = stream.read()
    read = read_lines if content.lstrip()[:1] == b"{" else read_plain
    return read(io.BytesIO(content), Path("input"))


def read_plain(file: BinaryIO, path: Path) -> Iterator[Source | Problem]:
    """Read a file that is one article."""
    try:
        # One byte beyond the limit is enough to see that there is too much.
        yield Source(text=canonical_text(decode(file.read(MAX_BYTES + 1))), name=path.stem)
    except UnreadableTextError as error:
        yield Problem(str(path), str(error))


def read_lines(file: BinaryIO, path: Path) -> Iterator[Source | Problem]:
    """Read a file that holds one article a line, as JSON."""
    number, empty = 0, True
    while line := file.readline(MAX_LINE):
        number += 1
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            yield Problem(
                f"{path} line {number}", f"is too long (the limit is {MAX_LINE:,} bytes); the rest is not read"
            )
            return
        if line.strip():
            empty = False
            yield read_line(line, f"{path} line {number}")
    if empty:
        yield Problem(str(path), "is empty")


def read_line(line: bytes, where: str) -> Source | Problem:
    """Return the article of one line of JSON; ``where`` names the line in a problem."""
    try:
        record = ArticleLine.model_validate_json(line)
        text = canonical_text(record.text)
        check(text)
        url = canonical_url(record.url) if record.url else None
        for supplied in (record.id, record.title, record.outlet, url):
            if supplied:
                check(supplied)
    except ValidationError as error:
        return Problem(where, _first_fault(error))
    except (UnreadableTextError, ValueError) as error:
        return Problem(where, str(error))
    published = record.published.date() if isinstance(record.published, datetime) else record.published
    # Without an id or a URL only the words themselves tell an article; a line's number shifts with its neighbours.
    name = record.id or hashlib.sha256(text.encode()).hexdigest()[:16]
    return Source(text, name, url=url, title=record.title, published=published, outlet=record.outlet)


def canonical_url(url: str) -> str:
    """Return a web address as it identifies an article: scheme and host in lower case, no fragment.

    Raises ValueError for anything that is not http or https.
    """
    parts = urlsplit(url.strip())
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"has a url that is no web address ({url[:80]!r})")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in fault["loc"])
    return f"is not an article: {field + ': ' if field else ''}{fault['msg']}"


READERS: Mapping[str, Callable[[BinaryIO, Path], Iterator[Source | Problem]]] = {
    ".txt": read_plain,
    ".jsonl": read_lines,
}
"""By suffix in lower case."""
