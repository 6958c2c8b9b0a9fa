"""What the project says about itself is true: its locks, its settings table, its commands."""

import re
import tomllib
from pathlib import Path

import pytest

from app.settings import Settings
from tests.conftest import PROJECT

DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = PROJECT / "requirements"
PINNED = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==\S+(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def read_lock(name: str) -> dict[str, str]:
    """Return what follows each pinned library in a lock, by the library's name."""
    return dict(PINNED.findall((REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")))


def library(requirement: str) -> str:
    return re.split(r"[\[<>=~; ]", requirement.lower().replace("_", "-"), maxsplit=1)[0]


@pytest.mark.parametrize("lock", sorted(path.stem for path in REQUIREMENTS.glob("*.txt")))
def test_a_lock_gives_hashes_and_names_no_registry(lock: str) -> None:
    assert "://" not in (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8")
    pinned = read_lock(lock)
    assert pinned
    assert [name for name, rest in pinned.items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("runtime", DECLARED["project"]["dependencies"]),
        ("dev", [*DECLARED["project"]["dependencies"], *DECLARED["project"]["optional-dependencies"]["dev"]]),
        ("build", DECLARED["dependency-groups"]["build"]),
    ],
)
def test_a_lock_pins_everything_that_is_declared(lock: str, requirements: list[str]) -> None:
    assert {library(requirement) for requirement in requirements} - set(read_lock(lock)) == set()


def test_the_readme_lists_every_setting() -> None:
    listed = re.findall(r"^\| `([A-Z_]+)` \|", (PROJECT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)


def test_links_between_documents_lead_somewhere() -> None:
    documents = [PROJECT / "README.md", PROJECT / "CHANGELOG.md", *(PROJECT / "docs").glob("*.md")]
    for document in documents:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert Path(document.parent, target).exists(), f"{document.name} links to {target}"
