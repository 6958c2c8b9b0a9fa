"""How far the weekday of the report fixes the day of the copy."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extraction.dates.test_publication import published, years


def test_an_agency_at_home_reports_what_was_said_on_the_day() -> None:
    found = published(
        "MOSCOW, March 28. /TASS/. President Barack Obama called the Kremlin, Dmitry Peskov told reporters on Monday."
    )
    assert found.date == date(2016, 3, 28)


@pytest.mark.parametrize(
    "report",
    [
        "BELGRADE, March 28. /TASS/. Roads are in need of repair, the mayor of the city said on Monday.",
        "MOSCOW, March 28. /TASS/. Roads are in need of repair, the company said in a press release on Monday.",
        "MOSCOW, March 28. /TASS/. Roads are in need of repair, the daily said on Monday.",
        "MOSCOW, March 28. /TASS/. Roads in Asia are in need of repair, Xinhua said on Monday.",
        "MOSCOW, March 28 (Xinhua) -- Roads are in need of repair, the mayor of the city said on Monday.",
        "MOSCOW, March 28. /TASS/. Roads are in need of repair.\n\nThe mayor said on Monday that he would see to it.",
    ],
)
def test_elsewhere_copy_may_be_of_the_day_after(report: str) -> None:
    left = set(years(published(report)))
    assert {2016, 2017, 2022, 2023} <= left
    assert not {2015, 2018, 2019, 2020, 2021} & left


def test_a_weekday_alone_does_not_choose_among_distant_years() -> None:
    found = published("MOSCOW, February 9. /TASS/. Schools need more teachers, the official said on Wednesday.")
    assert found.date is None
    assert {2017, 2022, 2023} <= set(years(found))


def test_a_weekday_that_the_rest_contradicts_leaves_the_year_in() -> None:
    found = published(
        "MOSCOW, March 28. /TASS/. President Barack Obama called, Dmitry Peskov told reporters on Sunday. "
        "An agreement on grain was signed on January 12, 2016."
    )
    assert 2016 in years(found)


def test_beside_the_weekday_of_the_report_another_may_be_to_come() -> None:
    found = published(
        "MOSCOW, March 27. /TASS/. The team must do its best in the match on Tuesday night, its coach said on Monday."
    )
    assert 2017 in years(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry is planned for late 2018.",
        "The law obliges operators from July 1, 2018 to store calls.",
        "The team was drawn into a group for the 2018 FIFA World Cup.",
        "Oil futures with delivery in April 2018 declined by two percent.",
        "The fair was moved to a hall of the museum, no earlier than December 2018.",
        "The ministers agreed that gas in 2018 would cost the same.",
        "They discussed the idea of moving the opera to China after June 2018.",
    ],
)
def test_what_may_be_to_come_is_not_past(sentence: str) -> None:
    assert 2017 in years(published(f"MOSCOW, February 9. /TASS/. The ministers met. {sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "After the flood in Tver in February 2014, the councillors of the town decided to hold a vote.",
        "France was expected to hand over the ship in November 2014.",
    ],
)
def test_what_may_be_past_is_not_to_come(sentence: str) -> None:
    assert 2017 in years(published(f"MOSCOW, February 9. /TASS/. The ministers met. {sentence}"))


def test_copy_names_the_office_of_one_who_died() -> None:
    found = published("MOSCOW, February 24. /TASS/. Permanent Representative to the UN Vitaly Churkin died at work.")
    assert 2017 in years(found)


@pytest.mark.parametrize(
    "lead",
    [
        "Premier Li Keqiang met President Barack Obama and sees no need to hurry, an official said on Jan 10.",
        "The ministers met President Barack Obama on the evening of Tuesday, January 10 and left again.",
    ],
)
def test_copy_may_be_of_a_later_day_than_its_lead_names(lead: str) -> None:
    assert published(f"Ministers meet\n\n{lead}").date is None


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("The bridge will be completed by the end of 2018.", 2018),
        ('"We plan to open the plant by 2020," the director said.', 2020),
        ("The ministers are expected to sign the treaty in Kazan in 2017.", 2017),
        ("The bridge was to be completed by 2018.", 2026),
        ("Exports will be higher than in 2016.", 2026),
        ("The company, which will pay what it borrowed in 2016, declined to comment.", 2026),
    ],
)
def test_copy_is_not_younger_than_the_year_by_which_something_will_be_done(sentence: str, last: int) -> None:
    assert years(published(f"MOSCOW, February 9. /TASS/. The ministers met and spoke. {sentence}"))[-1] == last


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("Northern Fleet to get ten new ships in 2019", 2019),
        ("Mongolian premier may visit Russia in first half of 2019", 2019),
        ("Trade with Mongolia grew in 2016, embassy says", 2026),
        ("Court to hear case of man killed in 2014", 2026),
    ],
)
def test_a_headline_tells_what_will_be_done_in_a_year(title: str, last: int) -> None:
    found = published(f"{title}\n\nMOSCOW, February 9. /TASS/. The ministers met and spoke about it for three hours.")
    assert years(found)[-1] == last
