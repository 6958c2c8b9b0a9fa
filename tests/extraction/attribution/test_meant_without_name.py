"""Speakers whom the text means without naming them: the one just spoken of, the other party, the owner of the words."""

import pytest

from tests.extraction.attribution.test_speakers import LEAD, quotes, speaker

TALKS = LEAD + "“We set a good table,” Vladimir Putin said, receiving Prime Minister of Italy Giuseppe Conte.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "The latter replied that the pasta “had been worth the flight”.",
        "His guest replied that the pasta “had been worth the flight”.",
        "Conte's answer was short: it “had been worth the flight”.",
        "The pasta, in Conte's words, “had been worth the flight”.",
        "The pasta “had been worth the flight”, in Conte's words.",
        "The Italian PM, who asked for the recipe, raised his glass. “It was worth the flight,” he said.",
    ],
)
def test_whoever_is_meant_beside_the_host_speaks(sentence: str) -> None:
    assert speaker(TALKS + sentence) == "Giuseppe Conte"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The garrison was represented by Captain Osip Larkin. ", "Osip Larkin"),
        ("The owner of a mill near Tver, Osip Larkin, who lost his horses, is calm. ", "Osip Larkin"),
        ("Peskov's predecessor Osip Larkin had been of that mind since spring. ", "Osip Larkin"),
        ("A lorry driver, who asked not to be named, said the road was dry. ", "lorry driver"),
    ],
)
def test_he_is_whom_the_sentence_before_is_about(before: str, name: str) -> None:
    text = LEAD + "“The bridge stays open,” Peskov said.\n\n" + before + "“We drove all night,” he said."
    assert speaker(text) == name


def test_he_is_the_correspondent_of_another_outlet_who_spoke_just_before() -> None:
    text = LEAD + "“The bridge stays open,” Peskov said.\n\nAl Jazeera's correspondent in Minsk said it was not.\n\n"
    assert speaker(text + "“I have walked over it,” he said.") == "Al Jazeera's correspondent in Minsk"


def test_the_one_who_asks_is_not_the_one_who_answers() -> None:
    text = LEAD + "Peskov looked tired when a reporter asked whether the bridge was open. “It is,” he said."
    assert speaker(text) == "Dmitry Peskov"


def test_the_ministry_spoken_of_is_meant_by_it() -> None:
    text = (
        LEAD + "The transport ministry had struck another note an hour earlier. It called the bridge “a ruin by June”."
    )
    assert speaker(text) == "transport ministry"


@pytest.mark.parametrize("noun", ["senator", "lawmaker", "parliamentarian", "legislator"])
def test_whoever_heads_a_committee_of_parliament_is_meant_by_words_for_its_members(noun: str) -> None:
    text = LEAD + (
        "Head of the upper house Committee on Bridges Osip Larkin wrote to Putin.\n\n"
        f"“They are closed to coats,” the {noun} explained."
    )
    assert speaker(text) == "Osip Larkin"


@pytest.mark.parametrize("noun", ["deputy", "MP", "lawmaker", "politician"])
@pytest.mark.parametrize("office", ["a member of the State Duma", "deputy chairman of the State Duma bridge committee"])
def test_whoever_sits_in_parliament_is_meant_by_words_for_its_members(office: str, noun: str) -> None:
    text = LEAD + f"Osip Larkin, {office}, came to Tver.\n\n“They are closed to coats,” the {noun} explained."
    assert speaker(text) == "Osip Larkin"


@pytest.mark.parametrize(
    ("teller", "noun"),
    [("Kremlin Spokesman Dmitry Peskov", "politician"), ("Senator Osip Larkin", "official")],
)
def test_whoever_speaks_is_meant_and_not_whom_they_met(teller: str, noun: str) -> None:
    text = f"MOSCOW, May 4. /TASS/. “It is open,” {teller} said after a meeting with President of Serbia Ann Lee.\n\n"
    assert speaker(f"{text}“It opens in May,” the {noun} added.") == " ".join(teller.split()[-2:])


