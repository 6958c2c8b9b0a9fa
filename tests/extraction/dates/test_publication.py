"""When articles were published: supplied, stated, inferred, or honestly open."""

from __future__ import annotations

from datetime import date

import pytest

from app.extraction.blocks import mark_blocks
from app.extraction.dates import date_publication, find_days
from app.extraction.document import Document
from app.extraction.model import Published, Source
from app.extraction.names import find_names
from app.extraction.phrasebook import find_phrases
from app.extraction.vocabulary import load_vocabulary


def published(text: str, url: str | None = None, supplied: date | None = None) -> Published:
    vocabulary = load_vocabulary()
    document = Document(source=Source(text=text, name="page", url=url, published=supplied), text=text)
    for step in (mark_blocks, find_phrases, find_names, find_days, date_publication):
        document = step(document, vocabulary)
    return document.published


def rules(found: Published) -> set[str]:
    return {evidence.rule for evidence in found.evidence}


def years(found: Published) -> list[int]:
    return [day.year for day in found.candidates]


def test_a_supplied_day_wins() -> None:
    found = published("MOSCOW, May 20. /TASS/. The ministers met.", supplied=date(2019, 5, 20))
    assert (found.date, found.method, found.confidence) == (date(2019, 5, 20), "supplied", 1.0)
    assert "dateline" in rules(found)


def test_a_dateline_that_contradicts_the_supplied_day_is_recorded() -> None:
    found = published("MOSCOW, May 20. /TASS/. The ministers met.", supplied=date(2019, 8, 1))
    assert found.date == date(2019, 8, 1)
    assert "dateline contradicts" in rules(found)


def test_the_address_may_supply_the_day() -> None:
    found = published("The ministers met.", url="https://news.example/2019/05/20/talks")
    assert (found.date, found.method) == (date(2019, 5, 20), "supplied")


def test_an_impossible_day_in_the_address_supplies_none() -> None:
    assert published("The ministers met.", url="https://news.example/2019/02/31/talks").date is None


@pytest.mark.parametrize(
    "text",
    [
        "Ministers meet\n\n20 May 2019 14:06\n\nThe ministers met and spoke about trade for three hours.",
        "MOSCOW (UrduPoint News / Sputnik - 20th May, 2019) The ministers met and spoke about trade.",
        "Ministers meet\nXinhua, May 20, 2019 Adjust font size:\nThe ministers met and spoke about trade for hours.",
        "Ministers meet\n\nThe minister told reporters on May 20, 2019 that the talks on trade had ended.",
    ],
)
def test_a_full_date_is_stated(text: str) -> None:
    found = published(text)
    assert (found.date, found.method) == (date(2019, 5, 20), "stated")


def test_a_stamp_far_from_the_dateline_does_not_date_the_copy() -> None:
    found = published("Ministers meet\n\n3 August 2022\n\nMOSCOW, May 20. /TASS/. The ministers met.")
    assert found.date is None
    assert date(2019, 5, 20) in found.candidates


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        (
            "MOSCOW, May 20. Prime Minister David Cameron called. An agreement was signed in June 2014. "
            "The minister told reporters on Wednesday.",
            date(2015, 5, 20),
            "weekday of the report",
        ),
        (
            "ANTALYA, November 16. The talks with British Prime Minister David Cameron went well. "
            "Both spoke of the treaty of March 2015.",
            date(2015, 11, 16),
            "office-holder",
        ),
        (
            "MOSCOW, December 1. The Kremlin waits for the US President-elect, the spokesman said on Thursday.",
            date(2016, 12, 1),
            "office-holder",
        ),
        (
            "MOSCOW, April 30. /TASS/. US President Donald Trump called amid the coronavirus pandemic.",
            date(2020, 4, 30),
            "event: coronavirus pandemic, while it lasted",
        ),
        (
            "MOSCOW, August 19. /TASS/. Israeli Prime Minister Benjamin Netanyahu will meet Vladimir Putin in Sochi on "
            "August 23.",
            date(2017, 8, 19),
            "meeting",
        ),
        (
            "MOSCOW, February 11. /ITAR-TASS/. Prime Minister David Cameron called. A treaty was signed in May 2013.",
            date(2014, 2, 11),
            "name of the agency",
        ),
        (
            "NEW DELHI, November 19. /TASS/. In October, the prime minister visited Kazan for the BRICS summit.",
            date(2024, 11, 19),
            "event: BRICS summit in Kazan",
        ),
        (
            "MOSCOW, May 20. The leaders will meet on July 8, 2017. They signed a treaty in April 2017.",
            date(2017, 5, 20),
            "before a date to come",
        ),
    ],
)
def test_the_year_is_inferred(text: str, expected: date, rule: str) -> None:
    found = published(text)
    assert (found.date, found.method) == (expected, "inferred")
    assert rule in rules(found)
    assert found.candidates == (expected,)


