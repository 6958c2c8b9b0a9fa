"""The page of one article: its text block by block, quotes tinted by speaker with notes beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Final

from markupsafe import Markup

from app.extraction.model import Block, Span
from app.store.records import ArticleDetail, QuoteRecord
from app.web.addresses import anchor, article_path, quote_path
from app.web.contexts.findings import Finding, article_findings, clue_annotations
from app.web.contexts.head import Alternate, Head
from app.web.contexts.palette import NEUTRAL, Voice, tints, voices
from app.web.contexts.statements import Finder, match_annotations
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
    introduces: bool
    """This is the speaker's first note in the article: say the office too."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text as HTML, with the notes on the quotes that begin in it."""

    kind: str
    label: str
    html: Markup
    notes: tuple[Note, ...]


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


def article_page(detail: ArticleDetail, *, find: Finder, query: str) -> ArticlePage:
    """Return the page of an article, with the words that ``find`` finds marked."""
    legend = voices(detail.quotes)
    findings = article_findings(detail)
    matches = find(detail.text) if query else []
    notes = _Notes(detail.quotes, tints(legend))
    annotations = [*notes.annotations(), *clue_annotations(findings), *match_annotations(matches)]
    blocks = tuple(covering(detail.blocks, detail.text))
    html = highlight(detail.text, [Span(block.start, block.end) for block in blocks], annotations)
    passages = [
        Passage(block.kind, _FOLDED.get(block.kind, ""), markup, notes.beginning_in(block))
        for block, markup in zip(blocks, html, strict=True)
    ]
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
        ),
        detail=detail,
        heading=title.html if title else Markup("{}").format(article.title),
        deck=deck.html if deck else None,
        sections=tuple(_sections(body)),
        legend=legend,
        findings=findings,
        query=query,
        matches=len(matches),
        plain_url=article_path(article.id),
    )


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
        self._tint_of = tint_of
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
                    f"quote tint-{self._tint(quote)}",
                    anchor=None if place else anchor(quote.id),
                    quote=quote.id,
                    continued=place > 0,
                )

    def beginning_in(self, block: Block) -> tuple[Note, ...]:
        return tuple(self._note(q) for q in self._quotes if block.start <= q.spans[0].start < block.end)

    def _note(self, quote: QuoteRecord) -> Note:
        words = quote.text.split(maxsplit=_OPENING_WORDS)
        opening = " ".join(words[:_OPENING_WORDS]) + ("…" if len(words) > _OPENING_WORDS else "")
        introduces = quote.id in self._introducing
        return Note(quote, self._tint(quote), opening, quote_path(quote.id), anchor(quote.id), introduces)

    def _tint(self, quote: QuoteRecord) -> int:
        return self._tint_of.get(quote.speaker.slug, NEUTRAL) if quote.speaker else NEUTRAL


def _sections(passages: Iterable[Passage]) -> Iterator[Section]:
    for folded, group in groupby(passages, key=_is_folded):
        members = tuple(group)
        labels = dict.fromkeys(passage.label or "repeated title" for passage in members)
        yield Section(folded, ", ".join(labels) if folded else "", members)


def _is_folded(passage: Passage) -> bool:
    """Fold what is not the article's own text; a second title or deck (the first went to the page's head) repeats it."""
    return passage.kind in _FOLDED or passage.kind == "title"
