"""Who published a text."""

from __future__ import annotations

import pytest

from app.extraction.blocks import mark_blocks
from app.extraction.document import Document
from app.extraction.model import Source
from app.extraction.vocabulary import load_vocabulary

BODY = "The two presidents will speak by phone this week, the spokesman told reporters at a briefing."


def outlet(text: str, url: str | None = None, given: str | None = None) -> str | None:
    source = Source(text=text, name="page", url=url, outlet=given)
    return mark_blocks(Document(source=source, text=text), load_vocabulary()).outlet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"MOSCOW, May 20. /TASS/. {BODY}", "TASS"),
        (f"MOSCOW, May 20. /ITAR-TASS/. {BODY}", "TASS"),
        (f"MOSCOW (UrduPoint News / Sputnik - 27th April, 2020) {BODY}", "UrduPoint"),
        (f"Moscow. May 20. INTERFAX.RU {BODY}", "Interfax"),
        (f"Presidents to speak\nXinhua, December 10, 2015\n{BODY}", "Xinhua"),
        (f"Presidents to speak\n\nThe talks are due soon, News.Az reports, citing TASS. {BODY}", "News.Az"),
        (f"Presidents to speak\n\nThe talks are due soon, Trend reports via TASS. {BODY}", "Trend"),
        (f"Presidents to speak\n\n{BODY} He told TASS so.", None),
    ],
)
def test_an_outlet_signs_its_copy(text: str, name: str | None) -> None:
    assert outlet(text) == name


def test_the_source_wins_over_the_text() -> None:
    text = f"MOSCOW, May 20. /TASS/. {BODY}"
    assert outlet(text, given="Some Daily") == "Some Daily"
    assert outlet(text, url="https://www.interfax.com/newsroom/1") == "Interfax"


@pytest.mark.parametrize("url", ["https://unknown.example/1", "http://[", "nonsense", ""])
def test_an_unknown_or_broken_address_tells_nothing(url: str) -> None:
    assert outlet(BODY, url=url) is None
