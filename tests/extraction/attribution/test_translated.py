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
