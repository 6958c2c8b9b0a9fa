"""Which found span is which gold span: by the letters they share, so that marks and spaces at its edges are free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.extraction.evaluation.gold import GoldArticle, GoldSpan, GoldStatement
from app.extraction.model import Analysis, Quote, Span

ENOUGH = 0.8
"""The share of its letters that must agree for a span to count as found."""
HALF = 0.5
"""The share from which on a span that is not to be found counts as taken."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement of the gold, and the quote that fits it best; None where it was missed."""

    wanted: GoldStatement
    found: Quote | None

    @property
    def is_right(self) -> bool:
        """Whether the statement was found and is given to the right speaker."""
        return self.found is not None and self.wanted.is_said_by(_name(self.found))


@dataclass(frozen=True, slots=True)
class Claim:
    """A span that extraction calls a statement."""

    text: str
    quote: Quote
    is_statement: bool
    is_right: bool
    """Whether it is a statement, and one for which it names the right speaker."""


@dataclass(frozen=True, slots=True)
class Matching:
    """All spans of an article, gold and found, told apart."""

    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...]
    """Without those that fall on spans that may be found or not."""
    taken: tuple[GoldSpan, ...]
    """Spans of the gold that are no statements, and were taken for some."""
    taken_again: tuple[GoldSpan, ...]
    """Repeats that were counted as statements of their own."""


def match(article: GoldArticle, analysis: Analysis) -> Matching:
    """Return which of the quotes that were found between marks are which of the gold's."""
    letters = _Letters(article.text)
    found = _Found(letters, [quote for quote in analysis.quotes if quote.kind != "transcript"])
    pairs, right = [], set()
    for statement in article.statements:
        index = found.best_fit(statement)
        pair = Pair(statement, None if index is None else found.quotes[index])
        pairs.append(pair)
        if index is not None and pair.is_right:
            right.add(index)
    return Matching(
        pairs=tuple(pairs),
        claims=tuple(_claims(article, letters, found, right)),
        taken=tuple(span for span in article.others if found.share(span) >= HALF),
        taken_again=tuple(span for span in article.repeats if found.share(span) >= HALF),
    )


def _claims(article: GoldArticle, letters: _Letters, found: _Found, right: set[int]) -> Iterable[Claim]:
    wanted = letters.within_any(article.statements)
    unscored = letters.within_any(article.unscored)
    for index, span in enumerate(found.spans):
        own = letters.within(span)
        if not own or len(own & unscored) >= HALF * len(own):
            continue
        is_statement = len(own & wanted) >= ENOUGH * len(own)
        yield Claim(
            text=article.text[span.start : span.end],
            quote=found.quotes[index],
            is_statement=is_statement,
            is_right=is_statement and index in right,
        )


def _name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


class _Letters:
    """The places of letters and digits in a text."""

    def __init__(self, text: str) -> None:
        self._is_letter = [character.isalnum() for character in text]

    def within(self, span: Span | GoldSpan | GoldStatement) -> set[int]:
        return {at for at in range(span.start, min(span.end, len(self._is_letter))) if self._is_letter[at]}

    def within_any(self, spans: Iterable[GoldSpan | GoldStatement]) -> set[int]:
        return {at for span in spans for at in self.within(span)}


class _Found:
    """The spans of the quotes that were found; ``spans`` and ``quotes`` run in parallel."""

    def __init__(self, letters: _Letters, quotes: Sequence[Quote]) -> None:
        self._letters = letters
        self.spans = [span for quote in quotes for span in quote.spans]
        self.quotes = [quote for quote in quotes for _ in quote.spans]
        self._own = [letters.within(span) for span in self.spans]
        self._covered = set().union(*self._own)

    def share(self, span: GoldSpan | GoldStatement) -> float:
        """Return the share of a span's letters that lie in anything found."""
        letters = self._letters.within(span)
        return len(letters & self._covered) / len(letters) if letters else 0.0

    def best_fit(self, span: GoldStatement) -> int | None:
        """Return the found span that has most letters in common, of those of both; None where too few are found."""
        if self.share(span) < ENOUGH:
            return None
        letters = self._letters.within(span)
        fits: dict[int, float] = defaultdict(float)
        for index, own in enumerate(self._own):
            if common := len(letters & own):
                fits[index] = common / len(letters | own)
        return max(fits, key=lambda index: fits[index])
