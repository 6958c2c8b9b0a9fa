"""How well extraction reads, as last measured: the figures of ``quality.toml``, which `make quality` writes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from app.extraction.evaluation import Measure, load_measures

QUALITY_FILE = Path(__file__).with_suffix(".toml")


class DataSet(BaseModel):
    """Annotated articles, and the figures reached on them by measure; shares from 0 to 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name: str
    about: str
    articles: int = Field(gt=0)
    statements: int = Field(gt=0)
    figures: Mapping[str, float]

    @field_validator("figures")
    @classmethod
    def _are_measures(cls, figures: Mapping[str, float]) -> Mapping[str, float]:
        if strange := figures.keys() - load_measures().keys():
            raise ValueError(f"no such measure: {', '.join(sorted(strange))}")
        return figures


@dataclass(frozen=True, slots=True)
class QualityRow:
    """One measure, and what was reached on each data set; None where it was not measured."""

    measure: Measure
    values: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures as a table: a column for each data set, a row for each measure."""

    data_sets: Sequence[DataSet]
    rows: Sequence[QualityRow]


@cache
def load_quality() -> Quality:
    """Return the figures as last measured. Raises ValueError when the file is malformed."""
    return tabulate(read_data_sets())


def read_data_sets() -> list[DataSet]:
    """Return the data sets of the file, in its order."""
    content = tomllib.loads(QUALITY_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(list[DataSet]).validate_python(content["data_sets"])


def tabulate(data_sets: Sequence[DataSet]) -> Quality:
    """Return the table of data sets: the measures that any of them has, in the order of ``measures.toml``."""
    rows = (
        QualityRow(measure, tuple(_written(measure, data_set.figures.get(key)) for data_set in data_sets))
        for key, measure in load_measures().items()
    )
    return Quality(data_sets, tuple(row for row in rows if any(value is not None for value in row.values)))


def _written(measure: Measure, value: float | None) -> str | None:
    if value is None:
        return None
    return f"{value:.0f}" if measure.unit == "count" else f"{100 * value:.1f} %"
