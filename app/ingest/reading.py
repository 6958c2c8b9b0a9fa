"""From a file to the articles in it: one reader for each kind of file."""

from __future__ import annotations

import hashlib
import io
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, StrictStr, ValidationError

from app.extraction import Source, canonical_text
from app.ingest.decoding import MAX_BYTES, UnreadableTextError, check, decode, decode_html
from app.ingest.problems import Problem
from app.ingest.urls import canonical_url
from app.ingest.webpages import WebPage, read_web_page

_PAGE_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)

MAX_LINE = 4 * MAX_BYTES
"""Bytes of one line of JSON Lines; escapes make a text longer than it is."""


class ArticleLine(BaseModel):
    """One line of a JSON Lines file, with ``text`` or the ``html`` of a page. Other keys are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    text: StrictStr | None = None
    html: StrictStr | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | datetime | None = None
    outlet: str | None = None


def read_articles(path: Path) -> Iterator[Source | Problem]:
    """Yield the articles of a file whose suffix is one of ``READERS``; whatever cannot be read is a problem."""
    try:
        # Opening a pipe that nobody writes to would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            yield Problem(str(path), "is not a regular file (but a pipe, a device or the like)")
            return
        with path.open("rb") as file:
            yield from READERS[path.suffix.lower()](file, path)
    except OSError as error:
        yield Problem(str(path), f"cannot be read ({error.strerror})")


def read_stream(stream: BinaryIO) -> Iterator[Source | Problem]:
    """Yield the articles of an input without a name: JSON Lines, a web page or plain text, as its beginning says."""
    content = stream.read()
    beginning = content[:1000].lstrip()
    if beginning.startswith(b"{"):
        read = read_lines
    elif _PAGE_BEGINS.match(beginning):
        read = read_html
    else:
        read = read_plain
    return read(io.BytesIO(content), Path("input"))


def read_plain(file: BinaryIO, path: Path) -> Iterator[Source | Problem]:
    """Read a file that is one article."""
    try:
        # One byte beyond the limit is enough to see that there is too much.
        yield Source(text=canonical_text(decode(file.read(MAX_BYTES + 1))), name=path.stem)
    except UnreadableTextError as error:
        yield Problem(str(path), str(error))


def read_html(file: BinaryIO, path: Path) -> Iterator[Source | Problem]:
    """Read a file that is one saved web page; the name of the file stands in where the page gives no address."""
    try:
        page = read_web_page(decode_html(file.read(MAX_BYTES + 1)))
    except UnreadableTextError as error:
        yield Problem(str(path), str(error))
    else:
        yield Source(page.text, path.stem, page.url, page.title, page.published, page.outlet)


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
        page = _page_of(record)
        check(page.text)
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
    name = record.id or hashlib.sha256(page.text.encode()).hexdigest()[:16]
    # What the line says wins over what its page says.
    return Source(
        text=page.text,
        name=name,
        url=url or page.url,
        title=record.title or page.title,
        published=published or page.published,
        outlet=record.outlet or page.outlet,
    )


def _page_of(record: ArticleLine) -> WebPage:
    """Return what a line holds; one with plain text knows nothing else of its page. Raises UnreadableTextError."""
    if record.text is not None:
        return WebPage(canonical_text(record.text))
    if record.html is not None:
        check(record.html)
        return read_web_page(record.html)
    raise UnreadableTextError("is not an article: it has neither text nor html")


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in fault["loc"])
    return f"is not an article: {field + ': ' if field else ''}{fault['msg']}"


READERS: Mapping[str, Callable[[BinaryIO, Path], Iterator[Source | Problem]]] = {
    ".txt": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_lines,
}
"""By suffix in lower case."""
