"""Extraction reads the project's own gold at least as well as it did: no figure falls behind tests/gold/baseline.toml.

`make evaluate` shows the figures; `make baseline` writes those reached now, for review with `git diff tests/gold`.
"""

import json
import math
import tomllib
from collections.abc import Mapping

import pytest

from app.extraction.evaluation import Measure, evaluate, load_measures, read_gold
from tests.conftest import PROJECT, SEED_NAMES, read_seed

FOLDER = PROJECT / "tests" / "gold"
BASELINE = FOLDER / "baseline.toml"
GOLD = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
DECIMALS = 3


def gated(figures: Mapping[str, float | None]) -> dict[str, float]:
    """Return the figures that can get worse, rounded so that they are reached again by what reached them."""
    rounding = {"higher": math.floor, "lower": math.ceil}
    return {
        key: rounding[measure.better](value * 10**DECIMALS) / 10**DECIMALS
        for key, measure in load_measures().items()
        if measure.better != "neither" and (value := figures.get(key)) is not None
    }


def is_worse(measure: Measure, value: float | None, baseline: float) -> bool:
    if value is None:
        return True
    return value < baseline if measure.better == "higher" else value > baseline


@pytest.fixture(scope="module")
def reached() -> dict[str, dict[str, float]]:
    """Return the figures of each file of gold."""
    return {
        name: gated(evaluate(read_gold((FOLDER / f"{name}.jsonl").open(encoding="utf-8"))).figures) for name in GOLD
    }


def test_no_figure_falls_behind_its_baseline(
    reached: dict[str, dict[str, float]], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--regenerate"):
        write_baseline(reached)
    baseline = tomllib.loads(BASELINE.read_text(encoding="utf-8"))
    assert baseline.keys() == reached.keys()
    measures = load_measures()
    worse = [
        f"{name}: {key} is {reached[name].get(key)}, was {value}; "
        f"see `kremlin-statements evaluate tests/gold/{name}.jsonl --errors 100`"
        for name, figures in baseline.items()
        for key, value in figures.items()
        if is_worse(measures[key], reached[name].get(key), value)
    ]
    assert worse == []


def write_baseline(reached: Mapping[str, Mapping[str, float]]) -> None:
    tables = ("\n".join([f"[{name}]", *(f"{k} = {v}" for k, v in fs.items())]) for name, fs in reached.items())
    head = "# The figures that extraction has reached on this folder's gold (`make baseline`); see README.md."
    BASELINE.write_text("\n\n".join([head, *tables]) + "\n", encoding="utf-8")


def test_every_figure_has_a_baseline(reached: dict[str, dict[str, float]]) -> None:
    baseline = tomllib.loads(BASELINE.read_text(encoding="utf-8"))
    assert {name: set(figures) for name, figures in baseline.items()} == {
        name: set(figures) for name, figures in reached.items()
    }


def test_the_annotated_seeds_are_those_of_the_project() -> None:
    lines = (FOLDER / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    annotated = {record["id"]: record["text"] for record in map(json.loads, lines)}
    assert annotated == {name: read_seed(name).text for name in SEED_NAMES}
