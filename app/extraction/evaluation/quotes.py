"""Statements: whether they are found, nothing else is, and they are given to whom they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.extraction.evaluation.gold import GoldArticle
from app.extraction.evaluation.matching import Matching, Pair
from app.extraction.evaluation.same_name import same_name
from app.extraction.evaluation.tallies import EXCERPT, Agreement, Figures, Mistake, Share
from app.extraction.model import Quote


class QuoteScore:
    """Spans and their speakers, which both forms of gold have."""

    def __init__(self) -> None:
        self._spans = Agreement()
        self._end_to_end = Agreement()
        self._speakers: dict[str, Share] = defaultdict(Share)
        self._taken = Share()

    def read(self, article: GoldArticle, matching: Matching) -> Iterator[Mistake]:
        """Count one article and yield its mistakes."""
        for pair in matching.pairs:
            yield from self._read_pair(article, pair)
        for claim in matching.claims:
            self._spans.precision.count(claim.is_statement)
            self._end_to_end.precision.count(claim.is_right)
            if not claim.is_statement:
                yield Mistake("spurious", article.id, claim.text[:EXCERPT], "", _speaker(claim.quote))
        self._taken.part += len(matching.taken)
        self._taken.whole += len(article.others)
        for span in matching.taken:
            yield Mistake("taken", article.id, span.text[:EXCERPT], "no statement", "")

    def _read_pair(self, article: GoldArticle, pair: Pair) -> Iterator[Mistake]:
        wanted, text = pair.wanted.speaker or "", pair.wanted.text[:EXCERPT]
        self._spans.recall.count(pair.found is not None)
        self._end_to_end.recall.count(pair.is_right)
        if pair.found is None:
            yield Mistake("missed", article.id, text, wanted, "")
            return
        self._speakers[pair.wanted.group].count(pair.is_right)
        if not pair.is_right:
            yield Mistake("speaker", article.id, text, wanted, _speaker(pair.found))

    def figures(self) -> Figures:
        """Return the measures so far."""
        everyone = Share(
            sum(share.part for share in self._speakers.values()), sum(share.whole for share in self._speakers.values())
        )
        figures: dict[str, int | float | None] = {
            "quoted_spans": self._spans.recall.whole,
            "span_precision": self._spans.precision.value,
            "span_recall": self._spans.recall.value,
            "span_f1": self._spans.f1,
            "speaker_accuracy": everyone.value,
            "end_to_end_f1": self._end_to_end.f1,
            "non_statements_taken": self._taken.value,
            "non_statements": self._taken.whole,
        }
        for group, share in sorted(self._speakers.items()):
            figures[f"speaker_accuracy_{group}"] = share.value
            figures[f"speaker_n_{group}"] = share.whole
        return figures


class RelationScore:
    """What press gold says of statements beyond their speakers: their side, who relayed them, what repeats them."""

    def __init__(self) -> None:
        self._sides = Share()
        self._relayed = Share()
        self._repeats = Share()

    def read(self, article: GoldArticle, matching: Matching) -> None:
        """Count one article."""
        for pair in matching.pairs:
            if pair.found is None:
                continue
            self._sides.count(pair.found.side == pair.wanted.side)
            if pair.wanted.via:
                self._relayed.count(same_name(pair.found.via.name if pair.found.via else None, pair.wanted.via))
        self._repeats.part += len(matching.taken_again)
        self._repeats.whole += len(article.repeats)

    def figures(self) -> Figures:
        """Return the measures so far."""
        return {
            "side_accuracy": self._sides.value,
            "relayed_by_right": self._relayed.value,
            "relayed": self._relayed.whole,
            "repeats_taken": self._repeats.value,
        }


def _speaker(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else "nobody"
