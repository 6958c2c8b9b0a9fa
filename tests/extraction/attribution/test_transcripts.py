"""Turns of transcripts: labels, journalists, turns over paragraphs, and labels that are none."""

from app.extraction import Source, analyze

TALK = """Vladimir Putin met the President of Kazakhstan.

President of Russia Vladimir Putin: Good afternoon, friends.

I am glad to see you here.

Question: When will the bridge be ready?

Vladimir Putin: It will be ready in May. As they say, "slow and steady."
"""


def turns(text: str) -> list[tuple[str, str]]:
    found = analyze(Source(text=text, name="test")).quotes
    return [(quote.speaker.name if quote.speaker else "", quote.text) for quote in found if quote.kind == "transcript"]


def test_turns_belong_to_whom_their_labels_name() -> None:
    assert turns(TALK) == [
        ("Vladimir Putin", "Good afternoon, friends. I am glad to see you here."),
        ("Journalist", "When will the bridge be ready?"),
        ("Vladimir Putin", 'It will be ready in May. As they say, "slow and steady."'),
    ]


def test_what_a_turn_quotes_is_no_quote_of_its_own() -> None:
    assert {quote.kind for quote in analyze(Source(text=TALK, name="test")).quotes} == {"transcript"}


def test_a_transcript_in_one_paragraph_is_read_like_one_in_many() -> None:
    spans = turns(TALK.replace("\n\n", " "))
    assert [name for name, _ in spans] == ["Vladimir Putin", "Journalist", "Vladimir Putin"]


def test_a_surname_before_a_colon_is_a_headlines_way_of_quoting() -> None:
    assert turns("Talks went on all night in Geneva.\n\nPeskov: the talks were hard, but they were of use.") == []


def test_labels_in_capitals_give_names_in_small_letters() -> None:
    text = (
        "Remarks after the talks\n\nSECRETARY LINDWURM: We met for two hours.\n\n"
        "FOREIGN MINISTER LAVROV: Thank you.\n\nMODERATOR: The first question.\n\n"
        "ASTA O'RUKHIN: Is there a bridge?\n\nSECRETARY LINDWURM: There is."
    )
    speakers = [quote.speaker for quote in analyze(Source(text=text, name="test")).quotes]
    assert [(speaker.name, speaker.role) for speaker in speakers[:4] if speaker] == [
        ("Lindwurm", "Secretary"),
        ("Sergei Lavrov", "Foreign Minister"),
        ("Moderator", None),
        ("Asta O'Rukhin", None),
    ]


def test_answers_are_those_of_whoever_the_title_names() -> None:
    text = (
        "Foreign Ministry Spokesperson Lu Kang's Press Conference\n\n2017/01/13\n\nQ: Is the bridge to Russia open?\n\n"
        "A: It is open to all.\n\nQ: Will Vladimir Putin cross it?\n\nA: You may ask him. It is a good bridge."
    )
    assert [name for name, _ in turns(text)] == ["Journalist", "Lu Kang", "Journalist", "Lu Kang"]


def test_a_label_names_whoever_it_ends_with() -> None:
    text = TALK + (
        "\nGeneral Designer of the Volga Bridge Concern Osip Larkin: We are building it.\n\nVladimir Putin: When?\n"
    )
    assert ("Osip Larkin", "We are building it.") in turns(text)


INTERVIEW = """{title}

Deputy Foreign Minister Sergey Ryabkov answered questions.

— When will the bridge be ready?

— In May. We have said so.

As they say, "slow and steady".

— And the road?

— The road is ready.
"""


def test_an_interview_behind_dashes_is_of_whoever_title_or_lead_names() -> None:
    for title in ("Interview with Deputy Foreign Minister Sergey Ryabkov", "Of bridges and roads"):
        assert turns(INTERVIEW.format(title=title)) == [
            ("Journalist", "When will the bridge be ready?"),
            ("Sergei Ryabkov", 'In May. We have said so. As they say, "slow and steady".'),
            ("Journalist", "And the road?"),
            ("Sergei Ryabkov", "The road is ready."),
        ]


def test_items_behind_dashes_are_no_interview() -> None:
    assert turns(INTERVIEW.format(title="Of bridges and roads").replace("?", ";")) == []
