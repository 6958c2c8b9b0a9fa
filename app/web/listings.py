"""A listing in whichever form was asked for: pages and API read the same selection through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Final, Generic, Literal, Protocol, TypeVar

from fastapi import Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from app.store.engine import Session
from app.store.reads import (
    InvalidCursor,
    list_articles,
    list_quotes,
    stream_articles,
    stream_quotes,
    total_articles,
    total_quotes,
)
from app.store.records import Listing
from app.store.selection import Selection
from app.web import addresses
from app.web.addresses import Absolute
from app.web.contexts.chips import NO_FACETS, Facets, removals
from app.web.errors import BadParameters, Fault
from app.web.formats import atom
from app.web.formats.items import (
    ArticleItem,
    FacetItem,
    ListingBody,
    QuoteItem,
    SeeAlsoItem,
    article_item,
    quote_item,
)
from app.web.formats.tables import ARTICLE_COLUMNS, QUOTE_COLUMNS, Row, article_row, csv_lines, quote_row
from app.web.parameters import ListingParameters, query_string

Suffix = Literal["json", "jsonl", "csv", "atom"]
PAGE_SIZE: Final = 20
FEED_SIZE: Final = 50
_LINES_IN_CHUNK: Final = 500

Record = TypeVar("Record")
Streamed = TypeVar("Streamed", covariant=True)
Data = TypeVar("Data", QuoteItem, ArticleItem)


class ReadPage(Protocol[Record]):
    """Reads one page of a listing from the store."""

    def __call__(
        self, session: Session, selection: Selection, *, limit: int = ..., cursor: str | None = ...
    ) -> Listing[Record]:
        """Return the page after the cursor; raise InvalidCursor when it belongs to other filters."""
        ...


class ReadAll(Protocol[Streamed]):
    """Reads the whole of a listing from the store, or what follows a cursor."""

    def __call__(self, session: Session, selection: Selection, *, cursor: str | None = ...) -> Iterator[Streamed]:
        """Return what follows the cursor; raise InvalidCursor, before anything is read, when it is of other filters."""
        ...


@dataclass(frozen=True, slots=True)
class Kind(Generic[Record, Data]):
    """What is listed: how it is read, and how one of it looks in each form."""

    path: str
    name: Literal["quotes", "articles"]
    title: str
    read: ReadPage[Record]
    total: Callable[[Session, Selection], int]
    stream: ReadAll[Record]
    item: Callable[[Record, Absolute], Data]
    entry: Callable[[Record, Absolute], atom.Entry]
    columns: tuple[str, ...]
    row: Callable[[Data], Row]


QUOTES: Final = Kind(
    path="/quotes",
    name="quotes",
    title="Kremlin Statements",
    read=list_quotes,
    total=total_quotes,
    stream=stream_quotes,
    item=quote_item,
    entry=atom.quote_entry,
    columns=QUOTE_COLUMNS,
    row=quote_row,
)
ARTICLES: Final = Kind(
    path="/articles",
    name="articles",
    title="Kremlin Statements, articles",
    read=list_articles,
    total=total_articles,
    stream=stream_articles,
    item=article_item,
    entry=atom.article_entry,
    columns=ARTICLE_COLUMNS,
    row=article_row,
)


def read_page(
    kind: Kind[Record, Data], session: Session, parameters: ListingParameters, limit: int = PAGE_SIZE
) -> Listing[Record]:
    """Return one page of a listing; raise BadParameters when the cursor does not belong to these filters."""
    try:
        return kind.read(session, parameters.selection(), limit=limit, cursor=parameters.after or None)
    except InvalidCursor as error:
        raise _misplaced() from error


def _read_on(kind: Kind[Record, Data], session: Session, parameters: ListingParameters) -> Iterator[Record]:
    """Return everything from the cursor on; raise BadParameters when it does not belong to these filters."""
    try:
        return kind.stream(session, parameters.selection(), cursor=parameters.after or None)
    except InvalidCursor as error:
        raise _misplaced() from error


def _misplaced() -> BadParameters:
    advice = "This place in the listing belongs to other filters. Leave “after” out to begin at the first page."
    return BadParameters([Fault("after", advice)])


def listing_as(
    kind: Kind[Record, Data], request: Request, session: Session, parameters: ListingParameters, suffix: Suffix
) -> Response:
    """Answer with data: one page of JSON or Atom, or all of the selection that follows as JSON Lines or CSV."""
    if suffix == "json":
        return _json(kind, request, session, parameters)
    if suffix == "atom":
        return _feed(kind, request, session, parameters)
    absolute = partial(addresses.absolute, request)
    items = (kind.item(record, absolute) for record in _read_on(kind, session, parameters))
    if suffix == "csv":
        return _download(kind, csv_lines(kind.columns, map(kind.row, items)), "text/csv", suffix)
    return _download(kind, (f"{item.model_dump_json()}\n" for item in items), "application/jsonl", suffix)


def listing_body(
    kind: Kind[Record, Data], request: Request, session: Session, parameters: ListingParameters
) -> ListingBody[Data]:
    """Return one page of a listing as data."""
    listing = read_page(kind, session, parameters)
    absolute = partial(addresses.absolute, request)
    return ListingBody[Data](
        total=listing.total,
        items=[kind.item(record, absolute) for record in listing.items],
        facets={name: [FacetItem.model_validate(v) for v in values] for name, values in listing.facets.items()},
        next_url=_next_url(request, parameters, listing.next_cursor),
        see_also=_see_also(kind, request, session, parameters) if not listing.total else None,
    )


def _see_also(
    kind: Kind[Record, Data], request: Request, session: Session, parameters: ListingParameters
) -> SeeAlsoItem | None:
    """Lead from statements of which there are none to the articles of the same selection."""
    if kind.name != "quotes":
        return None
    selection = parameters.selection()
    path = request.url.path.replace(kind.name, ARTICLES.name)
    url = addresses.absolute(request, path + query_string(selection))
    return SeeAlsoItem(url=url, total=total_articles(session, selection))


def _json(kind: Kind[Record, Data], request: Request, session: Session, parameters: ListingParameters) -> Response:
    body = listing_body(kind, request, session, parameters)
    return JSONResponse(body.model_dump(mode="json"), headers=next_link(body.next_url))


def _feed(kind: Kind[Record, Data], request: Request, session: Session, parameters: ListingParameters) -> Response:
    listing = read_page(kind, session, parameters, FEED_SIZE)
    selection = parameters.selection()
    absolute = partial(addresses.absolute, request)
    entries = [kind.entry(record, absolute) for record in listing.items]
    feed = replace(
        whole_feed(kind, selection, absolute, entries, listing.facets),
        url=absolute(request.url.path + query_string(selection, after=parameters.after)),
        next_url=_next_url(request, parameters, listing.next_cursor),
    )
    return Response(atom.atom(feed), media_type=atom.MEDIA_TYPE, headers=next_link(feed.next_url))


def whole_feed(
    kind: Kind[Record, Data],
    selection: Selection,
    absolute: Absolute,
    entries: Iterable[atom.Entry],
    facets: Facets = NO_FACETS,
) -> atom.Feed:
    """Return the feed of a whole selection, not paged; ``facets`` know the names of those the vocabulary does not."""
    query = query_string(selection)
    filters = ", ".join(chip.label for chip, _ in removals(kind.path, selection, facets))
    return atom.Feed(
        id=atom.feed_id(kind.path, query),
        title=f"{kind.title}: {filters}" if filters else kind.title,
        url=absolute(f"{kind.path}.atom{query}"),
        page_url=absolute(kind.path + query),
        next_url=None,
        entries=entries,
    )


def _next_url(request: Request, parameters: ListingParameters, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    return addresses.absolute(request, request.url.path + query_string(parameters.selection(), after=cursor))


def next_link(url: str | None) -> dict[str, str]:
    """Return the Link header of RFC 8288."""
    return {"Link": f'<{url}>; rel="next"'} if url else {}


def _download(kind: Kind[Record, Data], lines: Iterable[str], media_type: str, suffix: str) -> Response:
    name = f"{kind.path.strip('/')}.{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(in_chunks(lines), media_type=f"{media_type}; charset=utf-8", headers=headers)


def in_chunks(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines joined, some hundred at a time: each chunk that is sent costs a change of threads."""
    remaining = iter(lines)
    while chunk := "".join(islice(remaining, _LINES_IN_CHUNK)):
        yield chunk
