"""What is quoted without being anybody's statement."""

import pytest

from app.extraction import Source, analyze

LEAD = "MOSCOW, March 3. /TASS/. Kremlin Spokesman Dmitry Peskov met reporters on Thursday.\n\n"


def others(text: str) -> list[tuple[str, str]]:
    return [(other.text, other.reason) for other in analyze(Source(text=text, name="test")).other_quoted]


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("It was the newspaper “the Lantern” that told of it.", "the Lantern"),
        ("The ship could join the aircraft carrier “Admiral Senyavin” in spring.", "Admiral Senyavin"),
        ("He dealt with the terrorist group “Northern wind” for years.", "Northern wind"),
        ("The company “Kedrovaya” lost its licence.", "Kedrovaya"),
        ("Peskov spoke at the “Rivers Calling!” investment forum, the mayor said.", "Rivers Calling!"),
        ("Peskov said this at the forum “Rivers Calling!” on Friday.", "Rivers Calling!"),
        ("The minister spoke on the programme “Evening With Guests” in May.", "Evening With Guests"),
        ("Robert “Bobby” Oakes was there, too.", "Bobby"),
        ("The minister told “Rivers and Seas” after the storm that it was late.", "Rivers and Seas"),
        ("One of his recent reads, “This Kind of River,” by Ann Lund, drove it home.", "This Kind of River,"),
    ],
)
def test_names_are_no_statements(sentence: str, quoted: str) -> None:
    assert others(LEAD + sentence) == [(quoted, "name")]


def test_a_word_that_nobody_is_said_to_have_said_is_a_scare_quote() -> None:
    assert others(LEAD + "The “grey zone” has grown since then.") == [("grey zone", "scare")]


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("Among them were three captains who signed a “free river” memo on Friday.", "free river"),
        ("According to his “wonder bridge” plan, the river will be free.", "wonder bridge"),
    ],
)
def test_neither_signing_nor_owning_makes_a_statement(sentence: str, quoted: str) -> None:
    assert others(LEAD + sentence) == [(quoted, "scare")]


def test_somebody_s_doctrine_is_a_name() -> None:
    assert others(LEAD + "Peskov's speech is awaited after Larkin's doctrine of “Bridges first”.") == [
        ("Bridges first", "name")
    ]


def test_what_somebody_denies_having_said_is_no_statement() -> None:
    assert others(LEAD + "Peskov said he had not talked about “secret meetings” of the two leaders.") == [
        ("secret meetings", "scare")
    ]


def test_a_word_with_a_verb_of_speech_is_a_statement() -> None:
    analysis = analyze(Source(text=LEAD + "Peskov called the list “absurd” and left.", name="test"))
    assert [(quote.text, quote.kind) for quote in analysis.quotes] == [("absurd", "partial")]
    assert not analysis.other_quoted


@pytest.mark.parametrize("telling", ["noted Peskov", "said Kremlin spokesman Dmitry Peskov", "Peskov said"])
def test_two_words_that_end_an_interrupted_sentence_are_said(telling: str) -> None:
    assert others(LEAD + f"“The doors of this bridge,” {telling}, “stay shut.”") == []


def test_a_quoted_headline_repeats_the_body() -> None:
    text = (
        "Peskov: the door is “open for talks”\n\n"
        + LEAD
        + "“The door is open for talks, and it will stay so,” Peskov said. He gave no date for a meeting."
    )
    assert ("open for talks", "repeat") in others(text)


def test_a_word_or_two_quoted_again_and_again_are_a_label() -> None:
    text = LEAD + "Peskov spoke about the “winter report” at length. The “winter report” is long."
    assert others(text) == [("winter report", "scare"), ("winter report", "scare")]


@pytest.mark.parametrize("outlet", ["Interfax", "Example.org"])
def test_an_outlet_in_marks_is_a_name(outlet: str) -> None:
    assert others(LEAD + f"The ice is gone, reports “{outlet}”.") == [(outlet, "name")]


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("Peskov told reporters that the “Tver formula” would do.", "Tver formula"),
        ("The plane landed at the airport “Vnukovo-2”, Peskov said.", "Vnukovo-2"),
        ("Moscow sold two “Smerch” systems, Peskov said.", "Smerch"),
        (
            "In a version of what is known as the “Larkin rule” after its author, Peskov said, taxes fall.",
            "Larkin rule",
        ),
        ("In his memoir, “A Time for Boats,” printed last year, Peskov described the ferry.", "A Time for Boats,"),
    ],
)
def test_names_within_what_somebody_says_are_no_statements(sentence: str, quoted: str) -> None:
    assert others(LEAD + sentence) == [(quoted, "name")]


