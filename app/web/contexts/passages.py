"""An article's text passage by passage: blocks as HTML, with notes on the quotes that begin in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from markupsafe import Markup

from app.extraction.blocks.repeats import repeated_decks
from app.extraction.model import Block, Span
from app.store.records import QuoteRecord, SpeakerRecord
from app.web.addresses import anchor, quote_path
from app.web.contexts.palette import NEUTRAL
from app.web.highlighting import Annotation, highlight

_FOLDED: Final = {
    "caption": "photo caption",
    "credit": "photo credit",
    "related": "links to other articles",
    "footnote": "footnote",
    "boilerplate": "page furniture",
}
"""Kinds of block that are not the article's own text, and what the page calls them."""

_OPENING_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside a quote."""

    quote: QuoteRecord
    tint: int
    opening: str
    """The quote's first words, to tell it from its neighbours."""
    url: str
    anchor: str
    names: bool
    """Another speaker than that of the note before it: say who."""
    introduces: bool
    """The speaker's first note in the article: say the office too."""
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text as HTML, with the notes on the quotes that begin in it."""

    kind: str
    label: str
    html: Markup
    notes: tuple[Note, ...]
    voice: int | None
    """The tint of who speaks here, where the block is one speaker's turn in a transcript."""
    span: Span

    @property
    def is_folded(self) -> bool:
        """Say whether it is not the article's own text, or says what stands elsewhere on the page."""
        return bool(self.label) or self.kind == "title"


@dataclass(frozen=True, slots=True)
class Section:
    """Passages in a row that are all shown, or all folded away because they are not the article's own text."""

    folded: bool
    summary: str
    passages: tuple[Passage, ...]
    opened: bool = False
    """Folded, but something asked for lies inside."""


class Notes:
    """The notes on an article's quotes, and where they stand."""

    def __init__(self, quotes: Sequence[QuoteRecord], tint_of: Mapping[str, int], muted: Iterable[str] = ()) -> None:
        self._quotes = sorted((quote for quote in quotes if quote.spans), key=lambda quote: quote.spans[0].start)
        self._starts = [quote.spans[0].start for quote in self._quotes]
        self._tint_of = tint_of
        self._muted = frozenset(muted)
        turns = sorted((s.start, s.end, self._tint(q)) for q in self._quotes if q.kind == "transcript" for s in q.spans)
        self._turns = [(start, end) for start, end, _ in turns]
        self._turn_tints = [tint for _, _, tint in turns]
        firsts: dict[str, str] = {}
        for quote in self._quotes:
            if quote.speaker:
                firsts.setdefault(quote.speaker.slug, quote.id)
        self._introducing = set(firsts.values())

    def annotations(self) -> Iterator[Annotation]:
        """Yield the marks of the quotes, one for each of their spans; the first has the quote's anchor."""
        for quote in self._quotes:
            muted = " muted" if self._is_muted(quote) else ""
            for place, span in enumerate(quote.spans):
                yield Annotation(
                    span.start,
                    span.end,
                    "mark",
                    f"quote {quote.kind} tint-{self._tint(quote)}{muted}",
                    anchor=None if place else anchor(quote.id),
                    quote=quote.id,
                    continued=place > 0,
                )

    def names_of_turns(self, blocks: Iterable[Block]) -> Iterator[Annotation]:
        """Yield, for each turn of a transcript, the mark of the name that stands before the words."""
        for block in blocks:
            place = bisect_left(self._turns, (block.start, 0))
            if block.kind == "turn" and place < len(self._turns) and self._turns[place][0] < block.end:
                yield Annotation(block.start, self._turns[place][0], "span", "turn-name")

    def beginning_in(self, block: Block) -> tuple[Note, ...]:
        """Return the notes on the quotes that begin in a block."""
        first, last = (bisect_left(self._starts, edge) for edge in (block.start, block.end))
        notes = []
        previous: SpeakerRecord | None = None
        for place, quote in enumerate(self._quotes[first:last]):
            notes.append(self._note(quote, names=place == 0 or not _same(quote.speaker, previous)))
            previous = quote.speaker
        return tuple(notes)

    def voice_in(self, block: Block) -> int | None:
        """Return the tint of whoever has the word all through a block, if anybody has."""
        place = bisect_left(self._turns, (block.end, 0)) - 1
        if place < 0 or self._turns[place][1] <= block.start:
            return None
        return self._turn_tints[place]

    def _note(self, quote: QuoteRecord, *, names: bool) -> Note:
        words = quote.text.split(maxsplit=_OPENING_WORDS)
        opening = " ".join(words[:_OPENING_WORDS]) + ("…" if len(words) > _OPENING_WORDS else "")
        return Note(
            quote,
            self._tint(quote),
            opening,
            quote_path(quote.id),
            anchor(quote.id),
            names,
            introduces=quote.id in self._introducing,
            muted=self._is_muted(quote),
        )

    def _tint(self, quote: QuoteRecord) -> int:
        return self._tint_of.get(quote.speaker.slug, NEUTRAL) if quote.speaker else NEUTRAL

    def _is_muted(self, quote: QuoteRecord) -> bool:
        return quote.speaker is not None and quote.speaker.slug in self._muted


