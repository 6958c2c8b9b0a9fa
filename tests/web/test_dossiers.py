"""Dossiers: counts that lead to what they count, and silence told apart from missing coverage."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from app.store.engine import open_writer
from app.store.migrate import migrate
from app.store.records import DayCount, Facet
from app.store.selection import Selection
from app.store.writes import write_articles
from app.web.application import create_application
from app.web.contexts.sides import side_shares
from app.web.contexts.silences import find_silences
from tests.store.conftest import NORMAN, NOW, PESKOV, PUTIN, analysed, rows, said
from tests.web.test_pages import Outline

BIDDER = PUTIN.__class__("Bo Bidder", "bo-bidder", "Minister", "FR", "Bidder")
TALKS = analysed(
    "talks",
    'Four spoke: "We agree," Peskov said. "We do not," Ada Norman said. "We wait," Bo Bidder said. "Hush," one said. '
    '"Tell them to come," he said.',
    [
        said("We agree,"),
        said("We do not,", NORMAN),
        said("We wait,", BIDDER),
        said("Hush,", None),
        said("Tell them to come,", PUTIN, via=PESKOV),
    ],
    published=date(2021, 3, 2),
    partners=["GB", "FR"],
    topics=["energy"],
    outlet="TASS",
)
LATER = analysed(
    "later", '"Still nothing," Peskov said.', [said("Still nothing,")], published=date(2021, 9, 1), partners=["GB"]
)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of a corpus in which four sides speak, one after half a year, and nothing in between."""
    url = f"sqlite:///{tmp_path_factory.mktemp('talks') / 'talks.db'}"
    migrate(url)
    engine = open_writer(url)
    write_articles(engine, [rows(TALKS), rows(LATER)], NOW)
    engine.dispose()
    with TestClient(create_application(Settings(database_url=url))) as opened:
        yield opened


def linked_counts(html: str) -> dict[str, int]:
    """Return each link to statements with the number that is printed as its text or before its text's end."""
    links = re.findall(r'<a[^>]*?href="(/quotes\?[^"]*)"[^>]*>(?:<title>[^<]*</title>)?(\d+)(?:<|&)', html)
    return {unescape(url): int(count) for url, count in links}


@pytest.mark.parametrize("path", ["/countries/GB", "/topics/energy", "/speakers/dmitry-peskov", "/speakers/ada-norman"])
def test_every_number_leads_to_as_many_statements(talks: TestClient, path: str) -> None:
    counts = linked_counts(talks.get(path).text)
    assert len(counts) > 3
    for url, count in counts.items():
        assert talks.get(url.replace("/quotes?", "/quotes.json?")).json()["total"] == count, url


def test_a_country_says_who_speaks(talks: TestClient) -> None:
    html = talks.get("/countries/GB").text
    part = html[html.index('<section class="shares"') :]
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a>\s*<span class="count">(\d+)', part[: part.index("</section>")])
    assert [(label, int(count)) for _, label, count in found] == [
        ("Russia", 3),
        ("United Kingdom", 1),
        ("Others", 1),
        ("Side unknown", 1),
    ]
    for url, label, count in found:
        address = unescape(url).replace("/quotes?", "/quotes.json?")
        assert talks.get(address).json()["total"] == int(count), label


def test_partners_that_occur_together_can_be_read_and_compared(talks: TestClient) -> None:
    html = talks.get("/countries/GB").text
    assert "Often together with" in html
    assert 'href="/compare?a.country=GB&amp;b.country=FR"' in html


def test_a_speakers_dossier_knows_the_offices_and_whose_words_were_told(talks: TestClient) -> None:
    html = talks.get("/speakers/dmitry-peskov").text
    assert "Kremlin spokesman" in html
    assert "/quotes?speaker=dmitry-peskov&amp;from=2012-05-22" in html
    assert "/quotes?speaker=vladimir-putin&amp;via=dmitry-peskov" in html
    assert "/quotes?speaker=vladimir-putin&amp;via=dmitry-peskov" in talks.get("/speakers/vladimir-putin").text


def test_a_gap_without_articles_is_not_called_a_silence(talks: TestClient) -> None:
    html = talks.get("/countries/GB").text
    assert "without a statement" not in html
    assert "1 gap for want of coverage" in html
    assert "April 2021 to August 2021: the corpus holds no article" in html
    assert "September 2021: 1 article in the corpus (unknown outlet 1)" in html


def test_a_topic_names_its_media_topic(talks: TestClient) -> None:
    outline = Outline(talks.get("/topics/energy").text)
    assert any(address.startswith("http://cv.iptc.org/newscodes/mediatopic/2") for address in outline.addresses())


def test_a_country_of_which_nothing_is_said_has_a_dossier(talks: TestClient) -> None:
    answer = talks.get("/countries/AD")
    assert answer.status_code == 200
    assert "silence or missing coverage" in answer.text


def test_silences_are_those_that_the_corpus_covers() -> None:
    start = date(2020, 1, 1)
    days = [DayCount(start, 1), DayCount(start + timedelta(90), 2)]
    held = [start + timedelta(3 * number) for number in range(60)]
    found = find_silences(days, held, Selection())
    assert [one.silence.days for one in found.covered] == [89]
    assert found.covered[0].articles_url == "/articles?from=2020-01-02&to=2020-03-30"
    assert found.latest is not None
    assert found.latest.silence.is_covered
    assert find_silences(days, [day.day for day in days], Selection()).covered == ()
    assert find_silences([], held, Selection()).latest is None


def test_shares_fill_the_bar() -> None:
    sides = [Facet("russia", "Russia", 5, False), Facet("foreign", "Foreign", 3, False)]
    shares = side_shares(Selection(countries=("GB",)), sides, ("GB", "United Kingdom", 1))
    assert [(share.key, share.quotes) for share in shares] == [("russia", 5), ("partner", 1), ("others", 2)]
    assert sum(share.width for share in shares) == 100
    assert [share.key for share in side_shares(Selection(), sides)] == ["russia", "partner"]
