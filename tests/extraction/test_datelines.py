"""Datelines in the forms of the agencies, and sentences that only look like one."""

from __future__ import annotations

import pytest

from app.extraction.datelines import read_dateline
from app.extraction.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("printed", "place", "country", "day", "month", "year"),
    [
        ("MOSCOW, May 20. /TASS/.", "Moscow", "RU", 20, 5, None),
        ("MOSCOW, February 14 (Itar-Tass) —", "Moscow", "RU", 14, 2, None),
        ("MOSCOW, February 14. /ITAR-TASS/.", "Moscow", "RU", 14, 2, None),
        ("ST. PETERSBURG, June 5. /TASS/.", "St. Petersburg", "RU", 5, 6, None),
        ("ST.PETERSBURG, June 5. /TASS/.", "St. Petersburg", "RU", 5, 6, None),
        ("ROSTOV-ON-DON, June 5. /TASS/.", "Rostov-on-Don", "RU", 5, 6, None),
        ("FARNBOROUGH, July 14. /TASS/.", "Farnborough", "GB", 14, 7, None),
        ("VOSTOCHNY COSMODROME, April 12. /TASS/.", "Vostochny Cosmodrome", "RU", 12, 4, None),
        ("IGORA /Leningrad Region/, December 26. /TASS/.", "Igora", "RU", 26, 12, None),
        ("UNITED NATIONS, November 18. /TASS/.", "United Nations", "UN", 18, 11, None),
        ("MOSCOW. Dec 26 (Interfax) -", "Moscow", "RU", 26, 12, None),
        ("Moscow. On December 26. INTERFAX.RU –", "Moscow", "RU", 26, 12, None),
        ("MOSCOW, Dec 26 – RIA Novosti.", "Moscow", "RU", 26, 12, None),
        ("MOSCOW, December 26 — RIA Novosti, Ivan Petrov.", "Moscow", "RU", 26, 12, None),
        ("BEIJING, Dec. 10 (Xinhua) --", "Beijing", "CN", 10, 12, None),
        ("MOSCOW (UrduPoint News / Sputnik - 27th April, 2020)", "Moscow", "RU", 27, 4, 2020),
        ("MOSCOW (Sputnik) —", "Moscow", "RU", None, None, None),
        ("Moscow [Russia], December 6 (ANI):", "Moscow", "RU", 6, 12, None),
        ("YEREVAN, NOVEMBER 18, ARMENPRESS.", "Yerevan", "AM", 18, 11, None),
        ("Baku/18.11.15/Turan:", "Baku", "AZ", 18, 11, 2015),
        ("Baku. 18 November. REPORT.AZ/", "Baku", "AZ", 18, 11, None),
        ("BAKU, Azerbaijan, March 3.", "Baku", "AZ", 3, 3, None),
        ("MINSK, 18 November (BelTA) –", "Minsk", "BY", 18, 11, None),
        ("MOSCOW on 18 November.", "Moscow", "RU", 18, 11, None),
        ("MOSCOW, 26 Nov.", "Moscow", "RU", 26, 11, None),
        ("MOSCOW, the 7th of August. /TASS/.", "Moscow", "RU", 7, 8, None),
        ("TASS, November 5.", None, None, 5, 11, None),
        ("ANKARA —", "Ankara", "TR", None, None, None),
        ("BELGRADE, October 30. /tass/.", "Belgrade", "RS", 30, 10, None),
        ("Baku/11/23/22/Turan:", "Baku", "AZ", 23, 11, 2022),
        ("Baku/23/11/22/Turan:", "Baku", "AZ", 23, 11, 2022),
        ("Baku/03/04/22/Turan:", "Baku", "AZ", None, None, None),
        ("Azerbaijan, Baku, Nov.23 /Trend, S. Petrova/", "Azerbaijan", "AZ", 23, 11, None),
        ("Baku. Aydan Petrova – APA.", "Baku", "AZ", None, None, None),
        ("Ulaanbaatar /MONTSAME/.", "Ulaanbaatar", "MN", None, None, None),
        ("Baku – APA.", "Baku", "AZ", None, None, None),
        ("Hanoi (VNA) –", "Hanoi", "VN", None, None, None),
        ("TEHRAN (FNA)-", "Tehran", "IR", None, None, None),
        ("COLOMBO (News 1st):", "Colombo", "LK", None, None, None),
        ("BRASÍLIA, April 17 (Agência Brasil) -", "Brasília", "BR", 17, 4, None),
        ("Oslo (NTB):", "Oslo", "NO", None, None, None),
        ("YEREVAN. –", "Yerevan", "AM", None, None, None),
        ("MOSCOW •", "Moscow", "RU", None, None, None),
        ("MOSCOW, Russia —", "Moscow", "RU", None, None, None),
        ("Pyongyang, November 23 (KCNA) --", "Pyongyang", "KP", 23, 11, None),
        ("Moscow, Nov 23 (Prensa Latina)", "Moscow", "RU", 23, 11, None),
        ("TALLINN, Nov 23, BNS -", "Tallinn", "EE", 23, 11, None),
        ("AKIPRESS.COM -", None, None, None, None, None),
        ("PanARMENIAN.Net -", None, None, None, None, None),
    ],
)
def test_forms_of_the_agencies(
    printed: str, place: str | None, country: str | None, day: int | None, month: int | None, year: int | None
) -> None:
    text = f"Title\n\n{printed} The ministers met."
    found = read_dateline(text, 7, load_vocabulary())
    assert found is not None
    assert (found.place, found.country, found.day, found.month, found.year) == (place, country, day, month, year)
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize(
    "sentence",
    [
        "Moscow hosted talks on November 18 between the two sides.",
        "On November 18, the President met the governor.",
        "November 18, 2015 was a day of talks.",
        "Paris, London and Berlin on November 18 said they agreed.",
        "Press Secretary of the President said that talks go on.",
        "14 March, Prime Minister announced the decision.",
        "TASS reported on the talks.",
        "Moscow (RF) has not replied to the note.",
        "Alliance (NATO) - what it was and what became of it.",
        "Moscow – TASS has learned of it – is ready.",
        "Moscow: talks failed.",
        "Minister To Visit Green Harbour On January 14 - Ferry Ministry",
        "moscow, May 20. /TASS/.",
        "",
        "BY DAILY SABAH WITH AGENCIES",
    ],
)
def test_sentences_are_no_datelines(sentence: str) -> None:
    assert read_dateline(sentence, 0, load_vocabulary()) is None