def test_whoever_has_a_deputy_is_not_the_deputy() -> None:
    text = (
        LEAD
        + "Russia's chief sanitary doctor Ann Lee was late. Her deputy told TASS it was cold. “It is,” the deputy said."
    )
    assert speaker(text) == "deputy"


@pytest.mark.parametrize(
    ("teller", "noun"),
    [
        ("representative of the bridge-maker", "source"),
        ("representative of the bridge-maker", "company representative"),
        ("source in the embassy", "diplomat"),
    ],
)
def test_somebody_unnamed_is_meant_again_by_another_noun(teller: str, noun: str) -> None:
    text = LEAD + f"The bridge is closed, a {teller} told TASS. It has no rail. “It will open in May,” the {noun} said."
    assert speaker(text) == teller


def test_a_ministry_that_tells_of_a_talk_goes_on_speaking() -> None:
    text = LEAD + (
        "“There was an exchange of views,” the Russian Foreign Ministry said. At the end the two diplomats spoke "
        "about “the rail of the bridge.” “Much was said of it,” it added."
    )
    assert [quote.speaker and quote.speaker.name for quote in quotes(text)] == ["Russian Foreign Ministry"] * 3


def test_a_committee_is_the_agency_that_speaks() -> None:
    text = "BISHKEK, May 4. /TASS/. The Kyrgyz State Committee for National Bridges has closed it. "
    [quote] = quotes(text + "“The bridge opens in May,” the agency said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == ("Kyrgyz State Committee for National Bridges", "KG")


@pytest.mark.parametrize(
    ("lead", "teller", "name", "country"),
    [
        ("Russian mobile operator Zvonok will build a mast.", "the company", "Zvonok", "RU"),
        ("Turkish airline Bulut will fly to Tver.", "the airline", "Bulut", "TR"),
        ("The Severput Company will build a pier.", "the company", "Severput Company", None),
        ("Rosneft will drill for ice.", "the company", "Rosneft", "RU"),
        ("The operator Zvonok buys Lavka.ru Group, the operator said in a statement.", "the statement", "Zvonok", None),
    ],
)
def test_a_firm_is_meant_by_the_noun_beside_its_name(lead: str, teller: str, name: str, country: str | None) -> None:
    [quote] = quotes(f"MOSCOW, May 4. /TASS/. {lead} “It opens in May,” {teller} said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == (name, country)


def test_what_a_newspaper_wrote_is_its_own() -> None:
    text = LEAD + (
        "The Washington Post wrote with reference to sailors and guards that Michael Flynn discussed the bridge “in "
        "the month before the thaw”. His words were “a signal to the ferry”, the newspaper wrote."
    )
    assert {quote.speaker and quote.speaker.name for quote in quotes(text)} == {"Washington Post"}
    assert {quote.side for quote in quotes(text)} == {"foreign"}


@pytest.mark.parametrize(
    "name", ["Naples-headquartered fleet press service", "US-led coalition", "Moscow-based analyst"]
)
def test_a_name_may_begin_a_compound_adjective(name: str) -> None:
    assert speaker(f"“It sailed on Monday,” the {name} said.") == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("On the eve the newspaper “Zarya” reported that they brought “boats and all that sailors need”.", "Zarya"),
        ("“We bring boats and all that sailors need,” the company “Severput” said.", "Severput"),
        (
            "“We bring boats and all that sailors need,” said the press service of the company “Severput”.",
            "press service of the company Severput",
        ),
    ],
)
def test_a_name_in_quotation_marks_belongs_to_the_noun_before_it(sentence: str, name: str) -> None:
    [quote] = quotes(LEAD + sentence)
    assert quote.speaker is not None
    assert quote.speaker.name == name


def test_talks_are_held_and_say_nothing() -> None:
    text = LEAD + "According to Peskov, the talks held in Minsk are not “liked by the ferrymen.” He left."
    [quote] = quotes(text)
    assert quote.cue is not None
    assert quote.cue.text == "According to"


