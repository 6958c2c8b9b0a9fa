"""Speakers in the words of translated newswire: outlets beside names, hearers after verbs, names in lower case."""

import pytest

from tests.extraction.attribution.test_speakers import LEAD, quotes, speaker


@pytest.mark.parametrize(
    "sentence",
    [
        '"The bridge stays open," RIA Novosti quotes Peskov.',
        '"The bridge stays open," RIA Novosti Peskov said.',
        '"The bridge stays open", – quotes Peskov TASS.',
        "“The bridge stays open,” – said journalists the representative of the Kremlin.",
        "“The bridge stays open,” the sands noted.",
        "“The bridge stays open,” said a Kremlin spokesman.",
    ],
)
def test_translated_attributions_find_their_speaker(sentence: str) -> None:
    assert speaker(LEAD + sentence) == "Dmitry Peskov"


def test_sands_without_a_verb_of_speech_are_sands() -> None:
    text = LEAD + "The desert's sands were hot.\n\n“The bridge stays open,” said the driver of a lorry."
    assert speaker(text) != "Dmitry Peskov"


def test_the_subject_of_a_passive_does_not_speak() -> None:
    assert speaker(LEAD + "In the Kremlin these rumours are called “a tale for children at night”.") == "Kremlin"


def test_a_statement_of_a_body_is_its_own() -> None:
    assert speaker(LEAD + '"Both sides keep their promises," a Kremlin statement said.') == "Kremlin"


def test_who_relays_the_words_of_another_is_told_apart() -> None:
    [quote] = quotes(LEAD + "Vladimir Putin said that it was “too early for a visit”, according to Peskov.")
    assert quote.speaker is not None
    assert quote.via is not None
    assert (quote.speaker.name, quote.via.name) == ("Vladimir Putin", "Dmitry Peskov")


def test_nobody_relays_their_own_words() -> None:
    [quote] = quotes(LEAD + "Peskov noted that the talks were “long and useful”, he said.")
    assert quote.via is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The spokesman denied media reports that Putin and Obama would meet.",
        "Peskov answered the ministers, among them Anton Berg, who responded that Oslo had seen nothing.",
        "According to Peskov, Barack Obama warned everybody.",
        "Commenting on the RT TV channel, Peskov smiled.",
    ],
)
def test_he_is_who_speaks_in_the_main_clause_before(sentence: str) -> None:
    assert speaker(LEAD + sentence + "\n\n“The bridge stays open,” he said.") == "Dmitry Peskov"


def test_whose_words_are_cited_is_not_who_laughs() -> None:
    assert speaker(LEAD + "Barack Obama praised Theresa May. He cited her “infectious laugh and good temper”.") == (
        "Barack Obama"
    )


TOLD = [
    "This was stated by Dmitry Peskov.",
    "This was announced on Monday by the press secretary of the President Dmitry Peskov.",
    "It is reported by TASS with reference to Dmitry Peskov.",
    "Such a statement was made by Dmitry Peskov in an interview with the channel.",
    "This was stated in an interview with RIA Novosti by Dmitry Peskov.",
    "Dmitry Peskov said this in an interview with the channel.",
    "About this told journalists Dmitry Peskov.",
    "This follows from the words of Dmitry Peskov.",
    "This is how Dmitry Peskov answered a question from the newspaper.",
    "Dmitry Peskov reported.",
]
"""Sentences that tell whose words stand before them."""


@pytest.mark.parametrize("told", TOLD)
def test_who_is_told_to_have_said_this_spoke_before(told: str) -> None:
    lead = f"{LEAD}Norwegian Prime Minister Erna Solberg visited the bridge on Friday.\n\n"
    assert speaker(f"{lead}Moscow will keep the bridge “open to all of its neighbours”. {told}") == "Dmitry Peskov"
    assert speaker(f"{lead}“We shall keep the bridge open to everybody.” {told}") == "Dmitry Peskov"


@pytest.mark.parametrize("told", TOLD)
def test_who_is_told_to_have_said_this_goes_on_speaking(told: str) -> None:
    lead = f"{LEAD}Norwegian Prime Minister Erna Solberg visited the bridge on Friday.\n\nThe bridge stays open. {told}"
    assert speaker(f"{lead}\n\n“We shall keep the bridge open to everybody.”") == "Dmitry Peskov"
    assert speaker(f"{lead}\n\n“We shall keep the bridge open,” he explained.") == "Dmitry Peskov"


@pytest.mark.parametrize(
    "told",
    [
        "This is stated in the message of the Russian Foreign Ministry.",
        "This was reported by the press service of the Russian Foreign Ministry.",
        "This is said in the statement published on the website of the Russian Foreign Ministry.",
        "This was reported in the Russian Foreign Ministry.",
    ],
)
def test_the_message_is_that_of_whoever_was_told_to_have_said_this(told: str) -> None:
    lead = f"{LEAD}Sergey Lavrov and Anniken Huitfeldt spoke about the bridge. {told}"
    assert speaker(f"{lead}\n\n“The need for bridges was noted,” the message says.") == "Russian Foreign Ministry"


def test_this_may_be_told_in_the_sentence_of_the_words() -> None:
    text = LEAD + "Erna Solberg left. The bridge opens “in the nearest future”, this was announced by Dmitry Peskov."
    assert speaker(text) == "Dmitry Peskov"


def test_what_somebody_argues_it_has_is_no_reference_to_words_before() -> None:
    text = LEAD + "Norwegian Prime Minister Erna Solberg called the bridge “a good one”. Peskov said it was too short."
    assert speaker(text) == "Erna Solberg"


