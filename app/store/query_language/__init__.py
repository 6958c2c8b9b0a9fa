"""What somebody typed into the search box, understood: words to match, filters, synonyms, and what to highlight.

Pure, and forgiving: whatever is odd or unbalanced is read as well as it can be, and what could not be used is reported.

    constructive dialogue        both words, in any form ("dialogues")
    "constructive dialogue"      the words in this order; curly quotation marks do as well
    sanctions OR embargo         either; AND is implied between words
    sanctions NOT oil, -oil      without
    negotiat*                    any word that begins so
    NEAR(Putin Obama, 5)         within five words of each other; also: Putin NEAR Obama
    (Kiev OR Minsk) talks        parentheses group
    speaker:peskov country:gb    filters; see ``filters`` for all of them
"""

from app.store.query_language.editing import with_filter_replaced, with_replacements, without_filters
from app.store.query_language.filters import FieldFilter
from app.store.query_language.highlighting import excerpt, highlight_spans
from app.store.query_language.parsing import MAX_LENGTH, InvalidQuery, ParsedQuery, parse_query
from app.store.query_language.synonyms import AppliedSynonym

__all__ = [
    "MAX_LENGTH",
    "AppliedSynonym",
    "FieldFilter",
    "InvalidQuery",
    "ParsedQuery",
    "excerpt",
    "highlight_spans",
    "parse_query",
    "with_filter_replaced",
    "with_replacements",
    "without_filters",
]