def test_a_month_in_lower_case_is_no_verb_before_a_mark() -> None:
    dateline = read_dateline("MOSCOW, 6 may. The guests have come.", 0, load_vocabulary())
    assert dateline is not None
    assert (dateline.day, dateline.month) == (6, 5)
    assert read_dateline("MOSCOW, 6 may come, and 7 may not.", 0, load_vocabulary()) is None


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    dateline = read_dateline("NEW YORK, September 29, 2015\n\nThe guests have come.", 0, load_vocabulary())
    assert dateline is not None
    assert (dateline.day, dateline.month, dateline.year) == (29, 9, 2015)


def test_a_known_place_and_day_alone_on_a_line_are_a_dateline() -> None:
    found = read_dateline("Baku, Azerbaijan, Sept. 7\n\nTrend:\n\nThe ministers met.", 0, load_vocabulary())
    assert found is not None
    assert (found.place, found.country, found.day, found.month) == ("Baku", "AZ", 7, 9)


@pytest.mark.parametrize("printed", ["ISLAMABAD:", "New Delhi:"])
def test_a_city_and_a_colon_open_copy_but_no_headline(printed: str) -> None:
    copy = (
        f"{printed} The foreign ministers met on Tuesday to prepare a visit that the president of Russia plans for May."
    )
    found = read_dateline(copy, 0, load_vocabulary())
    assert found is not None
    assert copy[found.start : found.end] == printed
    assert read_dateline(f"{printed} Visit of the Russian president is off", 0, load_vocabulary()) is None
    assert read_dateline(copy.replace(printed, "RUSSIA:"), 0, load_vocabulary()) is None