def passages(text: str, blocks: Iterable[Block], notes: Notes, marks: Iterable[Annotation]) -> list[Passage]:
    """Return the text's blocks as passages, with the quotes and ``marks`` shown; no word of the text is left out."""
    covered = tuple(covering(blocks, text))
    annotations = [*notes.annotations(), *notes.names_of_turns(covered), *marks]
    html = highlight(text, [Span(block.start, block.end) for block in covered], annotations)
    return list(_passages(text, covered, html, notes))


def _echoes(text: str, blocks: Sequence[Block]) -> frozenset[Block]:
    """Return the decks that the first paragraph repeats: who reads on would read them twice in a row."""
    lead = next((block for block in blocks if block.kind == "paragraph"), None)
    if lead is None:
        return frozenset()
    return frozenset(deck for deck, again in repeated_decks(text, blocks) if lead.start <= again.start < lead.end)


def sections(shown: Iterable[Passage], reached: Iterable[Span]) -> tuple[Section, ...]:
    """Return passages in sections; folded ones stand open where something that is ``reached`` for lies inside."""
    starts = sorted(span.start for span in reached)
    return tuple(_sections(shown, starts))


def covering(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    """Yield the blocks, and as page furniture whatever words lie between them, so that the page hides nothing."""
    position = 0
    for block in blocks:
        yield from _between(position, block.start, text)
        yield block
        position = block.end
    yield from _between(position, len(text), text)


def _passages(text: str, blocks: Sequence[Block], html: Iterable[Markup], notes: Notes) -> Iterator[Passage]:
    """Yield the blocks as passages; a dateline runs into the paragraph that begins on its line."""
    dateline, start = Markup(), None
    following, echoes = dict(pairwise(blocks)), _echoes(text, blocks)
    for block, markup in zip(blocks, html, strict=True):
        after = following.get(block)
        if block.kind == "dateline" and after and "\n" not in text[block.end : after.start]:
            dateline, start = markup + " ", block.start
            continue
        yield Passage(
            block.kind,
            "repeated sub-title" if block in echoes else _FOLDED.get(block.kind, ""),
            dateline + markup,
            notes.beginning_in(block),
            notes.voice_in(block),
            Span(block.start if start is None else start, block.end),
        )
        dateline, start = Markup(), None


def _between(start: int, end: int, text: str) -> Iterator[Block]:
    if text[start:end].strip():
        yield Block("boilerplate", start, end)


def _same(one: SpeakerRecord | None, other: SpeakerRecord | None) -> bool:
    return (one and one.slug) == (other and other.slug)


def _sections(shown: Iterable[Passage], reached: Sequence[int]) -> Iterator[Section]:
    for folded, group in groupby(shown, key=lambda passage: passage.is_folded):
        members = tuple(group)
        labels = dict.fromkeys(passage.label or "repeated title" for passage in members)
        opened = folded and any(
            bisect_left(reached, passage.span.start) < bisect_left(reached, passage.span.end) for passage in members
        )
        yield Section(folded, ", ".join(labels) if folded else "", members, opened)