@pytest.mark.parametrize(
    "words",
    [
        '"The mission will come to us on May 24, 2017, and stay for a day," the ministry said.',
        '"There will be a meeting of the commission on Monday, June 5, 2017," the ministry said.',
        "His contract expires on June 30, 2017. The commission met.",
        "The exhibition opens on June 30, 2017. The commission met.",
        "The matches will last from June 17 through to July 2, 2017, and no longer.",
        "The matches will be played on June 17-29, 2017, and no later.",
        "The bridge should be ready by 2017. The commission met.",
        "The agreement may be signed in 2017. The commission met.",
        "Norway took the chair in 2015 and Iceland is to take it over in May 2017.",
    ],
)
def test_copy_is_not_of_later_than_what_it_says_is_to_come(words: str) -> None:
    found = published(f"MOSCOW, May 20. /TASS/. {words}")
    assert "before a date to come" in rules(found)
    assert max(years(found)) == 2017


@pytest.mark.parametrize(
    "words",
    [
        '"The plan was to hold a referendum on March 16, 2014," the envoy said.',
        '"Houses will be listed that were declared unsafe before January 1, 2017," the minister said.',
        '"Will they be judged by laws that took effect on January 1, 2017?" the lawyer asked.',
        "The lease expired on June 30, 2017, and the commission met.",
        "The turnover may not reach the level of 2017, the ministry said.",
        "Back in 2014, the sides planned to hold a vote in 2015, the envoy said.",
        "It was announced in 2014 that the ferries will be handed over in 2015.",
        "The 2014 memorandum says the guards and the observers are to leave by 2015.",
        "Under the contract, the deliveries should have begun in 2015.",
        "The train that should run by 2016 never ran, the governor noted.",
        "The visit, planned for May 2016, was put off without a word.",
        "Sanctions were to expire on January 31, 2016, an official noted.",
        "He will be tried for a murder committed on May 5, 2016.",
        "A monument will be opened to the victims of the war in 2016.",
        "The accord of July 14, 2016 will be kept to the letter.",
        "Experts will study the samples taken on March 4, 2016.",
        "The bridge should be opened by the end of 2016, but the builders are late.",
        "The mayor had promised that the mill will work by 2016.",
        "The old forecast was that prices will fall in 2016.",
        "The commission will examine the talks in 2016.",
    ],
)
def test_a_day_that_may_be_past_bounds_nothing(words: str) -> None:
    assert "before a date to come" not in rules(published(f"MOSCOW, May 20. /TASS/. {words}"))


@pytest.mark.parametrize(
    "words",
    [
        "The visit was agreed for March 2025.",
        "The company has booked capacity from January 1, 2025.",
        "The ministers agreed on a visit in 2025.",
        "The launch was moved to June 2025.",
        "The commission named the dates of the fair: June 5-7, 2025.",
        "The ministry allocated three billion rubles for roads in 2025.",
        "The party nominated him for the 2025 election.",
        "The bank put growth at 1.5% in 2025.",
        "The bill, passed on Monday, takes effect on January 1, 2025.",
    ],
)
def test_what_was_arranged_for_a_day_does_not_make_it_past(words: str) -> None:
    assert "not before a past date" not in rules(published(f"MOSCOW, May 20. /TASS/. {words}"))


@pytest.mark.parametrize(
    "words",
    ["The ministers agreed in 2025 to part.", "The draft, approved by the council in Omsk on March 3, 2025, was read."],
)
def test_the_day_on_which_something_was_arranged_is_past(words: str) -> None:
    assert "not before a past date" in rules(published(f"MOSCOW, May 20. /TASS/. {words}"))


def test_evidence_quotes_the_text() -> None:
    text = "MOSCOW, April 30. /TASS/. US President Donald Trump called amid the coronavirus pandemic."
    found = published(text)
    assert all(text[evidence.start : evidence.end] == evidence.text for evidence in found.evidence)


