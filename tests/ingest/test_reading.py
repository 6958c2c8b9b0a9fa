"""From files to articles."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from app.extraction import Source
from app.ingest.discovery import discover
from app.ingest.problems import Problem
from app.ingest.reading import READERS, read_articles, read_line, read_stream
from app.ingest.urls import canonical_url


def problems(found: object) -> list[str]:
    return [str(one) for one in found if isinstance(one, Problem)]


def test_a_text_file_is_named_after_itself(tmp_path: Path) -> None:
    path = tmp_path / "some.article.txt"
    path.write_bytes("\ufeffOne\r\nTwo\rThree".encode())
    assert list(read_articles(path)) == [Source(text="One\nTwo\nThree", name="some.article")]


def test_a_line_of_json_is_an_article() -> None:
    line = {
        "text": "Words", "id": 7, "url": "HTTPS://Example.ORG/a?b#c", "title": "T", "published": "2016-11-11T10:00:00Z",
        "outlet": "TASS", "more": {"is": "passed over"},
    }  # fmt: skip
    assert read_line(json.dumps(line).encode(), "here") == Source(
        text="Words",
        name="7",
        url="https://example.org/a?b",
        title="T",
        published=date(2016, 11, 11),
        outlet="TASS",
    )


def test_an_article_without_id_or_url_is_named_after_its_words() -> None:
    first, again, other = (read_line(json.dumps({"text": text}).encode(), "") for text in ("a", "a", "b"))
    assert isinstance(first, Source)
    assert isinstance(other, Source)
    assert first == again
    assert first.name != other.name


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not an article"),
        (b"[]", "is not an article"),
        (b"{}", "neither text nor html"),
        (b'{"text": ""}', "is empty"),
        (b'{"text": 5}', "text: Input should be a valid string"),
        (b'{"text": 5.5, "id": "a"}', "text: Input should be a valid string"),
        (b'{"text": true}', "text: Input should be a valid string"),
        (b'{"html": 5}', "html: Input should be a valid string"),
        (b'{"text": "a", "published": "yesterday"}', "published"),
        (b'{"text": "a", "url": "javascript:alert(1)"}', "no web address"),
        (b'{"text": "a", "url": "http://[oops"}', ""),
        (b'{"text": "a\\u0000"}', "NUL"),
        (b'{"text": "a\\ud800"}', ""),
        (b'{"text": "a", "title": "\\u0000"}', "NUL"),
        (b"\xff\xfe", ""),
        (b"[" * 100_000, ""),
    ],
)
def test_a_bad_line_is_named(line: bytes, reason: str) -> None:
    found = read_line(line, "file.jsonl line 3")
    assert isinstance(found, Problem)
    assert str(found).startswith("file.jsonl line 3: ")
    assert reason in str(found)


def test_a_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('{"text": "a"}\n\nnonsense\n{"text": "b"}', encoding="utf-8")
    found = list(read_articles(path))
    assert [one.text for one in found if isinstance(one, Source)] == ["a", "b"]
    (problem,) = problems(found)
    assert problem.startswith(f"{path} line 3: ")


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b'{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        (b"{ no JSON", []),
        ("“A,” he".encode(), ["“A,” he"]),
    ],
)
def test_an_input_without_a_name_tells_its_kind_by_its_first_sign(content: bytes, texts: list[str]) -> None:
    found = list(read_stream(io.BytesIO(content)))
    assert [one.text for one in found if isinstance(one, Source)] == texts


def test_web_addresses_are_compared_in_one_form() -> None:
    assert canonical_url(" HTTP://Example.org ") == "http://example.org/"
    for address in ("example.org", "ftp://example.org/", "http://", "data:text/html,x"):
        with pytest.raises(ValueError, match="no web address"):
            canonical_url(address)


def test_a_problem_is_one_line_whatever_the_file_is_called() -> None:
    assert str(Problem("a\nb\x1b[31m", "is bad")) == "a\\nb\\x1b[31m: is bad"


def test_folders_are_searched_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", ".hidden.txt", "notes.md", "deep/c.jsonl", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = [path.name for path in discover([str(tmp_path)], READERS) if isinstance(path, Path)]
    assert found == ["a.TXT", "b.txt", "c.jsonl"]
    globbed = [path.name for path in discover([f"{tmp_path}/*.txt"], READERS) if isinstance(path, Path)]
    assert globbed == ["b.txt"]


def test_sources_without_articles_are_problems(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")
    sources = [f"{tmp_path}/missing", str(tmp_path), f"{tmp_path}/*.nothing", f"{tmp_path}/notes.md"]
    assert [one.split(": ")[1] for one in problems(discover(sources, READERS))] == [
        "there is no such file or folder",
        "holds no articles (.htm, .html, .jsonl, .txt)",
        "matches no file",
        "is not a kind of file that can be read (.htm, .html, .jsonl, .txt)",
    ]
