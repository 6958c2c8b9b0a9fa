"""Whose words a quotation is: quotations and names go in, quotes with speakers come out.

``lexicon`` shapes the vocabulary, ``cast`` finds everybody an article names, ``sentences`` and ``tokens`` read the
narration around quotations, ``phrases`` and ``clauses`` find the cue and its subject, ``resolution`` says whom a
subject means, ``reading`` puts an article together. What is no statement is told apart in ``app.extraction.statements``.
"""

from __future__ import annotations

from dataclasses import replace

from app.extraction.attribution.lexicon import lexicon_of
from app.extraction.attribution.quotes import assemble_quotes
from app.extraction.attribution.reading import Reading
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Quotation
from app.extraction.statements import sort_quotations
from app.extraction.vocabulary import Vocabulary

__all__ = ["attribute_quotes"]


def attribute_quotes(document: Document, vocabulary: Vocabulary) -> Document:
    """Turn quotations into quotes with speakers, and list what is quoted without being a statement."""
    outermost = [quotation for quotation in document.quotations if quotation.depth == 0]
    lexicon = lexicon_of(vocabulary)
    told = _in_body(document, outermost)
    reading = Reading(document, told, vocabulary, lexicon)
    utterances = reading.attribute()
    statements, others = sort_quotations(document, utterances, lexicon)
    quotes = assemble_quotes(document, statements, vocabulary)
    return replace(document, quotes=tuple(quotes), other_quoted=tuple(others))


def _in_body(document: Document, quotations: list[Quotation]) -> list[Quotation]:
    """Return the quotations that the outlet itself makes in the body of the article."""
    body = list(document.body())
    if not body:
        return quotations
    kept, at = [], 0
    for quotation in quotations:
        while at < len(body) and body[at].end <= quotation.start:
            at += 1
        if at < len(body) and body[at].start <= quotation.start:
            kept.append(quotation)
    return kept
