"""Which quotations are statements, and what the others are: names, scare quotes, repeats, headings."""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.reading import Utterance
from app.extraction.document import Document
from app.extraction.model import OtherQuoted, OtherReason


_SMALL_WORDS = frozenset("a an and as at by for from in of on or the to vs with".split())
"""Words that titles leave in lower case."""


def sort_quotations(
    document: Document, utterances: Sequence[Utterance], lexicon: Lexicon
) -> tuple[list[Utterance], list[OtherQuoted]]:
    """Return the utterances that are statements, and the other quotations of the article with a reason each."""
    statements, others = [], []
    text = document.text
    for utterance in utterances:
        quotation = utterance.quotation
        reason = _other_reason(text, utterance, lexicon)
        if reason is None:
            statements.append(utterance)
        else:
            others.append(OtherQuoted(quotation.start, quotation.end, text[quotation.start : quotation.end], reason))
    return statements, others


def _other_reason(text: str, utterance: Utterance, lexicon: Lexicon) -> OtherReason | None:
    quotation = utterance.quotation
    words = text[quotation.start : quotation.end].split()
    before = text[max(0, quotation.outer_start - 30) : quotation.outer_start].lower().split()
    if len(words) <= 8 and _is_title_case(words):
        named = before and before[-1] in lexicon.naming
        if named or len(words) <= 4 and utterance.form in ("before", "loose", "none", "led", "carried"):
            return "name"
    if len(words) <= 3 and utterance.form in ("loose", "none", "led", "carried"):
        return "scare"
    return None


def _is_title_case(words: Sequence[str]) -> bool:
    kept = [word for word in words if word.lower() not in _SMALL_WORDS]
    return all(not word[:1].islower() for word in kept) and any(word[:1].isupper() for word in kept)
