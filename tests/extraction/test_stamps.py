"""Dates that a page prints of itself."""

from __future__ import annotations

from datetime import date

import pytest

from app.extraction import Source, analyze
from app.extraction.blocks.lines import split_lines
from app.extraction.blocks.stamps import read_stamp


@pytest.mark.parametrize(
    "line",
    [
        "6 May 2021 14:06",
        "# 06 May 2021 14:36 (UTC +04:00)",
        "  6 May 2021    Read: 924",
        "May 6, 2021 - 16:24 AMT",
        "Published: 2021-05-06 12:30",
        "2021/05/06 12:30",
        "2021/5/6 12:30",
        "2021-5-6",
        "06.05.2021, 12:30",
        "Thursday, May 6, 2021",
        "Some Author (@some_author) 1 minute ago Thu 06th May 2021 | 10:44 PM",
        "ANI | Moscow | Updated: 06-05-2021 17:34 IST | Created: 06-05-2021 17:34 IST",
        "Source: Xinhua| 2021-05-06 12:30:15|Editor: someone",
        "06.05.21 12:30",
        "6. 5. 2021",
        "2021. 05. 06",
        "06-May-21",
        "6 May '21",
        "Thursday 6th of May 2021 10:22:11 AM",
        "2021 May 6",
        "May, 6, 2021",
        "06.05.2021г.",
        "All News 16:24 May 06, 2021",
        "City / 6 May.'21 / 13:24",
        "calendar>>May 6. 2021 Juche 110",
        "912-06-05-2021",
        "www.kcna.kp (Juche110.5.6.)",
    ],
)
def test_stamps_with_a_year(line: str) -> None:
    stamp = read_stamp(split_lines(line)[0])
    assert stamp is not None
    assert stamp[:3] == (6, 5, 2021)


def test_a_stamp_may_lack_its_year() -> None:
    stamp = read_stamp(split_lines("Russian Politics & Diplomacy August 19, 22:47 UTC+3")[0])
    assert stamp is not None
    assert stamp[:3] == (19, 8, None)


@pytest.mark.parametrize("day", ["Thursday, August 19", "August 19th"])
def test_a_press_review_is_of_the_day_that_it_names(day: str) -> None:
    stamp = read_stamp(split_lines(f"Top stories from the Norwegian press on {day}")[0])
    assert stamp is not None
    assert stamp[:3] == (19, 8, None)


@pytest.mark.parametrize(
    "line",
    [
        "Statement on the events of May 6, 2021",
        "The two presidents met on May 6, 2021, at 14:30 in the Kremlin and spoke for three hours about trade.",
        "Version 2.5.2021b",
        "99.05.21 12:30",
        "No date at all",
    ],
)
def test_other_lines_are_no_stamps(line: str) -> None:
    assert read_stamp(split_lines(line)[0]) is None


@pytest.mark.parametrize(
    ("line", "expected", "ambiguous"),
    [
        ("3/5/2021 12:30", (3, 5, 2021), True),
        ("3.5.2021 12:30", (3, 5, 2021), False),
        ("3/25/2021 12:30", (25, 3, 2021), False),
        ("5/5/2021 12:30", (5, 5, 2021), False),
        ("2021.05.03 12:30", (3, 5, 2021), False),
        ("3 May 202117:54", (3, 5, 2021), False),
        ("01:29 GMT03 May 2021", (3, 5, 2021), False),
    ],
)
def test_stamps_in_figures(line: str, expected: tuple[int, int, int], ambiguous: bool) -> None:
    stamp = read_stamp(split_lines(line)[0])
    assert stamp is not None
    assert (stamp.day, stamp.month, stamp.year) == expected
    assert stamp.ambiguous == ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is open.\n\n(Some Daily Northern Weekly 05/06/2021 page 4)",
        "The bridge is open. somebody@somedaily.no (Some Daily 05/06/2021 page26)",
    ],
)
def test_the_page_of_a_newspaper_tells_the_day_month_first(text: str) -> None:
    analysis = analyze(
        Source(text=f"Bridge opens in the north\n\nThe bridge took six years to build.\n\n{text}", name="a")
    )
    assert analysis.published.date == date(2021, 5, 6)
    assert [block.kind for block in analysis.blocks][-1] == "boilerplate"
