"""Counts by month as a chart."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.store.records import MonthCount
from app.store.selection import Selection
from app.web.contexts.timeline import HEIGHT, WIDTH, draw_timeline
from app.web.parameters import query_string

COUNTS = st.dictionaries(
    st.dates().map(lambda day: day.replace(day=1)),
    st.integers(min_value=0, max_value=5000),
    min_size=1,
    max_size=12,
).map(lambda counts: [MonthCount(month, quotes, quotes // 2) for month, quotes in counts.items()])


@given(COUNTS)
def test_periods_fill_the_width_and_lose_no_statement(counts: list[MonthCount]) -> None:
    chart = draw_timeline(counts, Selection(), query_string)
    assert chart is not None
    assert sum(period.quotes for period in chart.periods) == sum(count.quotes for count in counts)
    position = 0.0
    assert len(chart.periods) <= WIDTH // 24
    for period in chart.periods:
        assert abs(period.x - position) < 0.1
        position = period.x + period.width
        for bar in period.bars:
            assert 0 < bar.height <= HEIGHT
            assert 0 <= bar.x <= WIDTH
    assert abs(position - WIDTH) < 0.1


def test_few_months_are_links_each() -> None:
    chart = draw_timeline(
        [MonthCount(date(2015, 11, 1), 3, 1), MonthCount(date(2016, 2, 1), 1, 1)], Selection(), query_string
    )
    assert chart is not None
    assert [period.label for period in chart.periods][::3] == ["November 2015", "February 2016"]
    assert chart.periods[3].url == "?from=2016-02-01&to=2016-02-29"
    assert chart.periods[1].quotes == 0


def test_many_months_are_links_by_year() -> None:
    chart = draw_timeline(
        [MonthCount(date(2001, 1, 1), 3, 1), MonthCount(date(2020, 2, 1), 1, 1)], Selection(), query_string
    )
    assert chart is not None
    assert [period.label for period in chart.periods][::19] == ["2001", "2020"]
    assert chart.periods[0].url == "?from=2001-01-01&to=2001-12-31"


def test_chronicles_are_links_by_decade_and_more() -> None:
    for last, first_period in ((2000, "1900 to 1909"), (9999, "1000 to 1999")):
        months = [MonthCount(date(1905, 1, 1), 3, 1), MonthCount(date(last, 12, 1), 1, 1)]
        chart = draw_timeline(months, Selection(), query_string)
        assert chart is not None
        assert chart.periods[0].label == first_period
        assert len(chart.periods) <= WIDTH // 24


def test_the_period_in_force_is_marked() -> None:
    selection = Selection(since=date(2015, 11, 1), until=date(2015, 11, 30))
    chart = draw_timeline([MonthCount(date(2015, 11, 1), 3, 1)], selection, query_string)
    assert chart is not None
    assert [period.selected for period in chart.periods] == [True]


def test_nothing_dated_is_no_chart() -> None:
    assert draw_timeline([], Selection(), query_string) is None
