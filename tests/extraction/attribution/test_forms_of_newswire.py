"""Forms in which newswire of all times tells who spoke: titles in several parts, firms, people without a name."""

import pytest

from tests.extraction.attribution.test_speakers import LEAD, quotes, speaker

QUOTED = "“The bridge stays open all night,”"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (f"{QUOTED} said a dealer at one ferry bank.", "dealer at one ferry bank"),
        (f"{QUOTED} added a senior boatman at the port.", "senior boatman"),
        (f"{QUOTED} an aide to Roads Secretary Osip Larkin said.", "aide to Roads Secretary Osip Larkin"),
        (f"{QUOTED} Osip Larkin, leader of the Ferry Union of Tver said.", "Osip Larkin"),
        ("Osip Larkin, road analyst for Ferry Brothers Inc said that “the bridge is shut at night.”", "Osip Larkin"),
        (f"{QUOTED} said the Bureau of Roadworks's Claire Larkin.", "Claire Larkin"),
        ("Osip Larkin, a road keeper from Tver, thanked Ann Lee and added that “the bridge is open.”", "Osip Larkin"),
        (
            "Ferry chief Osip Larkin phoned Ann Lee, head of the fund, on Monday, telling her “the bridge is open.”",
            "Osip Larkin",
        ),
        ("Ferry chief Osip Larkin phoned Ann Lee (head of the fund), telling her “the bridge is open.”", "Osip Larkin"),
        ("Osip Larkin, the ferry chief, said Ann Lee, a guide, had made “an error.”", "Osip Larkin"),
        ("In January Secretary of Roads Osip Larkin told a ferry club “the bridge will be open.”", "Osip Larkin"),
        ("Deputy Under Secretary of Roads Osip Larkin replied: “The bridge will be open.”", "Osip Larkin"),
        (f"{QUOTED} a statement from Roads Minister Osip Larkin's office said.", "Roads Minister Osip Larkin's office"),
        (f"{QUOTED} a statement by the Kremlin said.", "Kremlin"),
        (f"Reverend Osip Larkin was there. {QUOTED} he said.", "Osip Larkin"),
        (f"{QUOTED} said Tver Boats Ltd chief economist, Osip Larkin.", "Osip Larkin"),
        (f"{QUOTED} Osip Larkin, boat analyst at Burns and Drew in London said.", "Osip Larkin"),
        ("The head of the Boat Agency (IBA), Osip Larkin, said: “The bridge is open.”", "Osip Larkin"),
        (
            "A Bank of Japan official took another view, telling a paper that “the bridge is open.”",
            "Bank of Japan official",
        ),
        ("Warren Bennett, from the ferry board, says it is late. “The bridge is open,” he said.", "Warren Bennett"),
        ("Spain's King Juan Carlos was late. King Juan said: “The bridge is open.”", "Juan Carlos"),
        (
            "Osip Larkin, who came late, was the first to react to Putin's words. He asked for “an open bridge.”",
            "Osip Larkin",
        ),
        (f"{QUOTED} Claire Larkin, the Tver manager of the Ferry Bank told reporters.", "Claire Larkin"),
        (f"{QUOTED} a spokesman for the Tver ferry who declined to be named said.", "spokesman for the Tver ferry"),
        ("A ferry dealer said Honda expects boats to “lean more heavily” this year.", "ferry dealer"),
        ("Quoting an old boatman, Peskov added, “Never make a bridge of bread in spring.”", "Dmitry Peskov"),
        ("A daily asked for more. Asked how, the paper quoted him as saying “I will build it.”", "Dmitry Peskov"),
        ("Some of the bread went to a port “where nobody eats bread,” Peskov said.", "Dmitry Peskov"),
    ],
)
def test_a_speaker_is_found_in_every_form(sentence: str, name: str) -> None:
    assert speaker(f"{LEAD}{sentence}") == name


def test_the_official_is_the_one_just_spoken_of() -> None:
    text = (
        "“It floats,” one source said. A senior U.S. bridge official poured water on it. “It sinks,” the official said."
    )
    assert speaker(text) == "senior U.S. bridge official"


def test_a_description_repeated_means_the_one_without_a_name() -> None:
    text = (
        "Roads Secretary Osip Larkin left, a Roads Department official said. “He was tired,” the official said.\n\n"
        "Larkin is a secretary who likes bridges.\n\n“He will be back,” the Roads Department official said."
    )
    assert speaker(text) == "Roads Department official"


def test_what_somebody_cites_relays_nothing() -> None:
    [quote] = quotes(f"{LEAD}Citing the lack of planks, he said, “There is too much water now.”")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.via) == ("Dmitry Peskov", None)


def test_the_official_is_the_one_without_a_name_where_nobody_named_is_called_so() -> None:
    text = (
        "The toll is bad, a ferry official said. “We are against it,” he said. House Speaker Osip Larkin has called for"
        " a toll.\n\n“It falls on the poor,” said the official, who makes tolls."
    )
    assert speaker(text) == "ferry official"


