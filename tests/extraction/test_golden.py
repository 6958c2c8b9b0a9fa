"""The whole analysis of each seed, compared with a file that a person has read.

`make golden` rewrites the files; `git diff tests/golden` then shows what a change does to real articles.
"""

import json

import pytest

from app.extraction import analyze, as_record
from tests.conftest import PROJECT, SEED_NAMES, read_seed

GOLDEN = PROJECT / "tests" / "golden"


@pytest.mark.parametrize("name", SEED_NAMES)
def test_a_seed_is_read_as_last_reviewed(name: str, request: pytest.FixtureRequest) -> None:
    actual = json.dumps(as_record(analyze(read_seed(name))), ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{name}.json"
    if request.config.getoption("--regenerate"):
        golden.write_text(actual, encoding="utf-8")
    assert actual == golden.read_text(encoding="utf-8"), "`make golden`, then review `git diff tests/golden`"


def test_every_golden_file_belongs_to_a_seed() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.json")) == SEED_NAMES
