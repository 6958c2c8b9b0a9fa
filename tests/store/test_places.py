"""Where results stand in their search: exactly where the listing has them."""

from datetime import date
from itertools import pairwise

import pytest
from sqlmodel import Session

import app.store.reads.places as places_module
from app.store.reads import read_place, stream_articles, stream_quotes
from app.store.selection import Selection

SELECTIONS = [
    Selection(),
    Selection(sort="oldest"),
    Selection(query="talks"),
    Selection(query="the", countries=("GB",), role="any"),
    Selection(query="talks", sort="newest"),
    Selection(query="-talks"),
    Selection(countries=("GB",), role="any"),
    Selection(by="statement"),
    Selection(since=date(2015, 1, 1), sort="oldest"),
]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_quotes_are_walked_in_the_order_of_their_listing(session: Session, selection: Selection) -> None:
    listed = [quote.id for quote in stream_quotes(session, selection)]
    places = [read_place(session, "quotes", selection, one) for one in listed]
    assert [place and place.number for place in places] == [*range(1, len(listed) + 1)]
    assert {place.total for place in places if place} <= {len(listed)}
    for (here, place), (after, following) in pairwise(zip(listed, places, strict=True)):
        assert place
        assert following
        assert place.next
        assert place.next.quote_id == after
        assert following.previous
        assert following.previous.quote_id == here
    assert not places or (places[0] and places[0].previous is None and places[-1] and places[-1].next is None)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_articles_are_walked_in_the_order_of_their_listing(session: Session, selection: Selection) -> None:
    listed = [article.id for article in stream_articles(session, selection)]
    assert listed or selection.query
    found = [read_place(session, "articles", selection, one) for one in listed]
    places = [place for place in found if place]
    assert [place.number for place in places] == [*range(1, len(listed) + 1)]
    assert [place.next.article_id if place.next else None for place in places] == [*listed[1:], None][: len(listed)]
    assert [place.previous.article_id if place.previous else None for place in places] == [None, *listed][: len(listed)]


def test_what_is_not_among_the_results_has_no_place(session: Session) -> None:
    quote = next(iter(stream_quotes(session, Selection())))
    assert read_place(session, "quotes", Selection(outlets=("Nobody's Gazette",)), quote.id) is None
    assert read_place(session, "quotes", Selection(), "nothing") is None
    assert read_place(session, "articles", Selection(), quote.id) is None


def test_far_down_the_ranks_the_place_is_not_counted(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_module, "COUNTED", 2)
    talks = Selection(query="russia OR talks OR moscow OR washington OR day")
    listed = [article.id for article in stream_articles(session, talks)]
    assert len(listed) > 3
    places = [read_place(session, "articles", talks, one) for one in listed]
    assert [place and place.number for place in places] == [1, 2, *[None] * (len(listed) - 2)]
    assert places[3] is not None
    assert places[3].total == len(listed)
