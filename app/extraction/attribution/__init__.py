"""Whose words a quotation is: quotations and names go in, quotes with speakers come out.

``lexicon`` shapes the vocabulary. ``company`` finds the ``cast`` whom an article names, ``introductions`` the people
whom only the text knows (in the ``runs`` of capitals), ``descriptions`` the roles beside names, where ``titles`` and
``title_words`` tell them, ``origins`` the countries that words tell. ``sentences``, ``tokens``, ``words``, ``phrases``
and ``subjects`` read the narration around quotations; ``clauses`` chooses the attribution, ``clause_after``,
``clause_before`` (with ``reach`` and ``participles``), ``inversion`` and ``references`` find it. ``resolution`` says
whom a subject means, with ``antecedents`` for pronouns, ``roles`` for offices, ``bodies`` for ministries and ``owners``
for those who serve them; ``reading`` puts an article together, ``principal`` speaks for what nothing attributes.
``transcripts`` and ``nested`` read turns and speech within speech; ``quotes`` gives all of it the contract's shape.
What is no statement is told apart in ``app.extraction.statements``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.attribution.cast import Cast
from app.extraction.attribution.company import assemble_cast
from app.extraction.attribution.interruptions import without_interruptions
from app.extraction.attribution.lexicon import Lexicon, lexicon_of
from app.extraction.attribution.nested import quoted_within
from app.extraction.attribution.quotes import assemble_quotes
from app.extraction.attribution.reading import Reading
from app.extraction.attribution.transcripts import outside_turns, read_turns
from app.extraction.attribution.utterance import Quoted, Utterance
from app.extraction.document import Document
from app.extraction.model import Quotation
from app.extraction.statements import sort_quotations
from app.extraction.vocabulary import Vocabulary

__all__ = ["attribute_quotes"]


def attribute_quotes(document: Document, vocabulary: Vocabulary) -> Document:
    """Turn quotations into quotes with speakers, and list what is quoted without being a statement."""
    lexicon = lexicon_of(vocabulary)
    if not document.quotations and ": " not in document.text and all(b.kind != "turn" for b in document.blocks):
        return document
    cast = assemble_cast(document, vocabulary, lexicon)
    turns = read_turns(document, cast, lexicon)
    told = without_interruptions(document.text, outside_turns(_in_body(document), turns), lexicon)
    utterances = Reading(document, told, cast, lexicon).attribute() if told else []
    statements, others = sort_quotations(document, utterances, lexicon)
    spoken = sorted([*turns, *statements, *_within(document, statements, cast, lexicon)], key=_place)
    quotes = assemble_quotes(document, spoken, vocabulary)
    document.quotes, document.other_quoted = tuple(quotes), tuple(others)
    return document


def _place(utterance: Utterance) -> tuple[int, int]:
    return utterance.quotation.start, -utterance.quotation.end


def _within(document: Document, statements: Sequence[Quoted], cast: Cast, lexicon: Lexicon) -> Iterator[Utterance]:
    """Yield what the speakers of the statements quote others as saying."""
    inner = [quotation for quotation in document.quotations if quotation.depth > 0]
    at = 0
    for statement in statements:
        while at < len(inner) and inner[at].end <= statement.quotation.start:
            at += 1
        last = at
        while last < len(inner) and inner[last].end <= statement.quotation.end:
            last += 1
        if last > at:
            yield from quoted_within(document.text, statement, inner[at:last], cast, lexicon)
        at = last


def _in_body(document: Document) -> list[Quotation]:
    """Return the outermost quotations in the body of the article."""
    quotations = [quotation for quotation in document.quotations if quotation.depth == 0]
    body = list(document.body())
    if not document.blocks:
        return quotations
    kept, at = [], 0
    for quotation in quotations:
        start = quotation.start
        while at < len(body) and body[at].end <= start:
            at += 1
        if at < len(body) and body[at].start <= start:
            kept.append(quotation)
    return kept
