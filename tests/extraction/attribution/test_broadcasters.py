"""Forms in which broadcasters and papers abroad tell who spoke: asides, second hand, several speakers in one breath."""

import pytest

from tests.extraction.attribution.test_speakers import LEAD, quotes, speaker

QUOTED = "“The bridge stays open all night,”"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Rain stopped the ferry, with a spokeswoman saying the way was “quite impossible to row” again.",
            "spokeswoman",
        ),
        ("The law risks a row, with the US embassy in Budapest saying it was “very concerned.”", "US Embassy"),
        (f"{QUOTED} Osip Larkin, the mayor of Springfield, Illinois said.", "Osip Larkin"),
        (
            f"{QUOTED} Osip Larkin, a reader at the University of California, Los Angeles (UCLA) told reporters.",
            "Osip Larkin",
        ),
        ("A balloon has landed, the pilot's son Osip told TASS. “It flew,” he said.", "Osip"),
        (
            "Larkin slammed the Kenyan ambassador in Oslo who accused the ferry of “hiding something from all.”",
            "Kenyan ambassador",
        ),
        ("Prime Minister Theresa May spoke. May told MPs that she was there. “It is open,” she said.", "Theresa May"),
        ("Norway played down comments from the White House cautioning that a bridge “may not help.”", "White House"),
        (
            "Osip Larkin, 29, may lose his boat, a daily reports. “It is gone,” he is alleged to have told a friend.",
            "Osip L",
        ),
        (
            f"A statement from the White House late on Monday said Larkin left. {QUOTED} the statement said.",
            "White House",
        ),
        ("The White House on Monday said Larkin left. “The bridge is open,” it added.", "White House"),
        (
            "According to a Pentagon statement on the Jan. 28 call between two boatmen, both are “in one boat.”",
            "Pentagon",
        ),
        ("Osip Larkin said that he and Dmitry Peskov had agreed “to keep it open.”", "Osip Larkin"),
        (
            "The Centre for Bridge Affairs (CBA) met. A CBA statement stressed that the bridge “is open.”",
            "Centre for B",
        ),
        ("The inquiry, however, found that Larkin “kept his boat” all along, the police said.", "police"),
    ],
)
def test_whoever_a_broadcaster_lets_speak_is_the_speaker(sentence: str, name: str) -> None:
    assert (speaker(LEAD + sentence) or "").startswith(name)


def test_an_officer_keeps_the_role_told_before_service_and_rank() -> None:
    [quote] = quotes(f"{QUOTED} Pentagon spokesman US Navy Capt. Osip Larkin told reporters.")
    assert quote.speaker is not None
    assert (quote.speaker.role, quote.speaker.country) == ("Pentagon spokesman", "US")


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("head of the city's education, culture and science committee", None),
        (
            "chief reader at the Laboratory of Bridges discovered that ice can sink",
            "chief reader at the Laboratory of Bridges",
        ),
    ],
)
def test_a_role_is_read_to_its_end_and_no_farther(told: str, role: str | None) -> None:
    [quote] = quotes(f"{QUOTED} Osip Larkin, {told}, told TASS.")
    assert quote.speaker is not None
    assert quote.speaker.role == (role or told)


def test_an_honour_is_a_name() -> None:
    text = f"Osip Larkin, holder of the “master of boats” title, has left. {QUOTED} he has told TASS."
    assert [quote.text for quote in quotes(text)] == ["The bridge stays open all night,"]


@pytest.mark.parametrize("told", ["her predecessor Osip Larkin", "his Kenyan counterpart Osip Larkin"])
def test_what_somebody_is_to_another_alone_is_no_role(told: str) -> None:
    [quote] = quotes(f"{QUOTED} {told} said.")
    assert quote.speaker is not None
    assert quote.speaker.role is None


def test_an_attorney_general_is_not_of_america_alone() -> None:
    [quote] = quotes(f"{QUOTED} Attorney General Osip Larkin said in Kuala Lumpur.")
    assert quote.speaker is not None
    assert quote.speaker.country is None


def test_the_subject_of_a_book_is_not_the_country_of_its_author() -> None:
    [quote] = quotes(f"{QUOTED} Osip Larkin, author of The China Bridge, said.")
    assert quote.speaker is not None
    assert quote.speaker.country is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (f"{QUOTED} Prime Minister Mark Rutte told a debate.", "NL"),
        (f"{QUOTED} NATO Secretary General Mark Rutte told a debate.", "NATO"),
        (f"THE HAGUE, August 12, 2024. /TASS/. {QUOTED} Mark Rutte told a debate.", "NL"),
    ],
)
def test_somebody_speaks_for_the_country_or_body_of_the_office_told(text: str, country: str) -> None:
    [quote] = quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.country == country


def test_whoever_is_beside_a_participle_keeps_their_body() -> None:
    text = LEAD + "The law is a risk, with a spokeswoman for the Norwegian Foreign Ministry saying it was “very odd.”"
    [quote] = quotes(text)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == ("spokeswoman for the Norwegian Foreign Ministry", "NO")


def test_no_person_is_it() -> None:
    text = (
        "Osip Larkin, president of the ferry company Zyb, has gone, the company confirmed. In a brief note, Zyb "
        "did not say why Larkin went. “We thank Osip for his boats,” it said."
    )
    assert speaker(text) == "Zyb"


def test_what_a_court_heard_is_not_said_by_whoever_spoke_last() -> None:
    text = "“I saw no boat,” Osip Larkin said. The inquest has heard that “most of it could have been prevented”."
    assert [quote.speaker and quote.speaker.name for quote in quotes(text)] == ["Osip Larkin", None]


def test_a_quotation_in_another_sentence_of_the_narrator_is_another_quote() -> None:
    text = "“It is a bridge,” Osip Larkin said. In his letter, Larkin tried to be kind and seek a “deep and dry peace.”"
    assert [quote.text for quote in quotes(text)] == ["It is a bridge,", "deep and dry peace."]


@pytest.mark.parametrize("told", ["will ask", "would say", "might just reply"])
def test_what_somebody_may_yet_say_is_no_quote_within_a_quote(told: str) -> None:
    text = f"“If it falls, President Putin {told} ‘What on earth is that?’ and go,” Osip Larkin said."
    assert [quote.kind for quote in quotes(text)] == ["direct"]
