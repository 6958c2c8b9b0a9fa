"""The page of an article: nothing of the text is lost, quotes stand where they are said to stand."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.model import Block, Evidence, Span
from app.store.records import ArticleDetail, ArticleRecord, CountryRecord, QuoteRecord, SpeakerRecord
from app.store.selection import Selection
from app.web.contexts.article import article_page
from app.web.contexts.palette import NEUTRAL, TINTS, voices
from app.web.contexts.passages import covering
from app.web.contexts.search import NO_SEARCH, Search
from app.web.reading import Reading
from app.web.understanding import understand

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = """Talks resume
Talks resume
MOSCOW, May 4. Ministers met. "We agreed," Ivan Testov said, "to meet 'quite soon' again."
See also
Another headline
Loose words"""


def speaker(name: str) -> SpeakerRecord:
    return SpeakerRecord(name.lower().replace(" ", "-"), name, "Minister", "RU")


def quote(identity: str, *parts: str, by: str | None = "Ivan Testov") -> QuoteRecord:
    spans = tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)
    return QuoteRecord(
        id=identity, text=" ".join(parts), spans=spans, speaker=speaker(by) if by else None, side="russia", via=None,
        cue=None, kind="direct", confidence=0.9, published=None, date_method="unknown", statement_date=None,
        countries=(), topics=(), article_id="article", article_title="Talks resume", article_outlet=None,
        article_url=None, changed=NOW,
    )  # fmt: skip


def block(kind: str, words: str, occurrence: int = 0) -> Block:
    start = [found.start() for found in re.finditer(re.escape(words), TEXT)][occurrence]
    return Block(kind, start, start + len(words))  # type: ignore[arg-type]


DETAIL = ArticleDetail(
    article=ArticleRecord(
        id="article", title="Talks resume", outlet=None, url=None, published=None, date_method="unknown",
        countries=(CountryRecord("GB", "Britain", "partner", 0.5, (Evidence("capital-city", "MOSCOW", 26, 32),)),),
        topics=(), quote_count=2, snippet="Ministers met.", changed=NOW,
    ),
    text=TEXT, deck=None, language="en", dateline=None, date_confidence=0.0, date_candidates=(), date_evidence=(),
    blocks=(
        block("title", "Talks resume"),
        block("title", "Talks resume", 1),
        block("dateline", "MOSCOW, May 4."),
        block("paragraph", TEXT[TEXT.index("Ministers") : TEXT.index("\nSee also")]),
        block("related", "See also\nAnother headline"),
    ),
    quotes=(
        quote("aaaa", "We agreed,", "to meet 'quite soon' again."),
        quote("bbbb", "quite soon", by="Maria Probova"),
    ),
    other_quoted=(), revision=1, first_read=NOW, last_changed=NOW,
)  # fmt: skip


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).replace("&#34;", '"').replace("&#39;", "'")


def test_title_heads_the_page_and_its_repeat_is_folded() -> None:
    page = article_page(DETAIL, search=NO_SEARCH)
    assert page.heading == "Talks resume"
    assert [(section.folded, section.summary) for section in page.sections] == [
        (True, "repeated title"),
        (False, ""),
        (True, "links to other articles, page furniture"),
    ]


def test_a_deck_that_the_lead_repeats_is_folded_and_another_stands_at_the_head() -> None:
    deck, other = "Ministers will meet in May in Moscow", "Nobody said of what they will speak."
    for line, folded in ((deck, True), (other, False)):
        text = f"{line}\nMOSCOW, May 4. {deck}. No more is known."
        lead = text.rindex(deck)
        blocks = (
            Block("deck", 0, len(line)),
            Block("dateline", len(line) + 1, lead - 1),
            Block("paragraph", lead, len(text)),
        )
        detail = replace(DETAIL, article=replace(DETAIL.article, countries=()), text=text, blocks=blocks, quotes=())
        page = article_page(detail, search=NO_SEARCH)
        assert page.deck == (None if folded else line)
        assert [section.summary for section in page.sections] == (["repeated sub-title", ""] if folded else [""])


def test_a_dateline_runs_into_its_paragraph() -> None:
    (passage,) = article_page(DETAIL, search=NO_SEARCH).sections[1].passages
    assert text_of(passage.html).startswith("MOSCOW, May 4. Ministers met.")


def test_a_split_quote_is_marked_in_both_places_and_anchored_once() -> None:
    (passage,) = article_page(DETAIL, search=NO_SEARCH).sections[1].passages
    assert passage.html.count('id="q-aaaa"') == 1
    assert '<mark class="quote direct tint-1" data-quote="aaaa" id="q-aaaa">We agreed,</mark>' in passage.html
    assert '<mark class="quote direct tint-1 continues" data-quote="aaaa">to meet' in passage.html
    assert '<mark class="quote direct tint-2" data-quote="bbbb" id="q-bbbb">quite soon</mark>' in passage.html


def test_notes_name_a_speaker_once_in_a_row() -> None:
    (passage,) = article_page(DETAIL, search=NO_SEARCH).sections[1].passages
    assert [(note.quote.id, note.names, note.introduces) for note in passage.notes] == [
        ("aaaa", True, True),
        ("bbbb", True, True),
    ]
    again = replace(DETAIL, quotes=(DETAIL.quotes[0], quote("cccc", "quite soon")))
    (passage,) = article_page(again, search=NO_SEARCH).sections[1].passages
    assert [(note.names, note.introduces) for note in passage.notes] == [(True, True), (False, False)]


def test_a_turn_of_a_transcript_is_one_voice_throughout() -> None:
    turn = replace(quote("aaaa", "Ministers met."), kind="transcript")
    page = article_page(replace(DETAIL, quotes=(turn,)), search=NO_SEARCH)
    assert [[passage.voice for passage in section.passages] for section in page.sections] == [[None], [1], [None, None]]


def test_words_searched_for_are_marked_inside_quotes() -> None:
    page = article_page(DETAIL, search=understand("agreed"))
    assert page.matches == 1
    assert 'We <mark class="match" id="m-1">agreed</mark>,</mark>' in page.sections[1].passages[0].html


def test_evidence_is_a_place_in_the_text() -> None:
    page = article_page(DETAIL, search=NO_SEARCH)
    (clue,) = page.findings[1].clues
    assert clue.rule == "capital city"
    assert clue.addresses == ("#e-26-32",)
    assert '<span class="clue" id="e-26-32">MOSCOW</span>' in page.sections[1].passages[0].html


def test_evidence_that_the_page_does_not_mark_is_pointed_at_by_the_address() -> None:
    words = TEXT.index("met")
    page = article_page(DETAIL, search=NO_SEARCH, reading=Reading(evidence=Span(words, words + 3)))
    assert 'Ministers <span class="clue pointed-at" id="evidence">met</span>.' in page.sections[1].passages[0].html


def test_words_that_speak_in_several_places_are_one_clue_with_a_link_to_each() -> None:
    places = [found.start() for found in re.finditer("Talks", TEXT)]
    evidence = tuple(Evidence("term", "Talks", place, place + 5) for place in places)
    dated = replace(DETAIL, date_evidence=(*evidence, Evidence("tenure", "", 0, 0)))
    tenure, talks = article_page(dated, search=NO_SEARCH).findings[0].clues
    assert talks.addresses == ("#e-0-5", "#e-13-18")
    assert tenure.addresses == ()


def test_a_muted_speaker_loses_the_tint_and_can_be_heard_again() -> None:
    page = article_page(DETAIL, search=NO_SEARCH, reading=Reading(Selection(query="talks"), muted=("ivan-testov",)))
    assert [(entry.muted, entry.toggle_url) for entry in page.legend] == [
        (True, "?q=talks"),
        (False, "?q=talks&mute=ivan-testov&mute=maria-probova"),
    ]
    (passage,) = page.sections[1].passages
    assert '<mark class="quote direct tint-1 muted" data-quote="aaaa" id="q-aaaa">' in passage.html
    assert '<mark class="quote direct tint-2" data-quote="bbbb" id="q-bbbb">' in passage.html
    assert [note.muted for note in passage.notes] == [True, False]


@pytest.mark.parametrize(
    ("reading", "search", "opened"),
    [
        (Reading(), NO_SEARCH, False),
        (Reading(), understand("headline"), True),
        (Reading(evidence=Span(TEXT.index("Another"), len(TEXT))), NO_SEARCH, True),
        (Reading(evidence=Span(0, 5)), NO_SEARCH, False),
        (Reading(at="cccc"), NO_SEARCH, True),
    ],
)
def test_what_is_folded_away_stands_open_where_something_asked_for_lies_inside(
    reading: Reading, search: Search, opened: bool
) -> None:
    detail = replace(DETAIL, quotes=(*DETAIL.quotes, quote("cccc", "Another headline")))
    page = article_page(detail, search=search, reading=reading)
    assert page.sections[2].opened is opened
    assert not page.sections[0].opened


def test_a_turn_begins_with_its_speaker_s_name() -> None:
    turn = replace(quote("aaaa", "met."), kind="transcript")
    blocks = tuple(one._replace(kind="turn") if one.kind == "paragraph" else one for one in DETAIL.blocks)
    page = article_page(replace(DETAIL, quotes=(turn,), blocks=blocks), search=NO_SEARCH)
    assert '<span class="turn-name">Ministers </span><mark' in page.sections[1].passages[0].html


@st.composite
def texts_in_blocks(draw: st.DrawFn) -> tuple[str, list[Block]]:
    text = draw(st.text(alphabet="ab \n", max_size=40))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, [Block("paragraph", a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]


@given(texts_in_blocks())
def test_blocks_with_what_lies_between_them_hold_every_word(case: tuple[str, list[Block]]) -> None:
    text, blocks = case
    covered = list(covering(blocks, text))
    assert [one for one in covered if one in blocks] == blocks
    assert "".join("".join(text[one.start : one.end] for one in covered).split()) == "".join(text.split())


def test_the_few_who_say_most_have_a_tint_each_and_the_others_share_one() -> None:
    quotes = [replace(quote("aaaa", "quite soon", by=f"Speaker {n}"), text="word " * (10 - n)) for n in range(8)]
    legend = voices([*quotes, quote("bbbb", "quite soon", by=None)])
    assert [voice.tint for voice in legend] == [*range(1, TINTS + 1), NEUTRAL, NEUTRAL, NEUTRAL]
    assert [voice.speaker.name for voice in legend][:2] == ["Speaker 0", "Speaker 1"]
