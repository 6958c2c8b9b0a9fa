"""The figures that the project gives of itself."""

from app.extraction.evaluation import load_measures, read_gold
from app.web.quality import load_quality, tabulate
from tests.conftest import PROJECT


def test_a_measure_that_a_data_set_lacks_is_left_empty() -> None:
    press, polnear = (
        next(data_set for data_set in load_quality().data_sets if data_set.key == key) for key in ("press", "polnear")
    )
    values = {row.measure.key: row.values for row in tabulate([press, polnear]).rows}
    assert values["partner_f1"][1] is None
    assert values["speaker_accuracy_named"][0] is None
    assert None not in values["span_f1"]


def test_rows_follow_the_order_of_the_measures() -> None:
    keys = [row.measure.key for row in load_quality().rows]
    assert keys == [key for key in load_measures() if key in keys]


def test_shares_are_written_in_percent_and_counts_as_they_are() -> None:
    written = {row.measure.key: row.values for row in load_quality().rows}
    assert all(value is None or value.endswith(" %") for value in written["span_f1"])
    assert all(value is None or value.isdigit() for value in written["dates_wrong"])


def test_the_sizes_of_the_projects_own_data_sets_are_true() -> None:
    held = {data_set.key: data_set.articles for data_set in load_quality().data_sets}
    for path in (PROJECT / "tests" / "gold").glob("*.jsonl"):
        with path.open(encoding="utf-8") as lines:
            assert held[path.stem] == len(read_gold(lines)), "`make quality` measures anew"


def test_the_method_shows_the_figures_of_the_about_page() -> None:
    lines = (PROJECT / "docs" / "method.md").read_text(encoding="utf-8").splitlines()
    for row in load_quality().rows:
        assert f"| {' | '.join([row.measure.label, *(value or '' for value in row.values)])} |" in lines
