"""Which quotations are statements, and what the others are: names, scare quotes, repeats, headings.

A quotation is a statement unless its place or its shape says otherwise. Names stand after a naming noun, in apposition
or in title case; scare quotes are a word or two that nobody is said to have said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, utils

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.utterance import Quoted
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Block, OtherQuoted, OtherReason, Quotation
from app.extraction.quoted_words import QuotedWords

_LONGEST_NAME = 10
"""Words in the longest quotation that can be a name or title."""
_LONGEST_OTHER = 120
"""Code points in the longest such quotation."""
_LONGEST_SCARE, _LONGEST_NICKNAME = 3, 2
"""Words in the longest quotation that is set off without being said, and in the longest nickname."""
_LONGEST_INTERRUPTION = 12
"""Tokens between the two parts of a sentence that an attribution interrupts."""
_LONGEST_LABEL = 30
"""Code points of the longest quotation that is a label when it recurs."""
_NEAR_CUE = 4
"""Tokens between a cue and a word or two in quotation marks that still makes them somebody's words."""
_LONGEST_COMPARED = 2000
"""Code points of a quotation that are compared when repeats are looked for."""
_MOST_COMPARED = 100
"""Statements with which the quotations of headings are compared."""
_REPEATED = 80
"""Similarity in per cent from which a heading repeats a quotation of the body."""
_SINGLE_MARKS, _STRAIGHT = "'‘’", '"'
_ODD_MARKS = _SINGLE_MARKS + _STRAIGHT
_RUNS_ON = re.compile(r"\s[A-Z]\w")
_UNSAID = frozenset({"none", "loose", "led", "carried"})
"""Forms of attribution without a verb of speech beside the quotation."""
_BLOCK_REASONS: dict[str, OtherReason] = {"title": "title", "heading": "heading", "deck": "title", "related": "title"}


def sort_quotations(
    document: Document, utterances: Sequence[Quoted], lexicon: Lexicon
) -> tuple[list[Quoted], list[OtherQuoted]]:
    """Return the utterances that are statements, and the other quotations of the article with a reason each."""
    statements, others = [], []
    labels, text = _labels(document.text, utterances), document.text
    odd = _in_odd_marks(text, utterances)
    for utterance in utterances:
        reason = _other_reason(text, utterance, lexicon)
        if reason is None and labels:
            reason = _label_reason(text, utterance, labels, lexicon)
        if reason is None and odd and utterance.quotation.outer_start in odd and _is_unsaid(text, utterance):
            reason = "heading"
        if reason is None:
            statements.append(utterance)
        else:
            others.append(_other(document, utterance.quotation, reason))
    others.extend(_elsewhere(document, [utterance.quotation for utterance in statements]))
    return statements, sorted(others, key=lambda other: other.start)


def _labels(text: str, utterances: Sequence[Quoted]) -> frozenset[str]:
    """Return the word or two that a body quotes again and again: what something is called, said by nobody."""
    spans = [utterance.quotation[:2] for utterance in utterances]
    short = [_bare(text, start, end) for start, end in spans if end - start <= _LONGEST_LABEL]
    if len(set(short)) == len(short):
        return frozenset()
    counts = Counter(words for words in short if words.count(" ") < _LONGEST_NICKNAME)
    return frozenset(words for words, count in counts.items() if count > 1)


def _in_odd_marks(text: str, utterances: Sequence[Quoted]) -> frozenset[int]:
    """Return where quotations begin whose marks are not those into which a body puts what is said.

    Single ones beside double ones are those of sub-headings and links, which such copy prints within its paragraphs;
    straight ones beside curly ones that never close open the paragraphs of an excerpt.
    """
    starts = [utterance.quotation.outer_start for utterance in utterances]
    if not any(text[start] in _ODD_MARKS for start in starts):
        return frozenset()
    odd = [utterance.quotation.outer_start for utterance in utterances if _is_odd(text, utterance.quotation)]
    straight = sum(text[start] == _STRAIGHT for start in odd)
    if straight and not any(text[start] == "“" for start in starts):
        odd = [start for start in odd if text[start] != _STRAIGHT]
    return frozenset(odd if len(utterances) - len(odd) > 2 * len(odd) else ())


