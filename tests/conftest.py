"""What all tests share: the seeds as sources, the option to rewrite golden files, how long to look for surprises."""

from pathlib import Path

import pytest
from hypothesis import settings

from app.extraction import Source, canonical_text

PROJECT = Path(__file__).resolve().parent.parent
SEEDS = PROJECT / "seeds"
SEED_NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))

# The suite looks at the same examples in every run, so that a failure is the change's own; machines may be busy.
# `pytest --hypothesis-profile=explore` looks further.
settings.register_profile("suite", max_examples=100, derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=5000, deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="rewrite what is expected instead of comparing with it")


def read_seed(name: str) -> Source:
    """Return one of the five articles in seeds/, read as ingest reads it."""
    return Source(text=canonical_text((SEEDS / f"{name}.txt").read_text(encoding="utf-8")), name=name)
