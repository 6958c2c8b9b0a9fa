"""Two selections side by side: what the address says, what the page and the data show of it, and what they refuse."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams
from starlette.requests import Request

from app.store.records import Coverage, Listing, MonthCount, Overview, Tally
from app.store.selection import Selection
from app.store.word_counts import WordUse
from app.web.comparisons import Comparison, Reading, comparison_parameters, comparison_path
from app.web.contexts.comparison.narrowing import part_path, word_path
from app.web.contexts.comparison.pairs import pair_tables
from app.web.contexts.comparison.tracks import draw_tracks, side_series
from app.web.contexts.comparison.words import words_of
from app.web.contexts.timeline import HEIGHT, WIDTH
from app.web.parameters import LONGEST_QUERY
from tests.web.test_pages import Outline
from tests.web.test_parameters import selections

CHINA_AND_US = "a.country=CN&b.country=US"


def side(total: int, words: Counter[str] | None = None, **partners: int) -> Reading:
    """Return what was read of a side with so many statements, of these words and on these partners."""
    counts = words or Counter()
    return Reading(
        selection=Selection(),
        overview=Overview(total, 1, 1, None, None),
        listing=Listing(total, (), {}, None),
        months=(),
        countries=[Tally(key, key, count, 1, None, None) for key, count in partners.items()],
        topics=(),
        speakers=(),
        words=WordUse(counts, {word: word.upper() for word in counts}),
    )


def requested(path: str) -> Comparison:
    query = path.partition("?")[2].encode()
    return comparison_parameters(Request({"type": "http", "query_string": query, "headers": []}))


@given(selections(), selections())
def test_an_address_says_everything_about_both_sides(left: Selection, right: Selection) -> None:
    comparison = Comparison(replace(left, sort=None), replace(right, sort=None))
    assert requested(comparison_path(comparison)) == comparison


def test_the_address_of_nothing_is_short() -> None:
    assert comparison_path(Comparison()) == "/compare"


@pytest.mark.parametrize(
    ("query", "parameter", "advice"),
    [
        ("a.from=yesterday", "a.from", "2015-11-18"),
        ("a.from=2020-01-01&a.to=2019-01-01", "a.from", "Swap them"),
        ("b.country=XX", "b.country", "country code"),
        ("country=GB", "country", "a.country"),
        ("a.contry=GB", "a.contry", "Did you mean “a.country”?"),
        ("b.after=abc", "b.after", "is not a filter of a comparison"),
        ("a.q=" + "x" * (LONGEST_QUERY + 1), "a.q", str(LONGEST_QUERY)),
    ],
)
def test_what_cannot_be_used_is_refused_with_advice(
    client: TestClient, query: str, parameter: str, advice: str
) -> None:
    assert client.get(f"/compare?{query}").status_code == 422
    answer = client.get(f"/compare.json?{query}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]
    assert advice in answer.json()["errors"][0]["detail"]


def test_faults_of_both_sides_are_told_at_once(client: TestClient) -> None:
    errors = client.get("/compare.json?a.topic=nothing&b.by=night").json()["errors"]
    assert [error["parameter"] for error in errors] == ["a.topic", "b.by"]


def test_trackers_of_mail_programs_are_ignored(client: TestClient) -> None:
    assert client.get("/compare?a.country=CN&utm_source=x").status_code == 200


def test_a_form_without_scripts_leads_to_a_clean_address(client: TestClient) -> None:
    answer = client.get("/compare?a.q=&a.country=cn&a.country=&a.from=&b.country=US&b.by=publication&b.to=")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/compare?{CHINA_AND_US}"


def test_each_side_shows_what_its_listing_holds(client: TestClient) -> None:
    body = client.get(f"/compare.json?{CHINA_AND_US}").json()
    for side, country in (("a", "CN"), ("b", "US")):
        listing = client.get(f"/quotes.json?country={country}").json()
        assert body[side]["total"] == listing["total"] > 0
        assert body[side]["items"] == listing["items"][: len(body[side]["items"])]
        assert client.get(body[side]["url"]).status_code == 200
        assert sum(month["quotes"] for month in body[side]["months"]) == listing["total"]
    assert sum(month["articles"] for month in body["coverage"]) > 0


def test_distinctive_words_lead_to_statements_of_their_side(client: TestClient) -> None:
    china = side(45, words=Counter(spoken=90, talks=200))
    other = side(45, words=Counter(heard=90, talks=200))
    (word,) = words_of(replace(china, selection=Selection(countries=("CN",))), other)
    assert (word.word, word.here, word.there) == ("SPOKEN", 90, 0)
    assert word.url is not None
    listing = client.get(word.url.replace("/quotes?", "/quotes.json?")).json()
    assert listing["total"] == 45
    assert all("spoken" in item["text"] and "CN" in item["countries"] for item in listing["items"])


def test_the_page_shows_both_sides(client: TestClient) -> None:
    html = client.get(f"/compare?{CHINA_AND_US}&a.from=2018-01-01").text
    outline = Outline(html)
    assert "China, since" in html
    assert {"/quotes?country=CN&amp;from=2018-01-01", "/quotes?country=US"} <= {
        address.replace("&", "&amp;") for address in outline.addresses()
    }
    assert "/compare?a.country=US&b.country=CN&b.from=2018-01-01" in outline.addresses()
    names = [attributes["name"] for tag, attributes in outline.elements if tag in {"input", "select"}]
    assert {"a.country", "a.from", "b.country", "b.q"} <= set(names)


def test_the_form_keeps_what_is_chosen(client: TestClient) -> None:
    html = client.get(
        "/compare?a.country=CN&a.country=US&a.role=any&a.synonyms=off&a.q=we&b.speaker=dmitry-peskov&b.voice=RU"
    ).text
    sent = [
        (str(attributes["name"]), str(attributes["value"]))
        for tag, attributes in Outline(html).elements
        if tag == "input" and attributes.get("value")
    ]
    assert requested("?" + str(QueryParams(sent))) == Comparison(
        Selection(query="we", synonyms=False, countries=("CN", "US"), role="any"),
        Selection(speakers=("dmitry-peskov",), voices=("RU",)),
    )


def test_before_anything_is_chosen_the_page_says_what_could_be(client: TestClient) -> None:
    html = client.get("/compare").text
    suggested = {address for address in Outline(html).addresses() if address.startswith("/compare?")}
    assert any("a.country=CN" in address for address in suggested)
    assert any("a.to=" in address and "b.from=" in address for address in suggested)
    assert "Latest statements" not in html
    for address in suggested:
        sides = client.get(address.replace("/compare?", "/compare.json?")).json()
        assert sides["a"]["total"] > 0, address
        assert sides["b"]["total"] > 0, address


def test_one_side_alone_is_compared_with_everything_and_its_likes_are_suggested(client: TestClient) -> None:
    html = client.get("/compare?a.country=CN").text
    assert "All statements" in html
    assert f"/compare?{CHINA_AND_US}" in Outline(html).addresses()


def test_the_same_on_both_sides_is_said_to_be_the_same(client: TestClient) -> None:
    assert "Both sides hold the same" in client.get("/compare?a.country=CN&b.country=CN").text


def test_nothing_found_is_no_error(client: TestClient) -> None:
    html = client.get("/compare?a.q=zebra&b.q=xylophone&b.from=2021-01-01&a.from=2021-01-01").text
    assert "No statement passes these filters" in html
    assert Outline(html)


def test_text_from_articles_and_addresses_is_escaped(client: TestClient) -> None:
    html = client.get('/compare?a.country=US&a.from=2019-01-01&b.q="><script>alert(2)</script>').text
    assert "<script>alert" not in html
    assert Outline(html)


def test_listings_and_dossiers_lead_to_comparisons(client: TestClient) -> None:
    assert "/compare?a.country=CN" in Outline(client.get("/quotes?country=CN&sort=oldest").text).addresses()
    assert "/compare?a.topic=energy" in Outline(client.get("/topics/energy").text).addresses()


def test_an_unchanged_comparison_is_not_sent_again(client: TestClient) -> None:
    for path in (f"/compare?{CHINA_AND_US}", f"/compare.json?{CHINA_AND_US}"):
        answer = client.get(path)
        assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_a_part_of_a_side_is_asked_for_beside_what_is_chosen() -> None:
    side = Selection(countries=("CN",))
    assert part_path(side, "topic", "energy") == "/quotes?country=CN&topic=energy"
    assert part_path(side, "country", "CN") == "/quotes?country=CN"
    beside = part_path(side, "country", "US")
    assert beside is not None
    assert "country=CN" in beside
    assert "q=country%3A%22US%22" in beside
    both = word_path(Selection(query="gas OR oil"), "s-300")
    assert both is not None
    assert "q=%22s-300%22+%28gas+OR+oil%29" in both
    assert word_path(Selection(query="x" * LONGEST_QUERY), "gas") is None


def test_values_beside_what_is_chosen_are_counted_as_their_links_find(client: TestClient) -> None:
    body = client.get("/compare.json?a.country=UA").json()["a"]
    for tally in body["countries"]:
        path = part_path(Selection(countries=("UA",)), "country", tally["key"])
        assert path is not None
        assert client.get(path.replace("/quotes?", "/quotes.json?")).json()["total"] == tally["quotes"]
    assert {tally["key"] for tally in body["countries"]} == {"UA", "US"}


MONTHS = st.dictionaries(
    st.dates(min_value=date(2010, 1, 1), max_value=date(2020, 1, 1)).map(lambda day: day.replace(day=1)),
    st.integers(min_value=1, max_value=500),
    max_size=8,
)


@given(MONTHS, MONTHS, MONTHS)
def test_tracks_share_their_months_and_the_sides_their_scale(
    left: dict[date, int], right: dict[date, int], held: dict[date, int]
) -> None:
    coverage = [Coverage("An outlet", month, articles) for month, articles in held.items()]
    sides = [
        side_series(name, Selection(), [MonthCount(month, count, 1) for month, count in counts.items()], coverage)
        for name, counts in (("left", left), ("right", right))
    ]
    tracks = draw_tracks(sides, coverage)
    if not (left or right or held):
        assert tracks == ()
        return
    assert [track.label for track in tracks[:2]] == ["left", "right"]
    assert len({tuple((period.label, period.x) for period in track.chart.periods) for track in tracks}) == 1
    for track, counts in zip(tracks, (left, right, held), strict=True):
        assert sum(period.quotes for period in track.chart.periods) == sum(counts.values())
        assert all(gap.x >= 0 and gap.x + gap.width <= WIDTH + 0.1 for gap in track.gaps)
    if left or right:
        most = max((*left.values(), *right.values()))
        assert {track.chart.most for track in tracks[:2]} == {most}
        tallest = max(bar.height for track in tracks[:2] for period in track.chart.periods for bar in period.bars)
        assert tallest == HEIGHT


def test_months_without_any_article_of_the_outlets_asked_for_are_gaps() -> None:
    coverage = [Coverage("One", date(2019, month, 1), 5) for month in (1, 2, 3, 4)]
    coverage.append(Coverage("Other", date(2019, 2, 1), 5))
    counts = [MonthCount(date(2019, 2, 1), 3, 1)]
    sides = [
        side_series("any outlet", Selection(), counts, coverage),
        side_series("one outlet", Selection(outlets=("Other",)), counts, coverage),
    ]
    any_outlet, one_outlet, corpus = draw_tracks(sides, coverage)
    month = WIDTH / 4
    assert [(gap.x, gap.width) for gap in one_outlet.gaps] == [(0, month), (2 * month, 2 * month)]
    assert any_outlet.gaps == corpus.gaps == ()


def test_the_period_asked_for_bounds_the_tracks() -> None:
    coverage = [Coverage("One", date(year, 6, 1), 5) for year in range(2010, 2020)]
    asked = Selection(since=date(2014, 1, 1), until=date(2015, 12, 31))
    tracks = draw_tracks([side_series("side", asked, [], coverage)] * 2, coverage)
    assert tracks[0].chart.periods[0].label == "June 2014"
    assert tracks[0].chart.periods[-1].label == "June 2015"


def test_pairs_rank_by_the_shares_of_both_sides() -> None:
    (table,) = pair_tables(side(1000, GB=500, FR=100), side(10, DE=9, GB=1))
    assert table.heading == "Partners"
    assert [row.label for row in table.rows] == ["DE", "GB", "FR"]
    assert [[cell.quotes for cell in row.cells] for row in table.rows] == [[0, 9], [500, 1], [100, 0]]
    assert [[cell.bar for cell in row.cells] for row in table.rows] == [[0, 90], [50, 10], [10, 0]]
    assert table.rows[0].cells[0].url is None