def test_a_word_that_nobody_says_is_none() -> None:
    assert others(LEAD + "There is no harm in a show of being “strong” like a bridge.") == [("strong", "scare")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peskov left. It may shape the accords over the “provisional” role of the old guard in the talks once agreed.",
        "Peskov left. It may be hard for them to put on a show of being “strong” like others, but it works.",
    ],
)
def test_a_word_that_describes_a_thing_is_said_by_nobody(sentence: str) -> None:
    assert [reason for _, reason in others(LEAD + sentence)] == ["scare"]


def test_an_appeal_to_follow_somebody_is_no_statement() -> None:
    text = LEAD + "“The road is open,” Peskov said.\n\n“Follow Osip Larkin on Twitter @larkin."
    assert [quote.text for quote in analyze(Source(text=text, name="test")).quotes] == ["The road is open,"]


def test_what_is_called_a_slogan_is_a_name() -> None:
    assert others(LEAD + "“High water, low boats” has been the slogan of ferrymen for years.") == [
        ("High water, low boats", "name")
    ]


def test_what_somebody_wants_or_not_is_a_statement() -> None:
    text = LEAD + "Peskov said that Moscow does not want “any boats” on the river."
    assert [quote.text for quote in analyze(Source(text=text, name="test")).quotes] == ["any boats"]


@pytest.mark.parametrize(
    "heading",
    [
        "'The bridge holds well' Osip Larkin spoke next.",
        "Tuzla bridge talks: 'Hopes remain low' The engineers came in May.",
        "'Nobody has drowned here' This is why the bridge was built.",
    ],
)
def test_where_statements_have_double_marks_single_ones_are_a_heading_s(heading: str) -> None:
    said = "".join(f'"We keep pier {number} in good order," Peskov said. ' for number in range(3))
    analysis = analyze(Source(text=LEAD + said + heading, name="test"))
    assert len(analysis.quotes) == 3
    assert [other.reason for other in analysis.other_quoted] == ["heading"]


def test_where_statements_have_double_marks_single_ones_with_a_verb_of_speech_are_one_too() -> None:
    said = "".join(f'"We keep pier {number} in good order," Peskov said. ' for number in range(3))
    analysis = analyze(Source(text=LEAD + said + "Peskov called the toll 'a modest one' on Friday.", name="test"))
    assert [quote.text for quote in analysis.quotes][-1] == "a modest one"


def test_what_is_called_so_again_and_again_is_said_each_time() -> None:
    said = "Peskov dismissed the list as “idle talk” in May. It was “idle talk”. Peskov called the other “idle talk”."
    analysis = analyze(Source(text=LEAD + said, name="test"))
    assert len(analysis.quotes) == 2
    assert [other.reason for other in analysis.other_quoted] == ["scare"]


def test_straight_marks_that_stay_open_beside_curly_ones_begin_an_excerpt() -> None:
    said = "".join(f"“We keep pier {number} in good order,” Peskov said. " for number in range(3))
    text = (
        LEAD
        + said
        + 'He was a patient man.\n\n"The river was high that day, and nobody came.\n\n“It is late,” Peskov said.'
    )
    analysis = analyze(Source(text=text, name="test"))
    assert len(analysis.quotes) == 4
    assert [other.reason for other in analysis.other_quoted] == ["heading"]


def test_three_words_said_twice_are_said_both_times() -> None:
    said = "Peskov said the list was “simply not serious”. On Monday Peskov wrote that it is “simply not serious”."
    analysis = analyze(Source(text=LEAD + said, name="test"))
    assert len(analysis.quotes) == 2


def test_what_a_report_is_dubbed_is_its_title() -> None:
    said = "Peskov said it while presenting a report dubbed “Roads and bridges in the year to come.”"
    analysis = analyze(Source(text=LEAD + said, name="test"))
    assert not analysis.quotes
    assert [other.reason for other in analysis.other_quoted] == ["name"]


def test_a_word_that_is_spoken_of_is_no_statement() -> None:
    analysis = analyze(Source(text=LEAD + "The word “road” is missing from the text, Peskov said.", name="test"))
    assert not analysis.quotes
