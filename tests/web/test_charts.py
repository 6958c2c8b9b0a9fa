"""The parts of charts beside the bars: coverage beneath, shaded tables, sparklines, the map's legend, offices."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.vocabulary.schema import Tenure
from app.store.records import Coverage, DayCount, GridCount, MonthCount, Tally
from app.store.selection import Selection
from app.web.contexts.heat_map import Subjects, draw_heat_map
from app.web.contexts.office_terms import WIDTH as STRIP
from app.web.contexts.office_terms import draw_offices
from app.web.contexts.sparkline import HEIGHT, draw_sparklines, recent
from app.web.contexts.timeline import WIDTH
from app.web.contexts.trend import draw_trend
from app.web.contexts.world import draw_world
from app.web.parameters import query_string
from app.web.world_map import shade

MONTHS = st.dates().map(lambda day: day.replace(day=1))
KEYS = st.sampled_from(["energy", "syria", "iran"])
GRID = st.lists(st.builds(GridCount, KEYS, MONTHS, st.integers(1, 9)), min_size=1, max_size=9)
HELD = st.lists(st.builds(Coverage, st.sampled_from(["TASS", None]), st.none() | MONTHS, st.integers(1, 9)), max_size=9)
TOPICS = Subjects("Topic", "statement", str.title, lambda key: f"/topics/{key}", lambda _, part: query_string(part))


def tally(code: str, quotes: int) -> Tally:
    return Tally(code, code, quotes, 1, None, None)


def held(*months: date) -> list[Coverage]:
    return [Coverage("TASS", month, 2) for month in months]


def test_a_trend_spans_the_corpus_and_says_where_it_is_empty() -> None:
    first, last = date(2020, 1, 1), date(2020, 6, 1)
    trend = draw_trend([MonthCount(date(2020, 3, 1), 4, 2)], held(first, last), Selection(), query_string)
    assert trend is not None
    assert [period.quotes for period in trend.chart.periods] == [0, 0, 4, 0, 0, 0]
    assert [gap.label for gap in trend.coverage.gaps] == ["February 2020 to May 2020"]
    assert trend.coverage.summary == "The corpus holds no article of February 2020 to May 2020."
    assert trend.coverage.periods[0].label == "January 2020: 2 articles in the corpus (TASS 2)"
    assert trend.coverage.periods[1].label == "February 2020: the corpus holds no article"


def test_without_a_dated_statement_there_is_no_trend() -> None:
    assert draw_trend([], held(date(2020, 1, 1)), Selection(), query_string) is None
    assert draw_trend([MonthCount(date(2020, 3, 1), 0, 2)], [], Selection(), query_string) is None


@given(st.lists(st.builds(MonthCount, MONTHS, st.integers(1, 9), st.just(1)), min_size=1, max_size=6), HELD)
def test_bars_and_gaps_of_coverage_share_the_width_of_the_chart(counts: list[MonthCount], kept: list[Coverage]) -> None:
    trend = draw_trend(counts, kept, Selection(), query_string)
    assert trend is not None
    coverage = trend.coverage
    assert len(coverage.bars) == len({one.month for one in kept if one.month})
    ends = [(one.x, one.x + one.width) for one in coverage.bars] + [(one.x, one.x + one.width) for one in coverage.gaps]
    assert all(0 <= start < end <= WIDTH + 0.1 for start, end in ends)
    assert all(0 < bar.height <= coverage.height for bar in coverage.bars)


@given(GRID, HELD)
def test_a_heat_map_loses_no_statement_and_no_article(counts: list[GridCount], kept: list[Coverage]) -> None:
    drawn = draw_heat_map(counts, kept, Selection(), TOPICS, 10)
    assert drawn is not None
    assert sum(row.total for row in drawn.rows) == sum(count.quotes for count in counts)
    assert all(sum(cell.count for cell in row.cells) == row.total for row in drawn.rows)
    assert len(drawn.columns) <= 26
    first, last = min(count.month for count in counts), max(count.month for count in counts)
    within = sum(one.articles for one in kept if one.month and first <= one.month <= last)
    assert sum(column.articles for column in drawn.columns) >= within


def test_few_months_are_columns_each_and_many_are_years() -> None:
    months = [GridCount("energy", date(2021, month, 1), month) for month in (1, 12)]
    drawn = draw_heat_map(months, held(date(2021, 1, 1)), Selection(), TOPICS, 10)
    assert drawn is not None
    assert (drawn.unit, len(drawn.columns), drawn.columns[0].group) == ("month", 12, "2021")
    assert drawn.rows[0].cells[0].url == "?from=2021-01-01&to=2021-01-31"
    assert [cell.is_covered for cell in drawn.rows[0].cells] == [True] + [False] * 11
    years = draw_heat_map([*months, GridCount("syria", date(2010, 5, 1), 1)], [], Selection(), TOPICS, 1)
    assert years is not None
    assert (years.unit, len(years.columns), years.left_out) == ("year", 12, 1)
    assert years.rows[0].cells[-1].url == "?from=2021-01-01&to=2021-12-31"


@given(GRID)
def test_sparklines_stay_inside_their_box(counts: list[GridCount]) -> None:
    months = [count.month for count in counts]
    for sparkline in draw_sparklines(counts, min(months), max(months)).values():
        heights = [float(part.split("v-")[1].split("h")[0]) for part in sparkline.path.split("M")[1:]]
        assert heights
        assert all(0 < height <= HEIGHT for height in heights)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=5))
def test_the_legend_says_which_counts_have_which_shade(counts: list[int]) -> None:
    codes = ("US", "CN", "IN", "BR", "SG")
    world = draw_world([tally(code, count) for code, count in zip(codes, counts, strict=False)])
    assert world.bins[0].least == 1
    assert world.bins[-1].most == max(counts)
    for one in world.bins:
        assert shade(one.least, max(counts)) == shade(one.most, max(counts)) == one.shade
    for country in world.countries:
        if country.tally:
            assert any(b.least <= country.tally.quotes <= b.most and b.shade == country.shade for b in world.bins)


def test_what_has_no_place_on_the_map_is_listed_the_most_quoted_first() -> None:
    world = draw_world([tally("US", 5), tally("XA", 1), tally("EU", 9), tally("NATO", 2), tally("UN", 0)])
    assert [one.key for one in world.elsewhere] == ["EU", "NATO", "XA"]
    assert draw_world([]).bins == ()


def test_offices_stand_on_one_scale_with_what_was_said_while_they_were_held() -> None:
    first = Tenure(office="minister", title="Minister", country="GB", since=date(2010, 1, 1), until=date(2014, 12, 31))
    second = Tenure(office="leader", title="Leader", country="GB", since=date(2015, 1, 1))
    days = [DayCount(date(2012, 1, 1), 2), DayCount(date(2014, 12, 31), 1), DayCount(date(2016, 1, 1), 4)]
    drawn = draw_offices([first, second], {"GB": "Elsewhere"}, days, Selection(speakers=("x",)), date(2019, 5, 5))
    assert drawn is not None
    assert [(term.title, term.quotes) for term in drawn.terms] == [("Leader", 4), ("Minister", 3)]
    assert drawn.terms[0].x + drawn.terms[0].width == STRIP
    assert drawn.terms[0].url == "/quotes?speaker=x&from=2015-01-01"
    assert abs(drawn.terms[1].x + drawn.terms[1].width - drawn.terms[0].x) < 0.3
    assert [mark.year for mark in drawn.marks] == [2010, 2012, 2014, 2016, 2018]
    assert draw_offices([], {}, days, Selection(), None) is None


@given(st.lists(st.dates(date(1900, 1, 1), date(2900, 1, 1)), min_size=1, max_size=9).map(sorted))
def test_offices_and_statements_lie_inside_the_strip(days: list[date]) -> None:
    tenure = Tenure(office="minister", title="Minister", country="GB", since=days[0], until=days[0] + timedelta(400))
    drawn = draw_offices([tenure], {}, [DayCount(day, 1) for day in dict.fromkeys(days)], Selection(), None)
    assert drawn is not None
    assert len(drawn.marks) >= 1
    assert all(0 <= mark.x <= STRIP - 25 for mark in drawn.marks)
    assert all(0 <= place <= STRIP for place in drawn.spoken)
    assert all(0 <= term.x <= term.x + term.width <= STRIP + 2 for term in drawn.terms)


def test_sparklines_are_of_the_last_years() -> None:
    tallies = [Tally("US", "US", 2, 1, date(1999, 1, 1), date(2020, 3, 9)), tally("CN", 3)]
    assert recent(tallies) == Selection(since=date(2015, 4, 1))
    assert recent([]) == Selection()
    assert recent([Tally("US", "US", 1, 1, date.min, date.min)]) == Selection(since=date.min)
