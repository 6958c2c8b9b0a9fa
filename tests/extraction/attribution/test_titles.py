"""Titles of several parts, complements and asides between a speaker and the verb, and verbs that tell too much."""

import pytest

from tests.extraction.attribution.test_speakers import LEAD, quotes, speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "“We are few,” a visibly tired Larkin told the ferry radio.",
        "“We are few,” in turn noted Larkin.",
        "“We are few,” objected Larkin, laughing.",
        "“We are few,” Minister of Rivers and Lakes Ilya Larkin told reporters.",
        "“We are few”, – said the adviser of the President of Tver on the ferries Ilya Larkin.",
        "Ilya Larkin, a spokesman for the ferry office, said, as cited by TASS, that they “are few”.",
        "Larkin, according to TASS: “We are few.”",
        "The crossing was described by Larkin as “not for the few”.",
        "Larkin told Russian reporters that the Kremlin expects them to be “few and quick”.",
        "Earlier in the day ferry spokesman Ilya Larkin told the radio that Moscow hopes they “will be few”.",
        "The river is wide and so the boats are slow, Rivers and Lakes Minister Ilya Larkin said after talks with "
        "his counterpart Osip Tverskoy.\n\n“We are few,” he told reporters.",
    ],
)
def test_a_speaker_is_found_behind_titles_and_asides(sentence: str) -> None:
    text = (
        LEAD + "Ferry chief Ilya Larkin came by boat.\n\n“It is dry,” the engineer Osip Tverskoy said.\n\n" + sentence
    )
    assert speaker(text) == "Ilya Larkin"


def test_the_complement_of_a_role_tells_who_bears_it() -> None:
    text = LEAD + (
        "Yuri Borisov, the head of Roscosmos, told Aleksandr Lukashenko about it.\n\n“She eats for two,” Borisov "
        "joked.\n\n“We will not stop,” the head of state said."
    )
    assert speaker(text) == "Alexander Lukashenko"


def test_whoever_is_told_of_last_is_meant_by_he() -> None:
    text = LEAD + (
        "“We ask for nothing,” Ferry chief Ilya Larkin said.\n\nPeskov also said that the boats remained a matter of "
        "concern.\n\n“We do talk about this,” he added."
    )
    assert speaker(text) == "Dmitry Peskov"


def test_a_guide_in_apposition_is_introduced_by_the_verb() -> None:
    text = (
        LEAD
        + "A guide at the centre, Penka Larkina, told the radio that the halls were full. “It is dry here,” she said."
    )
    assert speaker(text) == "Penka Larkina"


def test_one_of_many_is_called_so() -> None:
    assert speaker(LEAD + "“The dogs get tired faster than people,” said one of the rescuers.") == "one of the rescuers"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Foreign Ministry in Bratislava said the story “is a plain invention”.", "Slovak Foreign Ministry"),
        ("The foreign ministry in Seoul called it “a plain invention”.", "South Korean Foreign Ministry"),
        (
            "The Slovak Foreign Ministry was busy. The Foreign Ministry said it “is an invention”.",
            "Slovak Foreign Ministry",
        ),
        ("The press service of the Turkish Foreign Ministry said: “It is an invention.”", "Turkish Foreign Ministry"),
    ],
)
def test_a_ministry_is_told_by_its_state(sentence: str, name: str) -> None:
    assert speaker(LEAD + sentence) == name


def test_people_are_called_by_the_office_of_the_day() -> None:
    text = (
        "CARACAS, February 7, 2020. /TASS/. Russian Foreign Minister Sergei Lavrov met Venezuela Vice President Delcy "
        "Rodriguez.\n\n“The door is open,” Rodriguez said.\n\n“We have a plan,” the minister told reporters."
    )
    assert speaker(text) == "Sergei Lavrov"


def test_an_outlet_that_reports_it_is_not_the_last_to_speak() -> None:
    text = (
        "MOSCOW, December 22, 2017. /TASS/. Ties are at a low point, Russia's Foreign Minister Sergei Lavrov said at "
        "the start of talks with British Foreign Secretary Boris Johnson, TASS reported.\n\n“It is no secret that they "
        "could be better,” the minister said."
    )
    assert speaker(text) == "Sergei Lavrov"


def test_what_a_statement_does_is_told_by_somebody_else() -> None:
    text = LEAD + (
        "The President met voters. The ferry chief Ilya Larkin apologized. According to him, the President's "
        "statement “does not reflect the timetable”."
    )
    assert speaker(text) == "Ilya Larkin"


def test_no_dateline_before_a_hyphen_is_part_of_a_title() -> None:
    [quote] = quotes("ROADS.COM - Dutch Foreign Minister Osip Larkin is late.\n\n“Our roads meet,” Larkin said.")
    assert quote.speaker is not None
    assert quote.speaker.role == "Dutch Foreign Minister"


