"""A page of a listing: the form, the facets, the chips that undo them, the entries, and the way on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final, Generic, TypeVar

from app.extraction.vocabulary import load_vocabulary
from app.store.records import ArticleRecord, Facet, Listing, QuoteRecord
from app.store.selection import Selection, Sort
from app.web.comparisons import Comparison, comparison_path
from app.web.contexts.alternates import alternates
from app.web.contexts.head import Head
from app.web.contexts.search import Search
from app.web.contexts.statements import ArticleEntry, Statement, article_entries, statements
from app.web.parameters import REPEATABLE, query_items, query_string, toggled

_FACETS: Final = {
    "country": "Country",
    "topic": "Topic",
    "speaker": "Speaker",
    "side": "Side",
    "year": "Year",
    "outlet": "Outlet",
    "kind": "Kind of quote",
}
"""The facets in the order in which pages show them."""

_SIDES: Final = {"russia": "Russian side", "foreign": "Foreign", "unknown": "Unknown side"}
SHOWN_AT_FIRST: Final = 8
"""Values of a facet that are shown before "more"."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to filter by: following ``url`` adds it, or takes it away when it is selected."""

    value: str
    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One facet with its values, those shown first and the others."""

    name: str
    label: str
    first: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class FilterForm:
    """What the filter form shows, and the filters that it only carries along."""

    action: str
    query: str
    since: date | None
    until: date | None
    by: str
    sort: str
    carried: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WayOut:
    """A filter that stands between the reader and something to read: without it there would be ``total``."""

    chip: Chip
    total: int


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
    total: int
    entries: tuple[Entry, ...]
    first_url: str | None
    """The first page, when this is a later one."""
    next_url: str | None
    search: Search
    literal_url: str
    """The same search without words that mean the same."""
    ways_out: tuple[WayOut, ...]
    clear_url: str
    compare_url: str
    """The selection as one side of a comparison."""


def quotes_page(
    listing: Listing[QuoteRecord], selection: Selection, *, after: str, search: Search
) -> ListingPage[Statement]:
    """Return the page of a listing of quotes."""
    entries = statements(listing.items, search)
    return _page("/quotes", "quotes", "Statements", listing, entries, selection, after, search)


def articles_page(
    listing: Listing[ArticleRecord], selection: Selection, *, after: str, search: Search
) -> ListingPage[ArticleEntry]:
    """Return the page of a listing of articles."""
    entries = article_entries(listing.items, search)
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
    chips = tuple(chip for chip, _ in removals(path, selection, listing.facets))
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
        facets=tuple(_facet_groups(path, selection, listing.facets)),
        total=listing.total,
        entries=entries,
        first_url=path + query_string(selection) if after else None,
        next_url=path + query_string(selection, after=listing.next_cursor) if listing.next_cursor else None,
        search=search,
        literal_url=path + query_string(replace(selection, synonyms=False)),
        ways_out=(),
        clear_url=path,
        compare_url=comparison_path(Comparison(selection)),
    )


def with_ways_out(
    page: ListingPage[Entry], path: str, selection: Selection, count: Callable[[Selection], int]
) -> ListingPage[Entry]:
    """Return an empty page with the filters to drop, each with what would be left to read without it."""
    outs = (WayOut(chip, count(wider)) for chip, wider in removals(path, selection, {}))
    return replace(page, ways_out=tuple(out for out in outs if out.total))


def removals(
    path: str, selection: Selection, facets: Mapping[str, Sequence[Facet]]
) -> Iterable[tuple[Chip, Selection]]:
    """Yield each filter in force as a chip, with the selection without it."""
    if selection.query:
        yield _removal(path, f"“{selection.query}”", replace(selection, query="", sort=_sort_without_words(selection)))
    for name, field in REPEATABLE.items():
        for value in getattr(selection, field):
            yield _removal(path, _value_label(name, value, facets), toggled(selection, name, value))
    if selection.since or selection.until:
        wider = replace(selection, since=None, until=None, by="publication")
        yield _removal(path, _period_label(selection), wider)


def _removal(path: str, label: str, wider: Selection) -> tuple[Chip, Selection]:
    return Chip(label, path + query_string(wider)), wider


def _sort_without_words(selection: Selection) -> Sort | None:
    return None if selection.sort == "relevance" else selection.sort


def _value_label(name: str, value: str, facets: Mapping[str, Sequence[Facet]]) -> str:
    if name == "side":
        return _SIDES[value]
    vocabulary = load_vocabulary()
    if name == "country":
        return vocabulary.countries[value].name
    if name == "voice":
        return f"speaking for {vocabulary.countries[value].name}"
    if name == "via":
        return f"as told by {vocabulary.people[value].name if value in vocabulary.people else value}"
    if name == "topic":
        return vocabulary.topics[value].label
    if name == "speaker" and value in vocabulary.people:
        return vocabulary.people[value].name
    return next((facet.label for facet in facets.get(name, ()) if facet.value == value), value)


def _period_label(selection: Selection) -> str:
    what = "said " if selection.by == "statement" else ""
    if selection.since and selection.until:
        return f"{what}{selection.since} to {selection.until}"
    return f"{what}since {selection.since}" if selection.since else f"{what}until {selection.until}"


def _form(path: str, selection: Selection) -> FilterForm:
    shown = {"q", "from", "to", "by", "sort"}
    return FilterForm(
        action=path,
        query=selection.query,
        since=selection.since,
        until=selection.until,
        by=selection.by,
        sort=selection.sort or ("relevance" if selection.query else "newest"),
        carried=tuple((name, value) for name, value in query_items(selection) if name not in shown),
    )


def _facet_groups(path: str, selection: Selection, facets: Mapping[str, Sequence[Facet]]) -> Iterable[FacetGroup]:
    for name, label in _FACETS.items():
        values = [_facet_value(path, selection, name, facet) for facet in facets.get(name, ())]
        first = [value for index, value in enumerate(values) if index < SHOWN_AT_FIRST or value.selected]
        others = [value for index, value in enumerate(values) if index >= SHOWN_AT_FIRST and not value.selected]
        if values:
            yield FacetGroup(name, label, tuple(first), tuple(others))


def _facet_value(path: str, selection: Selection, name: str, facet: Facet) -> FacetValue:
    if name == "year":
        year = int(facet.value)
        bounds = {"since": None, "until": None} if facet.selected else _year(year)
        changed = replace(selection, **bounds)
    else:
        changed = toggled(selection, name, facet.value)
    label = _SIDES[facet.value] if name == "side" else facet.label
    return FacetValue(facet.value, label, facet.count, facet.selected, path + query_string(changed))


def _year(year: int) -> dict[str, date | None]:
    return {"since": date(year, 1, 1), "until": date(year, 12, 31)}
