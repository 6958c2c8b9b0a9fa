"""Gold annotations of the PolNeAR corpus: who said what in US political news.

Edward Newell, Drew Margolin, Derek Ruths: An Attribution Relations Corpus for Political News (LREC 2018). Its
annotators mark the outermost attribution only, and indirect speech too, which is not scored here.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from app.extraction.evaluation.gold import GoldRecord, GoldSpan, check_spans
from app.extraction.evaluation.same_name import last_name, same_name, words_of_name

FEWEST_WORDS = 4
"""Shorter quoted spans are scare quotes as often as statements, and the annotators did not agree on them."""


class PolnearQuote(GoldSpan):
    """A quotation, direct (inside double marks) or not, and how its speaker is written."""

    direct: bool
    n_words: int
    speaker: str | None = None
    speaker_head: str | None = None
    speaker_type: Literal["named", "nominal", "pronoun"] | None = None
    speaker_coref: str | None = None
    """Who the noun or pronoun stands for, found by machine: silver, not gold."""
    side: None = None
    via: None = None

    @property
    def group(self) -> str:
        """How the speaker is written; pronouns apart by whether it is known for whom they stand."""
        if self.speaker is None or self.speaker_type is None:
            return "none"
        if self.speaker_type == "pronoun":
            return "pronoun_resolved" if self.speaker_coref else "pronoun_unresolved"
        return self.speaker_type

    def is_said_by(self, name: str | None) -> bool:
        """Return whether a name is right: the speaker's own, or that of whom the noun or pronoun stands for."""
        if self.speaker is None:
            return not name
        match self.group:
            case "named":
                return same_name(name, self.speaker_head)
            case "pronoun_resolved":
                return same_name(name, self.speaker_coref)
            case "pronoun_unresolved":
                return bool(name)
            case _:
                return same_name(name, self.speaker_coref) or last_name(self.speaker_head) in words_of_name(name)


class PolnearArticle(GoldRecord):
    """One article of the corpus."""

    id: str
    text: str
    quotes: tuple[PolnearQuote, ...]
    other_quoted: tuple[GoldSpan, ...]
    """Spans between marks that are no attributed speech."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_spans(self.text, (*self.quotes, *self.other_quoted))
        return self

    @property
    def statements(self) -> tuple[PolnearQuote, ...]:
        """The direct quotations that are long enough."""
        return tuple(quote for quote in self.quotes if quote.direct and quote.n_words >= FEWEST_WORDS)

    @property
    def unscored(self) -> tuple[PolnearQuote, ...]:
        """The direct quotations that are shorter."""
        return tuple(quote for quote in self.quotes if quote.direct and quote.n_words < FEWEST_WORDS)

    @property
    def repeats(self) -> tuple[GoldSpan, ...]:
        """None: the corpus does not mark them."""
        return ()

    @property
    def others(self) -> tuple[GoldSpan, ...]:
        """What is quoted and no attributed speech."""
        return self.other_quoted
