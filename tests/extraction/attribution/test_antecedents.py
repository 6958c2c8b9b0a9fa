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
    ],
)
def test_he_is_the_subject_with_which_the_sentence_began(sentence: str) -> None:
    quote = quotes(LEAD + "“It stays open,” Peskov said. “It was dear,” he added. " + sentence)[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.via) == ("Osip Larkin", None)
