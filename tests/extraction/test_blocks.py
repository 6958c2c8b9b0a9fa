"""Which lines of a page are the article, and what the others are."""

from __future__ import annotations

from textwrap import fill

import pytest

from app.extraction import analyze, as_record
from app.extraction.blocks import mark_blocks
from app.extraction.blocks.repeats import repeated_decks
from app.extraction.document import Document
from app.extraction.model import Block, Source
from app.extraction.vocabulary import load_vocabulary

LEAD = "MOSCOW, May 20. /TASS/. The two presidents will speak by phone this week, the Kremlin spokesman told reporters."
SECOND = "The agenda includes trade and the situation in the region, he added when asked about the topics of the talks."
THIRD = "No agreements are to be signed after the conversation, since none has been prepared by the two ministries."


def read(text: str, title: str | None = None) -> Document:
    return mark_blocks(Document(source=Source(text=text, name="page", title=title), text=text), load_vocabulary())


def kinds(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, text[block.start : block.end]) for block in document.blocks]


def kind_of(line: str, text: str) -> str:
    return next(kind for kind, words in kinds(text) if words == line)


def test_an_agency_page_has_title_deck_caption_credit_and_dateline() -> None:
    page = "\n\n".join(
        [
            "All news",
            "Presidents to speak by phone this week — Kremlin",
            "The agenda includes trade and the situation in the region, the spokesman said",
            "Kremlin spokesman at a briefing",
            "© Some Photographer/TASS",
            LEAD,
            "Bilateral relations",
            SECOND,
        ]
    )
    assert [kind for kind, _ in kinds(page)] == [
        "boilerplate",
        "title",
        "deck",
        "caption",
        "credit",
        "dateline",
        "paragraph",
        "heading",
        "paragraph",
    ]
    document = read(page)
    assert document.title == "Presidents to speak by phone this week — Kremlin"
    assert document.deck == "The agenda includes trade and the situation in the region, the spokesman said"


@pytest.mark.parametrize(
    "line",
    ["MOSCOW", "MOSCOW - Agence France-Presse", "MOSCOW May 20, 2021 - 3:42 pm GMT+3", "Baku, May 20, AZERTAC"],
)
def test_a_dateline_may_be_a_line_of_its_own(line: str) -> None:
    page = f"Presidents to speak by phone\n\n{line}\n\n{SECOND}\n\n{THIRD}"
    assert [kind for kind, _ in kinds(page)] == ["title", "dateline", "paragraph", "paragraph"]
    assert kind_of(line, page) == "dateline"


@pytest.mark.parametrize("line", ["By Ali Petrov", "By Ali Petrov and Vera Q. Ivanova", "By Aydan Petrova - Trend:"])
def test_a_by_line_is_no_title(line: str) -> None:
    page = f"{line}\n\n{LEAD}\n\n{SECOND}"
    assert [kind for kind, _ in kinds(page)] == ["boilerplate", "dateline", "paragraph", "paragraph"]


def test_a_doubled_title_is_title_twice() -> None:
    page = f"Presidents to speak by phone\n\nPresidents to Speak by Phone\n\n{LEAD}"
    assert [kind for kind, _ in kinds(page)] == ["title", "title", "dateline", "paragraph"]


def test_a_deck_that_the_lead_repeats_is_the_deck() -> None:
    teaser = "The two presidents will speak by phone this week, the Kremlin spokesman told reporters"
    page = f"Presidents to speak by phone\n\n{teaser}\n\n{LEAD}\n\n{SECOND}"
    assert kind_of(teaser, page) == "deck"


def test_without_dateline_the_first_running_text_is_body() -> None:
    page = f"Presidents to speak by phone\n{SECOND}\n{THIRD}"
    assert [kind for kind, _ in kinds(page)] == ["title", "paragraph", "paragraph"]


def test_an_article_may_begin_without_title() -> None:
    document = read(f"{SECOND}\n{THIRD}")
    assert document.title is None
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]


