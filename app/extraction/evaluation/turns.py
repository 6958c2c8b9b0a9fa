"""Transcripts: whether each turn is found and given to who has the floor."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.evaluation.press import PressArticle
from app.extraction.evaluation.same_name import same_name
from app.extraction.evaluation.tallies import EXCERPT, Agreement, Figures, Mistake
from app.extraction.model import Analysis, Quote

EDGE = 3
"""How many code points the edges of a turn may be off: marks and spaces."""


class TurnScore:
    """Turns that are quotes of kind transcript, with the right speaker."""

    def __init__(self) -> None:
        self._turns = Agreement()

    def read(self, article: PressArticle, analysis: Analysis) -> Iterator[Mistake]:
        """Count one article and yield its mistakes."""
        found = [quote for quote in analysis.quotes if quote.kind == "transcript"]
        right = 0
        for turn in article.turns:
            quote = next((quote for quote in found if _stands_at(quote, turn.start, turn.end)), None)
            name = quote.speaker.name if quote and quote.speaker else None
            right += (is_right := same_name(name, turn.speaker))
            if not is_right:
                yield Mistake("turn", article.id, turn.text[:EXCERPT], turn.speaker, name or "nobody")
        self._turns.precision.part += right
        self._turns.precision.whole += len(found)
        self._turns.recall.part += right
        self._turns.recall.whole += len(article.turns)

    def figures(self) -> Figures:
        """Return the measures so far; none where the gold has no transcripts."""
        return {"turn_f1": self._turns.f1} if self._turns.recall.whole else {}


def _stands_at(quote: Quote, start: int, end: int) -> bool:
    return abs(quote.spans[0].start - start) <= EDGE and abs(quote.spans[-1].end - end) <= EDGE
