"""What all tests share: the seeds as sources, and the option to rewrite golden files."""

from pathlib import Path

import pytest

from app.extraction import Source, canonical_text

PROJECT = Path(__file__).resolve().parent.parent
SEEDS = PROJECT / "seeds"
SEED_NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="rewrite tests/golden instead of comparing with it")


def read_seed(name: str) -> Source:
    """Return one of the five articles in seeds/, read as ingest reads it."""
    return Source(text=canonical_text((SEEDS / f"{name}.txt").read_text(encoding="utf-8")), name=name)
