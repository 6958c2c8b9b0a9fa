"""The order in which an article is read. Each step is one module; see ``document.Step``."""

from __future__ import annotations

from app.extraction.attribution import attribute_quotes
from app.extraction.blocks import mark_blocks
from app.extraction.countries import tag_countries
from app.extraction.dates import date_publication, date_statements, find_days
from app.extraction.document import Document, Step
from app.extraction.model import Analysis, Source
from app.extraction.names import find_names
from app.extraction.passages import split_passages
from app.extraction.phrasebook import find_phrases
from app.extraction.quotations import find_quotations
from app.extraction.quote_tags import tag_quotes
from app.extraction.topics import tag_topics
from app.extraction.vocabulary import Vocabulary, load_vocabulary

PIPELINE: tuple[Step, ...] = (
    mark_blocks,  # text -> blocks, dateline, stamps, title, deck, outlet, language
    find_phrases,  # text -> where phrases of the vocabulary stand
    find_names,  # phrases -> people, bodies, offices, countries and places that the vocabulary knows
    find_days,  # blocks -> the days that the body names
    date_publication,  # dateline, stamps, names and days -> published
    find_quotations,  # text -> stretches between quotation marks
    attribute_quotes,  # quotations and names -> quotes with speakers, other_quoted
    date_statements,  # quotes, days and published -> the statements' own days
    split_passages,  # blocks and names -> the sentences from which countries and topics are read
    tag_countries,  # names -> partners and mentions
    tag_topics,  # phrases -> topics
    tag_quotes,  # where names of countries and words of topics stand -> the countries and topics of each quote
)


def analyze(source: Source, vocabulary: Vocabulary | None = None) -> Analysis:
    """Read one article: what was said by whom, when, about which country and topic, and where it stands.

    ``source.text`` must be canonical (see ``canonical_text``); every offset in the result counts code points over it.
    Never raises on account of what the text says.
    """
    known = vocabulary or load_vocabulary()
    document = Document(source=source, text=source.text)
    for step in PIPELINE:
        document = step(document, known)
    return Analysis(
        id=source.name,
        text=document.text,
        title=document.title,
        deck=document.deck,
        outlet=document.outlet,
        url=source.url,
        language=document.language,
        published=document.published,
        dateline=document.dateline,
        blocks=document.blocks,
        quotes=document.quotes,
        other_quoted=document.other_quoted,
        countries=document.countries,
        topics=document.topics,
    )


def canonical_text(decoded: str) -> str:
    """Return the canonical text of a revision: newlines normalised to line feeds and a leading BOM dropped, no more."""
    return decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
