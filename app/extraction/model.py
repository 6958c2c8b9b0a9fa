"""What extraction finds: value types only, no rules.

Every offset in this package counts Unicode code points from 0 over the canonical text of one revision, and every
span is half-open: ``text[start:end]`` (W3C Web Annotation, TextPositionSelector). Nothing here edits the text.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal[
    "title",
    "deck",
    "dateline",
    "paragraph",
    "heading",
    "turn",
    "caption",
    "credit",
    "related",
    "footnote",
    "boilerplate",
]
QuoteKind = Literal["direct", "partial", "nested", "transcript"]
Side = Literal["russia", "foreign", "unknown"]
DateMethod = Literal["supplied", "stated", "inferred", "unknown"]
CountryRole = Literal["partner", "mention"]
OtherReason = Literal["name", "scare", "heading", "title", "repeat"]
Place = Literal["title", "lead", "heading", "body", "background"]
Tense = Literal["reporting", "future", "limit", "earlier", "plain"]
Match = tuple[int, int, int]
"""A phrase of a list, by its number, found in the text: its start and its end."""
NameKind = Literal["person", "body", "office", "country", "demonym", "place", "metonym"]


class Source(NamedTuple):
    """One article as it came: the decoded text and what its source supplied beside it."""

    text: str
    name: str
    """What the article is called where it came from: a file's name without folder and extension, or a given id."""
    url: str | None = None
    title: str | None = None
    published: datetime.date | None = None
    outlet: str | None = None

    @property
    def key(self) -> str:
        """The article's identity for ever: its canonical URL, else its source name."""
        return self.url or self.name


class Span(NamedTuple):
    """A half-open stretch of the canonical text, in code points."""

    start: int
    end: int


class Evidence(NamedTuple):
    """The words, and the rule that read them, from which something was concluded."""

    rule: str
    text: str
    start: int
    end: int


class Block(NamedTuple):
    """A stretch of the article with a kind. Blocks are in text order and do not overlap."""

    kind: BlockKind
    start: int
    end: int


class Dateline(NamedTuple):
    """Place and day as the outlet printed them at the head of the copy; the year is often missing."""

    place: str | None
    country: str | None
    day: int | None
    month: int | None
    year: int | None
    start: int
    end: int


class Stamp(NamedTuple):
    """The date that a page prints of itself; ``year`` is sometimes missing. Offsets are those of the date's words.

    ``ambiguous`` says that day and month may as well stand for each other: `3/5/2019`.
    """

    day: int
    month: int
    year: int | None
    start: int
    end: int
    ambiguous: bool = False


class Published(NamedTuple):
    """The day of publication, how it is known, and every day that the evidence leaves possible."""

    date: datetime.date | None
    method: DateMethod
    confidence: float
    candidates: tuple[datetime.date, ...]
    evidence: tuple[Evidence, ...]


class Phrases(NamedTuple):
    """Where phrases of the vocabulary stand, by the lists that have them, each by its number in its list."""

    names: list[Match]
    topics: list[Match]
    events: list[Match]
    announcing: list[Match]
    ourselves: list[Match]


@dataclass(slots=True)
class Name:
    """A stretch of the text that the vocabulary knows.

    ``keys`` are the candidates, best first: slugs of people or bodies, keys of offices, or codes of countries,
    according to ``kind``. ``country`` is the country that the name speaks for, where it speaks for one. No tuple,
    because slots are read in a quarter of the time, and names are asked two thousand times an article.
    """

    kind: NameKind
    keys: tuple[str, ...]
    country: str | None
    start: int
    end: int


@dataclass(slots=True)
class Passage:
    """One sentence of the title, a heading or the body, its place in the article, and the names that begin in it."""

    start: int
    end: int
    place: Place
    names: tuple[Name, ...]
    says_we: bool
    """Whether it says `we`: whoever is quoted so in Russian newswire mostly speaks for Russia."""


class DayMention(NamedTuple):
    """A day (or weekday, month, year) that the text names. ``sentence`` is the span of the sentence around it."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    tense: Tense
    sentence: tuple[int, int]
    block: int
    """Which block of the body it stands in; 0 is the one that the dateline opens, or else the first."""
    spoken: bool = False
    """Whether it stands in a transcript's turn or between quotation marks: somebody's words, not the copy's."""


class Speaker(NamedTuple):
    """The person or body whose words a quote is."""

    name: str
    slug: str
    role: str | None
    country: str | None
    as_written: str


class Cue(NamedTuple):
    """The words that attribute a quote (`said`, `according to`)."""

    text: str
    start: int
    end: int


class Quotation(NamedTuple):
    """A stretch between quotation marks, before anyone has asked whether it is a statement.

    ``start`` and ``end`` exclude the marks; ``outer_start`` and ``outer_end`` include them. ``depth`` is 0 for
    outermost marks, 1 for a quotation within it. ``continued`` says that the paragraph closed without a closing mark
    and the next one opened with an opening mark (the same speech goes on).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int
    continued: bool


class Quote(NamedTuple):
    """One utterance in direct speech by one speaker, in one or more spans without their marks."""

    id: str
    text: str
    spans: tuple[Span, ...]
    speaker: Speaker | None
    side: Side
    via: Speaker | None
    cue: Cue | None
    kind: QuoteKind
    confidence: float
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statement_date: datetime.date | None = None
    statement_date_evidence: tuple[Evidence, ...] = ()


class OtherQuoted(NamedTuple):
    """Something in quotation marks that is no statement, or a repeat of one, and why."""

    start: int
    end: int
    text: str
    reason: OtherReason


class CountryTag(NamedTuple):
    """A country the article is about (partner) or that matters in its body (mention)."""

    code: str
    role: CountryRole
    score: float
    evidence: tuple[Evidence, ...]


class TopicTag(NamedTuple):
    """A subject of the taxonomy that the article speaks of."""

    slug: str
    score: float
    evidence: tuple[Evidence, ...]


CountryWord = tuple[int, str]
"""Where a country other than Russia is named in the text, and its code."""
TopicWord = tuple[int, str, float]
"""Where a word begins that speaks for a topic, the topic, and the word's weight for it."""


class Analysis(NamedTuple):
    """Everything that extraction concluded about one article."""

    id: str
    text: str
    title: str | None
    deck: str | None
    outlet: str | None
    url: str | None
    language: str
    published: Published
    dateline: Dateline | None
    blocks: tuple[Block, ...]
    quotes: tuple[Quote, ...]
    other_quoted: tuple[OtherQuoted, ...]
    countries: tuple[CountryTag, ...]
    topics: tuple[TopicTag, ...]
