"""Speech within speech: whom a speaker quotes (`"The President told me 'we shall see' and left," he said`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.attribution.cast import Cast, Mention
from app.extraction.attribution.clause import Clause
from app.extraction.attribution.clauses import attributing_clause
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.roles import Roles
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.tokens import tokenize
from app.extraction.attribution.unnamed import unnamed_voice
from app.extraction.attribution.utterance import Utterance
from app.extraction.attribution.voice import Voice
from app.extraction.model import Quotation, Span

_FEWEST_WORDS = 4
"""A shorter quotation within a quotation is rarely anybody's statement."""
_IMAGINING = frozenset({"will", "would", "could", "might", "may", "shall", "should", "’ll", "'ll", "’d", "'d"})
"""Verbs with which somebody tells what another has not said (`he will ask: ‘What do you mean?’`)."""
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
        if clause is None or clause.subject is None or _is_imagined(sentence, clause, index):
            continue
        voice = _speaker(sentence, clause.subject, cast, outer)
        if voice is None or (outer.voice is not None and voice.character is outer.voice.character):
            continue
        yield Utterance(quotation=quotation, form="nested", voice=voice, via=outer.voice)


def _is_imagined(sentence: Sentence, clause: Clause, quote: int) -> bool:
    """Return whether a clause before a quotation tells what somebody may yet say."""
    after = clause.subject.reach + 1 if clause.subject is not None else quote
    return any(sentence.is_word(index, _IMAGINING) for index in range(after, quote))


def _sentence_around(text: str, outer: Quotation, inner: Quotation, cast: Cast, lexicon: Lexicon) -> Sentence:
    start, end = max(outer.start, inner.outer_start - _REACH), min(outer.end, inner.outer_end + _REACH)
    for match in _SENTENCE_END.finditer(text, start, inner.outer_start):
        start = match.end()
    if text[inner.end - 1] in ".!?…":
        end = inner.outer_end
    elif following := _SENTENCE_END.search(text, inner.outer_end, end):
        end = following.start()
    return Sentence(text, tokenize(text, start, end, cast, [inner], lexicon), lexicon)


def _speaker(sentence: Sentence, subject: Phrase, cast: Cast, outer: Utterance) -> Voice | None:
    """Return who speaks: whom the subject names or describes, or whom a pronoun can stand for."""
    head, lexicon = sentence.tokens[subject.last], sentence.lexicon
    if head.mention is not None:
        return _named(head.mention)
    if head.low == "they":  # `in Moscow they told us`
        states = (token.mention for token in sentence.tokens[: subject.first] if token.mention is not None)
        return next((_named(mention) for mention in states if mention.character.body), None)
    gender = {"he": "male", "she": "female"}.get(head.low)
    if gender is not None:
        return _before_pronoun(sentence, sentence.starts[subject.last], gender, cast, outer)
    if not (lexicon.is_role(head.low) or head.low in lexicon.unnamed):
        return None
    return _bearer(sentence, subject, cast, outer) or unnamed_voice(sentence, subject)


def _before_pronoun(sentence: Sentence, offset: int, gender: str, cast: Cast, outer: Utterance) -> Voice | None:
    """Return the person whom the speaker names last before a pronoun, or by their role as its subject."""
    earliest = outer.quotation.start
    for mention in cast.before(offset):
        if mention.start < earliest:
            break
        if not mention.character.body and mention.character.gender in (gender, None):
            return _named(mention)
    before = Sentence(
        sentence.text,
        tokenize(sentence.text, max(earliest, offset - _REACH), offset, cast, [], sentence.lexicon),
        sentence.lexicon,
    )
    subject = before.main_subject(len(before.tokens), 0)
    return _bearer(before, subject, cast, outer) if subject is not None else None


def _bearer(sentence: Sentence, phrase: Phrase, cast: Cast, outer: Utterance) -> Voice | None:
    """Return whom somebody means by a role: one of their own country, unless they say otherwise."""
    if not sentence.lexicon.is_role(sentence.tokens[phrase.last].low):
        return None
    home = outer.voice.character.country if outer.voice is not None else None
    character = Roles(sentence.text, cast, sentence.lexicon).bearer(sentence, phrase, [], home)
    if character is None:
        return None
    return Voice(character, Span(sentence.starts[phrase.first], sentence.end(phrase.last)), 0.7)


def _named(mention: Mention) -> Voice:
    return Voice(mention.character, Span(mention.start, mention.end), 0.75)