def test_several_years_stay_candidates() -> None:
    found = published("MOSCOW, January 22. Ukrainian President Petro Poroshenko called.")
    assert (found.date, found.method, found.confidence) == (None, "unknown", 0.0)
    assert years(found) == [2015, 2016, 2017, 2018, 2019]


def test_contradicting_evidence_claims_no_day() -> None:
    found = published(
        "MOSCOW, May 20. British Prime Minister David Cameron called US President Joe Biden over COVID-19."
    )
    assert found.date is None
    assert found.candidates


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW, May 20. Former Prime Minister David Cameron called. The minister told reporters on Wednesday.",
        "MOSCOW, May 20. In 2014 Prime Minister David Cameron called. The minister told reporters on Wednesday.",
    ],
)
def test_an_office_held_at_another_time_dates_nothing(text: str) -> None:
    assert "office-holder" not in rules(published(text))


def test_the_weekday_of_an_event_is_not_that_of_the_report() -> None:
    found = published("MOSCOW, December 26. /TASS/. The presidents met on Wednesday, the spokeswoman said.")
    assert "weekday of the report" not in rules(found)
    assert {2018, 2019, 2024} <= set(years(found))


def test_without_dateline_the_day_of_the_report_dates_the_copy() -> None:
    found = published(
        "Signs of a provocation\n\nHe told reporters on Thursday, March 15, that Prime Minister Theresa May had "
        "no proof."
    )
    assert found.date == date(2018, 3, 15)


@pytest.mark.parametrize("text", ["", "The ministers met.", "MOSCOW, February 30. /TASS/. They met.", "May 2019"])
def test_what_prints_no_day_stays_undated(text: str) -> None:
    found = published(text)
    assert (found.date, found.method, found.candidates) == (None, "unknown", ())


BODY = "The ministers met and spoke about trade for three hours. The minister told reporters on Wednesday of the talks."


def test_a_stamp_that_contradicts_the_text_is_not_believed() -> None:
    found = published(f"Ministers meet\n\n25 June 2024 / 15:17\n\n{BODY}")
    assert (found.date, found.candidates) == (None, (date(2024, 6, 25),))


def test_of_two_stamps_the_one_that_fits_the_text_dates_it() -> None:
    found = published(f"25 June 2024 / 15:17\n\nMinisters meet\n\n{BODY}\n\n29 July 2021 / 10:46")
    assert found.date == date(2021, 7, 29)


def test_stamps_that_fit_alike_claim_no_day() -> None:
    found = published("22 June 2024\n\nMinisters meet\n\nThe ministers met and spoke about trade.\n\n29 July 2021")
    assert (found.date, found.candidates) == (None, (date(2021, 7, 29), date(2024, 6, 22)))


def test_stamps_of_a_list_under_the_text_are_not_the_articles() -> None:
    others = "Related news\n\nOthers meet\n\n5 August 2021 11:20\n\nThe rest meet\n\n6 September 2021 10:10"
    assert published(f"Ministers meet\n\n28 July 2021 10:46\n\n{BODY}\n\n{others}").date == date(2021, 7, 28)


def test_the_weekday_tells_in_which_order_figures_stand() -> None:
    assert published(f"Ministers meet\n\n3/5/2021 12:30\n\n{BODY}").date == date(2021, 3, 5)
    assert published(f"Ministers meet\n\n7/4/2021 12:30\n\n{BODY}").date == date(2021, 4, 7)
    assert published(f"Ministers meet\n\n7/8/2021 12:30\n\n{BODY}").date is None


def test_an_occasion_dates_copy_that_prints_no_day() -> None:
    found = published(
        "Pact will last, spokesman says\n\nThe pact will last, the Kremlin spokesman told reporters on Thursday.\n\n"
        "A member would not sign, its premier said at the CSTO summit in Yerevan on Wednesday."
    )
    assert (found.date, found.method) == (date(2022, 11, 24), "inferred")


def test_of_two_occasions_neither_is_chosen() -> None:
    found = published(
        "Pact will last, spokesman says\n\nThe pact will last, the spokesman told reporters on Friday.\n\n"
        "A member would not sign, its premier said at the CSTO summit in Astana on Thursday."
    )
    assert (found.date, found.candidates) == (None, (date(2018, 11, 9), date(2024, 11, 29)))


def test_a_former_office_dates_copy_after_it() -> None:
    found = published("MOSCOW, December 1. /TASS/. Former US President Barack Obama has called, the Kremlin said.")
    assert "former office-holder" in rules(found)
    assert years(found)[0] == 2017


