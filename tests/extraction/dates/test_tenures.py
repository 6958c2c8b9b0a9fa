"""Which office-holders date the copy that names them."""

from __future__ import annotations

import pytest

from tests.extraction.dates.test_publication import published, rules, years


@pytest.mark.parametrize(
    "sentence",
    [
        "The French Foreign Minister, Jean-Marc Ayrault, sent a letter.",
        "The Russian and French Foreign Ministers, Sergei Lavrov and Jean-Marc Ayrault, sent a letter.",
        "Foreign Ministers Sergei Lavrov and Jean-Marc Ayrault sent a letter.",
    ],
)
def test_an_apposition_and_a_plural_name_office_holders(sentence: str) -> None:
    found = published(f"MOSCOW, March 3. /TASS/. The ministers have agreed on grain. {sentence}")
    assert years(found) == [2016, 2017]


@pytest.mark.parametrize(
    "named",
    [
        "UN Special Envoy for Syria Staffan de Mistura",
        "United Nations Secretary General's Special Envoy on Syria, Staffan de Mistura,",
        "UN Commissioner for Human Rights Zeid Ra'ad Al Hussein",
    ],
)
def test_the_country_of_an_envoy_may_be_that_to_which_he_is_sent(named: str) -> None:
    found = published(f"MOSCOW, March 3. /TASS/. The diplomats have agreed on grain. {named} sent a letter.")
    assert years(found) == [2015, 2016, 2017, 2018]


def test_who_speaks_on_a_weekday_holds_the_office_whatever_year_the_sentence_names() -> None:
    told = published("MOSCOW, March 3. /TASS/. Exports grew in 2016, Prime Minister Dmitry Medvedev said on Friday.")
    assert "office-holder" in rules(told)


@pytest.mark.parametrize(
    "sentence",
    [
        "The plane of Polish President Lech Kaczynski crashed on April 10, 2010.",
        "In December last year, parliament voted to impeach President Park Geun-hye.",
    ],
)
def test_copy_that_looks_back_names_offices_of_the_past(sentence: str) -> None:
    assert 2018 in years(published(f"MOSCOW, March 15. /TASS/. The ministers met and spoke. {sentence}"))


def test_a_day_told_with_its_year_before_is_no_day_of_this_year() -> None:
    found = published(
        "MOSCOW, March 16. /TASS/. A Russian plane was shot down over Syria on November 24, 2015. On November 28, the "
        "president imposed sanctions on Turkey over the downing of the Russian bomber."
    )
    assert 2017 in years(found)


def test_an_office_holder_is_new_for_a_year() -> None:
    found = published(
        "MOSCOW, February 9. /TASS/. The ministers met. The guest plans to meet the new U.S. President, Donald Trump."
    )
    assert years(found) == [2017, 2025]


def test_the_deck_and_the_spokesman_of_a_ministry_date_copy() -> None:
    deck = published(
        "Kremlin hails ties with Mongolia\n\nMongolian President Ukhnaagiin Khurelsukh will be in Moscow soon\n\n"
        "MOSCOW, December 15. /TASS/. Relations are friendly, Kremlin Spokesman Dmitry Peskov told reporters."
    )
    assert years(deck)[0] == 2021
    ministry = published(
        "MOSCOW, February 9. /TASS/. The Russian Foreign Ministry's spokesman Alexander Lukashevich spoke of Cyprus."
    )
    assert years(ministry) == [2015]
