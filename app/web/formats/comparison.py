"""A comparison as data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.store.reads import MOST_STATEMENTS
from app.store.records import Coverage, Tally
from app.web.addresses import Absolute
from app.web.comparisons import Reading
from app.web.contexts.comparison.narrowing import quotes_path
from app.web.contexts.comparison.words import Word, words_of
from app.web.contexts.coverage import monthly
from app.web.formats.items import QuoteItem, TallyItem, quote_item, tally_item


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True)


class MonthData(_Data):
    """One month, by its first day."""

    month: date
    quotes: int
    articles: int


class WordData(_Data):
    """A word that leans to a side: uses here and there, and the z-score of its log-odds ratio."""

    word: str
    here: int
    there: int
    score: float
    url: str | None


class SideData(_Data):
    """One side of a comparison; ``items`` are its newest statements, ``url`` leads to all of them."""

    url: str
    total: int
    articles: int
    speakers: int
    first: date | None
    last: date | None
    months: tuple[MonthData, ...]
    countries: tuple[TallyItem, ...]
    topics: tuple[TallyItem, ...]
    most_quoted: tuple[TallyItem, ...]
    distinctive_words: tuple[WordData, ...]
    items: tuple[QuoteItem, ...]


class HeldData(_Data):
    """How many articles the corpus holds of one month."""

    month: date
    articles: int


class ComparisonBody(_Data):
    """Both sides, and what the corpus holds at all.

    Words are counted in the newest ``words_of_newest`` statements of a side.
    """

    a: SideData
    b: SideData
    coverage: tuple[HeldData, ...]
    words_of_newest: int


def comparison_body(left: Reading, right: Reading, held: Iterable[Coverage], absolute: Absolute) -> ComparisonBody:
    """Return a comparison as data, with absolute addresses."""
    return ComparisonBody(
        a=_side(left, words_of(left, right), absolute),
        b=_side(right, words_of(right, left), absolute),
        coverage=tuple(HeldData(month=month, articles=count) for month, count in sorted(monthly(held).items())),
        words_of_newest=MOST_STATEMENTS,
    )


def _side(side: Reading, words: Iterable[Word], absolute: Absolute) -> SideData:
    def tallied(tallies: Iterable[Tally], base: str) -> tuple[TallyItem, ...]:
        return tuple(tally_item(tally, absolute(f"{base}/{tally.key}")) for tally in tallies)

    return SideData(
        url=absolute(quotes_path(side.selection)),
        total=side.overview.quotes,
        articles=side.overview.articles,
        speakers=side.overview.speakers,
        first=side.overview.first,
        last=side.overview.last,
        months=tuple(MonthData.model_validate(count) for count in side.months),
        countries=tallied(side.countries, "/countries"),
        topics=tallied(side.topics, "/topics"),
        most_quoted=tallied(side.speakers, "/speakers"),
        distinctive_words=tuple(_word(word, absolute) for word in words),
        items=tuple(quote_item(record, absolute) for record in side.listing.items),
    )


def _word(word: Word, absolute: Absolute) -> WordData:
    url = absolute(word.url) if word.url else None
    return WordData(word=word.word, here=word.here, there=word.there, score=word.score, url=url)
