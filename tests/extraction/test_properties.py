"""What holds for any text whatever, newswire or not."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.extraction import Analysis, Source, analyze, canonical_text
from app.extraction.model import Evidence, Span

FRAGMENTS = [
    *("“", "”", '"', "''", "«", "»", "‘", "’", "'", "\n", "\n\n", " ", " – ", " — ", ", ", ". ", "? ", ": ", "(", "]"),
    *("Peskov said", " said Vladimir Putin", "he added", "according to the Kremlin", "told reporters on Friday"),
    *("MOSCOW, May 5. /TASS/. ", "LONDON on 3 March. ", "Xinhua, July 9, 2019", "29 February 2015", "31 June"),
    *("Vladimir Putin: ", "Question: ", "See also", "All news", "© ", "[ad_1]", "{{element.title}}"),
    *("The talks went well", "we agreed on gas", "British Prime Minister David Cameron", "the United States", "Syria"),
    *("“We agreed,” Peskov said. “It was useful.”", "He told Xi that ‘trade grows’.", "Turkey", "may", "Sands"),
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=40).map("".join).map(canonical_text)


def read(text: str) -> Analysis:
    return analyze(Source(text=text, name="any"))


def all_evidence(analysis: Analysis) -> Iterator[Evidence]:
    yield from analysis.published.evidence
    for tag in (*analysis.countries, *analysis.topics):
        yield from tag.evidence
    for quote in analysis.quotes:
        yield from quote.statement_date_evidence


@given(TEXTS)
def test_every_finding_lies_inside_the_text_and_repeats_it(text: str) -> None:
    analysis = read(text)
    assert analysis.text == text
    for block in analysis.blocks:
        assert 0 <= block.start < block.end <= len(text)
    for quote in analysis.quotes:
        assert quote.text == " ".join(text[span.start : span.end] for span in quote.spans)
        if quote.cue:
            assert quote.cue.text == text[quote.cue.start : quote.cue.end]
    for other in analysis.other_quoted:
        assert other.text == text[other.start : other.end]
    for evidence in all_evidence(analysis):
        assert 0 <= evidence.start <= evidence.end <= len(text)
        assert evidence.start == evidence.end or evidence.text == text[evidence.start : evidence.end]


@given(TEXTS)
def test_blocks_and_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    analysis = read(text)
    assert all(one.end <= two.start for one, two in pairwise(analysis.blocks))
    for quote in analysis.quotes:
        assert quote.spans
        assert all(span.start < span.end for span in quote.spans)
        assert all(one.end <= two.start for one, two in pairwise(quote.spans))


@given(TEXTS)
def test_nothing_is_both_a_statement_and_not(text: str) -> None:
    analysis = read(text)
    statements = {span for quote in analysis.quotes for span in quote.spans}
    assert statements.isdisjoint(Span(other.start, other.end) for other in analysis.other_quoted)


@given(TEXTS)
def test_a_date_is_claimed_only_with_a_method_and_its_candidate(text: str) -> None:
    published = read(text).published
    assert (published.date is None) == (published.method == "unknown")
    assert 0 <= published.confidence <= 1
    if published.date:
        assert published.date in published.candidates
        assert published.evidence


@given(TEXTS)
def test_reading_twice_gives_the_same_and_ids_are_unique(text: str) -> None:
    analysis = read(text)
    assert analysis == read(text)
    ids = [quote.id for quote in analysis.quotes]
    assert len(ids) == len(set(ids))


@given(TEXTS)
def test_an_address_belongs_to_one_article(text: str) -> None:
    here = {quote.id for quote in read(text).quotes}
    elsewhere = {quote.id for quote in analyze(Source(text=text, name="another")).quotes}
    assert len(here) == len(elsewhere)
    assert here.isdisjoint(elsewhere)
