"""Which quotations are statements, and what the others are: names, scare quotes, repeats, headings.

A quotation is a statement unless its place or its shape says otherwise. Names stand after a naming noun, in apposition
or in title case; scare quotes are a word or two that nobody is said to have said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, utils

from app.extraction.attribution.cast import slug_of
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.utterance import Quoted
from app.extraction.document import BODY_KINDS, Document
from app.extraction.model import Block, OtherQuoted, OtherReason, Quotation

_SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "la", "of", "on", "or", "the", "to", "vs", "with"]
)
"""Words that titles leave in lower case."""
_LONGEST_NAME = 10
"""Words in the longest quotation that can be a name or title."""
_LONGEST_OTHER = 120
"""Code points in the longest such quotation."""
_LONGEST_SCARE = 3
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
_BLOCK_REASONS: dict[str, OtherReason] = {"title": "title", "heading": "heading", "deck": "title", "related": "title"}
_SITE = re.compile(r"[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,6}")
_ARTICLES = frozenset({"the", "a", "an"})
_BETWEEN_NAMES = frozenset({",", "(", ":", "as"})
_OF = frozenset({"of", "on"})
"""What may stand between a noun and the name of its thing: `the law on “…”`, `the status of “…”`."""
_KNOWN_AS = frozenset(
    {
        "known",
        "nicknamed",
        "so-called",
        "titled",
        "entitled",
        "codenamed",
        "code-named",
        "status",
        "nickname",
        "bill",
        "law",
    }
)
"""What is quoted after these is a name, small letters or not."""
_HALF_CAPITAL = re.compile(r"-[a-z]{3}")
"""No title writes `Afghan-led`."""
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")


def sort_quotations(
    document: Document, utterances: Sequence[Quoted], lexicon: Lexicon
) -> tuple[list[Quoted], list[OtherQuoted]]:
    """Return the utterances that are statements, and the other quotations of the article with a reason each."""
    statements, others = [], []
    labels = _labels(document.text, utterances)
    for utterance in utterances:
        reason = _other_reason(document.text, utterance, lexicon) or _label_reason(document.text, utterance, labels)
        if reason is None:
            statements.append(utterance)
        else:
            others.append(_other(document, utterance.quotation, reason))
    others.extend(_elsewhere(document, [utterance.quotation for utterance in statements]))
    return statements, sorted(others, key=lambda other: other.start)


def _labels(text: str, utterances: Sequence[Quoted]) -> frozenset[str]:
    """Return the word or two that a body quotes again and again: what something is called, said by nobody."""
    spans = [(utterance.quotation.start, utterance.quotation.end) for utterance in utterances]
    short = [_bare(text, start, end) for start, end in spans if end - start <= _LONGEST_LABEL]
    if len(set(short)) == len(short):
        return frozenset()
    counts = Counter(words for words in short if words.count(" ") < _LONGEST_SCARE)
    return frozenset(words for words, count in counts.items() if count > 1)


def _bare(text: str, start: int, end: int) -> str:
    return text[start:end].lower().strip(".,")


def _label_reason(text: str, utterance: Quoted, labels: frozenset[str]) -> OtherReason | None:
    """Return the reason if a quotation is such a label and no attribution follows it."""
    quotation = utterance.quotation
    if not labels or quotation.end - quotation.start > _LONGEST_LABEL:
        return None
    if _bare(text, quotation.start, quotation.end) not in labels or utterance.form in ("after", "turn"):
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
    quotation = utterance.quotation
    if quotation.end - quotation.start > _LONGEST_OTHER:
        return None
    words = _WORD.findall(text, quotation.start, quotation.end)
    if not words or len(words) > _LONGEST_NAME:
        return None
    if _is_heading(text, utterance, words):
        return "heading"
    distance = _distance_from_cue(utterance)
    if len(words) <= _LONGEST_SCARE and _is_outlet(text[quotation.start : quotation.end], lexicon):
        return "name"
    if _is_name(text, utterance, words, distance, lexicon):
        return "name"
    return "scare" if _is_scare(text, utterance, words, distance, lexicon) else None


def _is_outlet(words: str, lexicon: Lexicon) -> bool:
    """Return whether a quotation is the name of an outlet or of a site (`reports "Example.com"`)."""
    return slug_of(words) in lexicon.outlets or _SITE.fullmatch(words) is not None


def _is_title_case(words: Sequence[str]) -> bool:
    kept = [word for word in words if word.lower() not in _SMALL_WORDS]
    return bool(kept) and not any(word[0].islower() or _HALF_CAPITAL.search(word) for word in kept)


def _is_heading(text: str, utterance: Quoted, words: Sequence[str]) -> bool:
    """Return whether a quotation is a line of its own in title case."""
    start, end = utterance.quotation.outer_start, utterance.quotation.outer_end
    alone = (start == 0 or text[start - 1] == "\n") and not text[end : end + 2].strip(" .")
    return alone and len(words) > 1 and _is_title_case(words)


def _distance_from_cue(utterance: Quoted) -> int | None:
    """Return how many tokens stand between the quotation and the cue that attributes it; None without a cue."""
    clause = utterance.clause
    if clause is None or clause.form == "loose":
        return None
    if clause.form == "before":
        return max(0, utterance.index - clause.last - 1)
    return 0


def _is_name(text: str, utterance: Quoted, words: Sequence[str], distance: int | None, lexicon: Lexicon) -> bool:
    """Return whether a quotation is what something is called: after `the ship`, in a name, in title case."""
    place, before = utterance.place, _token_before(utterance, lexicon)
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]  # `the newspaper “the Sun”`
    if words[0][0].islower():
        bracketed = utterance.index > 0 and place.tokens[utterance.index - 1].low == "("
        return before is not None and not bracketed and place.is_word(before, _KNOWN_AS)
    title = _is_title_case(words)
    if _is_sentence(text, utterance) or _follows_colon(utterance):
        return False
    named = before is not None and place.is_word(before, lexicon.naming)
    if named and (title or distance is None or distance > 0 or not place.tokens[before or 0].is_attributing):
        return True
    if len(words) <= 2 and (_inside_name(text, utterance) or _opens_as_subject(text, utterance)):
        return True
    if len(words) <= _LONGEST_SCARE and _follows_noun(text, utterance, lexicon, title=title, one_word=len(words) == 1):
        return True
    if not title:
        return False
    if distance is None or (utterance.form == "before" and distance > 1):
        return True
    attached = before is not None and (place.is_word(before, lexicon.prepositions) or place.tokens[before].possessive)
    return _modifies(text, utterance, lexicon) or (attached and len(words) > 1)


def _follows_noun(text: str, utterance: Quoted, lexicon: Lexicon, *, title: bool, one_word: bool) -> bool:
    """Return whether a capital stands within a clause, as a part of what somebody said would not begin.

    That is after an article (`the “Steinmeier formula”`), in title case after a noun (`the airport “Vnukovo”`), or as
    a single word after a preposition (`agreed with “Gazprom”`).
    """
    index = utterance.index - 1
    before = utterance.place.tokens[index] if index >= 0 else None
    if before is None or before.kind != "word":
        return False
    if before.low in lexicon.determiners or (one_word and before.low in lexicon.prepositions):
        return not before.possessive
    return (
        title
        and (
            text[utterance.place.starts[index]].islower() or (before.length > 1 and _is_acronym(text, utterance, index))
        )
        and not before.is_attributing
        and before.low not in lexicon.breakers
        and not lexicon.is_role(before.low)
        and not before.low.endswith("ly")
    )


def _token_before(utterance: Quoted, lexicon: Lexicon) -> int | None:
    """Return the token that a quotation is attached to, past a comma and past `known as the`."""
    place, before = utterance.place, utterance.index - 1
    while before >= 0 and (place.tokens[before].low in _BETWEEN_NAMES or place.is_word(before, lexicon.determiners)):
        before -= 1
    if place.is_word(before, _OF) and place.is_word(before - 1, lexicon.naming):
        return before - 1
    return before if before >= 0 else None


def _opens_as_subject(text: str, utterance: Quoted) -> bool:
    """Return whether a quotation is the subject of its sentence: `“Russian seasons” became the largest festival`."""
    place = utterance.place
    if utterance.index > 0 or len(place.tokens) < 2 or not text[utterance.quotation.end - 1].isalnum():
        return False
    following = place.tokens[1]
    return following.kind == "word" and not following.is_attributing and text[place.starts[1]].islower()


def _is_acronym(text: str, utterance: Quoted, index: int) -> bool:
    """Return whether a token is written in capitals (`NPP “Paks”`)."""
    start = utterance.place.starts[index]
    return text[start : start + utterance.place.tokens[index].length].isupper()


def _follows_colon(utterance: Quoted) -> bool:
    """Return whether a quotation is announced by a colon (`smiled and said in Russian: "Good."`)."""
    return utterance.index > 0 and utterance.place.tokens[utterance.index - 1].low == ":"


def _is_sentence(text: str, utterance: Quoted) -> bool:
    """Return whether a quotation ends as a sentence does within its marks (a comma there belongs to the narrator)."""
    return text[utterance.quotation.end - 1] in "?!"


def _inside_name(text: str, utterance: Quoted) -> bool:
    """Return whether a quotation is a nickname within a name: `Robert "Bobby" Scott`."""
    quotation = utterance.quotation
    before, after = (
        text[max(0, quotation.outer_start - 24) : quotation.outer_start].split(),
        text[quotation.outer_end : quotation.outer_end + 2],
    )
    return (
        bool(before)
        and before[-1][0].isupper()
        and after[:1] == " "
        and after[1:].isupper()
        and (utterance.index > 0 and utterance.place.tokens[utterance.index - 1].kind != "punctuation")
    )


def _is_scare(text: str, utterance: Quoted, words: Sequence[str], distance: int | None, lexicon: Lexicon) -> bool:
    """Return whether a word or two are set off without anybody being said to have said them."""
    if len(words) > _LONGEST_SCARE or _follows_colon(utterance):
        return False
    if utterance.voice is None and distance != 0:
        return True
    if distance is None:
        if utterance.form == "announced":
            return False
        return utterance.form != "carried" or utterance.index > 0 or len(utterance.place.tokens) > 2
    clause = utterance.clause
    if clause is not None and clause.form == "before" and len(words) <= 2:
        between = utterance.place.tokens[max(0, clause.first - 2) : utterance.index]
        if any(token.low in lexicon.negations or token.low.endswith("n't") for token in between):
            return True
    return distance > _NEAR_CUE and len(words) < _LONGEST_SCARE and _modifies(text, utterance, lexicon)


def _modifies(text: str, utterance: Quoted, lexicon: Lexicon) -> bool:
    """Return whether a noun follows right after the quotation (`promoting "quack" cures`)."""
    following = utterance.index + 1
    if following >= len(utterance.place.tokens) or utterance.place.is_finite_cue(following):
        return False
    if not text[utterance.quotation.end - 1].isalnum():
        return False
    token = utterance.place.tokens[following]
    return token.kind == "word" and token.low not in lexicon.breakers and token.low not in lexicon.determiners
