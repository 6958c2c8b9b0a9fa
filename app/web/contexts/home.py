"""The front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.web.contexts.head import Head
from app.web.contexts.rankings import Ranking
from app.web.contexts.statements import Statement
from app.web.contexts.trend import Trend
from app.web.contexts.world import WorldMap


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that the front page shows."""

    template: ClassVar[str] = "pages/home.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    quotes: int
    articles: int
    latest: tuple[Statement, ...]
    trend: Trend | None
    partners: Ranking
    topics: Ranking
    speakers: Ranking
    world: WorldMap
