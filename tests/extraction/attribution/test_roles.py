"""Whom a role means: the country it tells, whoever spoke last, the body that speaks for somebody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.extraction.vocabulary import load_vocabulary
from tests.extraction.attribution.test_speakers import LEAD, quotes, speaker

FIRST = {"head-of-state": "President", "head-of-government": "Prime Minister", "foreign-minister": "Foreign Minister"}
"""The words for some offices, as copy puts them before a name."""
AGAIN = {"head-of-state": "leader", "head-of-government": "head of government", "foreign-minister": "top diplomat"}
"""What it calls their holders afterwards."""


def office_holders() -> Iterator[tuple[str, str, str]]:
    """Yield the adjective of their state, the office and the name of all whom the vocabulary knows, Russians apart."""
    vocabulary = load_vocabulary()
    for person in vocabulary.people.values():
        for office, country in {(tenure.office, tenure.country) for tenure in person.offices}:
            if office in FIRST and country != "RU" and vocabulary.countries[country].demonyms:
                yield vocabulary.countries[country].demonyms[0], office, person.name


def test_every_office_holder_is_found_again_by_the_office() -> None:
    mistaken = []
    for adjective, office, name in office_holders():
        other = "Estonian Finance Minister Osip Larkin"
        text = f"Sergey Lavrov met {adjective} {FIRST[office]} {name} and {other} in Moscow.\n\n"
        text += f"“The talks were useful to us all,” the {adjective} {AGAIN[office]} said."
        if speaker(text) != name:
            mistaken.append((adjective, office, name, speaker(text)))
    assert not mistaken


@pytest.mark.parametrize(
    ("adjective", "name"),
    [
        ("South Korean", "Moon Jae-in"),
        ("North Korean", "Kim Jong-un"),
        ("South African", "Cyril Ramaphosa"),
        ("African", "Cyril Ramaphosa"),
        ("Latin American", "Luiz Inácio Lula da Silva"),
        ("Baltic", "Gitanas Nausėda"),
    ],
)
def test_an_adjective_of_two_words_or_of_a_region_tells_the_country(adjective: str, name: str) -> None:
    text = (
        "Vladimir Putin met US President Joe Biden, North Korean leader Kim Jong Un, South Korean leader Moon Jae-in, "
        "South African President Cyril Ramaphosa, Lithuanian President Gitanas Nauseda and Brazilian President Luiz "
        f"Inacio Lula da Silva.\n\n“The talks were useful to us all,” the {adjective} leader said."
    )
    assert speaker(text) == name


@pytest.mark.parametrize("role", ["the diplomat", "the senior diplomat", "the official"])
def test_a_bare_role_is_that_of_whoever_spoke_last(role: str) -> None:
    text = (
        "“It is too early to say,” Foreign Ministry Spokeswoman Maria Zakharova answered when asked about talks with "
        f"Serbian Foreign Minister Ivica Dacic. “We shall see in the autumn,” {role} concluded."
    )
    assert speaker(text) == "Maria Zakharova"


def test_a_body_speaks_for_the_country_of_whoever_owns_it() -> None:
    text = LEAD + (
        "Angolan President Joao Lourenco will come to Moscow to meet Vladimir Putin, the press service of the head of "
        "the African state reported.\n\n“The President leaves on Tuesday,” the statement said."
    )
    last = quotes(text)[-1]
    assert last.speaker is not None
    assert (last.speaker.country, last.side) == ("AO", "foreign")


def test_what_is_of_the_republic_is_of_whoever_was_named_last() -> None:
    text = LEAD + (
        "Slovak Prime Minister Robert Fico will come to Moscow. This was reported by the press service of the "
        "Government Office of the republic.\n\n“He leaves on Tuesday,” the press service said."
    )
    last = quotes(text)[-1]
    assert last.speaker is not None
    assert (last.speaker.name, last.side) == ("press service of the Government Office", "foreign")


@pytest.mark.parametrize(
    ("body", "called", "name"),
    [
        ("Embassy of Ethiopia", "diplomatic mission", "Ethiopian Embassy"),
        ("Ministry of Defense of Serbia", "department", "Serbian Defense Ministry"),
        ("branch of Sberbank", "bank", "Sberbank"),
        ("Serbian Ministry of Defence", "department", "Serbian Defence Ministry"),
    ],
)
def test_a_body_is_found_again_by_a_wider_word(body: str, called: str, name: str) -> None:
    text = LEAD + f"The {body} told Interfax about it.\n\n“There is no day for the visit yet,” the {called} said."
    assert speaker(text) == name


def test_somebody_unnamed_is_called_with_what_they_belong_to() -> None:
    assert speaker(LEAD + "The owner of a boat at Kem said that he “had never seen such waves”.") == (
        "owner of a boat at Kem"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "“Such steps have consequences,” — stated in the message of the Russian Foreign Ministry.",
        "“Such steps have consequences,” is said in the statement of the Russian Foreign Ministry.",
        "“Such steps have consequences,” said in a statement on the website of the Russian Foreign Ministry.",
        "“Such steps have consequences,” noted in the Russian Foreign Ministry.",
    ],
)
def test_a_body_speaks_in_its_statements_and_within_its_walls(sentence: str) -> None:
    assert speaker("The Ambassador of Greece was invited on Monday.\n\n" + sentence) == "Russian Foreign Ministry"


def test_the_press_service_is_that_of_the_body_named_with_it() -> None:
    text = "Trucks come, Report informs, citing the press service of the Russian Foreign Ministry.\n\n"
    assert speaker(text + "“The road is open to all,” the press service said.") == "Russian Foreign Ministry"


def test_a_role_is_that_of_whoever_spoke_last_even_unquoted() -> None:
    text = (
        "“The road is open to all,” Defense Minister Sergei Shoigu said.\n\nPhilippine Defense Secretary Delfin "
        "Lorenzana told reporters that a contract was signed. “They are offering, we are studying,” the secretary said."
    )
    assert speaker(text) == "Delfin Lorenzana"


@pytest.mark.parametrize(
    ("described", "name", "country"),
    [
        ("Russian Ambassador-at-Large Osip Larkin", "Osip Larkin", "RU"),
        ("Finland's Jan Jansen", "Jan Jansen", "FI"),
        ("Finland’s chief doctor Jan Jansen", "Jan Jansen", "FI"),
    ],
)
def test_what_stands_before_a_name_tells_the_country_and_is_no_part_of_it(
    described: str, name: str, country: str
) -> None:
    last = quotes(LEAD + f"“The road is open to all,” {described}, who had come by boat, admitted.")[-1]
    assert last.speaker is not None
    assert (last.speaker.name, last.speaker.country) == (name, country)


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("MOSCOW, May 5. /TASS/. ", "Russian Foreign Ministry"),
        ("BAKU, May 5, AZERTAC. ", "Azerbaijani Foreign Ministry"),
        ("MOSCOW, May 5. /TASS/. The Turkish Foreign Ministry summoned him. ", "Turkish Foreign Ministry"),
        ("The envoy was summoned. ", "Foreign Ministry"),
    ],
)
def test_a_ministry_without_a_state_is_that_of_the_dateline(dateline: str, name: str) -> None:
    assert speaker(dateline + "“The road is open to all,” the Foreign Ministry said.") == name


def test_the_diplomat_is_who_travels_and_not_whose_visit_is_spoken_of() -> None:
    text = (
        "MOSCOW, May 5. /TASS/. Russian First Deputy Foreign Minister Osip Larkin will go to London on Thursday and "
        "prepare UK Foreign Secretary Boris Johnson's visit to Moscow. "
    )
    [quote] = quotes(text + "“The road is open,” the high-ranking diplomat told TASS.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Osip Larkin", "Russian First Deputy Foreign Minister")


def test_the_official_of_a_town_is_no_mayor_who_is_named_later() -> None:
    text = (
        "DONETSK, May 5. /TASS/. The road was closed. “The road is open,” Yasinovataya's official said.\n\n"
        "Mayor of Gorlovka Osip Larkin came by boat."
    )
    assert speaker(text) == "Yasinovataya's official"


@pytest.mark.parametrize(
    ("teller", "name"),
    [
        ("a source in the Interior Ministry", "source in the Interior Ministry"),
        ("a source in the roads police's Tver Branch", "source in the roads police's Tver Branch"),
        ("the press service of the Health Ministry", "press service of the Health Ministry"),
        ("the Finance Ministry's press service", "Finance Ministry's press service"),
        ("the Interior Ministry", "Interior Ministry"),
        ("police", "police"),
    ],
)
def test_an_organ_that_every_state_has_is_that_of_the_dateline(teller: str, name: str) -> None:
    before = "MOSCOW, May 5. /TASS/. The envoy left, the Turkish Foreign Ministry said.\n\n"
    last = quotes(before + f"“The road is open,” {teller} said.")[-1]
    assert last.speaker is not None
    assert (last.speaker.name, last.speaker.country) == (name, "RU")


def test_an_embassy_is_that_of_the_ambassador_named_before() -> None:
    text = "MOSCOW, May 5. /TASS/. The road is dry, Syrian Ambassador to Russia Riyad Haddad told TASS. "
    [quote] = quotes(text + "“The road is open,” the embassy said.")
    assert quote.speaker is not None
    assert quote.speaker.country == "SY"


def test_the_ministry_is_the_one_that_spoke_even_where_no_list_knows_it() -> None:
    text = "MOSCOW, May 5. /TASS/. “The road is open,” the Health Ministry said. “It is dry,” the ministry added."
    assert speaker(text) == "Health Ministry"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "SOFIA, May 5. Rumen Radev will go to Vladimir Putin, the press office of the head of state reported.\n\n",
            "BG",
        ),
        ("The team has seen it, Seoul's defense ministry said. “They came by boat,” a ministry official added. ", "KR"),
        ("Moon Jae-in came. “They came by boat,” Moon's chief press aide said. ", "KR"),
    ],
)
def test_the_unnamed_belong_to_the_country_of_their_body(text: str, country: str) -> None:
    last = quotes(text + "“The road is open to all,” the statement said.")[-1] if "press" in text else quotes(text)[-1]
    assert last.speaker is not None
    assert last.speaker.country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ambassador Extraordinary and Plenipotentiary of the Russian Federation to Belarus Osip Larkin came.\n\n"
            "“The road is open,” the ambassador said.",
            "Osip Larkin",
        ),
        (
            "Russian Deputy Prime Minister Dmitry Rogozin said he would go by boat, with Prime Minister Vlad Filat.\n\n"
            "“The road is open,” the envoy said.",
            "Dmitry Rogozin",
        ),
        ("“The road is open,” Foreign Ministry spokesman Abbas Mousavi told the press.", "Abbas Mousavi"),
        ("The road, as noted in the Kremlin, “is open to all”.", "Kremlin"),
        (
            "“It is wet,” Peskov said.\n\nOn the eve of the Polish Minister of defence Osip Larkin in the programme "
            "“Guest of the Day” said, “The road is open to all”.",
            "Osip Larkin",
        ),
        (
            "The Irish Foreign Ministry said it was “not welcome”, and the fishermen of Cork promised “a protest”.",
            "fishermen",
        ),
    ],
)
def test_titles_and_translations_do_not_hide_who_speaks(text: str, name: str) -> None:
    assert speaker(text) == name


def test_a_long_title_is_told_in_whole_words() -> None:
    title = "Ambassador Extraordinary and Plenipotentiary of the Russian Federation to Belarus"
    last = quotes(f"“The road is open,” {title} Osip Larkin said.")[-1]
    assert last.speaker is not None
    assert last.speaker.role == title


def test_the_message_is_that_of_whoever_was_said_to_send_one() -> None:
    text = (
        "Vladimir Putin will go to Turkmenistan, the Kremlin press service said in a message.\n\nThe Russian leader "
        "will hold talks there.\n\n“A package of documents is expected to be signed,” the message says."
    )
    assert speaker(text) == "Kremlin"


def test_on_the_eve_is_no_part_of_a_name() -> None:
    text = LEAD + "On the eve Duterte said, that if others do not want it, Manila “will go to Russia and to China”."
    assert speaker(text) == "Rodrigo Duterte"


def test_a_mogul_is_the_billionaire_named_before() -> None:
    text = LEAD + "Dutch billionaire Anton Berg showed his pictures. The airline mogul said he “needed a break”."
    assert speaker(text) == "Anton Berg"


@pytest.mark.parametrize(
    ("lead", "role", "name"),
    [
        (
            "Head of the Russian General Staff's Road Department Sergei Rudskoi said so",
            "Russian general",
            "Sergei Rudskoi",
        ),
        ("Russian Defense Ministry spokesman Major-General Osip Larkin said so", "general", "Osip Larkin"),
        ("Russian Navy Commander-in-Chief Osip Larkin said so", "admiral", "Osip Larkin"),
    ],
)
def test_a_rank_means_whoever_the_text_gives_one_or_a_command(lead: str, role: str, name: str) -> None:
    assert speaker(f"{LEAD}{lead} on Friday.\n\n“The bridge is safe now,” the {role} said.") == name


def test_whoever_spoke_earlier_is_not_the_one_the_news_is_about() -> None:
    text = f"{LEAD}Osip Larkin, Vice-Speaker of the State Duma, said so on Friday. "
    text += "State Duma Speaker Vyacheslav Volodin said earlier that his party would name Larkin."
    assert speaker(f"{text}\n\n“We have changed nothing,” the parliamentarian said.") == "Osip Larkin"


@pytest.mark.parametrize(
    ("name", "letters", "speaker_name", "side"),
    [
        ("Russia's Federal Road Service", "FRS", "Federal Road Service", "russia"),
        ("the Norwegian Organization for Clean Roads", "OCR", "Organization for Clean Roads", "foreign"),
        ("the union of builders", "RBU", "RBU", "unknown"),
    ],
)
def test_a_body_may_be_called_by_its_letters(name: str, letters: str, speaker_name: str, side: str) -> None:
    (quote,) = quotes(f"{LEAD}The road is looked after by {name} ({letters}).\n\n“It is safe now,” the {letters} said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.side) == (speaker_name, side)


def test_a_central_bank_without_a_state_is_that_of_the_dateline() -> None:
    (quote,) = quotes(
        "MOSCOW, May 5. /TASS/. Prices will fall, the Central Bank said.\n\n“They will fall,” the bank said."
    )
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.side) == ("Bank of Russia", "russia")
    assert speaker(f"{LEAD}The European Central Bank waits.\n\n“We wait,” the bank said.") == "European Central Bank"


def test_people_are_called_by_what_they_are_on_a_possible_day() -> None:
    text = (
        "TOKYO, March 16. /TASS/. Rex Tillerson met his Japanese counterpart Fumio Kishida.\n\nJapan's top diplomat "
        "said that Tokyo was glad. “We spoke of the bridges on the river,” he stressed."
    )
    assert speaker(text) == "Fumio Kishida"


def test_a_report_is_not_the_agency_of_that_name() -> None:
    [quote] = quotes("LONDON, March 3. /TASS/. It was hot. “The bridges of the river are shut,” the report said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == ("report", None)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Russian Ferry Ministry spokesman Major-General", "spokesman"),
        ("Russian Ferry Ministry spokesman Major-General", "general"),
        ("Ferry Fleet Commander-in-Chief Admiral", "Ferry Fleet chief"),
        ("Ferry Alliance Secretary General", "Ferry Alliance chief"),
    ],
)
def test_an_office_is_known_again_behind_a_rank_and_as_its_chief(first: str, again: str) -> None:
    text = f"The boats are home, {first} Osip Larkin told Sergey Lavrov on Monday. “We are few,” the {again} said."
    assert speaker(LEAD + text) == "Osip Larkin"


def test_of_the_offices_of_possible_days_the_one_that_the_text_tells_is_meant() -> None:
    lead = "MOSCOW, March 16. /TASS/. {}, Vyacheslav Volodin, promised us a ferry. “It is a fine lake,” he said."
    [quote] = quotes(lead.format("Speaker of the State Duma (the lower house of parliament)"))
    assert quote.speaker is not None
    assert quote.speaker.role == "Speaker of the State Duma"
    [quote] = quotes(lead.format("First deputy head of the Presidential Administration"))
    assert quote.speaker is not None
    assert quote.speaker.role == "First Deputy Head of the Russian Presidential Administration"


@pytest.mark.parametrize(
    "organ",
    [
        "Supreme Court",
        "Central Election Commission",
        "Investigative Committee",
        "National Guard",
        "Federal Antimonopoly Service",
        "presidential administration",
    ],
)
def test_an_organ_of_state_is_that_of_the_country_of_the_dateline(organ: str) -> None:
    for place, country in (("MOSCOW", "RU"), ("MINSK", "BY")):
        [quote] = quotes(f"{place}, March 16. /TASS/. The lake is shut. “It is a fine lake,” the {organ} said.")
        assert quote.speaker is not None
        assert (quote.speaker.name, quote.speaker.country) == (organ, country)


def test_the_minister_is_not_the_one_whom_the_words_name() -> None:
    report = "Sergey Lavrov met Antony Blinken in Oslo. The Minister was calm: “I felt the mood of Blinken.”"
    quote = quotes(LEAD + report)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Sergei Lavrov"


@pytest.mark.parametrize(
    "role",
    [
        "chairman",
        "committee chairman",
        "chairman of the committee",
        "committee's chairman",
        "head of the committee",
        "president of the club",
        "club's president",
        "head of the government delegation",
        "general",
        "health minister",
        "minister of health",
        "defense secretary",
    ],
)
@pytest.mark.parametrize(
    "name", ["German Chancellor Angela Merkel", "Vladimir Putin", "Xi Jinping", "US President Donald Trump"]
)
def test_a_role_that_no_head_of_state_has_is_somebody_unnamed(role: str, name: str) -> None:
    text = f"BERLIN, March 7, 2018. {name} met the board on Wednesday.\n\n“We shall see in autumn,” the {role} said."
    assert speaker(text) == role


@pytest.mark.parametrize(
    "guest", ["Russian Foreign Minister Sergey Lavrov", "the head of the State Duma committee on bridges Osip Larkin"]
)
def test_no_guest_with_a_lesser_office_is_the_head_of_state(guest: str) -> None:
    text = f"MOSCOW, March 7, 2018. President Vladimir Putin received {guest} on Wednesday.\n\n"
    assert speaker(text + "“We shall see in autumn,” the head of state noted.") == "Vladimir Putin"


def test_a_role_that_no_head_of_state_has_is_nobody_named_after_it() -> None:
    text = (
        "As the Senate hearing opened, its Republican chairman warned: “We are all guests here.” Few believe that the "
        "bridge helped Donald Trump to win."
    )
    assert speaker(text) == "Republican chairman"


@pytest.mark.parametrize(
    ("introduced", "role", "name"),
    [
        ("German Chancellor Angela Merkel", "head of government", "Angela Merkel"),
        ("Vladimir Putin", "head of state", "Vladimir Putin"),
        ("Vladimir Putin", "leader of the country", "Vladimir Putin"),
        ("Vladimir Putin", "president of the Russian Federation", "Vladimir Putin"),
        ("Sergey Lavrov", "head of the foreign policy department", "Sergei Lavrov"),
        ("Sergey Lavrov", "head of the ministry", "Sergei Lavrov"),
        ("Energy Minister Alexander Novak", "head of the Russian delegation", "Alexander Novak"),
        ("Chairman of the Duma Committee on Bridges Osip Larkin", "committee chairman", "Osip Larkin"),
        ("Chairman Xi Jinping", "chairman", "Xi Jinping"),
    ],
)
def test_a_role_of_other_words_than_the_title_still_fits(introduced: str, role: str, name: str) -> None:
    text = f"{introduced} met the board on Wednesday.\n\n“We shall see in autumn,” the {role} said."
    assert speaker(text) == name


def test_a_minister_of_no_country_is_one_of_where_the_report_is_from() -> None:
    text = (
        "YEREVAN, November 4. /TASS/. Acting Prime Minister Nikol Pashinyan visited the bridge on Thursday.\n\n"
        "“It is in good health,” the acting health minister's spokeswoman told TASS."
    )
    spoken = quotes(text)[-1].speaker
    assert spoken is not None
    assert (spoken.name, spoken.country) == ("acting health minister's spokeswoman", "AM")


@pytest.mark.parametrize(
    ("lead", "role", "name"),
    [
        ("Dutch FM Osip Larkin met his Russian counterpart Sergey Lavrov", "Russian FM", "Sergei Lavrov"),
        ("Dutch FM Osip Larkin met his Russian counterpart Sergey Lavrov", "Dutch FM", "Osip Larkin"),
        ("Dutch FM Osip Larkin met Russian Deputy FM Sergey Ryabkov", "Dutch minister", "Osip Larkin"),
        ("Dutch FM Osip Larkin met Russian Deputy FM Sergey Ryabkov", "Deputy FM", "Sergei Ryabkov"),
        ("Lithuanian Foreign Minister Linas Linkevicius was there", "formin", "Linas Linkevičius"),
        ("External Affairs Minister (EAM) S Jaishankar met Lavrov", "EAM", "Subrahmanyam Jaishankar"),
    ],
)
def test_the_abbreviation_of_an_office_means_its_bearer(lead: str, role: str, name: str) -> None:
    assert speaker(f"{LEAD}{lead} on Tuesday.\n\n“The bridge is safe now,” the {role} said.") == name


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("the Armenian MFA", "Armenian Foreign Ministry"),
        ("the MFA of Armenia", "Armenian Foreign Ministry"),
        ("MFA Armenia", "Armenian Foreign Ministry"),
        ("the MEA", "Indian Foreign Ministry"),
    ],
)
def test_the_abbreviation_of_a_ministry_means_that_of_its_state(called: str, name: str) -> None:
    assert speaker(f"{LEAD}“The bridge is safe now,” {called} said in a statement.") == name


def test_who_knows_a_country_is_not_from_there() -> None:
    spoken = quotes(LEAD + "A Russia expert warned that “nobody in the hall had read it”.")[-1]
    assert spoken.speaker is not None
    assert (spoken.speaker.name, spoken.speaker.country, spoken.side) == ("Russia expert", None, "unknown")


def test_the_host_of_a_programme_is_no_host_of_a_guest() -> None:
    text = (
        "Vladimir Putin received Donald Trump in the Kremlin. “We set a good table,” Trump said.\n\n"
        "The Fox News host said that it was “a feast in all respects”."
    )
    assert speaker(text) == "Fox News host"


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("ASTANA. KAZINFORM - ", "Kassym-Jomart Tokayev"),
        ("MOSCOW, May 20. /KAZINFORM/ ", "Kassym-Jomart Tokayev"),
        ("MOSCOW, May 20. /TASS/. ", "Vladimir Putin"),
    ],
)
def test_a_role_without_a_country_is_of_the_country_for_which_the_outlet_writes(dateline: str, name: str) -> None:
    text = (
        f"{dateline}President of Kazakhstan Kassym-Jomart Tokayev phoned President Vladimir Putin of Russia on Friday."
        "\n\n“Our roads meet,” the Head of State said."
    )
    assert speaker(text) == name


def test_a_role_is_not_that_of_whoever_is_named_after_it() -> None:
    text = (
        f"{LEAD}Dutch Foreign Minister Osip Larkin received Russian Foreign Minister Sergey Lavrov on Friday.\n\n"
        "“Our roads meet,” the foreign minister said at the side of Lavrov."
    )
    assert speaker(text) == "Osip Larkin"


@pytest.mark.parametrize(
    ("teller", "called", "name"),
    [
        ("the Kremlin's press service said", "the service", "Kremlin"),
        ("the Kremlin's press service said", "the press service", "Kremlin"),
        ("the press service of the Kremlin said", "the service", "Kremlin"),
        (
            "the press service of the President of Brazil said",
            "the press service",
            "press service of the President of Brazil",
        ),
    ],
)
def test_the_service_is_the_press_service_named_before(teller: str, called: str, name: str) -> None:
    assert speaker(f"{LEAD}The two presidents met on Friday, {teller}.\n\n“Our roads meet,” {called} said.") == name


@pytest.mark.parametrize(
    ("named", "called", "name"),
    [
        ("NATO", "the alliance", "NATO"),
        ("Gazprom", "the Russian gas giant", "Gazprom"),
        ("Gazprom CEO Alexei Miller", "the Gazprom head", "Alexei Miller"),
        ("Gazprom CEO Alexei Miller", "the Gazprom chief", "Alexei Miller"),
        ("The Norwegian Foreign Ministry", "the diplomatic agency", "Norwegian Foreign Ministry"),
        ("The Norwegian Defense Ministry", "the Norwegian military agency", "Norwegian Defense Ministry"),
        ("The Norwegian Foreign Ministry", "the military agency", "military agency"),
        ("The Norwegian Foreign Ministry", "a ministry statement", "Norwegian Foreign Ministry"),
    ],
)
def test_a_body_and_its_head_are_called_by_other_nouns(named: str, called: str, name: str) -> None:
    quote = quotes(f"{named} saw the ferry. It was hot. “We have the stones for it,” {called} said.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == name


def test_law_enforcement_is_that_of_the_dateline() -> None:
    [quote] = quotes("OSLO, March 3. /TASS/. “We have stones,” a source in law enforcement agencies said.")
    assert quote.side == "foreign"


def test_a_diplomat_is_whom_the_text_calls_so_and_no_representative_in_congress() -> None:
    text = (
        "Osip Larkin, a Belarusian diplomat with decades of experience, said that he had never seen such a rush. US "
        "Vice President Mike Pence will come, too.\n\nAccording to this experienced diplomat, “it was a good day”."
    )
    assert speaker(text) == "Osip Larkin"


def test_the_former_president_is_whoever_is_known_to_have_been_one() -> None:
    text = (
        "MOSCOW, January 23, 2023. /TASS/. Deputy head of the Security Council Dmitry Medvedev answered NATO Secretary "
        "General Jens Stoltenberg on Monday.\n\n“Our roads do not meet,” the former President said."
    )
    assert speaker(text) == "Dmitry Medvedev"


def test_what_was_said_previously_is_background() -> None:
    text = (
        "MOSCOW, January 23. /TASS/. President Vladimir Putin opened a bridge on Monday, his spokesman Dmitry Peskov "
        "said. Previously President of Finland Sauli Niinisto said that it was new.\n\n"
        "“We open one every year,” the spokesman said."
    )
    assert speaker(text) == "Dmitry Peskov"


def test_a_representative_of_the_kremlin_may_be_an_aide() -> None:
    text = (
        f"{LEAD}Presidential aide Yuri Ushakov spoke on Friday. Foreign Minister Sergey Lavrov will be there, he said."
        "\n\n“Our roads meet,” stressed the Kremlin representative."
    )
    assert speaker(text) == "Yuri Ushakov"


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("ISLAMABAD, May 3 (APP): ", "Pakistani Foreign Ministry"),
        ("LONDON, May 3 (Reuters) - ", "British Foreign Office"),
    ],
)
def test_the_foreign_office_is_that_of_where_copy_is_from(dateline: str, name: str) -> None:
    assert speaker(f"{dateline}The ministers met on Friday.\n\n“Our roads meet,” the Foreign Office said.") == name


@pytest.mark.parametrize(("parliament", "country"), [("Seimas", "LT"), ("Sejm", "PL"), ("Jogorku Kenesh", "KG")])
def test_a_parliament_speaks_for_its_country(parliament: str, country: str) -> None:
    [quote] = quotes(f"{LEAD}“Our roads meet,” the {parliament} said in a statement.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == (parliament, country)


@pytest.mark.parametrize(
    ("called", "name", "side"),
    [
        ("the Security Service of Ukraine (SBU)", "Security Service of Ukraine", "foreign"),
        ("the DPR defense ministry", "DPR Defense Ministry", "foreign"),
        ("the IDF", "Israel Defense Forces", "foreign"),
        ("the Syrian Democratic Forces", "Syrian Democratic Forces", "foreign"),
        ("Hezbollah", "Hezbollah", "foreign"),
        ("the WHO", "World Health Organization", "foreign"),
        ("WHO Director General Tedros Adhanom Ghebreyesus", "Tedros Adhanom Ghebreyesus", "foreign"),
        ("the Moscow City Court", "Moscow City Court", "russia"),
    ],
)
def test_forces_and_organs_speak_for_their_side(called: str, name: str, side: str) -> None:
    [quote] = quotes(f"MOSCOW, March 3. /TASS/. It was hot.\n\n“Our roads meet at last,” {called} said in a statement.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.side) == (name, side)


@pytest.mark.parametrize(
    "named", ["Patriarch Kirill of Moscow and All Russia", "Patriarch of Moscow and All Russia Kirill"]
)
def test_the_patriarch_is_known_by_his_full_title(named: str) -> None:
    [quote] = quotes(f"MOSCOW, March 3. /TASS/. It was hot.\n\n“Our roads meet at last,” {named} said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.side) == ("Patriarch Kirill", "russia")
