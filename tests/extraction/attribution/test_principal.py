"""What nothing attributes: the speaker whom a round-up announces, or, with little confidence, the title's."""

from tests.extraction.attribution.test_speakers import quotes

ROUND_UP = (
    "Harbours, bread and winter: what Putin said at the meeting\n\n"
    "MOSCOW, March 3. /TASS/. Russian President Vladimir Putin met builders of ships on Thursday.\n\n"
    "{announcement}\n\n"
    'On harbours\n\n- The harbours "will stay open all winter."\n\n'
    '- Barack Obama means well, but it is early to talk of him: "We shall see him when the ice is gone."\n'
)


def test_a_round_up_announces_whose_statements_it_lists() -> None:
    for announcement in (
        "TASS has compiled the key statements of the head of state.",
        "TASS gathered Putin's remarks.",
    ):
        speakers = [quote.speaker for quote in quotes(ROUND_UP.format(announcement=announcement))]
        assert [speaker.name for speaker in speakers if speaker] == ["Vladimir Putin"] * 2


def test_an_item_that_attributes_its_quotation_keeps_its_speaker() -> None:
    text = ROUND_UP.format(announcement="TASS gathered Putin's remarks.")
    last = quotes(text + '\n- "I like the ice very much," Barack Obama said.')[-1]
    assert last.speaker is not None
    assert last.speaker.name == "Barack Obama"


def test_one_report_that_somebody_prepared_announces_nothing() -> None:
    text = ROUND_UP.format(announcement="A team has prepared a report of the ministry of transport.")
    assert all(quote.confidence <= 0.6 or quote.speaker is None or quote.cue for quote in quotes(text))


def test_the_title_is_a_weak_reason() -> None:
    text = (
        "Putin says harbours will stay open\n\n"
        "MOSCOW, March 3. /TASS/. The harbours were full on Thursday. Vladimir Putin was there.\n\n"
        "Harbours\n\nThe weather was cold and the sea was calm.\n\n"
        '"Nobody should doubt that we can wait for the ice to go."\n'
    )
    [quote] = quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Vladimir Putin"
    assert quote.confidence < 0.5