def _is_odd(text: str, quotation: Quotation) -> bool:
    start, end, outer_start, outer_end, _, _ = quotation
    mark = text[outer_start]
    is_unclosed, is_short = end == outer_end, end - start <= _LONGEST_OTHER
    return start - outer_start == 1 and ((mark in _SINGLE_MARKS and is_short) or (mark == _STRAIGHT and is_unclosed))


def _is_unsaid(text: str, utterance: Quoted) -> bool:
    """Return whether no verb attributes a quotation, or its line ends with it and the next sentence follows."""
    quotation = utterance.quotation
    runs_on = text[quotation.end - 1].isalnum() and _RUNS_ON.match(text, quotation.outer_end) is not None
    return runs_on or utterance.form in _UNSAID


def _bare(text: str, start: int, end: int) -> str:
    return text[start:end].lower().strip(".,")


def _is_called(utterance: Quoted, lexicon: Lexicon) -> bool:
    """Return whether somebody calls something so (`dismissed the report as “fake news”`), right before it."""
    clause, place = utterance.clause, utterance.place
    if clause is None or clause.form != "before" or utterance.index - clause.last > _NEAR_CUE:
        return False
    between = range(clause.last + 1, utterance.index)
    governed = any(place.is_word(index, lexicon.prepositions) for index in between)  # `spoke about the “winter report”`
    calls = lexicon.called & (lexicon.uttered | lexicon.taking_as)
    return not governed and place.is_word(clause.last, calls) and place.is_finite_cue(clause.last)


def _label_reason(text: str, utterance: Quoted, labels: frozenset[str], lexicon: Lexicon) -> OtherReason | None:
    """Return the reason if a quotation is such a label and no attribution follows it."""
    quotation = utterance.quotation
    if quotation.end - quotation.start > _LONGEST_LABEL:
        return None
    if _bare(text, quotation.start, quotation.end) not in labels or utterance.form in ("after", "turn"):
        return None
    if text[quotation.start].islower() and _is_called(utterance, lexicon):
        return None
    return "scare" if text[quotation.start].islower() else "name"


def _other(document: Document, quotation: Quotation, reason: OtherReason) -> OtherQuoted:
    return OtherQuoted(quotation.start, quotation.end, document.text[quotation.start : quotation.end], reason)


def _elsewhere(document: Document, said: Sequence[Quotation]) -> Iterator[OtherQuoted]:
    """Yield the quotations of title, deck, headings and footnotes: repeats of a statement in the body, or none."""
    outside = list(_outside_body(document))
    bodies = [_comparable(document.text, quotation) for quotation in said[:_MOST_COMPARED]] if outside else []
    for quotation, block in outside:
        text = _comparable(document.text, quotation)
        if block.kind not in _BLOCK_REASONS:
            yield _other(document, quotation, "name" if len(text.split()) <= _LONGEST_NAME else "heading")
        elif any(fuzz.token_set_ratio(text, body, score_cutoff=_REPEATED) for body in bodies):
            yield _other(document, quotation, "repeat")
        else:
            yield _other(document, quotation, _BLOCK_REASONS[block.kind])


def _comparable(text: str, quotation: Quotation) -> str:
    """Return a quotation's words without letter case and punctuation."""
    return utils.default_process(text[quotation.start : quotation.end][:_LONGEST_COMPARED])


def _outside_body(document: Document) -> Iterator[tuple[Quotation, Block]]:
    blocks, at = document.blocks, 0
    for quotation in document.quotations:
        while at < len(blocks) and blocks[at].end <= quotation.start:
            at += 1
        if at == len(blocks):
            return
        if quotation.depth == 0 and blocks[at].start <= quotation.start and blocks[at].kind not in BODY_KINDS:
            yield quotation, blocks[at]


