"""In which language a text is written."""

import pytest

from app.extraction.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The spokesman said that the talks will go on.", "en"),
        ("Песков заявил, что переговоры продолжатся.", "ru"),
        ("Президент України заявив, що переговори тривають і їх не зупинять.", "uk"),
        ("Der Sprecher sagte, die Gespräche mit dem Minister und den Partnern werden nicht enden.", "de"),
        (
            "Le porte-parole a dit que les négociations du président et des ministres vont continuer dans le calme.",
            "fr",
        ),
        ("发言人说会谈将继续", "zh"),
        ("", "en"),
        ("12345 !!!", "en"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language_of(text) == code
