"""The command line: what it prints, and with which exit code it ends."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import feedparser
import pytest
import rispy
from click.testing import Result
from pybtex.database import parse_string
from typer.testing import CliRunner

from app.cli import application, main
from app.extraction.vocabulary import VocabularyError
from tests.conftest import PROJECT, SEEDS

TEXT = 'PARIS, May 3. "We are in favour of talks," Kremlin spokesman Dmitry Peskov said on Monday.'


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the command line at a database of the test's own."""
    path = tmp_path / "data" / "test.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    return path


def run(*arguments: object, text: str | None = None) -> Result:
    result = CliRunner().invoke(application, [str(argument) for argument in arguments], input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_help_teaches() -> None:
    commands = ("ingest", "serve", "analyze", "evaluate", "export", "check", "migrate")
    assert all(name in run("--help").output for name in commands)
    assert "SOURCE" in run("ingest", "--help").output


def test_ingest_sums_up_and_can_be_repeated() -> None:
    first, second = run("ingest", SEEDS), run("ingest", SEEDS)
    assert (first.exit_code, first.stdout) == (0, "5 new, 0 changed, 0 unchanged, 0 failed\n")
    assert (second.exit_code, second.stdout) == (0, "0 new, 0 changed, 5 unchanged, 0 failed\n")
    assert run("check").stdout == "sound\n"


def test_ingest_names_what_failed_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = run("ingest", tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "missing")
    assert result.exit_code == 1
    assert result.stdout == "1 new, 0 changed, 0 unchanged, 2 failed\n"
    assert result.stderr.splitlines() == [
        f"{tmp_path / 'empty.txt'}: is empty",
        f"{tmp_path / 'missing'}: there is no such file or folder",
    ]


def test_usage_errors_exit_with_two(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("ingest").exit_code == 2
    assert run("nonsense").exit_code == 2
    assert run("export", "--country", "Atlantis").exit_code == 2
    assert run("export", "--from", "tomorrow").exit_code == 2
    monkeypatch.setenv("DATABASE_URL", "nonsense")
    result = run("ingest", SEEDS)
    assert (result.exit_code, "DATABASE_URL" in result.stderr) == (2, True)


def test_a_file_that_is_no_database_is_said_to_be_none(database: Path) -> None:
    database.parent.mkdir()
    database.write_bytes(b"this is no database at all, but long enough to be looked at" * 100)
    for command in (("ingest", SEEDS), ("migrate",), ("check",), ("export",)):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stderr.startswith("The database cannot be used: ")


def test_without_a_database_there_is_nothing_to_export_or_check() -> None:
    for command in ("export", "check"):
        assert run(command).exit_code == 1
        assert "no database" in run(command).stderr


def test_migrate_says_whether_there_was_anything_to_do(database: Path) -> None:
    assert run("migrate").stdout == f"{database} is now up to date\n"
    assert run("migrate").stdout == f"{database} was already up to date\n"


def test_analyze_prints_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_text(TEXT, encoding="utf-8")
    found = [json.loads(line) for line in run("analyze", file).stdout.splitlines()]
    assert [record["id"] for record in found] == ["some"]
    assert found[0]["text"] == TEXT
    lines = "\n".join(json.dumps({"id": name, "text": TEXT}) for name in ("a", "b"))
    piped = run("analyze", "-", "--format", "json", text=lines).stdout.splitlines()
    assert [json.loads(line)["id"] for line in piped] == ["a", "b"]


def test_analyze_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    result = run("analyze", tmp_path / "missing.txt", SEEDS)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 5
    assert "no such file" in result.stderr


def test_evaluate_prints_figures_and_mistakes() -> None:
    gold = PROJECT / "tests" / "gold" / "newswire.jsonl"
    figures = json.loads(run("evaluate", gold, "--json").stdout)
    assert figures["articles"] == len(gold.read_text(encoding="utf-8").splitlines())
    table = run("evaluate", gold, "--errors", "1").stdout
    assert f"{figures['span_f1']:.3f}" in table
    assert "mistakes in all" in table
    with_errors = json.loads(run("evaluate", gold, "--json", "--errors", "2").stdout)
    for error in with_errors.pop("errors"):
        assert sorted(error) == ["article", "found", "kind", "text", "wanted"]
    assert with_errors == figures


def test_evaluate_names_gold_that_it_cannot_use(tmp_path: Path) -> None:
    bad = tmp_path / "gold.jsonl"
    assert run("evaluate", bad).stderr == f"{bad}: cannot be read (No such file or directory)\n"
    bad.write_bytes(b"\xff")
    assert run("evaluate", bad).stderr == f"{bad}: is not UTF-8 text\n"
    bad.write_text('{"partners": []}', encoding="utf-8")
    result = run("evaluate", bad)
    assert (result.exit_code, result.stderr) == (1, f"{bad}: line 1: id: Field required\n")
    assert run("evaluate", bad, "--errors", "-1").exit_code == 2
    assert run("evaluate").exit_code == 2


def test_export_gives_the_same_statements_in_each_form() -> None:
    run("ingest", SEEDS)
    table = list(csv.DictReader(io.StringIO(run("export", "--country", "GB").stdout)))
    lines = [json.loads(line) for line in run("export", "--country", "gb", "--format", "jsonl").stdout.splitlines()]
    assert [row["id"] for row in table] == [line["id"] for line in lines]
    assert table
    assert all("GB" in line["countries"] for line in lines)
    origin = "https://statements.example"
    articles = run("export", "articles", "--format", "jsonl", "--origin", f"{origin}/").stdout.splitlines()
    assert len(articles) == 5
    assert json.loads(articles[0])["url"].startswith(f"{origin}/articles/")


def test_export_cites_the_same_statements_for_reference_managers_and_feed_readers() -> None:
    run("ingest", SEEDS)
    listed = [row["id"] for row in csv.DictReader(io.StringIO(run("export", "--country", "GB").stdout))]
    ris, bib, atom = (run("export", "--country", "GB", "--format", form).stdout for form in ("ris", "bib", "atom"))
    assert [record["id"] for record in rispy.loads(ris)] == listed
    assert list(parse_string(bib, "bibtex").entries) == [f"q-{quote}" for quote in listed]
    feed = feedparser.parse(atom)
    assert not feed.bozo
    assert [entry.id.rpartition("/")[2] for entry in feed.entries] == listed
    assert feed.feed.updated >= max(entry.updated for entry in feed.entries)
    assert run("export", "articles", "--format", "ris").exit_code == 2
    assert len(feedparser.parse(run("export", "articles", "--format", "atom").stdout).entries) == 5


def test_check_names_faults(database: Path) -> None:
    run("ingest", SEEDS)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE article SET quote_count = 99")
    result = run("check")
    assert result.exit_code == 1
    assert "counts 99 quotes" in result.stdout
    assert result.stderr == "5 faults\n"


def test_serve_says_when_the_port_is_taken() -> None:
    result = run("serve", "--host", "192.0.2.1", "--port", "9")
    assert result.exit_code == 2
    assert result.stderr.startswith("Cannot listen on 192.0.2.1 port 9")


def test_a_broken_vocabulary_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> None:
        raise VocabularyError("people.toml: no such country: XX")

    monkeypatch.setattr("app.extraction.pipeline.load_vocabulary", broken)
    monkeypatch.setattr("sys.argv", ["kremlin-statements", "ingest", str(SEEDS)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == "The vocabulary cannot be used: people.toml: no such country: XX\n"
