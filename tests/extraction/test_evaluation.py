"""The measures of `evaluate`, on readers that get known things right and wrong."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction import Analysis, Source, analyze
from app.extraction.evaluation import Evaluation, GoldError, evaluate, load_measures, read_gold
from app.extraction.evaluation.same_name import same_name
from app.extraction.model import Block, CountryTag, Published, Quote, Span, Speaker, TopicTag

TEXT = (
    "Moth watchers meet\n\n"
    "“Moths know no border,” Ilse Brandvold said aboard the “Havsule”. “Nor do we,” Pyotr Lugovoy replied.\n\n"
    "Share this page"
)
UNKNOWN = Published(date=None, method="unknown", confidence=0.0, candidates=(), evidence=())


def place(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def press_record(**changes: object) -> dict[str, object]:
    record = {
        "id": "moths",
        "text": TEXT,
        "title": "Moth watchers meet",
        "published": "2018-05-25",
        "date_from_text": "certain",
        "quotes": [
            {**place("Moths know no border"), "statement": True, "speaker": "Ilse Brandvold", "side": "foreign"},
            {**place("Havsule"), "statement": False},
            {**place("Nor do we"), "statement": True, "speaker": "Pyotr Lugovoy", "side": "russia", "via": "Brandvold"},
        ],
        "partners": ["NO"],
        "mentions": ["SE"],
        "topics": ["climate-and-arctic"],
        "boilerplate": ["Share this page"],
    }
    return {**record, **changes}


def polnear_record(**changes: object) -> dict[str, object]:
    quote = {**place("Moths know no border"), "direct": True, "n_words": 4, "speaker": "she", "speaker_head": "she"}
    return {"id": "moths", "text": TEXT, "quotes": [{**quote, **changes}], "other_quoted": [place("Havsule")]}


def reading(*quotes: tuple[str, str | None], **found: object) -> Callable[[Source], Analysis]:
    """Return a reader that finds these quotes, given to these speakers, and what else is named."""

    def read(source: Source) -> Analysis:
        return analyze(Source(text="", name=source.name))._replace(
            **{"text": source.text, "published": UNKNOWN, "quotes": tuple(quote(*q) for q in quotes), **found},
        )

    return read


def quote(words: str, name: str | None) -> Quote:
    start = TEXT.index(words)
    speaker = Speaker(name, name.lower(), None, None, name) if name else None
    spans = (Span(start, start + len(words)),)
    return Quote("id", words, spans, speaker, "foreign", None, None, "direct", 1.0)


def score(record: dict[str, object], read: Callable[[Source], Analysis]) -> Evaluation:
    return evaluate(read_gold([json.dumps(record)]), read)


def figures(record: dict[str, object], read: Callable[[Source], Analysis], *names: str) -> list[float | None]:
    result = score(record, read).figures
    return [result[name] for name in names]


SPANS = ("span_precision", "span_recall", "speaker_accuracy", "end_to_end_f1", "non_statements_taken")


def test_everything_right_scores_one() -> None:
    read = reading(("Moths know no border", "Ilse Brandvold"), ("Nor do we", "Lugovoy"))
    assert figures(press_record(), read, *SPANS) == [1, 1, 1, 1, 0]


def test_marks_at_the_edges_of_a_span_are_free() -> None:
    read = reading(("“Moths know no border,” ", "Ilse Brandvold"), ("Nor do we,", "Pyotr Lugovoy"))
    assert figures(press_record(), read, *SPANS) == [1, 1, 1, 1, 0]


def test_a_missed_statement_costs_recall_alone() -> None:
    read = reading(("Nor do we", "Pyotr Lugovoy"))
    assert figures(press_record(), read, *SPANS) == [1, 0.5, 1, pytest.approx(2 / 3), 0]


def test_a_wrong_speaker_costs_end_to_end() -> None:
    read = reading(("Moths know no border", "Pyotr Lugovoy"), ("Nor do we", "Pyotr Lugovoy"))
    assert figures(press_record(), read, *SPANS) == [1, 1, 0.5, 0.5, 0]


def test_a_ship_taken_for_a_statement_costs_precision() -> None:
    read = reading(("Moths know no border", "Brandvold"), ("Havsule", None), ("Nor do we", "Lugovoy"))
    assert figures(press_record(), read, *SPANS) == [pytest.approx(2 / 3), 1, 1, pytest.approx(0.8), 1]


def test_repeats_may_be_found_or_not_but_are_counted() -> None:
    quotes = [{**place("Nor do we"), "statement": True, "repeat": True, "speaker": "Lugovoy"}]
    record = press_record(quotes=[{**place("Moths know no border"), "statement": True, "speaker": None}, *quotes])
    read = reading(("Moths know no border", None), ("Nor do we", "Ilse Brandvold"))
    assert figures(record, read, *SPANS, "repeats_taken") == [1, 1, 1, 1, None, 1]


def test_sides_and_relayers_are_counted_of_what_is_found() -> None:
    read = reading(("Moths know no border", "Ilse Brandvold"), ("Nor do we", "Pyotr Lugovoy"))
    assert figures(press_record(), read, "side_accuracy", "relayed_by_right", "relayed") == [0.5, 0, 1]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (UNKNOWN._replace(date=date(2018, 5, 24)), [1, None, 0, 0]),
        (UNKNOWN._replace(date=date(2019, 5, 25)), [0, None, 1, 0]),
        (UNKNOWN._replace(candidates=(date(2018, 5, 25), date(2012, 5, 25))), [0, None, 0, 0]),
    ],
)
def test_a_date_is_right_within_a_day(published: Published, expected: list[float | None]) -> None:
    names = ("dates_right_of_derivable", "dates_listed_of_ambiguous", "dates_wrong", "dates_overclaimed")
    assert figures(press_record(), reading(published=published), *names) == expected


def test_an_honest_list_is_right_where_the_text_leaves_several_days() -> None:
    record = press_record(date_from_text="ambiguous")
    listed = UNKNOWN._replace(candidates=(date(2018, 5, 25), date(2012, 5, 25)))
    assert figures(record, reading(published=listed), "dates_listed_of_ambiguous", "dates_overclaimed") == [1, 0]
    claimed = UNKNOWN._replace(date=date(2012, 5, 25))
    assert figures(record, reading(published=claimed), "dates_listed_of_ambiguous", "dates_overclaimed") == [0, 1]


def test_partners_count_by_state_and_the_first_by_itself() -> None:
    tags = tuple(CountryTag(code, "partner", 1.0, ()) for code in ("EU", "SE", "NO"))
    names = ("partner_f1", "partner_first_right", "country_any_f1")
    assert figures(press_record(), reading(countries=tags), *names) == [pytest.approx(2 / 3), 0, 1]


def test_topics_count_by_slug_and_the_first_by_itself() -> None:
    tags = (TopicTag("climate-and-arctic", 1.0, ()), TopicTag("energy", 0.5, ()))
    assert figures(press_record(), reading(topics=tags), "topic_f1", "topic_first_right") == [pytest.approx(2 / 3), 1]


def test_blocks_are_measured_by_letters() -> None:
    start = TEXT.index("Share")
    right, too_much = Block("boilerplate", start, len(TEXT)), Block("boilerplate", 0, len(TEXT))
    assert figures(press_record(), reading(blocks=(right,)), "boilerplate_marked", "body_lost") == [1, 0]
    assert figures(press_record(), reading(blocks=(too_much,)), "boilerplate_marked", "body_lost") == [1, 1]


def test_transcript_turns_are_measured_where_the_gold_has_some() -> None:
    turn = {**place("Nor do we"), "speaker": "Pyotr Lugovoy"}
    found = quote("Nor do we", "Lugovoy")._replace(kind="transcript")
    assert "turn_f1" not in score(press_record(), reading()).figures
    assert figures(press_record(turns=[turn]), reading(quotes=(found,)), "turn_f1", "span_precision") == [1, None]


@pytest.mark.parametrize(
    ("changes", "name", "group", "is_right"),
    [
        ({"speaker_type": "named", "speaker_head": "Brandvold"}, "Ilse Brandvold", "named", True),
        ({"speaker_type": "named", "speaker_head": "Brandvold"}, None, "named", False),
        ({"speaker_type": "pronoun", "speaker_coref": "Ilse Brandvold"}, "Lugovoy", "pronoun_resolved", False),
        ({"speaker_type": "pronoun"}, "Lugovoy", "pronoun_unresolved", True),
        ({"speaker_type": "nominal", "speaker_head": "an aide"}, "aide to the king", "nominal", True),
        ({"speaker": None}, "Lugovoy", "none", False),
        ({"speaker": None}, None, "none", True),
    ],
)
def test_polnear_groups_speakers_by_how_they_are_written(
    changes: dict[str, object], name: str | None, group: str, is_right: bool
) -> None:
    read = reading(("Moths know no border", name))
    assert figures(polnear_record(**changes), read, f"speaker_accuracy_{group}", f"speaker_n_{group}") == [is_right, 1]


def test_polnear_does_not_ask_for_short_or_indirect_quotations() -> None:
    for change in ({"n_words": 3}, {"direct": False}):
        assert figures(polnear_record(**change), reading(), "quoted_spans", "span_recall") == [0, None]


def test_mistakes_say_what_was_wanted_and_what_was_found() -> None:
    read = reading(("Moths know no border", "Pyotr Lugovoy"), ("Havsule", None))
    found = {(m.kind, m.text, m.wanted, m.found) for m in score(press_record(), read).mistakes}
    assert found >= {
        ("speaker", "Moths know no border", "Ilse Brandvold", "Pyotr Lugovoy"),
        ("missed", "Nor do we", "Pyotr Lugovoy", ""),
        ("spurious", "Havsule", "", "nobody"),
        ("taken", "Havsule", "no statement", ""),
        ("partner", "Moth watchers meet", "NO", ""),
        ("topic", "Moth watchers meet", "climate-and-arctic", ""),
        ("furniture", "Share this page", "not the article", "the article"),
    }


def test_the_reader_sees_id_and_text_alone() -> None:
    seen: list[Source] = []

    def read(source: Source) -> Analysis:
        seen.append(source)
        return analyze(source)

    score(press_record(), read)
    assert seen == [Source(text=TEXT, name="moths")]


def test_every_figure_is_a_measure_in_words() -> None:
    record = press_record(turns=[{**place("Nor do we"), "speaker": "Pyotr Lugovoy"}])
    for result in (score(record, analyze), score(polnear_record(), analyze)):
        assert result.figures.keys() <= load_measures().keys()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("", "holds no annotated article"),
        ("[]", "line 1: is not a JSON object"),
        ("{", "line 1: is not JSON"),
        ("[" * 100_000, "line 1: is not JSON"),
        ("{}", "line 1: is of neither form"),
        (json.dumps(press_record(published="soon")), "line 1: published: "),
        (json.dumps(press_record(quotes=[{**place("Havsule"), "start": 0, "statement": True}])), "does not stand at 0"),
        (json.dumps(press_record(boilerplate=["Subscribe"])), "'Subscribe' does not stand in the text"),
        (json.dumps(press_record(text=TEXT.replace("\n", "\r\n"))), "carriage returns"),
        (json.dumps(press_record()) + "\n" + json.dumps(polnear_record()), "line 2: published: "),
    ],
)
def test_gold_that_cannot_be_used_is_named(line: str, complaint: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(line.split("\n"))
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ilse Brandvold", "Brandvold", True),
        ("Ms. Brandvold", "Brandvold, the moth watcher", True),
        ("Brändvold", "brandvold", True),
        ("Ilse Brandvold", "Pyotr Lugovoy", False),
        ("the ministry", "the ministry", True),
        ("the ministry", "the ministry office", False),
        (None, "Brandvold", False),
        ("", "", False),
    ],
)
def test_same_name(one: str | None, other: str | None, expected: bool) -> None:
    assert same_name(one, other) is expected
    assert same_name(other, one) is expected


@given(st.text(), st.text())
def test_same_name_takes_any_text_in_any_order(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
