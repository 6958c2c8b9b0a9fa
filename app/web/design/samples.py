"""Made-up records to show components with: an article that nobody wrote, by speakers who do not exist."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from app.extraction.model import Block, Cue, Evidence, Span
from app.store.records import (
    ArticleDetail,
    ArticleRecord,
    CountryRecord,
    Coverage,
    Facet,
    MonthCount,
    QuoteRecord,
    SpeakerRecord,
    Tally,
    TopicRecord,
)
from app.store.word_counts import WordUse

_DAY: Final = date(2019, 5, 14)
_READ: Final = datetime(2019, 5, 15, 9, 30, tzinfo=UTC)
_TITLE: Final = "Delegations agree to meet again"
_WORDS: Final = ("We have agreed to meet again before the summer", "The draft is ready, and so are we", "a useful day")
_BODY: Final = (
    f"GENEVA, May 14. “{_WORDS[0]},” the first speaker said after the talks. “{_WORDS[1]},” the second speaker replied,"
    f" and called it “{_WORDS[2]}”."
)
_FOOTER: Final = "See also: other news of the day"
_TEXT: Final = f"{_TITLE}\n\n{_BODY}\n\n{_FOOTER}"
_FIRST: Final = SpeakerRecord("first-speaker", "First Speaker", "head of a delegation", "CH")
_SECOND: Final = SpeakerRecord("second-speaker", "Second Speaker", "head of the other delegation", "AT")


def _evidence(words: str, rule: str) -> tuple[Evidence, ...]:
    start = _TEXT.index(words)
    return (Evidence(rule, words, start, start + len(words)),)


_COUNTRIES: Final = (CountryRecord("CH", "Switzerland", "partner", 0.8, _evidence("GENEVA", "dateline")),)
_TOPICS: Final = (TopicRecord("summits-and-talks", "Summits and talks", 0.7, _evidence("after the talks", "term")),)


def _quote(number: int, speaker: SpeakerRecord, cue: str) -> QuoteRecord:
    words = _WORDS[number]
    start, said = _TEXT.index(words), _TEXT.index(cue)
    return QuoteRecord(
        id=f"sample{number + 2}",
        text=words,
        spans=(Span(start, start + len(words)),),
        speaker=speaker,
        side="unknown",
        via=None,
        cue=Cue(cue, said, said + len(cue)),
        kind="direct",
        confidence=0.9,
        published=_DAY,
        date_method="inferred",
        statement_date=_DAY,
        countries=_COUNTRIES,
        topics=_TOPICS,
        article_id="sample",
        article_title=_TITLE,
        article_outlet="Sample Agency",
        article_url=None,
        changed=_READ,
    )


QUOTES: Final = (
    _quote(0, _FIRST, "said"),
    _quote(1, _SECOND, "replied"),
    replace(_quote(2, _SECOND, "called"), kind="partial"),
)
ARTICLE: Final = ArticleRecord(
    id="sample",
    title=_TITLE,
    outlet="Sample Agency",
    url=None,
    published=_DAY,
    date_method="inferred",
    countries=_COUNTRIES,
    topics=_TOPICS,
    quote_count=len(QUOTES),
    snippet=_BODY,
    changed=_READ,
)
_PARAGRAPH: Final = _TEXT.index(_BODY)
DETAIL: Final = ArticleDetail(
    article=ARTICLE,
    text=_TEXT,
    deck=None,
    language="en",
    dateline=None,
    date_confidence=0.9,
    date_candidates=(_DAY,),
    date_evidence=_evidence("May 14", "dateline"),
    blocks=(
        Block("title", 0, len(_TITLE)),
        Block("paragraph", _PARAGRAPH, _PARAGRAPH + len(_BODY)),
        Block("related", _TEXT.index(_FOOTER), len(_TEXT)),
    ),
    quotes=QUOTES,
    other_quoted=(),
    revision=1,
    first_read=_READ,
    last_changed=_READ,
)

COUNTS: Final = (9, 14, 11, 4, 0, 0, 7, 16, 21, 12, 3, 6)
"""Statements of one year, month by month."""

MONTHS: Final = tuple(MonthCount(date(2019, place + 1, 1), count, count) for place, count in enumerate(COUNTS))
OTHER_MONTHS: Final = tuple(
    MonthCount(date(2019, place + 1, 1), count // 2 + place % 2, count) for place, count in enumerate(COUNTS) if count
)
HELD: Final = tuple(
    Coverage("Sample Agency", one.month, 40 + one.articles) for one in MONTHS if one.month.month not in {5}
)
TALLIES: Final = (
    Tally("CH", "Switzerland", 84, 21, _DAY, _DAY),
    Tally("AT", "Austria", 51, 17, _DAY, _DAY),
    Tally("NO", "Norway", 12, 6, _DAY, _DAY),
)
WORDS: Final = (
    WordUse(Counter(summer=60, draft=4, meeting=200), {"summer": "summer", "draft": "draft", "meeting": "meeting"}),
    WordUse(Counter(summer=4, draft=48, meeting=200), {"summer": "summer", "draft": "draft", "meeting": "meeting"}),
)
"""The words of two sides."""

FACETS: Final = {
    "country": (
        Facet("CH", "Switzerland", 84, True),
        Facet("AT", "Austria", 51, False),
        Facet("NO", "Norway", 12, False),
    ),
    "side": (Facet("russia", "Russia", 90, False), Facet("foreign", "Foreign", 57, False)),
}