@pytest.mark.parametrize("teller", ["a UNIAN correspondent reports", "APA's Moscow correspondent reports"])
def test_an_outlet_s_correspondent_is_not_who_goes_on_speaking(teller: str) -> None:
    assert (
        speaker(LEAD + f"The bridge is open, Dmitry Peskov said, {teller}.\n\n“It is safe,” he said.")
        == "Dmitry Peskov"
    )


@pytest.mark.parametrize(
    "told",
    [
        "As ARMENPRESS was informed from the press service of the Kremlin, the bridge is open. {}”, the source said.",
        "The bridge is open, ARMENPRESS was informed from the Kremlin. {}”, reads the statement.",
        "As TASS was told in the Kremlin, the bridge is open.\n\n{} to all of our neighbours.”",
        "{}”, as TASS was informed in the press service of the Kremlin.",
        "{}”, reports Interfax citing the Kremlin.",
        "Armenpress reports, citing the Kremlin, that the bridge is open. {},” the source noted.",
    ],
)
def test_who_informed_an_outlet_speaks(told: str) -> None:
    assert speaker(LEAD + "Erna Solberg was late.\n\n" + told.format("“We keep the bridge open")) == "Kremlin"


def test_the_telegram_is_not_the_press_service_s() -> None:
    text = LEAD + (
        "Vladimir Putin sent greetings to Erna Solberg. The president's press service reported.\n\nThe telegram notes "
        "that the bridge is new. “It is open to all of our neighbours,” the telegram says."
    )
    assert speaker(text) == "Vladimir Putin"


@pytest.mark.parametrize(
    "cited", ["quotes RIA Novosti the head of the fund Pavel Larkin", "TASS reports the words of Pavel Larkin"]
)
def test_an_outlet_is_not_whom_it_cites(cited: str) -> None:
    assert speaker(f"{LEAD}It was hot.\n\n“The bridge stays open”, — {cited}.") == "Pavel Larkin"


@pytest.mark.parametrize(
    "opening",
    [
        "To a question on the bridge",
        "On the air of the programme",
        "At a meeting with reporters",
        "In an interview with the channel",
        "On his page on the social network",
    ],
)
def test_who_is_named_behind_what_a_sentence_opens_with_speaks(opening: str) -> None:
    assert speaker(f"{LEAD}It was hot.\n\n{opening} Barack Obama said that “the bridge stays open all day”.") == (
        "Barack Obama"
    )


@pytest.mark.parametrize("people", ["Relatives of victim", "Supporters of opposition figure"])
def test_those_around_somebody_are_somebody_else(people: str) -> None:
    assert (
        speaker(f"{LEAD}It was hot.\n\n{people} Barack Obama said that “the bridge stays open all day”.")
        == (people.split()[0])
    )


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("“Our roads meet at last”, — has told journalists Barack Obama.", "Barack Obama"),
        ("“Our roads meet at last”, – Barack Obama is sure.", "Barack Obama"),
        ("“Our roads meet at last”, — is stated in the message of the Kremlin.", "Kremlin"),
        ("“Our roads meet at last”, — said in the commentary of the Kremlin.", "Kremlin"),
        ("“Our roads meet at last”, — reported on the website of the Kremlin.", "Kremlin"),
        (
            "“Our roads meet at last”, explained the head Engineer of the ferry leader.",
            "head Engineer of the ferry leader",
        ),
        (
            "“Our roads meet at last”, — answered the engineer of the ferry to a question of journalists.",
            "engineer of the ferry",
        ),
    ],
)
def test_a_dash_may_part_words_from_an_odd_order_of_who_said_them(told: str, name: str) -> None:
    assert speaker(f"{LEAD}It was hot.\n\n{told}") == name


@pytest.mark.parametrize(
    "sentence",
    [
        "Peskov called the words of President Emmanuel Macron “a tale for children”.",
        "Peskov called Emmanuel Macron's words “a tale for children”.",
        "Peskov has labelled the remarks by Emmanuel Macron about the bridge “a tale for children”.",
        "Peskov considers the statement of Emmanuel Macron “a tale for children”.",
    ],
)
def test_whoever_calls_the_words_of_another_something_speaks(sentence: str) -> None:
    assert speaker(LEAD + sentence) == "Dmitry Peskov"
    assert (
        speaker(LEAD + "Peskov recalled the words of Emmanuel Macron that “Paris is open to everybody”.")
        == "Emmanuel Macron"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "In the Kremlin they consider that “the bridge is a matter of the past”.",
        "In the Kremlin believe, that “the bridge is a matter of the past”.",
        "They noted in the Kremlin that “the bridge is a matter of the past”.",
        "“The bridge is a matter of the past”, considers the Kremlin.",
        "“The bridge is a matter of the past”, — it is noted in the message of the Kremlin.",
    ],
)
def test_what_they_say_in_a_body_is_the_body_s(sentence: str) -> None:
    assert speaker(f"{LEAD}Erna Solberg said that “it is time to talk”.\n\n{sentence}") == "Kremlin"


def test_a_press_secretary_is_no_secretary_general() -> None:
    text = (
        f"{LEAD}NATO Secretary General Jens Stoltenberg said that “it is time to talk”. Dmitry Peskov was there. He is "
        "late, Stoltenberg said.\n\n“The bridge is a matter of the past”, thinks the press secretary of Putin."
    )
    assert speaker(text) == "Dmitry Peskov"


def test_a_press_service_may_have_a_hyphen() -> None:
    text = f"{LEAD}The bridge is open, the press-service of the Kremlin said.\n\n“It is safe”, the press-service added."
    assert speaker(text) == "Kremlin"
