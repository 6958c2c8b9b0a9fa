"""Gold annotations of press articles: every quoted span, the date, partners, topics, boilerplate, transcript turns."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from app.extraction.evaluation.gold import GoldRecord, GoldSpan, check_spans
from app.extraction.evaluation.same_name import same_name
from app.extraction.model import Side

DateFromText = Literal["certain", "ambiguous", "none"]
"""Whether a careful reader can fix the date of publication from the text alone, can narrow it down, or cannot."""


class PressQuote(GoldSpan):
    """A quoted span. Spans with the same ``group`` number are one utterance, which no measure asks for."""

    statement: bool
    repeat: bool = False
    speaker: str | None = None
    side: Side | None = None
    via: str | None = None

    @property
    def group(self) -> str:
        """The side of the speaker, `none` where a reader cannot tell who it is."""
        return (self.side or "unknown") if self.speaker else "none"

    def is_said_by(self, name: str | None) -> bool:
        """Return whether a name is the speaker's; where there is no speaker, only None is right."""
        return same_name(name, self.speaker) if self.speaker else not name


class Turn(GoldSpan):
    """What one person says in a transcript until somebody else does, without the label in front.

    The press's questions are a `Journalist`'s.
    """

    speaker: str


class PressArticle(GoldRecord):
    """One press article."""

    id: str
    text: str
    title: str | None = None
    published: date
    date_from_text: DateFromText
    quotes: tuple[PressQuote, ...]
    partners: tuple[str, ...]
    """Codes of states, the most salient first."""
    mentions: tuple[str, ...]
    topics: tuple[str, ...]
    boilerplate: tuple[str, ...]
    """Exact substrings of the text, wherever they stand."""
    turns: tuple[Turn, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_spans(self.text, (*self.quotes, *self.turns))
        for piece in self.boilerplate:
            if piece not in self.text:
                raise ValueError(f"the boilerplate {piece[:40]!r} does not stand in the text")
        return self

    @property
    def statements(self) -> tuple[PressQuote, ...]:
        """The statements in direct speech, each once."""
        return tuple(quote for quote in self.quotes if quote.statement and not quote.repeat)

    @property
    def repeats(self) -> tuple[PressQuote, ...]:
        """Quoted headings, decks and doubled bodies, which repeat a statement."""
        return tuple(quote for quote in self.quotes if quote.repeat)

    @property
    def unscored(self) -> tuple[PressQuote, ...]:
        """What may be found or not: the repeats."""
        return self.repeats

    @property
    def others(self) -> tuple[PressQuote, ...]:
        """Names, titles and scare quotes."""
        return tuple(quote for quote in self.quotes if not quote.statement and not quote.repeat)
