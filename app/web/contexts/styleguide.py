"""The design system on one page: every token with its contrasts, and every component with samples in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from app.store.records import Listing, Overview, QuoteRecord
from app.store.selection import Selection
from app.web.comparisons import Reading
from app.web.contexts.article import ArticlePage, article_page
from app.web.contexts.comparison.page import Side
from app.web.contexts.comparison.pairs import PairTable, pair_tables
from app.web.contexts.comparison.tracks import Track, draw_tracks, side_series
from app.web.contexts.comparison.words import words_of
from app.web.contexts.head import Head
from app.web.contexts.help import WayOut
from app.web.contexts.listing import ListingPage, quotes_page
from app.web.contexts.rankings import Ranking, rows
from app.web.contexts.statements import ArticleEntry, Statement, article_entries, statements
from app.web.contexts.timeline import Timeline, draw_timeline
from app.web.design import samples
from app.web.design.contrast import GRAPHICS, TEXT, contrast
from app.web.design.tokens import Colour, colours, read_tokens
from app.web.understanding import understand

_TYPE: Final = ("display", "title", "large", "reading", "normal", "small", "smaller")
_TINTS: Final = range(6)
_TEXT_PAIRS: Final = (
    ("ink", "paper", "Text"),
    ("muted", "paper", "Secondary text, hints, labels"),
    ("accent", "paper", "Chips, links under the pointer"),
    ("ink", "wash", "Notes and banners"),
    ("muted", "wash", "Hints in banners"),
    ("on-fill", "fill", "Buttons"),
    ("on-accent", "accent", "Chips under the pointer"),
    ("ink", "match", "Words searched for"),
    ("side-b", "paper", "The second side of a comparison"),
    *(
        ("ink", f"tint-{tint}", f"Quotes of speaker {tint}" if tint else "Quotes of all other speakers")
        for tint in _TINTS
    ),
)
_GRAPHIC_PAIRS: Final = (
    ("line-strong", "paper", "Fields, bars"),
    ("accent", "paper", "Focus rings, the first side’s bars"),
    ("side-b", "paper", "The second side’s bars"),
    *(
        (f"tone-{tint}", "paper", f"Notes of speaker {tint}" if tint else "Notes of all other speakers")
        for tint in _TINTS
    ),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on another, with the contrast ratio in each scheme and the least that its use asks for."""

    colour: str
    background: str
    use: str
    least: float
    light: float
    dark: float

    @property
    def is_enough(self) -> bool:
        """Tell whether both schemes reach what is asked for."""
        return min(self.light, self.dark) >= self.least


@dataclass(frozen=True, slots=True)
class StyleguidePage:
    """Everything that the page shows."""

    template: ClassVar[str] = "pages/styleguide.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    colours: tuple[Colour, ...]
    pairs: tuple[Pair, ...]
    type_sizes: tuple[tuple[str, str], ...]
    listing: ListingPage[Statement]
    articles: tuple[ArticleEntry, ...]
    ways_out: tuple[WayOut, ...]
    article: ArticlePage
    timeline: Timeline | None
    ranking: Ranking
    sides: tuple[Side, Side]
    tracks: tuple[Track, ...]
    paired: tuple[PairTable, ...]


def styleguide_page(style_sheet: str) -> StyleguidePage:
    """Return the page for the style sheet that defines the tokens."""
    tokens = read_tokens(style_sheet)
    known = colours(tokens)
    selection = Selection(query="summer", countries=("CH",), since=date(2019, 1, 1))
    search = understand(selection.query)
    listing = quotes_page(_listing(samples.QUOTES), selection, after="", search=search)
    left, right = _reading("CH", samples.QUOTES[:1], 0), _reading("AT", samples.QUOTES[1:], 1)
    names = ("Switzerland", "Austria")
    return StyleguidePage(
        head=Head(
            title="Style guide",
            description="Every token and component of the design, in both colour schemes.",
            path="/styleguide",
            index=False,
            section="/about",
        ),
        colours=tuple(known.values()),
        pairs=(*_contrasts(known, _TEXT_PAIRS, TEXT), *_contrasts(known, _GRAPHIC_PAIRS, GRAPHICS)),
        type_sizes=tuple((name, tokens[name]) for name in _TYPE),
        listing=listing,
        articles=article_entries([samples.ARTICLE], search),
        ways_out=tuple(WayOut(chip, 3) for chip in listing.chips),
        article=article_page(samples.DETAIL, search=search),
        timeline=draw_timeline(samples.MONTHS, Selection(), lambda _: "/quotes"),
        ranking=Ranking("Partners", rows(samples.TALLIES, "/countries"), "/countries"),
        sides=(_side("a", names[0], left, right), _side("b", names[1], right, left)),
        tracks=draw_tracks(
            [
                side_series(name, Selection(), side.months, samples.HELD)
                for name, side in zip(names, (left, right), strict=True)
            ],
            samples.HELD,
        ),
        paired=pair_tables(left, right)[:1],
    )


def _contrasts(known: Mapping[str, Colour], pairs: Iterable[tuple[str, str, str]], least: float) -> Iterable[Pair]:
    for name, behind, use in pairs:
        colour, background = known[name], known[behind]
        light = contrast(colour.light, background.light)
        yield Pair(name, behind, use, least, light, contrast(colour.dark, background.dark))


def _listing(quotes: Sequence[QuoteRecord]) -> Listing[QuoteRecord]:
    return Listing(len(quotes), quotes, samples.FACETS, None)


def _reading(country: str, quotes: Sequence[QuoteRecord], place: int) -> Reading:
    total = sum(samples.COUNTS)
    return Reading(
        selection=Selection(countries=(country,)),
        overview=Overview(total, 21, 2, samples.ARTICLE.published, samples.ARTICLE.published),
        listing=_listing(quotes),
        months=(samples.MONTHS, samples.OTHER_MONTHS)[place],
        countries=samples.TALLIES[: 2 + place],
        topics=(),
        speakers=(),
        words=samples.WORDS[place],
    )


def _side(letter: str, name: str, side: Reading, other: Reading) -> Side:
    words, latest = words_of(side, other), statements(side.listing.items)
    return Side(letter, name, side.overview, words, latest, "/quotes")
