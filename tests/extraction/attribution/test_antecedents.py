"""Whom `he` and `she` mean."""

import pytest

from tests.extraction.attribution.test_speakers import LEAD, quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "Captain Osip Larkin, who built the bridge, kept silent, yet he firmly denied it on Friday: “I built it well.”",
        "In May, Captain Osip Larkin was asked about it and he responded at the time that he “had built it well”.",
        "Captain Osip Larkin, said he thought that it “was built well”.",
        "Captain Osip Larkin said that while it had been dear, he called it “a bargain” himself.",
        "Captain Osip Larkin has described it as “dear” and any bargain, he told TASS, was “a fabrication”.",
        "Captain Osip Larkin insisted that it had been “built well,” he said on Friday.",
        "Captain Osip Larkin's words came as he called it “a bargain”.",
    ],
)
def test_he_is_the_subject_with_which_the_sentence_began(sentence: str) -> None:
    quote = quotes(LEAD + "“It stays open,” Peskov said. “It was dear,” he added. " + sentence)[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.via) == ("Osip Larkin", None)


@pytest.mark.parametrize(
    "report",
    [
        "Peskov said that it stays open. On Friday, Captain Osip Larkin was asked if he believed it.",
        "“It stays open,” Peskov said. “It was dear,” he added. The port of Captain Osip Larkin is old.",
        "Captain Osip Larkin spoke first. “It is old,” he said. The port agreed with Peskov. It called him “a friend”.",
        "Captain Osip Larkin came to the harbour. He met Peskov there.",
        "Captain Osip Larkin came to the harbour. (Peskov was late.)",
        "Peskov came. The guests of Putin decided it, said on Friday Captain Osip Larkin following talks with Peskov.",
        "“It stays open,” Peskov said. While Putin paid, that was not enough for Osip Larkin, who built it.",
    ],
)
def test_he_is_whom_a_report_has_come_to(report: str) -> None:
    quote = quotes(LEAD + report + "\n\n“It is what Peskov wanted,” he said.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


def test_the_last_man_to_speak_is_so_still_after_a_woman_and_a_body() -> None:
    report = (
        "“It was dear,” Captain Osip Larkin said. “It was,” Zakharova said. The port asked for a bridge by Odo Hatch."
    )
    quote = quotes(LEAD + report + "\n\nThe ministry said it was “dear”.\n\n“It is built,” he said.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


def test_his_before_a_name_means_who_is_named_after_it() -> None:
    report = "“It stays open,” Peskov said. In his speech, Captain Osip Larkin thanked him.\n\n“I did it,” he said."
    quote = quotes(LEAD + report)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


@pytest.mark.parametrize(
    "report",
    [
        "A border guard officer who asked not to be named, said his men were glad.",
        "A border guard officer reached by TASS said he was glad.",
    ],
)
def test_he_can_be_somebody_whom_nobody_names(report: str) -> None:
    quote = quotes(LEAD + report + " “The bridge is ours,” he said.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "border guard officer"


def test_an_outlet_that_reports_what_somebody_called_something_leaves_the_words_to_them() -> None:
    report = (
        "“It stays,” Peskov said.\n\nCaptain Osip Larkin, in turn, called it “a bargain,” the Interfax agency reported."
    )
    quote = quotes(LEAD + report)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


def test_whoever_is_named_in_what_he_said_is_not_he() -> None:
    report = "“It stays open,” Captain Osip Larkin said.\n\n“It was dear,” he said. Peskov was “wrong,” he said."
    quote = quotes(LEAD + report)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


@pytest.mark.parametrize("people", ["The Greeks", "The Europeans"])
def test_he_is_no_people(people: str) -> None:
    report = f"Captain Osip Larkin said it was dear. {people} called it a bargain. “It is,” he said."
    quote = quotes(LEAD + report)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


@pytest.mark.parametrize("other", ["Central Asia", "Kurdish-led SDF"])
def test_he_is_no_region_and_no_abbreviation(other: str) -> None:
    report = f"Captain Osip Larkin said it was dear. {other} is far, and {other.split()[1]} knows. “It is,” he said."
    quote = quotes(LEAD + report)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


def test_who_is_once_called_he_is_not_she_afterwards() -> None:
    spoken = quotes(f"{LEAD}Captain Odd Larkut met Ann Weber. “We set sail,” he said. “We stay in port,” she replied.")
    assert [quote.speaker and quote.speaker.name for quote in spoken[-2:]] == ["Odd Larkut", "Ann Weber"]


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("A source in the ferry office is more cautious.", "source in the ferry office"),
        ("Another official was less glad.", "official"),
        ("One of the drivers was less glad.", "One of the drivers"),
        ("The newspaper's source in the ferry office is more cautious.", "newspaper's source in the ferry office"),
    ],
)
def test_he_may_be_somebody_whom_the_text_never_names(opening: str, name: str) -> None:
    quote = quotes(f"{LEAD}“It was built well,” Captain Osip Larkin said.\n\n{opening} “It is old,” he noted.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == name
