"""From lines of JSON to gold annotations of one form or the other."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from app.extraction.evaluation.gold import GoldError, GoldRecord
from app.extraction.evaluation.polnear import PolnearArticle
from app.extraction.evaluation.press import PressArticle

_Article = TypeVar("_Article", bound=GoldRecord)


@dataclass(frozen=True, slots=True)
class Gold:
    """Annotated articles, all of one form: the other list is empty."""

    press: tuple[PressArticle, ...] = ()
    polnear: tuple[PolnearArticle, ...] = ()

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.press) + len(self.polnear)


def read_gold(lines: Iterable[str]) -> Gold:
    """Return the annotated articles of a JSON Lines file; its first line tells their form.

    Raises GoldError at the first line that is not JSON or not of that form, and when there is no line at all.
    """
    records = [(number, _object(number, line)) for number, line in enumerate(lines, 1) if line.strip()]
    if not records:
        raise GoldError("holds no annotated article")
    if "partners" in records[0][1]:
        return Gold(press=_articles(records, PressArticle))
    if "other_quoted" in records[0][1]:
        return Gold(polnear=_articles(records, PolnearArticle))
    raise GoldError(
        f"line {records[0][0]}: is of neither form: press articles have `partners`, PolNeAR's `other_quoted`"
    )


def _object(number: int, line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GoldError(f"line {number}: is not JSON ({error})") from error
    if not isinstance(value, dict):
        raise GoldError(f"line {number}: is not a JSON object")
    return value


def _articles(records: Iterable[tuple[int, dict[str, object]]], form: type[_Article]) -> tuple[_Article, ...]:
    return tuple(_article(number, record, form) for number, record in records)


def _article(number: int, record: dict[str, object], form: type[_Article]) -> _Article:
    try:
        return form.model_validate(record)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in fault["loc"])
        raise GoldError(f"line {number}: {field + ': ' if field else ''}{fault['msg']}") from error
