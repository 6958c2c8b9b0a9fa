"""The role beside a speaker's name is a noun phrase, whatever clause it stands in."""

import pytest

from app.extraction.attribution.role_wording import word_role
from tests.extraction.attribution.test_speakers import quotes


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("a historian who lives in Oslo", "historian"),
        ("The head of the ferry office", "head of the ferry office"),
        ("an adviser to the ministry and who once built bridges", "adviser to the ministry"),
        ("who is also the author of three books on rivers", "author of three books on rivers"),
        ("director of the River Research Institute (RRI", "director of the River Research Institute"),
        ("head of the ferry office said on Monday", "head of the ferry office"),
        ("engineer and author of", "engineer and author"),
        ("Russian Ambassador to Norway", "Russian Ambassador to Norway"),
        ("US MINISTER OF RIVERS", "US Minister of Rivers"),
        ("RDIF CEO", "RDIF CEO"),
        ("who crossed the river twice", None),
        ("the minister has left", None),
    ],
)
def test_a_role_is_the_noun_phrase_alone(told: str, role: str | None) -> None:
    assert word_role(told) == role


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("a former adviser to Gov. Alma Whitfield of Ohio", "former adviser to Gov. Alma Whitfield of Ohio"),
        ("a U.S.-born engineer who builds bridges", "U.S.-born engineer"),
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_no_role(told: str, role: str) -> None:
    [quote] = quotes(f'OSLO, March 3. /TASS/. "The bridge stands," said Asta Lindwurm, {told}.')
    assert quote.speaker is not None
    assert quote.speaker.role == role


def test_an_infinitive_is_no_complement_of_a_role() -> None:
    [quote] = quotes(
        "WASHINGTON, March 3. /TASS/. The engineer Asta Lindwurm came. They will stand with the president to defend "
        'Ferry Security.\n\nShe said that Ferry Security was something that her mother saw as a bridge "between us".'
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Asta Lindwurm"
