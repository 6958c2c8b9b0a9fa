"""One person, however agencies write the Cyrillic name in Latin letters."""

import pytest

from app.extraction.vocabulary import load_vocabulary
from tests.extraction.attribution.test_speakers import quotes
from tests.extraction.test_names import key


@pytest.mark.parametrize(
    "written", ["Sergey Lavrov", "Sergei Lavrov", "Dmitriy Peskov", "Mariya Zakharova", "Aleksandr Lukashenko"]
)
def test_well_known_people_are_known_by_every_spelling(written: str) -> None:
    assert key(f"Then {written} spoke.", written) in {
        "sergei-lavrov",
        "dmitry-peskov",
        "maria-zakharova",
        "alexander-lukashenko",
    }


@pytest.mark.parametrize("written", ["Aleksey Rukhinskiy", "Alexei Rukhinsky", "Alexey Rukhinskii"])
def test_strangers_are_filed_under_one_address(written: str) -> None:
    [quote] = quotes(f"MOSCOW, March 3. /TASS/. The bridge stands. “We agreed,” engineer {written} said.")
    assert quote.speaker is not None
    assert (quote.speaker.slug, quote.speaker.name) == ("alexei-rukhinsky", written)


def test_names_from_elsewhere_stay_as_they_are_written() -> None:
    [quote] = quotes("LONDON, March 3. The bridge stands. “We agreed,” engineer Maxim Larkworth said.")
    assert quote.speaker is not None
    assert quote.speaker.slug == "maxim-larkworth"


def test_no_spelling_is_that_of_two_names() -> None:
    groups = set(load_vocabulary().romanizations.values())
    spellings = [spelling for group in groups for spelling in group]
    assert len(spellings) == len(set(spellings))
