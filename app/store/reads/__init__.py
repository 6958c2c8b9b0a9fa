"""Reading what is kept: listings, items, facets and counts, as plain records. The only reads that speak SQL."""

from app.store.query_language import InvalidQuery
from app.store.reads.carriers import read_carriers
from app.store.reads.criteria import read_typed_filters
from app.store.reads.cursors import InvalidCursor
from app.store.reads.days import article_days, count_days
from app.store.reads.details import read_article, read_quote, read_speaker
from app.store.reads.facets import MOST_FACET_VALUES
from app.store.reads.generation import corpus_generation, current_generation
from app.store.reads.grids import Subject, count_grid
from app.store.reads.listings import (
    list_articles,
    list_quotes,
    stream_articles,
    stream_quotes,
    total_articles,
    total_quotes,
)
from app.store.reads.lookups import LookedUp
from app.store.reads.neighbours import read_neighbours
from app.store.reads.overview import read_overview
from app.store.reads.places import read_place
from app.store.reads.related import read_related
from app.store.reads.relays import count_relayers
from app.store.reads.revisions import read_revision_text, read_revisions
from app.store.reads.spelling import suggest_query
from app.store.reads.tallies import (
    count_countries,
    count_months,
    count_speakers,
    count_topics,
    coverage,
)
from app.store.reads.wordings import read_earlier_wordings
from app.store.reads.words import MOST_STATEMENTS, read_words

__all__ = [
    "MOST_FACET_VALUES",
    "MOST_STATEMENTS",
    "InvalidCursor",
    "InvalidQuery",
    "LookedUp",
    "Subject",
    "article_days",
    "corpus_generation",
    "count_countries",
    "count_days",
    "count_grid",
    "count_months",
    "count_relayers",
    "count_speakers",
    "count_topics",
    "coverage",
    "current_generation",
    "list_articles",
    "list_quotes",
    "read_article",
    "read_carriers",
    "read_earlier_wordings",
    "read_neighbours",
    "read_overview",
    "read_place",
    "read_quote",
    "read_related",
    "read_revision_text",
    "read_revisions",
    "read_speaker",
    "read_typed_filters",
    "read_words",
    "stream_articles",
    "stream_quotes",
    "suggest_query",
    "total_articles",
    "total_quotes",
]