def test_a_plural_noun_before_a_modal_verb_attributes_nothing() -> None:
    text = LEAD + "Peskov showed how polar states could share the bridge: “by rowing to it in turn”."
    assert speaker(text) == "Dmitry Peskov"


def test_the_minister_s_opinion_is_that_of_the_minister_who_spoke() -> None:
    text = LEAD + (
        "“Nobody closes the bridge,” Deputy Economy Minister Ilya Larkin said before the visit of the Prime Minister "
        "of Italy Giuseppe Conte.\n\nIn the minister's opinion, boats “cannot be worn like coats”."
    )
    assert speaker(text) == "Ilya Larkin"


def test_an_aside_between_name_and_verb_is_no_part_of_the_name() -> None:
    text = (
        LEAD
        + "The keeper of antiquities of Syria Nizar Halwani in turn thanked the divers. “They were quick,” he said."
    )
    assert speaker(text) == "Nizar Halwani"


def test_who_closes_a_sentence_after_a_weekday_is_found() -> None:
    text = LEAD + (
        "The statement of Giuseppe Conte on the bridge is hasty, said on Tuesday the director of the department Ilya "
        "Larkin.\n\n“A bridge is a simple thing”, – said the diplomat."
    )
    assert speaker(text) == "Ilya Larkin"


def test_an_envoy_who_was_a_minister_is_called_a_diplomat() -> None:
    text = LEAD + ("Russian envoy to NATO Dmitry Rogozin came late.\n\n“The bridge was up,” the diplomat said.")
    assert speaker(text) == "Dmitry Rogozin"


@pytest.mark.parametrize(
    "sentence",
    [
        "“We drove all night,” says the Ugandan, who took over in May.",
        "“We drove all night,” the 61-year-old says.",
        "The road was long, and there was no moon. The horses were tired. “We drove all night to be here.”",
        "Citing Peskov's speech, Larkin says the road is long. “We drove all night to be here.”",
    ],
)
def test_the_only_one_to_speak_is_meant_by_country_or_age_or_not_at_all(sentence: str) -> None:
    assert speaker(f"Osip Larkin, head of the road fund, says the road is open. {sentence}") == "Osip Larkin"


def test_a_sentence_that_tells_only_who_spoke_attributes_the_quotation_before_it() -> None:
    text = "“We keep the mill open.” Osip Larkin, a miller, said at a meeting on Jan 18. “We need flour.” Peskov said."
    assert [quote.speaker and quote.speaker.name for quote in quotes(text)] == ["Osip Larkin", "Dmitry Peskov"]


def test_what_was_released_is_called_by_its_noun() -> None:
    assert speaker("“We keep the mill open,” a village communique released on Jan 8 said.") == "village communique"


def test_an_employee_may_stay_unnamed() -> None:
    text = "The branch is shut, a ferry employee told TASS on Monday. “We have closed for some time,” she said."
    assert speaker(LEAD + text) == "ferry employee"


def test_a_press_service_speaks_for_the_body_that_it_is_said_to_be_of() -> None:
    text = "The road is shut, the region's press service said. “We drill here,” the press service of the {} said."
    assert speaker(LEAD + text.format("Eastern Military District")) == "Eastern Military District"
    assert speaker(LEAD + text.format("Black Sea Fleet")) == "Black Sea Fleet"


