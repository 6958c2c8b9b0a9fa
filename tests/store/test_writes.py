"""Writing: what is kept, what becomes of it when it changes, and what is never lost."""

from datetime import date

import pytest

from app.extraction.model import Span, Speaker
from app.store.check import find_faults
from app.store.engine import Engine, Session
from app.store.reads import corpus_generation, list_articles, list_quotes, read_article, read_quote, read_speaker
from app.store.records import QuoteDetail, SpeakerRecord
from app.store.selection import Selection
from app.store.writes import known_sources, write_articles
from tests.store.conftest import LIBRARY, NORMAN, NOW, PUTIN, Keep, analysed, rows, said

FIRST = analysed(
    "news",
    '"We have always been in favour of peace talks," Peskov said. "That is all for today," he added.',
    [said("We have always been in favour of peace talks,"), said("That is all for today,")],
    partners=["GB"],
    topics=["syria"],
)
TALKS, ALL = (quote.id for quote in FIRST[1].quotes)
MOVED = analysed(
    "news",
    'Update. "We have always been in favour of peace talks," Peskov said. "That is all for today," he added.',
    [said("We have always been in favour of peace talks,"), said("That is all for today,")],
)
ALTERED = analysed(
    "news",
    '"We have ever been in favour of the peace talks," Peskov said.',
    [said("We have ever been in favour of the peace talks,")],
)
SUCCESSOR = ALTERED[1].quotes[0].id


@pytest.fixture(autouse=True)
def _sound_after_every_test(writer: Engine) -> object:
    yield
    assert list(find_faults(writer)) == []


def read(writer: Engine, quote_id: str) -> QuoteDetail:
    with Session(writer) as session:
        found = read_quote(session, quote_id)
    assert found is not None
    return found


def test_an_article_comes_back_as_it_was_analysed(writer: Engine, keep: Keep) -> None:
    source, analysis = LIBRARY[0]
    keep((source, analysis))
    with Session(writer) as session:
        (listed,) = list_articles(session, Selection()).items
        detail = read_article(session, listed.id)
    assert detail is not None
    assert detail.text == source.text
    assert detail.blocks == analysis.blocks
    assert detail.other_quoted == analysis.other_quoted
    assert detail.date_evidence == analysis.published.evidence
    assert detail.date_candidates == analysis.published.candidates
    assert [(quote.id, quote.text, quote.spans, quote.cue) for quote in detail.quotes] == [
        (quote.id, quote.text, quote.spans, quote.cue) for quote in analysis.quotes
    ]
    assert detail.article.countries[0].evidence == analysis.countries[0].evidence
    assert (detail.revision, detail.first_read) == (1, NOW)


def test_the_same_text_read_again_moves_no_address(writer: Engine, keep: Keep) -> None:
    keep(FIRST)
    keep(FIRST, version="v2")
    assert read(writer, TALKS).state == "current"
    assert read(writer, TALKS).revision == 1
    assert known_sources(writer, ["news", "other"])["news"].extraction_version == "v2"


def test_a_new_text_is_a_new_revision(writer: Engine, keep: Keep) -> None:
    keep(FIRST)
    keep(MOVED)
    detail = read(writer, TALKS)
    assert (detail.state, detail.revision) == ("current", 2)
    assert detail.quote.spans == MOVED[1].quotes[0].spans != FIRST[1].quotes[0].spans


def test_altered_words_lead_to_their_successor_and_gone_ones_stay_readable(writer: Engine, keep: Keep) -> None:
    keep(FIRST)
    keep(ALTERED)
    altered, gone = read(writer, TALKS), read(writer, ALL)
    assert (altered.state, altered.successor_id) == ("altered", SUCCESSOR)
    assert (gone.state, gone.successor_id) == ("gone", None)
    assert gone.quote.text == "That is all for today,"
    assert gone.revision == 1
    assert gone.quote.text in gone.context
    with Session(writer) as session:
        assert [quote.id for quote in list_quotes(session, Selection()).items] == [SUCCESSOR]
        assert list_quotes(session, Selection(query="today")).total == 0


def test_words_that_return_are_current_again(writer: Engine, keep: Keep) -> None:
    keep(FIRST)
    keep(ALTERED)
    keep(FIRST)
    assert read(writer, TALKS).state == read(writer, ALL).state == "current"
    assert (read(writer, SUCCESSOR).state, read(writer, SUCCESSOR).successor_id) == ("altered", TALKS)
    assert read(writer, ALL).revision == 3


def test_a_better_reading_of_the_same_text_replaces_what_was_concluded(writer: Engine, keep: Keep) -> None:
    keep(FIRST)
    source, analysis = FIRST
    better = analysis._replace(countries=(), quotes=(analysis.quotes[0]._replace(speaker=NORMAN),))
    keep((source, better), version="v2")
    assert read(writer, ALL).state == "gone"
    speaker = read(writer, TALKS).quote.speaker
    assert speaker is not None
    assert speaker.slug == "ada-norman"
    with Session(writer) as session:
        assert list_quotes(session, Selection(query="norman")).total == 1
        assert list_quotes(session, Selection(query="peskov")).total == 0
        assert list_quotes(session, Selection(countries=("GB",))).total == 0


def test_a_bad_article_costs_only_itself(writer: Engine) -> None:
    source, analysis = FIRST
    twice = analysis._replace(quotes=(analysis.quotes[0], analysis.quotes[0]))
    fine = analysed("fine", '"I agree," Putin said.', [said("I agree,", PUTIN)], published=date(2016, 1, 1))
    outcomes = write_articles(writer, [rows((source, twice)), rows(fine)], NOW)
    assert [(one.key, one.outcome) for one in outcomes] == [("news", "failed"), ("fine", "new")]
    assert "UNIQUE" in (outcomes[0].problem or "")
    with Session(writer) as session:
        assert [quote.text for quote in list_quotes(session, Selection()).items] == ["I agree,"]


def test_every_batch_changes_the_generation(writer: Engine, keep: Keep) -> None:
    generations = set()
    for article in (FIRST, ALTERED, FIRST):
        keep(article)
        with Session(writer) as session:
            generations.add(corpus_generation(session))
    assert len(generations) == 3


def test_quotes_that_repeat_themselves_keep_apart(writer: Engine, keep: Keep) -> None:
    twice = analysed("twice", '"Yes," he said. "Yes," he said.', [said("Yes,"), said("Yes,")])
    keep(twice)
    first, second = (read(writer, quote.id).quote for quote in twice[1].quotes)
    assert first.spans[0].start < second.spans[0].start
    assert first.spans != (Span(0, 0),)


def test_a_speaker_is_called_as_last_read_and_keeps_a_country(writer: Engine, keep: Keep) -> None:
    for name, country in (("Ann Other", None), ("Ann Another", "GB"), ("Ann Another", None)):
        somebody = Speaker(name, "ann", None, country, "Ann")
        keep(analysed(f"by-{name}-{country}", '"I agree," Ann said.', [said("I agree,", somebody)]))
    with Session(writer) as session:
        assert read_speaker(session, "ann") == SpeakerRecord("ann", "Ann Another", None, "GB")
        assert read_speaker(session, "nobody") is None
