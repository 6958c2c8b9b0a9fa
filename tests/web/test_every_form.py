"""Whatever is selected from the seeds: every form holds the same set, and facets promise what they lead to."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape

import feedparser
import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction import analyze
from app.settings import Settings
from app.store.engine import open_writer
from app.store.migrate import migrate
from app.store.rows import as_rows
from app.store.writes import write_articles
from app.web.application import create_application
from tests.conftest import SEED_NAMES, read_seed
from tests.store.conftest import NOW

VALUES = {
    "q": ["dialogue", '"state of relations" OR terror*', "NOT putin", "speaker:peskov terrorism", "on:2015-11",
          "country:us -side:russia", "kind:partial before:2016", "ISIS", "topic:syria outlet:tass"],
    "synonyms": ["off"],
    "country": ["US", "GB", "FR", "NATO"],
    "role": ["any", "partner"],
    "topic": ["counter-terrorism", "bilateral-relations", "energy"],
    "speaker": ["dmitry-peskov", "vladimir-putin", "barack-obama"],
    "side": ["russia", "foreign"],
    "outlet": ["TASS", "Xinhua"],
    "kind": ["direct", "partial", "nested"],
    "voice": ["RU", "US"],
    "via": ["dmitry-peskov"],
    "from": ["2015-11-16", "2016-01-01"],
    "to": ["2016-11-11", "2020-12-31"],
    "by": ["statement", "publication"],
    "sort": ["newest", "oldest", "relevance"],
}  # fmt: skip
REPEATABLE = {"country", "topic", "speaker", "side", "outlet", "kind", "voice", "via"}


@st.composite
def addresses(draw: st.DrawFn) -> list[tuple[str, str]]:
    names = draw(st.sets(st.sampled_from(sorted(VALUES)), max_size=4))
    return [
        (name, value)
        for name in sorted(names)
        for value in draw(
            st.lists(st.sampled_from(VALUES[name]), min_size=1, max_size=2 if name in REPEATABLE else 1, unique=True)
        )
    ]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('seeds') / 'seeds.db'}"
    migrate(url)
    engine = open_writer(url)
    sources = [read_seed(name) for name in SEED_NAMES]
    write_articles(engine, [as_rows(source, analyze(source), "v1") for source in sources], NOW)
    engine.dispose()
    with TestClient(create_application(Settings(database_url=url))) as opened:
        yield opened


@pytest.mark.parametrize("kind", ["quotes", "articles"])
@settings(max_examples=40)
@given(parameters=addresses())
def test_every_form_holds_the_same_set(seeds: TestClient, kind: str, parameters: list[tuple[str, str]]) -> None:
    pages = list(every_json_page(seeds, f"/{kind}.json", parameters))
    expected = [item["id"] for page in pages for item in page["items"]]
    assert len(expected) == len(set(expected)) == pages[0]["total"]
    lines = seeds.get(f"/{kind}.jsonl", params=parameters).text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == expected
    table = csv.DictReader(io.StringIO(seeds.get(f"/{kind}.csv", params=parameters).text, newline=""))
    assert [row["id"] for row in table] == expected
    feed = feedparser.parse(seeds.get(f"/{kind}.atom", params=parameters).content)
    assert [entry.id.rpartition("/")[2] for entry in feed.entries] == expected
    assert list(every_page_entry(seeds, kind, parameters)) == expected


@pytest.mark.parametrize("kind", ["quotes", "articles"])
@settings(max_examples=15)
@given(parameters=addresses())
def test_a_facet_leads_to_as_many_as_it_promises(
    seeds: TestClient, kind: str, parameters: list[tuple[str, str]]
) -> None:
    """Where nothing of a facet is chosen yet, its counts are the totals of the addresses behind them."""
    facets = seeds.get(f"/{kind}.json", params=parameters).json()["facets"]
    html = seeds.get(f"/{kind}", params=parameters).text
    for name, values in facets.items():
        if any(value["selected"] for value in values):
            continue
        for value in values[:2]:
            link = re.search(rf'id="facet-{name}-{re.escape(value["value"])}" class="facet-value" href="([^"]+)"', html)
            if link:
                path, _, query = unescape(link[1]).partition("?")
                assert seeds.get(f"{path}.json?{query}").json()["total"] == value["count"], (name, value)


def every_json_page(client: TestClient, path: str, parameters: list[tuple[str, str]]) -> Iterator[dict]:
    page = client.get(path, params=parameters).json()
    yield page
    while page["next_url"]:
        page = client.get(page["next_url"]).json()
        yield page


def every_page_entry(client: TestClient, kind: str, parameters: list[tuple[str, str]]) -> Iterator[str]:
    tag = "blockquote" if kind == "quotes" else "h2"
    html = client.get(f"/{kind}", params=parameters).text
    while True:
        found, _, _ = html.partition('class="see-also"')
        yield from re.findall(rf'<{tag} class="[^"]+"><a href="/{kind}/([a-z2-7]+)', found)
        following = re.search(r'rel="next" href="([^"]+)"', html)
        if not following:
            return
        html = client.get(unescape(following[1])).text