@pytest.mark.parametrize(
    "aside", ["commenting on the words of the mayor Anton Berg", "asked about the mayor Anton Berg"]
)
def test_what_somebody_does_is_no_title_of_theirs(aside: str) -> None:
    [quote] = quotes(f"{LEAD}The spokesman of the President of Russia Dmitry Peskov, {aside}, called it “rude”.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Dmitry Peskov"
    [quote] = quotes(f"{LEAD}Dmitry Peskov, {aside}, said: “Our roads meet.”")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Dmitry Peskov", "Kremlin spokesman")


def test_what_somebody_called_something_is_no_title_of_whoever_is_named_before() -> None:
    [quote] = quotes(
        f"{LEAD}Osip Larkin, commenting on the words about Anton Berg, called them unworthy of a mayor.\n\n"
        "“Our roads meet,” Berg said."
    )
    assert quote.speaker is not None
    assert quote.speaker.role is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Agents are secretly undermining Governor Osip Larkin's office. “It is late,” Larkin said.", "Governor"),
        ("The note does not confirm Governor Osip Larkin's claims. “It is late,” Larkin said.", "Governor"),
        ("Ferries served acting Governor Osip Larkin well. “It is late,” Larkin said.", "acting Governor"),
        ("Osip Larkin, along with his lawyer, Ann Lee, came in. “It is late,” Larkin said.", None),
    ],
)
def test_what_is_done_to_somebody_is_no_part_of_a_title(text: str, role: str | None) -> None:
    spoken = quotes(LEAD + text)[-1].speaker
    assert spoken is not None
    assert (spoken.name, spoken.role) == ("Osip Larkin", role)


def test_whoever_is_an_expert_on_a_country_is_not_from_there() -> None:
    text = "Osip Lark, an expert on Syria at a university in Oslo, came in. “It is late,” he said."
    spoken = quotes(text)[-1].speaker
    assert spoken is not None
    assert spoken.country == "NO"


def test_a_weekly_of_a_country_speaks_and_not_the_country() -> None:
    spoken = quotes("The US weekly said the two are “talkative and brash, and never fit in”.")[-1].speaker
    assert spoken is not None
    assert (spoken.name, spoken.country) == ("US weekly", "US")


@pytest.mark.parametrize(
    "title",
    [
        "First Deputy Road Minister",
        "Norwegian First Deputy Prime Minister",
        "the First Minister",
        "newly elected President",
        "the newly appointed head of the fund",
        "the then Foreign Minister",
        "then Foreign Minister",
        "member of the Committee on Roads and Bridges",
        "a member of the State Duma Committee on Roads",
        "a historian and professor at the Academy of Roads",
    ],
)
def test_a_title_goes_on_past_an_adverb_and_a_complement(title: str) -> None:
    [quote] = quotes(f"It was hot in town.\n\n“The bridge will stand here for ages,” {title} Anton Larkut said.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Anton Larkut"


@pytest.mark.parametrize("words", ["first said", "then said", "said first"])
def test_an_adverb_of_time_is_no_title(words: str) -> None:
    [quote] = quotes(f"It was hot in town.\n\n“The bridge will stand here for ages,” Anton Larkut {words}.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Anton Larkut"


@pytest.mark.parametrize("title", ["Prosecutor General of Armenia", "Consul General of Norway"])
def test_a_general_behind_an_office_is_nobody_s_name(title: str) -> None:
    [quote] = quotes(f"It was hot in town.\n\n“The bridge will stand here for ages,” {title} Anton Larkut said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Anton Larkut", title)


def test_two_nouns_for_one_person_stand_before_one_name() -> None:
    told = "said a historian and professor at the Academy of Roads Anton Larkut"
    [quote] = quotes(f"It was hot in town.\n\n“The bridge will stand here for ages,” {told}.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Anton Larkut"


@pytest.mark.parametrize("noun", ["Eyewitness", "Witness", "Resident", "Volunteer"])
def test_a_noun_for_a_person_is_no_part_of_the_name(noun: str) -> None:
    [quote] = quotes(
        f"It was hot in town. {noun} Anton Larkut came.\n\n“The bridge will stand,” Larkut told the press."
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Anton Larkut"


@pytest.mark.parametrize("honorific", ["Dr", "Dr.", "Mr.", "H.E.", "H.E. Mr.", "Shri", "Datuk Seri", "Prof."])
def test_an_honorific_may_stand_between_a_role_and_a_name(honorific: str) -> None:
    [quote] = quotes(f"{LEAD}Dutch Roads Minister {honorific} Osip Larkin said: “Our roads meet.”")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.country) == (
        "Osip Larkin",
        "Dutch Roads Minister",
        "NL",
    )


@pytest.mark.parametrize("comma", ["", ","])
def test_what_somebody_is_in_charge_of_is_nobody_s_name(comma: str) -> None:
    title = "EU High Representative for Foreign Affairs and Security Policy"
    told = f"{title}{comma} Anton Larkut{comma} said"
    [quote] = quotes(f"It was hot in town.\n\n“The bridge will stand here for ages,” {told}.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Anton Larkut"


@pytest.mark.parametrize(
    "title",
    [
        "Deputy Kremlin Chief of Staff and Presidential Spokesman",
        "Speaker of the Road Council (the upper house of parliament)",
        "Special Envoy for the Middle East and African Countries and Deputy Road Minister",
    ],
)
def test_a_second_title_and_brackets_stand_before_one_name(title: str) -> None:
    for told in (f"{title} Anton Larkut said", f"said {title} Anton Larkut"):
        [quote] = quotes(f"It was hot in town.\n\n“The bridge will stand here for ages,” {told}.")
        assert quote.speaker is not None
        assert quote.speaker.name == "Anton Larkut"