@pytest.mark.parametrize(
    "text",
    [
        'MOSCOW, May 20. /TASS/. "We signed it with President Viktor Yanukovych," the minister said.',
        "MOSCOW, May 20. /TASS/. Speaker Valentina Matviyenko, Dmitry Medvedev, Prime Minister Mikhail Mishustin came.",
    ],
)
def test_offices_in_speech_and_in_lists_of_people_date_nothing(text: str) -> None:
    assert 2022 in years(published(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "They will discuss the treaty, which was signed on May 3, 2011.",
        "They will go on with the agreement on shipping of May 3, 2011.",
        "He will fulfil the provisions of the May 2011 statement.",
    ],
)
def test_days_past_are_not_to_come(sentence: str) -> None:
    assert years(published(f"MOSCOW, June 20. /TASS/. {sentence}"))[-1] == 2026


def test_a_stamp_of_a_day_that_the_calendar_lacks_dates_nothing() -> None:
    assert (
        published("The ministers met\n31 February 2021\nThe ministers met in Moscow and spoke of trade.").date is None
    )


def test_the_day_of_an_event_named_without_its_year_dates_the_months_after() -> None:
    found = published(
        "MOSCOW, December 3. /TASS/. Flights may resume, an official said.\n\n"
        "A bomb brought the A321 down over Sinai on October 31 and nobody survived."
    )
    assert found.date == date(2015, 12, 3)
    assert "day of event: crash of the Russian airliner over Sinai" in rules(found)


def test_the_day_of_an_event_may_be_told_before_what_is_to_come() -> None:
    found = published(
        "MOSCOW, July 20. /TASS/. The law is a mistake, an official said.\n\n"
        "On July 17 Poland's president signed the act on decommunisation, it will come into force in autumn."
    )
    assert found.date == date(2017, 7, 20)


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy's place is empty, officials say: Vitaly Churkin died on February 20.",
        "The Admiral Kuznetsov had set off for its Mediterranean voyage on October 15.",
    ],
)
def test_the_day_of_an_event_may_be_that_of_a_death_or_a_voyage(sentence: str) -> None:
    found = published(f"MOSCOW, February 24. /TASS/. The post will be filled, an official said.\n\n{sentence}")
    assert found.date == date(2017, 2, 24)


def test_an_anniversary_of_an_event_says_nothing() -> None:
    found = published(
        "MOSCOW, December 3. /TASS/. Flights may resume, an official said.\n\n"
        "Families gather every year because the A321 came down over Sinai on October 31."
    )
    assert found.date is None


def test_the_weekday_of_an_event_dates_the_week_after() -> None:
    found = published(
        "MOSCOW, November 17. /TASS/. More flights will be checked, an official said.\n\n"
        "Islamic State claimed responsibility for Friday's attacks in Paris."
    )
    assert found.date == date(2015, 11, 17)


def test_years_since_an_event_date_the_copy() -> None:
    found = published(
        "MOSCOW, December 12. /TASS/. Flights may resume, an official said.\n\n"
        "They were halted two years ago after the crash of the Russian airliner over Sinai."
    )
    assert found.date == date(2017, 12, 12)


def test_an_occasion_in_the_lead_dates_a_dateline_without_year() -> None:
    found = published("MUNICH, February 18. /TASS/. A minister spoke at the Munich Security Conference and left early.")
    assert {day.year for day in found.candidates} == {*range(2017, 2026)}
    found = published(
        "HAMBURG, July 8. /TASS/. Two presidents spoke for long at the G20 summit in Hamburg and left late."
    )
    assert found.date == date(2017, 7, 8)


def test_an_occasion_to_come_does_not_choose_between_years() -> None:
    found = published(
        "MOSCOW, February 12. /TASS/. A minister will attend the Munich Security Conference, an aide told."
    )
    assert len(found.candidates) > 10


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The Finnish flag raised at NATO on Tuesday brings nothing good, an aide said.", date(2023, 4, 4)),
        ("The Finnish flag will be raised at NATO on Tuesday, an aide said.", None),
        ("A year after the Finnish flag was raised at NATO on Tuesday the aide was calm, he said.", None),
        ("The Finnish flag flew at NATO on Monday, an aide said.", None),
    ],
)
def test_the_weekday_of_an_occasion_in_the_lead_dates_copy_without_a_day(lead: str, day: date | None) -> None:
    assert published(f"Aide speaks of borders\n\n{lead}\n\nHe did not say more.").date == day