@pytest.mark.parametrize(
    ("staff", "name"),
    [
        ("Russia's General Staff", "Russian General Staff"),
        ("Turkish General Staff", "Turkish General Staff"),
        ("General Staff of Turkey", "Turkish General Staff"),
    ],
)
def test_a_general_staff_is_no_general(staff: str, name: str) -> None:
    assert speaker(LEAD + f"Last week the {staff} said that the boats “are still where they were.”") == name


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("The prime minister's spokesman said that the roads “are for all of us.”", "prime minister's spokesman", "NO"),
        ("“The roads are for all of us,” the prime minister's office said.", "prime minister's office", "NO"),
        ("An official familiar with roads said they “are for all of us.”", "official familiar with roads", None),
        ("Two people close to the firm say the roads “are for all of us.”", "people close to the firm", None),
        ("The Road Commission on Lakes and Bridges came. “We are few,” the commission said.", None, None),
    ],
)
def test_the_unnamed_are_called_by_what_they_know_and_are_of_whom_they_serve(
    sentence: str, name: str | None, country: str | None
) -> None:
    [quote] = quotes(f"Norwegian Prime Minister Erna Solberg stayed at home.\n\n{sentence}")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == (name or "Road Commission on Lakes and Bridges", country)


def test_who_has_been_a_president_has_not_been_every_kind_of_leader() -> None:
    text = (
        "Boris Johnson wrote to Barack Obama about the roads.\n\n“We have no roads to spare,” the prime minister's "
        "spokesman said."
    )
    [quote] = quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.country == "GB"


@pytest.mark.parametrize(
    ("role", "country"),
    [("State Department spokesperson", "US"), ("Kremlin aide", "RU"), ("Home Secretary", "GB"), ("ferry aide", None)],
)
def test_an_office_of_one_country_tells_whose_unnamed_holder_speaks(role: str, country: str | None) -> None:
    [quote] = quotes(f"The boats are home. “We are few,” a {role} told reporters.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == (role, country)


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("“We are few,” her office said.", "office", "NO"),
        ("“We are few,” her Swedish counterpart said.", "Swedish counterpart", "SE"),
        ("“We are few,” an official at the Norwegian embassy in Moscow told us.", None, "NO"),
        ("According to her words, “the boats are few.”", "Erna Solberg", "NO"),
        ("According to the prime minister's words, “the boats are few.”", "Erna Solberg", "NO"),
    ],
)
def test_what_is_somebody_s_is_of_their_country(sentence: str, name: str | None, country: str) -> None:
    [quote] = quotes(f"MOSCOW, March 3. /TASS/. Norwegian Prime Minister Erna Solberg met Dmitry Peskov.\n\n{sentence}")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == (
        name or "official at the Norwegian embassy in Moscow",
        country,
    )


@pytest.mark.parametrize(
    "told",
    [
        "a document prepared by the Turkish Foreign Ministry",
        "the document the Turkish Foreign Ministry has prepared for the council",
        "a document that the Turkish Foreign Ministry submitted on Friday",
        "a decree signed by the Turkish Foreign Ministry",
        "a tweet from the Turkish Foreign Ministry",
    ],
)
def test_a_document_speaks_for_whoever_prepared_it(told: str) -> None:
    noun = told.split()[1]
    aside = f"The bridge is long. A copy of the {noun} was seen. {'The stones are grey. ' * 4}"
    told = f"The toll will fall, according to {told}."
    [quote] = quotes(f"ANKARA, March 3. /TASS/. {told} {aside}“It is fair,” the {noun} says.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Turkish Foreign Ministry"


@pytest.mark.parametrize(
    ("lead", "style", "name"),
    [
        ("President Bashar al-Assad received Osip Larkin, an engineer", "His Excellency", "Bashar al-Assad"),
        ("King Salman bin Abdulaziz Al Saud received Osip Larkin, an engineer", "His Majesty", "Salman bin Abdulaziz"),
    ],
)
def test_an_honorific_means_whoever_it_is_due_to(lead: str, style: str, name: str) -> None:
    assert speaker(f"{LEAD}{lead}, on Friday.\n\n{style} said that “our roads meet.”") == name


@pytest.mark.parametrize("told", ["“It is all ready”, the source said. ", "It said so. ", "The official agreed. "])
def test_a_chain_of_those_without_a_name_ends(told: str) -> None:
    assert quotes(LEAD + told * 2000 + "“It is all ready now”, the source said.")