def test_a_text_stored_without_its_supplied_title_loses_no_line_to_it() -> None:
    document = read(f"The President met with a delegation\n\n{SECOND}", title="Talks on grain")
    assert document.title == "Talks on grain"
    assert "title" not in [block.kind for block in document.blocks]


def test_headlines_after_see_also_are_related_until_prose_sets_in() -> None:
    page = f"{LEAD}\n\nSee also\n\n\nWhat the presidents spoke about in March\n\n{SECOND}"
    assert [kind for kind, _ in kinds(page)] == ["dateline", "paragraph", "related", "related", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ MORE: What the presidents spoke about in March", "related"),
        ("Photo: Some Photographer / Pool", "credit"),
        ("The spokesman at a briefing (Xinhua/First Last)", "credit"),
        (
            "The spokesman speaks to reporters in the capital of the country on the eve of the talks between the two "
            "presidents, which are to begin on Tuesday. [Photo/Agencies]",
            "caption",
        ),
        ("The presidential spokesman. Some Photographer / POOL / TASS", "credit"),
        ("The two presidents meet in the capital, Oct. 13, 2022. (AA Photo)", "caption"),
        ("AFP contributed reporting.", "boilerplate"),
        (
            "Petrov reported from Moscow. Associated Press writers Ann Lee in Oslo and Jan Berg contributed.",
            "boilerplate",
        ),
        ("Ivan Petrov contributed to this report.", "boilerplate"),
        ("(Our editorial staff can be reached at desk@example.org)", "boilerplate"),
        ("If you noticed an error, highlight it with the mouse.", "boilerplate"),
        ("This text was translated by a machine and may contain inaccuracies.", "boilerplate"),
        ("The editors may disagree with what the author thinks.", "boilerplate"),
        ("FILE - The spokesman of the president speaks to reporters on May 9, 2021.", "caption"),
        ("A file photo of the spokesman in the capital.", "caption"),
        ("Tags: presidents, phone, talks", "boilerplate"),
        ("#presidents #phone", "boilerplate"),
        ("{{element.title}}", "boilerplate"),
        ("[ad_2]", "boilerplate"),
        ("* * *", "boilerplate"),
        ("3 min read", "boilerplate"),
        ("1,204 views", "boilerplate"),
        ("https://example.org/talks", "boilerplate"),
        ("Adjust font size:", "boilerplate"),
        ("Please enter your comment!", "boilerplate"),
        ("Follow us on Telegram", "boilerplate"),
        ("This story has not been edited by our staff and is auto-generated from a syndicated feed.", "boilerplate"),
        ("12 May 2021 10:44", "boilerplate"),
    ],
)
def test_lines_that_are_no_body(line: str, kind: str) -> None:
    assert kind_of(line, f"{LEAD}\n\n{SECOND}\n\n{line}\n\n{THIRD}") == kind


def test_end_marks_are_cut_from_the_last_paragraph() -> None:
    assert kinds(f"{LEAD}\n{SECOND} Endit")[-2:] == [("paragraph", SECOND), ("boilerplate", "Endit")]
    assert kinds(f"{LEAD}\n{SECOND} (ANI/Sputnik)")[-1] == ("boilerplate", "(ANI/Sputnik)")


def test_an_agency_in_brackets_is_cut_from_the_last_paragraph() -> None:
    assert kinds(f"{LEAD}\n\n“We are ready,” the minister said. (XYZ)\n\nab/cd")[-3:] == [
        ("paragraph", "“We are ready,” the minister said."),
        ("boilerplate", "(XYZ)"),
        ("boilerplate", "ab/cd"),
    ]


@pytest.mark.parametrize("last", ["“We are ready,” the minister said", "The minister called it “a good idea.” /XY/"])
def test_what_somebody_said_in_the_last_line_is_body(last: str) -> None:
    assert ("paragraph", last.removesuffix(" /XY/")) in kinds(f"{LEAD}\n\n{SECOND}\n\n{last}")


