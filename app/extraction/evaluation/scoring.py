"""From gold annotations to figures: each article is read from its text alone, then set beside its annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.extraction.evaluation.articles import BlockScore, CountryScore, DateScore, TopicScore
from app.extraction.evaluation.gold import GoldArticle
from app.extraction.evaluation.matching import match
from app.extraction.evaluation.press import PressArticle
from app.extraction.evaluation.quotes import QuoteScore, RelationScore
from app.extraction.evaluation.reading_gold import Gold
from app.extraction.evaluation.tallies import Figures, Mistake
from app.extraction.evaluation.turns import TurnScore
from app.extraction.model import Analysis, Source
from app.extraction.pipeline import analyze

Reader = Callable[[Source], Analysis]
_Article = TypeVar("_Article", bound=GoldArticle)
_Examined = TypeVar("_Examined", bound=GoldArticle, contravariant=True)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well articles were read, by measure, and everything that went wrong, article by article."""

    figures: Figures
    mistakes: tuple[Mistake, ...]


def evaluate(gold: Gold, read: Reader = analyze, advance: Callable[[], object] = lambda: None) -> Evaluation:
    """Read every article of the gold with ``read`` and measure the outcome; ``advance`` is called after each.

    The reader sees an article's id and text and nothing else that the annotators know.
    """
    if gold.press:
        return _examine(gold.press, _PressExaminer(), read, advance)
    return _examine(gold.polnear, _QuoteExaminer(), read, advance)


class _Examiner(Protocol[_Examined]):
    """Sets analyses beside gold annotations of one form."""

    def read(self, article: _Examined, analysis: Analysis) -> Iterator[Mistake]: ...

    def figures(self) -> Figures: ...


class _QuoteExaminer:
    """For gold that speaks of quotations alone."""

    def __init__(self) -> None:
        self._quotes = QuoteScore()

    def read(self, article: GoldArticle, analysis: Analysis) -> Iterator[Mistake]:
        return self._quotes.read(article, match(article, analysis))

    def figures(self) -> Figures:
        return self._quotes.figures()


class _PressExaminer:
    """For gold that speaks of articles as a whole."""

    def __init__(self) -> None:
        self._quotes = QuoteScore()
        self._relations = RelationScore()
        self._articles = (TurnScore(), DateScore(), CountryScore(), TopicScore(), BlockScore())

    def read(self, article: PressArticle, analysis: Analysis) -> Iterator[Mistake]:
        matching = match(article, analysis)
        self._relations.read(article, matching)
        yield from self._quotes.read(article, matching)
        for score in self._articles:
            yield from score.read(article, analysis)

    def figures(self) -> Figures:
        figures = {**self._quotes.figures(), **self._relations.figures()}
        for score in self._articles:
            figures |= score.figures()
        return figures


def _examine(
    articles: Sequence[_Article], examiner: _Examiner[_Article], read: Reader, advance: Callable[[], object]
) -> Evaluation:
    mistakes: list[Mistake] = []
    for article in articles:
        mistakes += examiner.read(article, read(Source(text=article.text, name=article.id)))
        advance()
    return Evaluation({"articles": len(articles), **examiner.figures()}, tuple(mistakes))
