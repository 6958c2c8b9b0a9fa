"""A page of a listing: the form, the facets, the chips that undo them, the entries, and the way on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Final, Generic, TypeVar

from app.store.records import ArticleRecord, Listing, QuoteRecord
from app.store.selection import Selection, Sort
from app.web.comparisons import Comparison, comparison_path
from app.web.contexts.alternates import alternates
from app.web.contexts.chips import Chip, removals
from app.web.contexts.facets import FacetGroup, facet_groups
from app.web.contexts.head import Head
from app.web.contexts.help import Help, Unknown, unknown_filters
from app.web.contexts.histogram import Histogram, draw_histogram
from app.web.contexts.search import Search
from app.web.contexts.statements import ArticleEntry, Statement, article_entries, statements
from app.web.parameters import query_items, query_string

_FORM_FIELDS: Final = {"q", "from", "to", "by"}
_SORTS: Final[dict[Sort, str]] = {"relevance": "Most relevant", "newest": "Newest", "oldest": "Oldest"}

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class FilterForm:
    """What the filter form shows, and the filters that it only carries along."""

    action: str
    query: str
    since: date | None
    until: date | None
    by: str
    carried: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sorting:
    """An order of the entries."""

    label: str
    url: str
    selected: bool


@dataclass(frozen=True, slots=True)
class ListingPage(Generic[Entry]):
    """A page of a listing of quotes or of articles."""

    template: ClassVar[str] = "pages/listing.html"
    fragment: ClassVar[Sequence[str]] = ("title", "results")

    head: Head
    kind: str
    """`quotes` or `articles`: what the entries are."""
    form: FilterForm
    chips: tuple[Chip, ...]
    facets: tuple[FacetGroup, ...]
    histogram: Histogram | None
    sorts: tuple[Sorting, ...]
    total: int
    entries: tuple[Entry, ...]
    first_url: str | None
    """The first page, when this is a later one."""
    next_url: str | None
    search: Search
    unknown: tuple[Unknown, ...]
    """Filters typed with values that nothing answers to."""
    synonyms_url: str
    """The same search without words that mean the same, or with them when it is without."""
    clear_url: str
    compare_url: str
    """The selection as one side of a comparison."""
    help: Help = field(default_factory=Help)


def quotes_page(
    listing: Listing[QuoteRecord], selection: Selection, *, after: str, search: Search
) -> ListingPage[Statement]:
    """Return the page of a listing of quotes."""
    entries = statements(listing.items, search, selection)
    return _page("/quotes", "quotes", "Statements", listing, entries, selection, after, search)


def articles_page(
    listing: Listing[ArticleRecord], selection: Selection, *, after: str, search: Search
) -> ListingPage[ArticleEntry]:
    """Return the page of a listing of articles."""
    entries = article_entries(listing.items, search, selection)
    return _page("/articles", "articles", "Articles", listing, entries, selection, after, search)


def _page(
    path: str,
    kind: str,
    title: str,
    listing: Listing[QuoteRecord] | Listing[ArticleRecord],
    entries: tuple[Entry, ...],
    selection: Selection,
    after: str,
    search: Search,
) -> ListingPage[Entry]:
    chips = tuple(chip for chip, _ in removals(path, selection, listing.facets, search))
    described = ", ".join(chip.label for chip in chips)
    return ListingPage(
        head=Head(
            title=f"{title}: {described}" if described else title,
            description=f"{title} on Russia’s foreign relations{': ' + described if described else ''}.",
            path=path + query_string(selection, after=after),
            alternates=alternates(path, selection),
            index=not after,
            section=path,
        ),
        kind=kind,
        form=_form(path, selection),
        chips=chips,
        facets=tuple(facet_groups(path, selection, listing.facets, search)),
        histogram=draw_histogram(path, selection, listing.facets, search),
        sorts=tuple(_sorts(path, selection, search)),
        total=listing.total,
        entries=entries,
        first_url=path + query_string(selection) if after else None,
        next_url=path + query_string(selection, after=listing.next_cursor) if listing.next_cursor else None,
        search=search,
        unknown=tuple(unknown_filters(path, selection, search)),
        synonyms_url=path + query_string(replace(selection, synonyms=not selection.synonyms)),
        clear_url=path,
        compare_url=comparison_path(Comparison(selection)),
    )


def _form(path: str, selection: Selection) -> FilterForm:
    return FilterForm(
        action=path,
        query=selection.query,
        since=selection.since,
        until=selection.until,
        by=selection.by,
        carried=tuple((name, value) for name, value in query_items(selection) if name not in _FORM_FIELDS),
    )


def _sorts(path: str, selection: Selection, search: Search) -> Iterator[Sorting]:
    """Yield the orders that make sense; the first one needs no parameter."""
    default: Sort = "relevance" if search.is_ranked else "newest"
    chosen = selection.sort if selection.sort and (search.is_ranked or selection.sort != "relevance") else default
    for sort, label in _SORTS.items():
        if sort != "relevance" or search.is_ranked:
            ordered = replace(selection, sort=None if sort == default else sort)
            yield Sorting(label, path + query_string(ordered), sort == chosen)
