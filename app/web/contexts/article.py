"""The page of one article: its text block by block, quotes tinted by speaker with notes beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar, Final

from markupsafe import Markup

from app.extraction.model import Block, Span
from app.store.records import ArticleDetail, QuoteRecord, SpeakerRecord
from app.web.addresses import anchor, article_path, quote_path
from app.web.contexts.findings import Finding, article_findings, clue_annotations
from app.web.contexts.head import Alternate, Head
from app.web.contexts.palette import NEUTRAL, Voice, tints, voices
from app.web.contexts.search import Search
from app.web.contexts.statements import match_annotations
from app.web.highlighting import Annotation, highlight
from app.web.metadata import Metadata

_FOLDED: Final = {
    "caption": "photo caption",
    "credit": "photo credit",
    "related": "links to other articles",
    "footnote": "footnote",
    "boilerplate": "page furniture",
}
"""Kinds of block that are not the article's own text, and what the page calls them."""

_OPENING_WORDS: Final = 5
_DESCRIPTION_LENGTH: Final = 155


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


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text as HTML, with the notes on the quotes that begin in it."""

    kind: str
    label: str
    html: Markup
    notes: tuple[Note, ...]
    voice: int | None
    """The tint of who speaks here, where the block is one speaker's turn in a transcript."""