def test_a_meeting_that_the_lead_reports_dates_the_copy() -> None:
    lead = "President Vladimir Putin met Croatian President Kolinda Grabar-Kitarovic in the Kremlin."
    found = published(f"MOSCOW, July 15. /TASS/. {lead}")
    assert found.date == date(2018, 7, 15)
    assert "meeting reported" in rules(found)
    called = "President Vladimir Putin phoned Croatian President Kolinda Grabar-Kitarovic after the talks."
    assert published(f"MOSCOW, July 15. /TASS/. {called}").date is None


def test_days_named_near_a_stamp_tell_in_which_order_its_figures_stand() -> None:
    text = "Fees fall\n\n{}\n\nFrom May 15 travellers pay nothing, the ministry said, and it thanked those who helped."
    assert published(text.format("10/05/2023 - 16:37")).date == date(2023, 5, 10)
    assert published(text.format("05/10/2023 - 16:37")).date == date(2023, 5, 10)


def test_by_far_from_a_day_is_no_limit() -> None:
    found = published(
        "Vaccine arrives\n\nThe drug against COVID-19 was brought to town by a board of the army on Monday, 1 March."
    )
    assert found.date == date(2021, 3, 1)


def test_a_former_office_that_nobody_is_known_to_have_held_says_nothing() -> None:
    found = published("MOSCOW, May 20. /TASS/. Former Foreign Minister Dmitry Peskov spoke, an aide told on Monday.")
    assert "former office-holder" not in rules(found)


def test_a_day_that_is_part_of_a_name_says_nothing() -> None:
    found = published(
        "BAKU, December 3. /TASS/. The corridor is late, an official said.\n\n"
        "Nobody kept to the trilateral statement of November 9 on Karabakh and everybody knew."
    )
    assert len(found.candidates) > 1


def test_nobody_speaks_of_an_office_holder_before_the_office() -> None:
    spoken = "MOSCOW, October 8. /TASS/. “A contact with President Pezeshkian of Iran is planned,” the aide said."
    assert years(published(spoken))[0] == 2024


def test_in_quoted_words_the_office_may_be_over() -> None:
    spoken = "MOSCOW. Oct 8 (Interfax) - “We agreed upon this with President Barack Obama,” the aide said."
    assert {2009, 2020} <= set(years(published(spoken)))
    assert 2008 not in years(published(spoken))


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Sergey Lavrov received his Iranian counterpart Mohammad Javad Zarif.",
        "Lavrov and his Iranian counterpart, Mohammad Javad Zarif, spoke for an hour.",
    ],
)
def test_a_counterpart_holds_the_same_office(sentence: str) -> None:
    found = published(f"MOSCOW, March 7. /TASS/. {sentence}")
    assert "counterpart" in rules(found)
    assert (years(found)[0], years(found)[-1]) == (2015, 2021)


def test_the_counterpart_of_an_envoy_for_a_subject_need_be_no_ambassador() -> None:
    text = "SEOUL, Feb. 17. South Korea's nuclear envoy Noh Kyu-duk phoned his Russian counterpart, Igor Morgulov."
    assert 2022 in years(published(text))


@pytest.mark.parametrize(
    "title", ["Foreign and European Affairs Minister", "Minister of Foreign and European Affairs of Slovakia"]
)
def test_a_foreign_minister_may_have_other_affairs_too(title: str) -> None:
    found = published(f"Bratislava, April 24 (TASR) - {title} Juraj Blanar met with students.")
    assert "office-holder" in rules(found)
    assert years(found)[0] == 2024


def test_a_president_elect_is_named_so_in_the_months_before_the_inauguration() -> None:
    found = published(
        "MOSCOW. Nov 22 (Interfax) - The first visit of the President-elect of Moldova Igor Dodon is being prepared."
    )
    assert found.date == date(2016, 11, 22)


@pytest.mark.parametrize(
    "lead",
    [
        "Russia and Norway signed a treaty on Wednesday dividing the sea that was thought to hold oil.",
        "A group of former residents took a plane Wednesday to see the graves, which are to be moved.",
        "The two agreed Wednesday to quicken talks on what is to come.",
    ],
)
def test_what_the_lead_tells_as_past_happened_on_its_weekday(lead: str) -> None:
    text = f"Neighbours agree\n\n(Adds quotes)\n\nMURMANSK, Russia, Sept 15 (Reuters) - {lead}"
    assert {2010, 2021} <= set(years(published(text)))
    assert 2009 not in years(published(text))
