"""Facets and tallies: how many items have each value."""

from datetime import date

from app.store.engine import Engine, Session
from app.store.reads import (
    corpus_generation,
    count_countries,
    count_months,
    count_speakers,
    count_topics,
    coverage,
    list_articles,
    list_quotes,
)
from app.store.records import Coverage, Facet, MonthCount, Tally
from app.store.selection import Selection
from tests.store.conftest import LIBRARY, Keep


def counts(session: Session, selection: Selection, name: str) -> dict[str, int]:
    return {facet.value: facet.count for facet in list_quotes(session, selection).facets[name]}


def article_counts(session: Session, selection: Selection, name: str) -> dict[str, int]:
    return {facet.value: facet.count for facet in list_articles(session, selection).facets[name]}


def test_facets_count_quotes(session: Session) -> None:
    everything = Selection()
    assert counts(session, everything, "country") == {"GB": 3, "US": 3, "UA": 2}
    assert counts(session, everything, "speaker") == {"dmitry-peskov": 3, "vladimir-putin": 2, "ada-norman": 1}
    assert counts(session, everything, "side") == {"russia": 5, "foreign": 1, "unknown": 1}
    assert counts(session, everything, "outlet") == {"TASS": 3, "Xinhua": 1}
    assert counts(session, everything, "kind") == {"direct": 6, "partial": 1}
    assert counts(session, everything, "year") == {"2016": 3, "2015": 3}
    assert counts(session, everything, "topic") == {
        "bilateral-relations": 2,
        "sanctions": 1,
        "counter-terrorism": 1,
        "ukraine": 2,
    }


def test_facets_count_articles(session: Session) -> None:
    everything = Selection()
    assert article_counts(session, everything, "country") == {"GB": 1, "US": 2, "UA": 1, "DE": 1}
    assert article_counts(session, everything, "speaker") == {"dmitry-peskov": 2, "vladimir-putin": 2, "ada-norman": 1}
    assert article_counts(session, everything, "kind") == {"direct": 4, "partial": 1}


def test_a_facet_of_articles_asks_one_quote_for_all(session: Session) -> None:
    assert article_counts(session, Selection(sides=("foreign",)), "speaker") == {"ada-norman": 1}


def test_a_facet_follows_the_other_filters_but_not_its_own_choice(session: Session) -> None:
    chosen = Selection(countries=("UA",), speakers=("vladimir-putin",))
    assert counts(session, chosen, "country") == {"US": 2, "UA": 1}
    assert counts(session, chosen, "speaker") == {"vladimir-putin": 1}
    typed = Selection(query="country:ua speaker:putin")
    assert counts(session, typed, "country") == {"US": 2, "UA": 1}


def test_mentions_count_when_they_are_asked_for(session: Session) -> None:
    assert counts(session, Selection(role="any"), "country")["DE"] == 1


def test_chosen_values_are_marked_and_stay_in_sight(session: Session) -> None:
    facets = list_quotes(session, Selection(countries=("FR", "GB"), query="sanctions")).facets
    assert facets["country"] == [
        Facet("GB", "United Kingdom", 1, selected=True),
        Facet("FR", "France", 0, selected=True),
    ]
    years = list_quotes(session, Selection(since=date(2016, 1, 1), until=date(2016, 12, 31))).facets["year"]
    assert years == [Facet("2016", "2016", 3, selected=True), Facet("2015", "2015", 3, selected=False)]


def test_partners_are_counted_with_their_first_and_last_day(session: Session) -> None:
    assert count_countries(session, Selection()) == [
        Tally("US", "United States", 3, 2, date(2016, 11, 11), date(2016, 11, 11)),
        Tally("GB", "United Kingdom", 3, 1, date(2015, 11, 16), date(2015, 11, 16)),
        Tally("UA", "Ukraine", 2, 1, date(2016, 11, 11), date(2016, 11, 11)),
        Tally("DE", "Germany", 0, 1, None, None),
    ]


def test_speakers_and_topics_are_counted(session: Session) -> None:
    assert [(tally.key, tally.quotes, tally.articles) for tally in count_speakers(session, Selection())] == [
        ("dmitry-peskov", 3, 2),
        ("vladimir-putin", 2, 2),
        ("ada-norman", 1, 1),
    ]
    assert {tally.key: tally.quotes for tally in count_topics(session, Selection(countries=("GB",)))} == {
        "bilateral-relations": 2,
        "sanctions": 1,
    }


def test_months_are_counted_in_order(session: Session) -> None:
    assert count_months(session, Selection()) == [
        MonthCount(date(2015, 11, 1), 3, 1),
        MonthCount(date(2016, 11, 1), 3, 2),
    ]


def test_coverage_knows_the_undated_and_the_unknown(session: Session) -> None:
    assert coverage(session) == [
        Coverage("TASS", date(2015, 11, 1), 1),
        Coverage("Xinhua", date(2016, 11, 1), 1),
        Coverage(None, date(2016, 11, 1), 1),
        Coverage(None, None, 2),
    ]


def test_the_corpus_has_a_generation(session: Session) -> None:
    assert corpus_generation(session) not in {"", "empty"}


def test_counts_are_remembered_until_the_next_ingest(writer: Engine, keep: Keep) -> None:
    keep(LIBRARY[0])
    with Session(writer) as session:
        first = list_quotes(session, Selection(), limit=1)
        statements: list[str] = []
        connection = session.connection().connection.driver_connection
        assert connection is not None
        connection.set_trace_callback(statements.append)
        second = list_quotes(session, Selection(sort="oldest"), limit=1, cursor=None)
        connection.set_trace_callback(None)
    assert first.facets is second.facets
    assert not any("matching" in statement for statement in statements)
    keep(LIBRARY[1])
    with Session(writer) as session:
        assert list_quotes(session, Selection()).total == first.total + 1
