"""The ingest as a whole, on articles written for it."""

import json
from pathlib import Path

import pytest

from app.extraction import Analysis, Source
from app.ingest import Counts, Problem, extracting, ingest, run
from app.ingest.version import digest_of, extraction_version
from app.store.check import find_faults
from app.store.engine import Session, open_reader, open_writer
from app.store.migrate import migrate
from app.store.reads import corpus_generation, list_articles, list_quotes
from app.store.selection import Selection

TEXT = 'PARIS, May 3. "We are in favour of talks," Kremlin spokesman Dmitry Peskov said on Monday.'


class Watch:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.last = Counts()

    def failed(self, problem: Problem) -> None:
        self.problems.append(str(problem))

    def advanced(self, counts: Counts) -> None:
        self.last = counts


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'test.db'}"
    migrate(url)
    return url


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(3):
        (folder / f"article-{number}.txt").write_text(f"{TEXT} Part {number}.", encoding="utf-8")
    return folder


def state(url: str) -> tuple[str, list[str], list[str]]:
    engine = open_reader(url)
    with Session(engine) as session:
        generation = corpus_generation(session)
        articles = [article.id for article in list_articles(session, Selection(), limit=1000).items]
        quotes = [quote.id for quote in list_quotes(session, Selection(), limit=1000).items]
    engine.dispose()
    return generation, articles, quotes


def test_the_same_again_changes_nothing(url: str, folder: Path) -> None:
    watch = Watch()
    assert ingest([str(folder)], url, watch) == Counts(new=3)
    before = state(url)
    assert len(before[1]) == 3
    assert ingest([str(folder), str(folder)], url, watch) == Counts(unchanged=6)
    assert state(url) == before
    assert watch.problems == []
    assert watch.last == Counts(unchanged=6)


def test_a_changed_file_is_a_changed_article(url: str, folder: Path) -> None:
    ingest([str(folder)], url, Watch())
    (folder / "article-1.txt").write_text(f"{TEXT} Corrected.", encoding="utf-8")
    assert ingest([str(folder)], url, Watch()) == Counts(changed=1, unchanged=2)


def test_bad_files_cost_only_themselves(url: str, folder: Path) -> None:
    ingest([str(folder)], url, Watch())
    before = state(url)
    bad = {"empty": b"", "binary": b"\x00\x01\x02", "encoding": "Мир".encode("cp1251"), "article-0": b"\xff"}
    for name, content in bad.items():
        (folder / f"{name}.txt").write_bytes(content)
    watch = Watch()
    assert ingest([str(folder), str(folder / "missing")], url, watch) == Counts(unchanged=2, failed=5)
    assert len(watch.problems) == 5
    assert all("\n" not in problem for problem in watch.problems)
    assert state(url) == before


def test_two_articles_of_one_name_do_not_take_turns(url: str, folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "article-0.txt").write_text("Something else.", encoding="utf-8")
    watch = Watch()
    assert ingest([str(folder)], url, watch) == Counts(new=3, failed=1)
    assert "article-0: is the name of two articles" in watch.problems[0]
    assert ingest([str(folder)], url, Watch()) == Counts(unchanged=3, failed=1)


def test_another_extraction_reads_everything_again(url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest([str(folder)], url, Watch())
    addresses = state(url)[1:]
    monkeypatch.setattr(run, "extraction_version", lambda: "another")
    assert ingest([str(folder)], url, Watch()) == Counts(changed=3)
    assert state(url)[1:] == addresses


def test_a_fault_of_extraction_costs_one_article(url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(source: Source) -> Analysis:
        if source.name == "article-1":
            raise IndexError("a fault of ours")
        return real(source)

    real = extracting.analyze
    monkeypatch.setattr(extracting, "analyze", stumble)
    watch = Watch()
    assert ingest([str(folder)], url, watch) == Counts(new=2, failed=1)
    assert watch.problems == ["article-1: could not be analysed (IndexError: a fault of ours)"]


def test_many_articles_are_read_by_several_processes(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "FEW_BATCHES", 1)
    path = tmp_path / "many.jsonl"
    lines = [json.dumps({"id": f"many-{number}", "text": f"{TEXT} Part {number}."}) for number in range(600)]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert ingest([str(path)], url, Watch(), processes=2) == Counts(new=600)
    _, articles, quotes = state(url)
    assert (len(articles), len(set(quotes))) == (600, len(quotes))
    engine = open_writer(url)
    assert list(find_faults(engine)) == []
    engine.dispose()


def test_the_version_of_extraction_follows_its_files(tmp_path: Path) -> None:
    assert len(extraction_version()) == 16
    (tmp_path / "rules.py").write_text("one", encoding="utf-8")
    versions = [digest_of(tmp_path)]
    (tmp_path / "notes.md").write_text("no rule", encoding="utf-8")
    assert digest_of(tmp_path) == versions[0]
    (tmp_path / "rules.py").write_text("two", encoding="utf-8")
    versions.append(digest_of(tmp_path))
    (tmp_path / "rules.py").rename(tmp_path / "words.toml")
    versions.append(digest_of(tmp_path))
    assert len(set(versions)) == 3


def test_a_new_measure_reads_nothing_anew(tmp_path: Path) -> None:
    (tmp_path / "rules.py").write_text("one", encoding="utf-8")
    version = digest_of(tmp_path)
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "evaluation" / "measures.py").write_text("one more", encoding="utf-8")
    assert digest_of(tmp_path) == version
