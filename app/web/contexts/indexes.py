"""The indexes of countries, speakers and topics: a table that can be sorted, and for speakers narrowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Literal
from urllib.parse import urlencode

from app.extraction.vocabulary import load_vocabulary
from app.store.reads import Subject
from app.store.records import GridCount, Tally
from app.web.contexts.head import Alternate, Head
from app.web.contexts.sparkline import Sparkline, draw_sparklines
from app.web.contexts.subjects import SECTIONS
from app.web.contexts.world import WorldMap, draw_world

Order = Literal["name", "statements", "articles", "first", "latest"]
MOST_ROWS: Final = 500
"""Rows of one page: more than anybody reads, and few enough to load at once. The rest is found by letter or name."""

_WORDS: Final[dict[Subject, tuple[str, str, str]]] = {
    "country": (
        "Country",
        "Countries",
        "Bilateral partners, and the bodies of states that Russia deals with as partners of their own.",
    ),
    "speaker": ("Speaker", "Speakers", "Everybody whose words are quoted, most quoted first."),
    "topic": ("Topic", "Topics", "The subjects under which statements are filed."),
}
"""For each index: what a row is, the heading, and what it is about."""

_BY: Final[dict[Order, tuple[Callable[[Tally], Any], bool]]] = {
    "name": (lambda tally: tally.label.casefold(), False),
    "statements": (lambda tally: (tally.quotes, tally.articles), True),
    "articles": (lambda tally: (tally.articles, tally.quotes), True),
    "first": (lambda tally: tally.first or date.max, False),
    "latest": (lambda tally: tally.last or date.min, True),
}
"""For each order, what to sort by, and whether the largest comes first."""


@dataclass(frozen=True, slots=True)
class View:
    """How a table is looked at: its order, and the rows whose names have a word that begins so."""

    order: Order = "statements"
    words: str = ""
    letter: str = ""

    def url(self, path: str, **changes: str) -> str:
        """Return the address of the table seen so, with some things changed."""
        given = {"sort": self.order, "q": self.words, "letter": self.letter} | changes
        given["sort"] = "" if given["sort"] == "statements" else given["sort"]
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{path}?{query}" if query else path


@dataclass(frozen=True, slots=True)
class SortLink:
    """A column's heading: how to sort by it, and whether the table is."""

    label: str
    url: str
    direction: Literal["ascending", "descending", "none"]
    style: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The beginning of names, with the address of those that begin so; ``is_chosen`` when they are shown."""

    letter: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A country, speaker or topic with its counts over time."""

    tally: Tally
    url: str
    note: str
    sparkline: Sparkline | None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All countries, speakers or topics, with how much is said about or by each."""

    template: ClassVar[str] = "pages/index.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    heading: str
    introduction: str
    noun: str
    view: View
    sorting: tuple[SortLink, ...]
    letters: tuple[Letter, ...]
    rows: tuple[IndexRow, ...]
    found: int
    """Rows that there are under the view; more than ``rows`` when they are too many for a page."""
    total: int
    spoken: int
    """Of the whole index, those with a statement."""
    span: tuple[date, date] | None
    """The first and last month of all sparklines."""
    clear_url: str
    world: WorldMap | None
    silent: tuple[tuple[str, str], ...]
    """What the vocabulary knows and nothing is said about: name and address."""


def ordered(tallies: Iterable[Tally], view: View) -> list[Tally]:
    """Return the rows that a view shows, in its order; those that are equal by it stand by their names."""
    key, reverse = _BY[view.order]
    shown = sorted((tally for tally in tallies if _is_shown(tally, view)), key=_BY["name"][0])
    return sorted(shown, key=key, reverse=reverse)


def sort_links(noun: str, path: str, view: View) -> tuple[SortLink, ...]:
    """Return the headings of the columns, those of numbers and days marked by their style."""
    columns: tuple[tuple[str, Order, str], ...] = (
        (noun, "name", ""),
        ("Statements", "statements", "numeric"),
        ("Articles", "articles", "numeric spare"),
        ("First", "first", "wide"),
        ("Latest", "latest", "wide"),
    )
    return tuple(
        SortLink(label, view.url(path, sort=order), _direction(order) if order == view.order else "none", style)
        for label, order, style in columns
    )


def letters(tallies: Iterable[Tally], path: str, view: View) -> tuple[Letter, ...]:
    """Return every letter with which a word of some name begins; the one that is chosen leads back to all."""
    found = {initial for tally in tallies for initial in _initials(tally.label)}
    return tuple(
        Letter(one, view.url(path, letter="" if one == view.letter else one), one == view.letter)
        for one in sorted(found | ({view.letter} if view.letter else set()))
    )


def index_page(subject: Subject, tallies: Sequence[Tally], grid: Sequence[GridCount], view: View) -> IndexPage:
    """Return the page of an index: ``tallies`` and ``grid`` (months) are those of the whole corpus."""
    noun, heading, introduction = _WORDS[subject]
    path = SECTIONS[subject]
    found = ordered(tallies, view)
    months = [count.month for count in grid]
    span = (min(months), max(months)) if months else None
    sparklines = draw_sparklines(grid, *span) if span else {}
    notes = {topic.slug: topic.description for topic in load_vocabulary().topics.values()} if subject == "topic" else {}
    return IndexPage(
        head=Head(
            title=heading,
            description=introduction,
            path=path,
            alternates=(
                Alternate("CSV", f"{path}.csv", "text/csv"),
                Alternate("JSON", f"{path}.json", "application/json"),
            ),
            section=path,
        ),
        heading=heading,
        introduction=introduction,
        noun=noun,
        view=view,
        sorting=sort_links(noun, path, view),
        letters=letters(tallies, path, view) if subject == "speaker" else (),
        rows=tuple(
            IndexRow(tally, f"{path}/{tally.key}", notes.get(tally.key, ""), sparklines.get(tally.key))
            for tally in found[:MOST_ROWS]
        ),
        found=len(found),
        total=len(tallies),
        spoken=sum(tally.quotes > 0 for tally in tallies),
        span=span,
        clear_url=view.url(path, q="", letter=""),
        world=draw_world(tallies) if subject == "country" else None,
        silent=() if subject == "speaker" else _silent(subject, tallies),
    )


def _silent(subject: Subject, tallies: Iterable[Tally]) -> tuple[tuple[str, str], ...]:
    listed = {tally.key for tally in tallies}
    vocabulary = load_vocabulary()
    names = (
        {code: country.name for code, country in vocabulary.countries.items()}
        if subject == "country"
        else {slug: topic.label for slug, topic in vocabulary.topics.items()}
    )
    unlisted = ((name, f"{SECTIONS[subject]}/{key}") for key, name in names.items() if key not in listed)
    return tuple(sorted(unlisted, key=lambda named: named[0].casefold()))


def _direction(order: Order) -> Literal["ascending", "descending"]:
    return "descending" if _BY[order][1] else "ascending"


def _is_shown(tally: Tally, view: View) -> bool:
    words = [word.casefold() for word in tally.label.replace("-", " ").split()]
    begun = all(any(word.startswith(part) for word in words) for part in view.words.casefold().split())
    return begun and (not view.letter or view.letter in _initials(tally.label))


def _initials(label: str) -> set[str]:
    return {word[0].upper() for word in label.split() if word[0].isalpha() and word[0].isupper()}