def test_desk_initials_are_cut_from_the_last_paragraph() -> None:
    assert kinds(f"{LEAD}\n\n{SECOND} PTI ABC DEF XYZ")[-2:] == [
        ("paragraph", SECOND),
        ("boilerplate", "PTI ABC DEF XYZ"),
    ]


def test_a_template_mark_is_cut_from_the_first_paragraph() -> None:
    assert kinds(f"[ad_1] {LEAD}")[:2] == [("boilerplate", "[ad_1]"), ("dateline", "MOSCOW, May 20. /TASS/.")]


def test_notes_on_banned_organisations_close_the_page() -> None:
    notes = [
        "“Some state” (SST) – an Islamist terrorist organization operating in two countries, banned in several others.",
        "The SST recognized as a terrorist organization in Canada, Turkey and Russia.",
    ]
    assert [kind for kind, _ in kinds("\n\n".join([LEAD, SECOND, *notes]))][-2:] == ["footnote", "footnote"]


def test_a_sentence_on_a_banned_organisation_in_the_body_is_body() -> None:
    sentence = "The movement is recognized as a terrorist organization in several countries, the minister recalled."
    assert kind_of(sentence, f"{LEAD}\n\n{sentence}\n\n{SECOND}") == "paragraph"


def test_what_follows_the_end_of_the_article_is_no_body() -> None:
    teaser = "The foreign minister arrived in the capital on Tuesday for a visit."
    page = f"{LEAD}\n\n{SECOND}\n\n{THIRD}\n\nTop stories\n\n{teaser}"
    assert kind_of(teaser, page) == "related"


def test_a_body_printed_twice_counts_once() -> None:
    found = kinds("\n\n".join([LEAD, SECOND, THIRD, SECOND, THIRD]))
    assert [kind for kind, words in found if words == SECOND] == ["paragraph", "boilerplate"]


def test_a_text_wrapped_at_a_fixed_width_keeps_its_paragraphs() -> None:
    wrapped = "\n\n".join(["Presidents to speak by phone", fill(f"{LEAD} {SECOND}", 60), fill(f"{THIRD} {SECOND}", 60)])
    assert [kind for kind, _ in kinds(wrapped)] == ["title", "dateline", "paragraph", "paragraph"]


def test_turns_of_a_transcript_begin_with_their_labels() -> None:
    text = (
        "The President met with the governor.\n\n"
        "President of Russia Vladimir Putin: Good afternoon, please begin. Ivan Petrov: Mr President, thank you. "
        "Vladimir Putin: And what of the roads?"
    )
    turns = [words.partition(":")[0] for kind, words in kinds(text) if kind == "turn"]
    assert turns == ["President of Russia Vladimir Putin", "Ivan Petrov", "Vladimir Putin"]


def test_a_colon_in_running_text_makes_no_turn() -> None:
    assert "turn" not in [kind for kind, _ in kinds(f"{LEAD}\n\nHe named one condition: peace. {SECOND}")]


def test_links_in_running_text_begin_no_turns() -> None:
    links = " ".join(f"{SECOND} READ MORE: Bridges over the river {THIRD}" for _ in range(3))
    assert "turn" not in [kind for kind, _ in kinds(f"{LEAD}\n\n{links}")]


def test_the_headings_of_a_numbered_list_begin_no_turns() -> None:
    items = "\n\n".join(["3. The Guard: He sleeps.", "4. The President: He reads.", f"5. Ivan Petrov: {SECOND}"])
    assert "turn" not in [kind for kind, _ in kinds(f"{LEAD}\n\n{items}")]


