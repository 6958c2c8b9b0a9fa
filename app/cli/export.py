"""``export``: the statements or articles of a selection, as data."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from operator import add
from typing import Annotated

import typer
from pydantic import ValidationError

from app.cli.database import MISUSED, fail, reading
from app.store.engine import Session
from app.store.reads import InvalidQuery, stream_quotes
from app.store.selection import Selection
from app.web.citations import BIBTEX, RIS, cited_quote
from app.web.formats import atom
from app.web.formats.tables import csv_lines
from app.web.listings import ARTICLES, QUOTES, Data, Kind, Record, whole_feed
from app.web.parameters import ListingParameters


class Format(StrEnum):
    """Forms in which a selection can be had."""

    CSV = "csv"
    JSONL = "jsonl"
    ATOM = "atom"
    RIS = "ris"
    BIB = "bib"


_CITATIONS = {Format.RIS: RIS, Format.BIB: BIBTEX}


class Listed(StrEnum):
    """What can be listed."""

    QUOTES = "quotes"
    ARTICLES = "articles"


def export(
    listed: Annotated[Listed, typer.Argument(help="What to export.")] = Listed.QUOTES,
    output: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.CSV,
    query: Annotated[str, typer.Option("--query", "-q", help="Words to search for, as in the search box.")] = "",
    country: Annotated[list[str] | None, typer.Option(help="Partner, by code. Repeatable.")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="Topic, by slug. Repeatable.")] = None,
    speaker: Annotated[list[str] | None, typer.Option(help="Speaker, by slug. Repeatable.")] = None,
    side: Annotated[list[str] | None, typer.Option(help="russia, foreign or unknown. Repeatable.")] = None,
    outlet: Annotated[list[str] | None, typer.Option(help="Outlet, by name. Repeatable.")] = None,
    since: Annotated[str, typer.Option("--from", help="First day, as 2015-11-16.")] = "",
    until: Annotated[str, typer.Option("--to", help="Last day.")] = "",
    by: Annotated[str, typer.Option(help="What the days speak of: publication or statement.")] = "",
    sort: Annotated[str, typer.Option(help="relevance, newest or oldest.")] = "",
    origin: Annotated[str, typer.Option(help="Where the pages are served, for addresses.")] = "http://127.0.0.1:8000",
) -> None:
    """Write every statement, or article, of a selection to the output. The filters are those of the pages."""
    values: dict[str, object] = {
        "q": query,
        "country": country or [],
        "topic": topic or [],
        "speaker": speaker or [],
        "side": side or [],
        "outlet": outlet or [],
        "from": since,
        "to": until,
        "by": by,
        "sort": sort,
    }
    selection = _selection(values)
    with reading() as session:
        try:
            for line in _lines(session, listed, selection, output, origin.rstrip("/")):
                typer.echo(line.encode(), nl=False)
        except InvalidQuery as error:
            raise fail(str(error), MISUSED) from error


def _selection(values: dict[str, object]) -> Selection:
    try:
        return ListingParameters.model_validate(values).selection()
    except ValidationError as error:
        faults = (f"--{fault['loc'][0] if fault['loc'] else 'from'}: {fault['msg']}" for fault in error.errors())
        raise fail("\n".join(faults).replace("Value error, ", "").replace("--q:", "--query:"), MISUSED) from error


def _lines(session: Session, listed: Listed, selection: Selection, output: Format, origin: str) -> Iterator[str]:
    if form := _CITATIONS.get(output):
        if listed is not Listed.QUOTES:
            raise fail(f"--format {output}: citations are of statements; leave “{listed}” out", MISUSED)
        return (form.write(cited_quote(quote, partial(add, origin))) for quote in stream_quotes(session, selection))
    if listed is Listed.QUOTES:
        return _written(QUOTES, session, selection, output, origin)
    return _written(ARTICLES, session, selection, output, origin)


def _written(
    kind: Kind[Record, Data], session: Session, selection: Selection, output: Format, origin: str
) -> Iterator[str]:
    absolute = partial(add, origin)
    if output is Format.ATOM:
        entries = (kind.entry(record, absolute) for record in kind.stream(session, selection))
        return atom.atom_lines(whole_feed(kind, selection, absolute, entries))
    items = (kind.item(record, absolute) for record in kind.stream(session, selection))
    if output is Format.CSV:
        return csv_lines(kind.columns, map(kind.row, items))
    return (f"{item.model_dump_json()}\n" for item in items)