def _other_reason(text: str, utterance: Quoted, lexicon: Lexicon) -> OtherReason | None:
    start, end, _, _, _, _ = utterance.quotation
    if end - start > _LONGEST_OTHER:
        return None
    if sum(map(str.isalnum, text[start:end].split())) > _LONGEST_NAME:
        return None  # the words without a mark are too many already
    quoted = QuotedWords(text, utterance, lexicon)
    if not quoted.words or len(quoted.words) > _LONGEST_NAME:
        return None
    if quoted.is_heading():
        return "heading"
    if (len(quoted.words) <= _LONGEST_SCARE and quoted.is_outlet()) or quoted.is_honour() or _is_name(quoted):
        return "name"
    return "scare" if _is_scare(quoted) else None


def _is_name(quoted: QuotedWords) -> bool:
    """Return whether a quotation is what something is called: after `the ship`, in a name, in title case."""
    place, lexicon, distance = quoted.place, quoted.lexicon, quoted.distance
    before, length = quoted.noun_before(), len(quoted.words)
    if quoted.begins_small():
        return before is not None and not quoted.follows("(") and place.is_word(before, lexicon.named)
    if quoted.is_sentence() or quoted.follows(":"):
        return quoted.is_exclaimed_name() and not quoted.follows(":")
    title = quoted.is_title_case()
    if before is not None and place.is_word(before, lexicon.naming):
        # `called it the “Northern Way”`, of somebody's; but `a report dubbed “The roads of Ghana”`
        verb = place.tokens[before].is_attributing and not place.is_word(before - 1, lexicon.naming)
        if title or distance != 0 or not verb:
            return True
    if quoted.names_source() or quoted.is_called_name() or quoted.is_told() or quoted.is_work():
        return True
    if length <= _LONGEST_NICKNAME and (quoted.stands_inside_name() or quoted.opens_as_subject()):
        return True
    if length <= _LONGEST_SCARE and quoted.follows_noun():
        return True
    if not title:
        return False
    if distance is None or (quoted.utterance.form == "before" and distance > 1):
        return True
    attached = before is not None and (place.is_word(before, lexicon.prepositions) or place.tokens[before].possessive)
    return quoted.modifies() or (attached and length > 1)


def _is_scare(quoted: QuotedWords) -> bool:
    """Return whether a word or two are set off without anybody being said to have said them."""
    utterance, distance = quoted.utterance, quoted.distance
    if len(quoted.words) > _LONGEST_SCARE or quoted.follows(":") or _goes_on(quoted):
        return False
    if utterance.voice is None and distance != 0:
        return True
    if distance is None:
        if utterance.form == "announced":
            return False
        return utterance.form != "carried" or utterance.index > 0 or len(utterance.place.tokens) > 2
    if len(quoted.words) < _LONGEST_SCARE and quoted.is_denied():
        return True
    return distance > _NEAR_CUE and len(quoted.words) < _LONGEST_SCARE and quoted.modifies()


def _goes_on(quoted: QuotedWords) -> bool:
    """Return whether it ends a sentence that an attribution interrupts: `“The bridge,” said Lee, “is shut.”`."""
    place, index = quoted.place, quoted.index
    if not quoted.follows(",") or not quoted.begins_small():
        return False
    nearest = range(index - 1, max(-1, index - 1 - _LONGEST_INTERRUPTION), -1)
    begun = next((at for at in nearest if place.tokens[at].kind == "quote"), None)
    quotation = place.tokens[begun].quotation if begun is not None else None
    if begun is None or quotation is None or quoted.text[quotation.end - 1] != ",":
        return False
    return any(place.is_word(at, quoted.lexicon.said) for at in range(begun + 1, index))