@pytest.mark.parametrize("text", ["", "\n\n", "a", "…", "Title only", "\u2028", "MOSCOW", "Comments", "[ad_1]", "# #"])
def test_odd_texts_are_read_without_a_word_lost(text: str) -> None:
    blocks = read(text).blocks
    assert "".join(text[b.start : b.end] for b in blocks).replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(
    "headlines",
    [
        ["- Ministers arrive for talks", "- Market opens higher", "Most Viewed", "Orchestra to play abroad |"],
        ["• Russia", "• Talks", "Saw a bug — Ctrl+Enter", "/ XY", "All comments"],
        ["Politics", "-", f"{SECOND} {THIRD}", "-", "The market in the capital opened higher today.", "Leave a review"],
    ],
)
def test_lists_of_headlines_and_teasers_close_the_page(headlines: list[str]) -> None:
    page = "\n\n".join([LEAD, SECOND, *headlines])
    body = [words for kind, words in kinds(page) if kind in {"dateline", "paragraph", "heading"}]
    assert "".join(body).replace(" ", "") == (LEAD + SECOND).replace(" ", "")


@pytest.mark.parametrize(
    "items",
    [
        ["They agreed on these steps:", "-", "A treaty will be signed.", "-", "A committee will meet."],
        ["-", "A treaty will be signed.", "-", "A committee will meet.", THIRD],
    ],
)
def test_a_list_within_the_article_is_its_own(items: list[str]) -> None:
    assert kind_of("A committee will meet.", "\n\n".join([LEAD, SECOND, *items])) == "paragraph"


def test_a_desk_number_ends_the_copy() -> None:
    assert kinds("Baku/14.03.18/Turan: The ambassador came to the meeting today. -06B--")[-1] == (
        "boilerplate",
        "-06B--",
    )
    assert kinds(LEAD + " They will speak -06B-- again")[-1][0] == "paragraph"


def test_a_note_on_a_banned_group_may_give_its_other_names_in_brackets() -> None:
    note = "* “Night Owls” (NO, Owls) – a terrorist group banned in Russia, Peru, Chile and other countries."
    assert kind_of(note, f"{LEAD}\n\n{note}") == "footnote"


def test_a_note_on_banned_activity_is_a_footnote() -> None:
    note = "*The activities of Owls (Night and Day) are banned in Russia as extremist."
    assert kind_of(note, f"{LEAD}\n\n{note}") == "footnote"


def test_background_that_tells_of_a_ban_is_no_footnote() -> None:
    told = (
        "The Night Owls was designated as a terrorist organisation in Peru in 2003. Chile removed the movement from "
        "its own list at the end of 2021, and a delegation has been invited to the forum in May."
    )
    assert kind_of(told, f"{LEAD}\n\n{told}") == "paragraph"


def decks(text: str) -> list[str]:
    record = as_record(analyze(Source(text=text, name="page")))
    return [text[block["start"] : block["end"]] for block in record["blocks"] if block["kind"] == "deck"]


def test_where_a_paragraph_repeats_the_deck_the_record_says_so_and_the_paragraph_stays_whole() -> None:
    words = "The two presidents will speak by phone this week, the Kremlin spokesman told reporters"
    page = "\n\n".join(["Presidents to speak by phone this week — Kremlin", words, LEAD, SECOND, THIRD])
    assert decks(page) == [words, words]
    record = as_record(analyze(Source(text=page, name="page")))
    assert (words + ".", "paragraph") in [(page[b["start"] : b["end"]], b["kind"]) for b in record["blocks"]]
    assert [block.kind for block in analyze(Source(text=page, name="page")).blocks].count("deck") == 1


def test_a_deck_is_not_repeated_where_its_words_run_on_or_are_few() -> None:
    longer = "The agenda includes trade and the situation in the regions of the north, and the spokesman said no more."
    page = "\n\n".join(
        [
            "Presidents to speak by phone this week — Kremlin",
            "The agenda includes trade and the situation in the region",
            LEAD,
            longer,
        ]
    )
    assert decks(page) == ["The agenda includes trade and the situation in the region"]
    blocks = (Block("deck", 0, 13), Block("paragraph", 14, 40))
    assert list(repeated_decks("Dmitry Peskov\nDmitry Peskov said so much", blocks)) == []