def test_an_ambassador_is_of_no_country_to_which_they_are_sent() -> None:
    [quote] = quotes("Its ambassador to Russia, Osip Tanaka, left. “We keep the boats in the port,” Tanaka said.")
    assert (quote.speaker and quote.speaker.name, quote.side) == ("Osip Tanaka", "unknown")


def test_a_ministry_has_a_spokesman_of_its_own() -> None:
    text = (
        "“They float,” the spokesman for Tver Boats said. The Roads Ministry left.\n\n"
        "“They sink,” the ministry spokesman said."
    )
    assert speaker(text) == "ministry spokesman"


@pytest.mark.parametrize("channel", ["NHK", "The channel"])
def test_whom_a_channel_quotes_speaks(channel: str) -> None:
    text = (
        f"{LEAD}Roads Minister Osip Larkin left. “The boats will be coming to us soon,” {channel} quoted the minister."
    )
    assert speaker(text) == "Osip Larkin"


def test_whom_somebody_met_did_not_speak() -> None:
    text = (
        "The bridge is the key, Nasr Larkin, the chief negotiator, said on Monday after a meeting with Deputy Envoy "
        "for Syria Osip Tanaka. “We continued today to talk of it,” he said."
    )
    assert speaker(text) == "Nasr Larkin"


def test_the_attorney_is_the_counsel_named_before() -> None:
    text = f"{LEAD}Counsel for the ferry Osip Larkin thinks it wrong. “We owe nothing to anybody,” the attorney said."
    assert speaker(text) == "Osip Larkin"


def test_they_are_whoever_has_just_spoken() -> None:
    text = (
        f"{LEAD}There is no risk, local authorities told TASS.\n\nAccording to them, “the bridge stands, so there is no"
        " risk of any kind.”"
    )
    assert speaker(text) == "local authorities"


def test_whom_an_agency_quotes_by_a_pronoun_speaks() -> None:
    text = (
        "Shells hit the bridge, its keeper Osip Larkin said. “It began at seven in the morning,” he said. “The roof is "
        "gone, the boats are safe,” the Tver News Agency quoted him."
    )
    assert speaker(text) == "Osip Larkin"


@pytest.mark.parametrize("told", ["went on to say", "said", "added"])
def test_what_moscow_considers_is_said_by_whoever_tells_it(told: str) -> None:
    text = (
        f"{LEAD}Roads Minister Osip Larkin left. Larkin {told} that Moscow considered it “an important step for all”."
    )
    assert speaker(text) == "Osip Larkin"


@pytest.mark.parametrize(
    "item",
    [
        "- Chad's President, Idriss Deby, will soon come to see the boats, the paper writes.",
        "- Deputy Foreign Minister Grigory Karasin earlier told TASS that the lake “is a wide one.”",
        "- The lake is wide, the paper writes citing Deputy Foreign Minister Grigory Karasin.",
    ],
)
def test_the_dash_before_the_next_item_of_a_digest_attributes_nothing(item: str) -> None:
    text = LEAD + f"Ferry chief Osip Larkin told the paper that boats are few. “We need a boat for each of us.” {item}"
    first = quotes(text)[0]
    assert first.speaker is not None
    assert first.speaker.name == "Osip Larkin"


@pytest.mark.parametrize("signed", ["- Osip Larkin.", "- Osip Larkin said on Monday.", "- said Osip Larkin."])
def test_the_dash_before_a_signature_attributes(signed: str) -> None:
    assert speaker(LEAD + f"“We need a boat for each of us.” {signed}") == "Osip Larkin"


def test_an_attribution_ends_the_quotation_whose_closing_mark_is_missing() -> None:
    text = LEAD + "“We have boats for all, Peskov said. The lake is wide, and a third boat may come. It was late."
    assert [(quote.text, quote.speaker and quote.speaker.name) for quote in quotes(text)] == [
        ("We have boats for all", "Dmitry Peskov")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It came up after Osip Larkin, asked about the boats of Mr. Peskov, had said: “We need a boat for each of us.”",
        "Osip Larkin, the keeper of the lake, reacted coolly to the plan: “We need a boat for each of us.”",
    ],
)
def test_whoever_is_asked_or_reacts_is_the_speaker(sentence: str) -> None:
    assert speaker(LEAD + sentence) == "Osip Larkin"


