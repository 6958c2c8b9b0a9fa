"""The five real articles come out as a careful reader would have them, every statement with its right speaker."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from app.extraction import Analysis, analyze
from app.extraction.document import BODY_KINDS
from tests.conftest import SEED_NAMES, read_seed


@dataclass(frozen=True)
class Reading:
    """What a reader finds in one seed: statements as (speaker, opening words), in text order, repeats left out."""

    published: date
    method: str
    partners: tuple[str, ...]
    outlet: str | None
    statements: tuple[tuple[str, str], ...]
    relayed: tuple[tuple[str, str], ...] = ()
    """Statements told by someone else, as (who told them, opening words)."""
    no_statements: tuple[str, ...] = ()
    not_body: tuple[str, ...] = ()


PESKOV, PUTIN, OBAMA = "Dmitry Peskov", "Vladimir Putin", "Barack Obama"
FOOTER = ("an Islamist terrorist organization operating inside", "in the USA, Canada, UK, Australia, Turkey, Egypt")

READINGS = {
    "000_ff58942433ff9216": Reading(
        published=date(2015, 11, 16),
        method="inferred",
        partners=("GB",),
        outlet=None,
        statements=(
            (PESKOV, "Noteworthy that in stating"),
            (PESKOV, "Putin thanked his counterpart"),
            (PESKOV, "a substantive discussion"),
            (PESKOV, "It was noted understanding"),
            (PESKOV, "Syria is very much debated"),
        ),
        no_statements=("Islamic state",),
        not_body=FOOTER,
    ),
    "001_3d03475822e2d284": Reading(
        published=date(2015, 11, 18),
        method="inferred",
        partners=("US",),
        outlet=None,
        statements=(
            (PESKOV, "The necessity of combating ISIL"),
            (PESKOV, "despite tactical differences"),
            (PESKOV, "Strategic goal"),
            (PESKOV, "there are, perhaps"),
            (PESKOV, "In this case we are not"),
            (PUTIN, "the effective struggle against ISIS"),
            (OBAMA, "I also welcome the Moscow"),
            (OBAMA, "The problem was their initial"),
            (OBAMA, "moves the centre"),
            (PESKOV, "While I had no such information"),
            (PUTIN, "to develop with them a plan"),
            ("Kremlin", "definitely a terror attack"),
            (PESKOV, "It’s all investigative bodies"),
            (PESKOV, "While we believe that the President"),
            (PESKOV, "Increased the number of"),
            (PESKOV, "Activity is high"),
            (PESKOV, "This (the establishment"),
            (PESKOV, "Since the eradication of terrorism"),
            (PESKOV, "the composition will be submitted"),
            (PUTIN, "available to them the materials"),
        ),
        relayed=((PESKOV, "the effective struggle against ISIS"),),
        no_statements=(
            "Islamic state",
            "Harry Truman",
            "Charles de Gaulle",
            "Moskva",
            "Kogalymavia",
            "Definitely a terror attack",
            "The number of international calls has increased",
        ),
        not_body=(
            *FOOTER,
            "See also",
            "Media about G20: attack in the heart",
            "Sherpa of the Russian Federation in the G20",
            "The cause of the crash A321",
            "Alexey Nikolsky/press service",
            "Russia will find terrorists anywhere",
        ),
    ),
    "002_f8b65e92520f43ef": Reading(
        published=date(2016, 11, 11),
        method="inferred",
        partners=("US",),
        outlet="TASS",
        statements=(
            (PESKOV, "It is impossible to defeat"),
            (PESKOV, "Have the US"),
            (PESKOV, "One should not expect any"),
            (PESKOV, "There is great inertia"),
            (PESKOV, "The current situation is absurd"),
            (PESKOV, "vitally important for US"),
            (PESKOV, "experienced people"),
            (PESKOV, "However, this is the matter"),
            (PESKOV, "Russian President Vladimir Putin said"),
            (PESKOV, "The (countries) begin to see"),
        ),
        no_statements=("requires cooperation and we have been denied this cooperation,",),
        not_body=("All news", "Mikhail Metzel/TASS"),
    ),
    "003_7e2799d21e00b903": Reading(
        published=date(2015, 12, 10),
        method="stated",
        partners=("GB", "US"),
        outlet="Xinhua",
        statements=(
            ("Kremlin", "In this context, issues"),
            ("Downing Street", "The Prime Minister and President agreed"),
            (PUTIN, "foreign inspectors"),
        ),
        relayed=((PESKOV, "foreign inspectors"),),
        not_body=("Adjust font size:",),
    ),
    "004_1f829c9fc044b0e9": Reading(
        published=date(2020, 4, 30),
        method="inferred",
        partners=("US", "FR"),
        outlet="TASS",
        statements=(
            (PESKOV, "I don’t think that they"),
            (PESKOV, "Perhaps, it is mainly because"),
            ("Emmanuel Macron", "we have many differences"),
        ),
        relayed=((PESKOV, "we have many differences"),),
        not_body=("All news", "Mikhail Mettsel/TASS"),
    ),
}

each_seed = pytest.mark.parametrize("name", SEED_NAMES)


@cache
def read(name: str) -> Analysis:
    return analyze(read_seed(name))


@each_seed
def test_the_day_of_publication_is_found_with_evidence(name: str) -> None:
    published = read(name).published
    assert (published.date, published.method) == (READINGS[name].published, READINGS[name].method)
    assert published.evidence


@each_seed
def test_partners_come_best_first(name: str) -> None:
    assert tuple(tag.code for tag in read(name).countries if tag.role == "partner") == READINGS[name].partners


@each_seed
def test_the_outlet_is_read_from_the_copy(name: str) -> None:
    assert read(name).outlet == READINGS[name].outlet


@each_seed
def test_every_statement_has_its_right_speaker(name: str) -> None:
    found = [(quote.speaker.name if quote.speaker else None, quote.text) for quote in read(name).quotes]
    expected = READINGS[name].statements
    assert [speaker for speaker, _ in found] == [speaker for speaker, _ in expected]
    for (_, text), (_, opening) in zip(found, expected, strict=True):
        assert text.replace("\xa0", " ").startswith(opening)


@each_seed
def test_relayed_words_name_who_told_them(name: str) -> None:
    relayed = [(quote.via.name, quote.text) for quote in read(name).quotes if quote.via]
    expected = READINGS[name].relayed
    assert [teller for teller, _ in relayed] == [teller for teller, _ in expected]
    for (_, text), (_, opening) in zip(relayed, expected, strict=True):
        assert text.startswith(opening)


@each_seed
def test_foreign_speakers_alone_are_on_the_foreign_side(name: str) -> None:
    foreign = {"Barack Obama", "Downing Street", "Emmanuel Macron"}
    for quote in read(name).quotes:
        assert quote.speaker
        assert quote.side == ("foreign" if quote.speaker.name in foreign else "russia")


@each_seed
def test_names_headings_and_repeats_are_no_statements(name: str) -> None:
    assert {other.text for other in read(name).other_quoted} == set(READINGS[name].no_statements)


@each_seed
def test_what_is_not_body_is_marked_as_such(name: str) -> None:
    analysis = read(name)
    body = [analysis.text[block.start : block.end] for block in analysis.blocks if block.kind in BODY_KINDS]
    for words in READINGS[name].not_body:
        assert words in analysis.text
        assert not any(words in text for text in body)


@each_seed
def test_no_tag_is_drawn_from_what_is_not_body(name: str) -> None:
    analysis = read(name)
    drawn_from = BODY_KINDS | {"title", "deck", "heading"}
    sources = [(block.start, block.end) for block in analysis.blocks if block.kind in drawn_from]
    for tag in (*analysis.countries, *analysis.topics):
        assert tag.evidence
        for evidence in tag.evidence:
            assert any(start <= evidence.start and evidence.end <= end for start, end in sources)


def test_the_footer_on_a_banned_organisation_tags_no_country() -> None:
    listed_there_alone = {"CA", "AU", "AE", "IN", "ID"}
    for name in SEED_NAMES:
        assert listed_there_alone.isdisjoint(tag.code for tag in read(name).countries)


def test_a_machine_translated_name_is_the_person_it_stands_for() -> None:
    quote = next(quote for quote in read("000_ff58942433ff9216").quotes if quote.text.startswith("Putin thanked"))
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.as_written) == (PESKOV, "Sands")


def test_a_quotation_within_a_quotation_is_its_own_speakers() -> None:
    outer, nested = read("004_1f829c9fc044b0e9").quotes[1:]
    assert nested.kind == "nested"
    assert outer.spans[0].start < nested.spans[0].start < nested.spans[0].end < outer.spans[0].end


def test_a_statement_split_by_its_attribution_is_one_quote() -> None:
    split = read("002_f8b65e92520f43ef").quotes[0]
    assert len(split.spans) == 2
    assert split.text.endswith("This is the absurdity of the situation.")
