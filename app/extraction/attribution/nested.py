"""Speech within speech: whom a speaker quotes (`"The President told me 'we shall see' and left," he said`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.attribution.cast import Cast, Mention
from app.extraction.attribution.clauses import attributing_clause
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.phrases import Phrase, Sentence
from app.extraction.attribution.tokens import tokenize
from app.extraction.attribution.utterance import Utterance
from app.extraction.attribution.voice import Voice
from app.extraction.model import Quotation, Span

_FEWEST_WORDS = 4
"""A shorter quotation within a quotation is rarely anybody's statement."""
_SENTENCE_END = re.compile(r"[.!?…]\s")
_REACH = 400
"""Code points around an inner quotation in which its speaker is looked for."""


def quoted_within(
    text: str, outer: Utterance, inner: Sequence[Quotation], cast: Cast, lexicon: Lexicon
) -> Iterator[Utterance]:
    """Yield what the speaker of ``outer`` quotes somebody else as saying; ``cast`` includes mentions in quotations."""
    for quotation in inner:
        if len(text[quotation.start : quotation.end].split()) < _FEWEST_WORDS:
            continue
        sentence = _sentence_around(text, outer.quotation, quotation, cast, lexicon)
        index = next(i for i, token in enumerate(sentence.tokens) if token.quotation is quotation)
        clause = attributing_clause(sentence, index)
        mention = _speaker(sentence, clause.subject, cast, outer.quotation.start) if clause and clause.subject else None
        if mention is None or (outer.voice is not None and mention.character is outer.voice.character):
            continue
        voice = Voice(mention.character, Span(mention.start, mention.end), 0.75)
        yield Utterance(quotation=quotation, form="nested", voice=voice, via=outer.voice)


def _sentence_around(text: str, outer: Quotation, inner: Quotation, cast: Cast, lexicon: Lexicon) -> Sentence:
    start, end = max(outer.start, inner.outer_start - _REACH), min(outer.end, inner.outer_end + _REACH)
    for match in _SENTENCE_END.finditer(text, start, inner.outer_start):
        start = match.end()
    if text[inner.end - 1] in ".!?…":
        end = inner.outer_end
    elif following := _SENTENCE_END.search(text, inner.outer_end, end):
        end = following.start()
    return Sentence(text, tokenize(text, start, end, cast, [inner], lexicon), lexicon)


def _speaker(sentence: Sentence, subject: Phrase, cast: Cast, earliest: int) -> Mention | None:
    """Return the name of who speaks: the subject's own, or the last one before a pronoun that it can stand for."""
    head = sentence.tokens[subject.last]
    if head.mention is not None:
        return head.mention
    gender = {"he": "male", "she": "female"}.get(head.low)
    if gender is None:
        return None
    for mention in cast.before(head.start):
        if mention.start < earliest:
            return None
        if not mention.character.body and mention.character.gender in (gender, None):
            return mention
    return None
