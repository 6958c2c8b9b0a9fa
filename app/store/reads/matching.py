"""Criteria as bitmaps: one part for each field that narrows, so that a facet can be counted without its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyroaring import BitMap
from sqlalchemy import select
from sqlmodel import Session, col

from app.store.fulltext import ARTICLES, QUOTES, FulltextIndex
from app.store.reads.bitmaps import (
    ARTICLE_COLUMNS,
    QUOTE_COLUMNS,
    Column,
    all_articles,
    all_quotes,
    article_of,
    found_by,
    values_of,
)
from app.store.reads.conditions import number
from app.store.reads.criteria import Criteria, FacetName
from app.store.selection import Selection
from app.store.tables import Quote, Speaker

Part = tuple[str, BitMap]
"""The name of a facet or of another filter, and the items that it lets through."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The items that meet criteria. ``spoken`` are quotes, of which an article must have one that meets all."""

    everything: BitMap
    parts: tuple[Part, ...]
    spoken: tuple[Part, ...] = ()
    articles: Sequence[int] = ()
    """The article at the place of each quote's number; only for listings of articles."""

    def items(self, without: FacetName | None = None) -> BitMap:
        """Return the items that match, with one facet's own choice left out."""
        found = BitMap.intersection(self.everything, *_except(self.parts, without))
        spoken = self.quotes(without)
        return found if spoken is None else found & self.articles_of(spoken)

    def quotes(self, without: FacetName | None = None) -> BitMap | None:
        """Return the quotes of which an article must have one; None when any article will do."""
        spoken = list(_except(self.spoken, without))
        return BitMap.intersection(*spoken) if spoken else None

    def articles_of(self, quotes: BitMap) -> BitMap:
        """Return the articles in which quotes stand."""
        return BitMap(map(self.articles.__getitem__, quotes))


def match_quotes(session: Session, criteria: Criteria) -> Matching:
    """Return the quotes that meet criteria."""
    everything = all_quotes(session)
    parts = [part for chosen in (criteria.given, criteria.typed) for part in _of_quote(session, chosen)]
    parts += _words(session, criteria, QUOTES, everything)
    for excluded in criteria.excluded:
        parts.append(("", everything - BitMap.intersection(everything, *_except(_of_quote(session, excluded), None))))
    return Matching(everything, tuple(parts))


def match_articles(session: Session, criteria: Criteria) -> Matching:
    """Return the articles that meet criteria."""
    everything = all_articles(session)
    parts = [part for chosen in (criteria.given, criteria.typed) for part in _of_article(session, chosen)]
    parts += _words(session, criteria, ARTICLES, everything)
    spoken = [part for chosen in (criteria.given, criteria.typed) for part in _spoken(session, chosen)]
    matching = Matching(everything, (), articles=article_of(session))
    for excluded in criteria.excluded:
        unwanted = Matching(
            everything,
            tuple(_of_article(session, excluded)),
            tuple((name, part & all_quotes(session)) for name, part in _spoken(session, excluded)),
            matching.articles,
        )
        parts.append(("", everything - unwanted.items()))
    return Matching(everything, tuple(parts), tuple(spoken), matching.articles)


def _except(parts: Iterable[Part], facet: FacetName | None) -> Iterator[BitMap]:
    return (part for name, part in parts if facet is None or name != facet)


def _of_quote(session: Session, chosen: Selection) -> Iterator[Part]:
    yield from _tagged(session, chosen, QUOTE_COLUMNS)
    yield from _voice(session, chosen)
    yield from _days(session, chosen, "said" if chosen.by == "statement" else "day")


def _of_article(session: Session, chosen: Selection) -> Iterator[Part]:
    yield from _tagged(session, chosen, ARTICLE_COLUMNS)
    if chosen.by == "publication":
        yield from _days(session, chosen, "article day")


def _spoken(session: Session, chosen: Selection) -> Iterator[Part]:
    yield from _voice(session, chosen)
    if chosen.by == "statement":
        yield from _days(session, chosen, "said")


def _tagged(session: Session, chosen: Selection, columns: Mapping[str, Column]) -> Iterator[Part]:
    yield from _either(
        session, "country", columns["country" if chosen.role == "partner" else "mention"], chosen.countries
    )
    yield from _either(session, "topic", columns["topic"], chosen.topics)
    yield from _either(session, "outlet", columns["outlet"], chosen.outlets)


def _voice(session: Session, chosen: Selection) -> Iterator[Part]:
    yield from _either(session, "speaker", "speaker", chosen.speakers)
    yield from _either(session, "side", "side", chosen.sides)
    yield from _either(session, "kind", "kind", chosen.kinds)
    if chosen.voices:
        slugs = session.execute(select(col(Speaker.slug)).where(col(Speaker.country).in_(chosen.voices))).scalars()
        yield "voice", _union(values_of(session, "speaker"), slugs)
    if chosen.relayers:
        relayers = select(number(Speaker)).where(col(Speaker.slug).in_(chosen.relayers))
        relayed = select(number(Quote)).where(col(Quote.via_id).in_(relayers), col(Quote.state) == "current")
        yield "via", BitMap(session.execute(relayed).scalars())


def _either(session: Session, facet: FacetName, column: Column, values: tuple[str, ...]) -> Iterator[Part]:
    if values:
        yield facet, _union(values_of(session, column), values)


def _days(session: Session, chosen: Selection, column: Column) -> Iterator[Part]:
    if chosen.since or chosen.until:
        first = chosen.since.isoformat() if chosen.since else ""
        last = chosen.until.isoformat() if chosen.until else "~"
        days = values_of(session, column)
        yield "year", _union(days, (day for day in days if first <= day <= last))


def _words(session: Session, criteria: Criteria, index: FulltextIndex, everything: BitMap) -> Iterator[Part]:
    if match := criteria.query.match:
        found = found_by(session, index, match.expression)
        yield "words", everything - found if match.negated else found


def _union(values: Mapping[str, BitMap], wanted: Iterable[str]) -> BitMap:
    return BitMap.union(BitMap(), *(values[value] for value in wanted if value in values))
