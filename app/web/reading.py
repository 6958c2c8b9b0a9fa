"""How somebody reads an article: the search they came from, who is muted, what is pointed at. All of it in the URL."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlencode

from fastapi import Depends, Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from app.extraction.model import Span
from app.store.selection import Selection
from app.web.addresses import anchor, article_path
from app.web.parameters import ListingParameters, listing_parameters, query_items

Results = Literal["quotes", "articles"]
"""What the search listed."""

POINTED_AT: Final = "evidence"
"""The id, within an article's page, of the stretch that the address points at."""

_STRETCH: Final = re.compile(r"(\d{1,9})-(\d{1,9})")
_MOST_MUTED: Final = 50
_LONGEST_ID: Final = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """``results`` says of what the selection was listed, ``at`` which of the article's quotes was the result."""

    selection: Selection = field(default_factory=Selection)
    results: Results | None = None
    at: str = ""
    muted: tuple[str, ...] = ()
    """Slugs of speakers whose words are not tinted, noted or stopped at."""
    evidence: Span | None = None

    def query(self) -> str:
        """Return ``?name=value&…``: relative, so that on an article's page it leads to the same article."""
        items = [*query_items(self.selection), ("results", self.results or ""), ("at", self.at)]
        items += [("mute", slug) for slug in self.muted]
        items.append(("evidence", f"{self.evidence.start}-{self.evidence.end}" if self.evidence else ""))
        return "?" + urlencode([item for item in items if item[1]])

    def toggled(self, slug: str) -> Reading:
        """Return the same reading with a speaker muted, or heard again."""
        others = tuple(one for one in self.muted if one != slug)
        return replace(self, muted=others if slug in self.muted else (*self.muted, slug))


def reading_path(article_id: str, selection: Selection, results: Results, quote_id: str | None = None) -> str:
    """Return the address of an article as a result of a search; of a search for quotes, at the quote."""
    if not query_items(selection):
        return article_path(article_id, quote_id=quote_id)
    query = Reading(selection, results, quote_id or "").query()
    return f"{article_path(article_id)}{query}{f'#{anchor(quote_id)}' if quote_id else ''}"


def evidence_path(path: str, start: int, end: int) -> str:
    """Return the address of a stretch ``[start, end)`` of an article's text, marked; ``path`` is the article's."""
    return f"{path}?{POINTED_AT}={start}-{end}#{POINTED_AT}"


def _stretch(value: str) -> str:
    found = _STRETCH.fullmatch(value)
    if value and not (found and int(found[1]) < int(found[2])):
        raise ValueError(f"“{value[:40]}” is not a stretch of the text. Write it as 120-134, in characters.")
    return value


def _none_if_empty(value: Any) -> Any:
    return value or None


class ReadingParameters(BaseModel):
    """What the page of an article takes besides the filters of listings."""

    results: Annotated[Results | None, BeforeValidator(_none_if_empty)] = None
    at: str = Field("", max_length=_LONGEST_ID)
    mute: list[Annotated[str, Field(max_length=200)]] = Field([], max_length=_MOST_MUTED)
    evidence: Annotated[str, AfterValidator(_stretch)] = ""


def reading_parameters(
    parameters: Annotated[ReadingParameters, Query()],
    filters: Annotated[ListingParameters, Depends(listing_parameters)],
) -> Reading:
    """Return how an article is asked for (a FastAPI dependency)."""
    found = _STRETCH.fullmatch(parameters.evidence)
    return Reading(
        selection=filters.selection(),
        results=parameters.results,
        at=parameters.at,
        muted=tuple(dict.fromkeys(filter(None, parameters.mute))),
        evidence=Span(int(found[1]), int(found[2])) if found else None,
    )
