"""The front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.web.contexts.dossiers import Ranking
from app.web.contexts.head import Head
from app.web.contexts.statements import Statement
from app.web.contexts.timeline import Timeline
from app.web.world_map import MapCountry


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that the front page shows."""

    template: ClassVar[str] = "pages/home.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    quotes: int
    articles: int
    latest: tuple[Statement, ...]
    timeline: Timeline | None
    partners: Ranking
    topics: Ranking
    speakers: Ranking
    world: tuple[MapCountry, ...]