@dataclass(frozen=True, slots=True)
class Section:
    """Passages in a row that are all shown, or all folded away because they are not the article's own text."""

    folded: bool
    summary: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything that the page of an article shows."""

    template: ClassVar[str] = "pages/article.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    detail: ArticleDetail
    heading: Markup
    deck: Markup | None
    sections: tuple[Section, ...]
    legend: tuple[Voice, ...]
    findings: tuple[Finding, ...]
    query: str
    matches: int
    """How often the words searched for stand in the text."""
    plain_url: str
    """The page without words searched for."""


def article_page(detail: ArticleDetail, *, search: Search, metadata: Metadata | None = None) -> ArticlePage:
    """Return the page of an article, with the words searched for marked and ``metadata`` for machines in its head."""
    legend = voices(detail.quotes)
    findings = article_findings(detail)
    matches = search.find(detail.text)
    notes = _Notes(detail.quotes, tints(legend))
    annotations = [*notes.annotations(), *clue_annotations(findings), *match_annotations(matches)]
    blocks = tuple(covering(detail.blocks, detail.text))
    html = highlight(detail.text, [Span(block.start, block.end) for block in blocks], annotations)
    passages = list(_passages(detail.text, blocks, html, notes))
    title = next((passage for passage in passages if passage.kind == "title"), None)
    deck = next((passage for passage in passages if passage.kind == "deck"), None)
    body = [passage for passage in passages if passage is not title and passage is not deck]
    article = detail.article
    return ArticlePage(
        head=Head(
            title=article.title,
            description=article.snippet[:_DESCRIPTION_LENGTH] or article.title,
            path=article_path(article.id),
            alternates=(Alternate("JSON", f"{article_path(article.id)}.json", "application/json"),),
            section="/articles",
            metadata=metadata or Metadata(),
        ),
        detail=detail,
        heading=title.html if title else Markup("{}").format(article.title),
        deck=deck.html if deck else None,
        sections=tuple(_sections(body)),
        legend=legend,
        findings=findings,
        query=search.text,
        matches=len(matches),
        plain_url=article_path(article.id),
    )


def _passages(text: str, blocks: Sequence[Block], html: Iterable[Markup], notes: _Notes) -> Iterator[Passage]:
    """Yield the blocks as passages; a dateline runs into the paragraph that begins on its line."""
    dateline = Markup()
    following = dict(pairwise(blocks))
    for block, markup in zip(blocks, html, strict=True):
        after = following.get(block)
        if block.kind == "dateline" and after and "\n" not in text[block.end : after.start]:
            dateline = markup + " "
            continue
        yield Passage(block.kind, _FOLDED.get(block.kind, ""), dateline + markup, *notes.beside(block))
        dateline = Markup()


def covering(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    """Yield the blocks, and as page furniture whatever words lie between them, so that the page hides nothing."""
    position = 0
    for block in blocks:
        yield from _between(position, block.start, text)
        yield block
        position = block.end
    yield from _between(position, len(text), text)


def _between(start: int, end: int, text: str) -> Iterator[Block]:
    if text[start:end].strip():
        yield Block("boilerplate", start, end)


class _Notes:
    """The notes on an article's quotes, and where they stand."""

    def __init__(self, quotes: Sequence[QuoteRecord], tint_of: Mapping[str, int]) -> None:
        self._quotes = sorted((quote for quote in quotes if quote.spans), key=lambda quote: quote.spans[0].start)
        self._starts = [quote.spans[0].start for quote in self._quotes]
        self._tint_of = tint_of
        turns = sorted((s.start, s.end, self._tint(q)) for q in self._quotes if q.kind == "transcript" for s in q.spans)
        self._turns = [(start, end) for start, end, _ in turns]
        self._turn_tints = [tint for _, _, tint in turns]
        firsts: dict[str, str] = {}
        for quote in self._quotes:
            if quote.speaker:
                firsts.setdefault(quote.speaker.slug, quote.id)
        self._introducing = set(firsts.values())

    def annotations(self) -> Iterator[Annotation]:
        for quote in self._quotes:
            for place, span in enumerate(quote.spans):
                yield Annotation(
                    span.start,
                    span.end,
                    "mark",
                    f"quote {quote.kind} tint-{self._tint(quote)}",
                    anchor=None if place else anchor(quote.id),
                    quote=quote.id,
                    continued=place > 0,
                )

    def beside(self, block: Block) -> tuple[tuple[Note, ...], int | None]:
        """Return the notes on the quotes that begin in a block, and the tint of whoever has the word all through it."""
        return self._beginning_in(block), self._voice_in(block)

    def _voice_in(self, block: Block) -> int | None:
        place = bisect_left(self._turns, (block.end, 0)) - 1
        if place < 0 or self._turns[place][1] <= block.start:
            return None
        return self._turn_tints[place]

    def _beginning_in(self, block: Block) -> tuple[Note, ...]:
        first, last = (bisect_left(self._starts, edge) for edge in (block.start, block.end))
        notes = []
        previous: SpeakerRecord | None = None
        for place, quote in enumerate(self._quotes[first:last]):
            notes.append(self._note(quote, names=place == 0 or not _same(quote.speaker, previous)))
            previous = quote.speaker
        return tuple(notes)

    def _note(self, quote: QuoteRecord, *, names: bool) -> Note:
        words = quote.text.split(maxsplit=_OPENING_WORDS)
        opening = " ".join(words[:_OPENING_WORDS]) + ("…" if len(words) > _OPENING_WORDS else "")
        introduces = quote.id in self._introducing
        return Note(quote, self._tint(quote), opening, quote_path(quote.id), anchor(quote.id), names, introduces)

    def _tint(self, quote: QuoteRecord) -> int:
        return self._tint_of.get(quote.speaker.slug, NEUTRAL) if quote.speaker else NEUTRAL


def _same(one: SpeakerRecord | None, other: SpeakerRecord | None) -> bool:
    return (one and one.slug) == (other and other.slug)


def _sections(passages: Iterable[Passage]) -> Iterator[Section]:
    for folded, group in groupby(passages, key=_is_folded):
        members = tuple(group)
        labels = dict.fromkeys(passage.label or "repeated title" for passage in members)
        yield Section(folded, ", ".join(labels) if folded else "", members)


def _is_folded(passage: Passage) -> bool:
    """Fold what is not the article's own text, and a title that repeats the one at the head of the page."""
    return passage.kind in _FOLDED or passage.kind == "title"
