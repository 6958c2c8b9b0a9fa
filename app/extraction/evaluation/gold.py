"""What both forms of gold annotations share: articles with stretches of text that a careful reader marked.

Offsets count Unicode code points from 0 over the article's text and are end-exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from app.extraction.model import Side
from app.extraction.pipeline import canonical_text


class GoldError(ValueError):
    """Gold annotations that cannot be used; the message names the line and what is wrong with it."""


class GoldRecord(BaseModel):
    """One object of gold annotations. Keys that are not listed are notes of the annotators."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class GoldSpan(GoldRecord):
    """A stretch that was marked, and its words."""

    start: int = Field(ge=0)
    end: int
    text: str


class GoldStatement(Protocol):
    """A quoted span of direct speech that extraction has to find, and whose it is."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point after its last."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def speaker(self) -> str | None:
        """Who said it, as the annotators wrote; None where a reader cannot tell."""

    @property
    def side(self) -> Side | None:
        """For whom the speaker speaks, where that was annotated."""

    @property
    def via(self) -> str | None:
        """Who relayed it, where that was annotated."""

    @property
    def group(self) -> str:
        """With which others its speaker is counted."""

    def is_said_by(self, name: str | None) -> bool:
        """Return whether a name, or None for nobody, is right for the speaker."""


class GoldArticle(Protocol):
    """An article with its annotations, whatever their form."""

    @property
    def id(self) -> str:
        """How the annotators call it."""

    @property
    def text(self) -> str:
        """The whole text as it was published."""

    @property
    def statements(self) -> Sequence[GoldStatement]:
        """The quoted spans that are to be found."""

    @property
    def unscored(self) -> Sequence[GoldSpan]:
        """Quoted spans that may be found or not."""

    @property
    def repeats(self) -> Sequence[GoldSpan]:
        """Those of the unscored that repeat another, in a headline or in a text printed twice."""

    @property
    def others(self) -> Sequence[GoldSpan]:
        """Quoted spans that are no statements (names, titles, scare quotes)."""


def check_spans(text: str, spans: Iterable[GoldSpan]) -> None:
    """Raise ValueError when the words of a span do not stand where it says, or the text is not canonical."""
    if text != canonical_text(text):
        raise ValueError("the text has carriage returns or a byte order mark; offsets count over the text without")
    for span in spans:
        if text[span.start : span.end] != span.text:
            raise ValueError(f"{span.text[:40]!r} does not stand at {span.start} to {span.end}")