@pytest.mark.parametrize(
    "sentence",
    [
        "“We need a boat for each of us,” Ferry chief Osip Larkin told Ann Lee by phone, according to Peskov.",
        "“We need a boat for each of us,” Ferry chief Osip Larkin said on Monday, Peskov told reporters.",
        "“We need a boat for each of us,” Peskov quoted Osip Larkin, head of the ferry office, as saying.",
        "“We need a boat for each of us,” Peskov quoted Osip Larkin, the head of the ferry office as saying.",
        "“We need a boat for each of us,” Peskov quoted the ferry chief, Osip Larkin, as saying.",
        "“We need a boat for each of us,” Peskov quoted Osip Larkin (the ferry chief) as saying.",
        "Peskov recalled that Osip Larkin, the ferry chief, had said “there is a boat for each of us.”",
        "Peskov quoted Osip Larkin, head of the ferry office, as saying that “there is a boat for each of us.”",
    ],
)
def test_whoever_tells_at_the_end_of_the_sentence_relays(sentence: str) -> None:
    quote = quotes(LEAD + sentence)[-1]
    assert quote.speaker is not None
    assert quote.via is not None
    assert (quote.speaker.name, quote.via.name) == ("Osip Larkin", "Dmitry Peskov")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In the Kremlin they noted that “the boats are late.”", "Kremlin"),
        ("A statement by Ann Lee, a keeper of the boats, says “the boats are late.”", "Ann Lee"),
        (
            "Moscow and Minsk counted the boats, the Kremlin spokesman said. “The boats are late,” he said.",
            "Dmitry Peskov",
        ),
    ],
)
@pytest.mark.parametrize(
    "dateline", ["MOSCOW (Sputnik) - ", "MOSCOW, March 3 (Xinhua) -- ", "MOSCOW, March 3. /TASS/. "]
)
def test_no_place_and_no_agency_of_the_dateline_speaks(dateline: str, sentence: str, name: str) -> None:
    text = f"{dateline}{sentence}\n\nDmitry Peskov, the Kremlin spokesman, will be in Tver in May."
    assert speaker(text) == name


@pytest.mark.parametrize(
    "opening",
    [
        "In response to the statement of Dmitry Peskov that",
        "Asked about Peskov's words that",
        "Commenting on Peskov's remark that",
    ],
)
def test_words_of_which_another_speaks_stay_whose_they_are(opening: str) -> None:
    text = f"MOSCOW, March 3. /TASS/. {opening} “the boats are late,” Sergey Lavrov said: “They are not.”"
    names = [quote.speaker and quote.speaker.name for quote in quotes(text)]
    assert names == ["Dmitry Peskov", "Sergei Lavrov"]


def test_whoever_is_recalled_to_have_spoken_has_a_name_before_the_role() -> None:
    text = LEAD + "Peskov recalled that Lena Larkin, a keeper of the boats had said “there is one for each of us.”"
    assert speaker(text) == "Lena Larkin"


@pytest.mark.parametrize(
    "sentence",
    [
        "“We need a boat for each of us,” Osip Larkin said, adding the ferry office continues to build them.",
        "“We need a boat for each of us,” said Osip Larkin, a keeper from Tver, Russia, who said he fears the lake.",
        "“We need a boat for each of us,” Osip Larkin said, and the lake is wide, Peskov noted.",
    ],
)
def test_whoever_says_something_else_in_the_sentence_relays_nothing(sentence: str) -> None:
    quote = quotes(LEAD + sentence)[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.via) == ("Osip Larkin", None)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The statement, issued by the Kremlin, says that the boats “are still where they were.”", "Kremlin"),
        ("“The boats are still where they were,” reads the statement posted on the Kremlin website.", "Kremlin"),
        ("“The boats are still where they were,” according to a readout released by the Pentagon.", "Pentagon"),
        ("The Foreign Ministry spoke. Larkin came. “The boats are here,” the ministry's statement said.", "Russian F"),
        ("Ferry chief Osip Larkin wrote. “The boats are here,” the ferry chief's message reads.", "Osip Larkin"),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(sentence: str, name: str) -> None:
    assert (speaker(LEAD + sentence) or "").startswith(name)


@pytest.mark.parametrize("pair", ["Putin and Macron", "Vladimir Putin and his French counterpart"])
def test_of_two_who_say_it_together_the_first_is_named(pair: str) -> None:
    assert speaker(LEAD + f"“We need a boat for each of us,” {pair} said in a joint statement.") == "Vladimir Putin"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“We need a boat for each of us,” the joint communique says.", "joint communique"),
        ("The joint statement reads: “We need a boat for each of us.”", "joint statement"),
    ],
)
def test_a_joint_statement_is_not_that_of_whoever_spoke_last(sentence: str, name: str) -> None:
    assert speaker(LEAD + "“We have none,” Peskov said. " + sentence) == name


def test_quotes_behind_a_label_are_of_whoever_the_lead_lets_speak() -> None:
    text = (
        "Kremlin rules out a new bridge\n\nKremlin spokesman Dmitry Peskov has said that no bridge is planned.\n\n"
        "Source: a news agency\n\nQuote: “No, there are no such plans at the moment, as all know.”\n\n"
        "Quote from Erna Solberg: “There is one all the same.”"
    )
    assert [quote.speaker.name for quote in quotes(text) if quote.speaker] == ["Dmitry Peskov", "Erna Solberg"]
