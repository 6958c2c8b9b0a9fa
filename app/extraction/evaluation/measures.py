"""What is measured, in words (``measures.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter


class Measure(BaseModel):
    """One measure: its key in ``Figures``, what it says, and which way it should go."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    label: str
    better: Literal["higher", "lower", "neither"]
    """`neither` for counts of what there was to measure."""
    unit: Literal["share", "count"] = "share"


@cache
def load_measures() -> Mapping[str, Measure]:
    """Return the measures by key, in the order of the table. Raises ValueError when the file is malformed."""
    content = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {measure.key: measure for measure in TypeAdapter(list[Measure]).validate_python(content["measures"])}
