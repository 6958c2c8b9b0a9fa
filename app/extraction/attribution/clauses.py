"""The clause that attributes a quotation, chosen among those around it in its sentence.

Four forms are told apart: after the quotation with the subject first (`"…," Peskov said`) or last (`"…," said Peskov`),
before it (`Peskov said: "…"`, `Peskov called it "…"`), and phrases like `according to Peskov` on either side. What can
stand right after a quotation is read in ``clause_after``, what stands before it in ``clause_before``.
"""

from __future__ import annotations

from app.extraction.attribution.clause import Clause
from app.extraction.attribution.clause_after import DASHES, clause_after, subject_first
from app.extraction.attribution.clause_before import clause_before
from app.extraction.attribution.inversion import cited_source, inverted_subject
from app.extraction.attribution.naming import is_press
from app.extraction.attribution.phrases import Phrase
from app.extraction.attribution.subjects import Sentence
from app.extraction.attribution.words import CITING, PASSIVE

_ENDS_OPEN = (",", "?", "!", "-", "–", "—", "…")
"""A quotation that ends with one of these expects its attribution to follow."""
_BLANKS_IN_LONG = 2
_SINGULAR = {"he": "male", "she": "female"}
_BEFORE_TRAILING = frozenset({",", "–", "—", ""})
"""What stands before an attribution at the end of its sentence; a quotation's token has no letters."""
_TOLD, _THAT = frozenset({"told"}), frozenset({"that"})
_AND = frozenset({"and", "but", "while", "adding"})
_SUBJECTS, _VERBS = (
    {"that", "how", "he", "she", "they"},
    {"has", "have", "had", "will", "would", "could", "can", "must"},
)
_TELLING = PASSIVE | _SUBJECTS | _VERBS | {"should"}
"""Words of a clause that tells something."""


def attributing_clause(sentence: Sentence, quote: int) -> Clause | None:
    """Return the clause that attributes the quotation at token ``quote``, if the sentence has one."""
    clause = _nearest_clause(sentence, quote)
    if clause is None or clause.form == "loose":
        return clause
    cited = cited_source(sentence, clause, sentence.next_quote(clause.last + 1) - 1)
    return _told_in_turn(sentence, quote, cited)


def _told_in_turn(sentence: Sentence, quote: int, clause: Clause) -> Clause:
    """Return a clause with whoever tells of it right after it: `“…,” Putin told Macron, according to Peskov`."""
    if clause.form != "after" or clause.subject is None or clause.relayed_by is not None:
        return clause
    end = max(clause.last, clause.subject.reach)
    if not sentence.cues or sentence.cues[-1] <= end or not sentence.is_somebody(clause.subject):
        return clause
    telling = _trailing_clause(sentence, quote)
    if telling is None or telling.subject is None or not _can_relay(sentence, telling, telling.subject):
        return clause
    between = range(end + 1, min(telling.first, telling.subject.first))
    tells = (sentence.tokens[index].is_finite or sentence.is_word(index, _TELLING | _AND) for index in between)
    return clause._replace(relayed_by=telling.subject) if between and not any(tells) else clause


def _can_relay(sentence: Sentence, telling: Clause, teller: Phrase) -> bool:
    """Return whether a clause can tell what another has said: none of `, adding the ministry continues` can."""
    if sentence.is_word(telling.first, CITING) or sentence.is_word(teller.first, sentence.lexicon.saying):
        return False
    mention = sentence.tokens[teller.last].mention
    return sentence.is_somebody(teller) and not (mention is not None and mention.character.state)


def _nearest_clause(sentence: Sentence, quote: int) -> Clause | None:
    highest = sentence.next_statement(quote + 1) - 1
    after = clause_after(sentence, quote, highest)
    if _begins_item(sentence, quote, after):
        return clause_before(sentence, quote)
    expected = after is not None and _expects_attribution(sentence, quote)
    if expected and not _is_embedded(sentence, quote):
        return after
    before = clause_before(sentence, quote)
    if after is not None and (before is None or before.form == "loose" or expected):
        return _inner_of(sentence, quote, before, after) if before is not None else after
    trailing = after or _trailing_clause(sentence, quote)
    if before is None or trailing is None:
        return before or trailing
    if before.form == "loose" or not _is_relayed(sentence, before):
        return trailing
    return before._replace(relayed_by=before.relayed_by or trailing.subject)


def _begins_item(sentence: Sentence, quote: int, after: Clause | None) -> bool:
    """Return whether another piece of news begins after a quotation: `“…road.” - Ivanov said that talks would …`.

    The dashes before the items of a digest look like those before an attribution.
    """
    quotation, dash = sentence.tokens[quote].quotation, quote + 1
    if quotation is None or sentence.text[quotation.end - 1] != "." or dash + 1 >= len(sentence.tokens):
        return False
    if sentence.tokens[dash].low not in DASHES or not sentence.is_capital(dash + 1):
        return False
    told = dash if after is None or after.subject is None else max(after.last, after.subject.reach)
    rest = range(told + 1, len(sentence.tokens))
    return any(sentence.tokens[index].is_finite or sentence.is_word(index, _TELLING) for index in rest)


def _is_relayed(sentence: Sentence, clause: Clause) -> bool:
    return clause.subject is not None and sentence.is_somebody(clause.subject)


def _inner_of(sentence: Sentence, quote: int, before: Clause, after: Clause) -> Clause:
    """Return whose words are quoted in `Putin said that it was “too early”, according to Peskov`: he relays them."""
    verb, lexicon = before.first, sentence.lexicon
    if _is_of_words(sentence, quote, before):
        return before
    reported = after.subject is not None and is_press(sentence, after.subject)
    says = sentence.is_word(verb, lexicon.said) or (reported and sentence.is_word(verb, lexicon.saying))
    if (
        before.form != "before"
        or not says
        or not _is_embedded(sentence, quote)
        or not _is_relayed(sentence, before)
        or before.relayed_by is not None
    ):
        return after
    if sentence.is_word(after.first, CITING):  # `Putin said that it was “too early”, citing the lack of roads`
        return before
    return before if _is_same(sentence, before, after) else before._replace(relayed_by=after.subject)


def _is_of_words(sentence: Sentence, quote: int, clause: Clause) -> bool:
    """Return whether words are somebody's of whom another speaks: `Asked about Putin's words that “…,” Peskov said`."""
    is_noun = sentence.is_word(clause.first, sentence.lexicon.speech_nouns) and not sentence.is_finite_cue(clause.first)
    if clause.subject is None or not is_noun or not sentence.is_word(quote - 1, _THAT):
        return False
    return _is_relayed(sentence, clause) or sentence.tokens[clause.subject.last].mention is not None


def _is_same(sentence: Sentence, before: Clause, after: Clause) -> bool:
    """Return whether `Ivanov insisted that it was “right,” he said` speaks of one person: the pronoun can mean him."""
    if before.subject is None or after.subject is None:
        return False
    first, pronoun = sentence.tokens[before.subject.last], sentence.tokens[after.subject.last]
    gender, mention = _SINGULAR.get(pronoun.low), first.mention
    if gender is None or mention is None:
        return gender is not None and first.low == pronoun.low
    return not mention.character.body and mention.character.gender in (gender, None)


def _is_embedded(sentence: Sentence, quote: int) -> bool:
    """Return whether a quotation goes on with the narrator's words before it (`said that it was “too early”`)."""
    quotation, embedding = sentence.tokens[quote].quotation, sentence.tokens[quote - 1]
    return quotation is not None and sentence.text[quotation.start].islower() and embedding.kind != "punctuation"


def _expects_attribution(sentence: Sentence, quote: int) -> bool:
    token = sentence.tokens[quote]
    quotation = token.quotation
    if quotation is None:
        return False
    if sentence.text.endswith(_ENDS_OPEN, quotation.start, quotation.end):
        return True
    following = sentence.tokens[quote + 1] if quote + 1 < len(sentence.tokens) else None
    return following is not None and following.low in (",", "–", "—", "-", "--", "―")


def _trailing_clause(sentence: Sentence, quote: int) -> Clause | None:
    """Return the clause that attributes the whole sentence from its end (`…, the Kremlin spokesman said`)."""
    last = quote
    while (following := sentence.next_quote(last + 1)) < len(sentence.tokens):
        last = following
    for cue in sentence.cues_before(len(sentence.tokens), last + 1):
        if (length := sentence.according_at(cue)) and sentence.tokens[cue - 1].low == "," and _is_long(sentence, quote):
            subject = sentence.phrase_after(cue + length, len(sentence.tokens) - 1)
            if subject is not None and sentence.can_speak(subject):
                return Clause(cue, cue + length - 1, subject, "after")
        if sentence.is_finite_cue(cue) and sentence.is_word(cue, sentence.lexicon.said):
            subject = sentence.subject_of(cue, quote + 1)
            if subject is not None and sentence.can_speak(subject) and _is_set_off(sentence, quote, subject.first - 1):
                return _earlier_trailing(sentence, quote, subject) or Clause(cue, cue, subject, "after")
            inverted = inverted_subject(sentence, cue, len(sentence.tokens) - 1)
            if inverted is not None and sentence.tokens[cue - 1].low in (",", "–", "—"):
                return Clause(cue, cue, inverted, "after")
    return None


def _is_set_off(sentence: Sentence, quote: int, index: int) -> bool:
    """Return whether a token sets off what follows it: a mark, or the second of two quotations (`“A,” and “B,” he`)."""
    token = sentence.tokens[index]
    is_second = token.kind == "quote" and sentence.is_word(quote + 1, _AND)
    return token.low in (",", "–", "—") or is_second


def _is_long(sentence: Sentence, quote: int) -> bool:
    """Return whether a quotation is too long for a mere name (`the “red house” is shut, according to`)."""
    quotation = sentence.tokens[quote].quotation
    return quotation is not None and sentence.text.count(" ", quotation.start, quotation.end) >= _BLANKS_IN_LONG


def _earlier_trailing(sentence: Sentence, quote: int, subject: Phrase) -> Clause | None:
    """Return the clause before a final mention of the agency (`…, he noted, TASS reports`)."""
    for cue in sentence.cues_before(subject.first - 1, quote + 1):
        if sentence.is_finite_cue(cue) and sentence.is_word(cue, sentence.lexicon.said):
            earlier = sentence.subject_of(cue, quote + 1)
            if earlier is not None and sentence.can_speak(earlier) and sentence.tokens[earlier.first - 1].low == ",":
                return Clause(cue, cue, earlier, "after")
    return None


def ends_sentence(sentence: Sentence, cue: int, subject: Phrase) -> bool:
    """Return whether a clause attributes all that its sentence says before it (`Moscow is ready, Peskov said`)."""
    first = min(cue, subject.first)
    return (
        first > 0
        and sentence.is_word(cue, sentence.lexicon.said)
        and sentence.tokens[first - 1].low in _BEFORE_TRAILING
    )


def clause_opening(sentence: Sentence) -> Clause | None:
    """Return the attribution with which a sentence opens; it may belong to a quotation that ended before it."""
    highest = sentence.next_quote(0) - 1
    if highest < 1:
        return None
    clause = subject_first(sentence, 0, highest)
    return clause if clause is not None and clause.subject is not None and sentence.can_speak(clause.subject) else None


def tells_only_who(sentence: Sentence, clause: Clause) -> bool:
    """Return whether a sentence tells who spoke, where and when, and no more (`Lee said on Monday.`)."""
    rest = range(clause.last + 1, len(sentence.tokens))
    first = rest.start
    begins = sentence.tokens[first] if rest else None
    if (
        begins is not None
        and begins.kind != "punctuation"
        and not sentence.is_word(first, sentence.lexicon.prepositions)
    ):
        heard = begins.low in sentence.lexicon.hearers or sentence.is_word(clause.last, _TOLD)
        if not heard and begins.low not in sentence.lexicon.auxiliaries:
            return False
    return not any(
        sentence.tokens[index].kind == "quote" or sentence.tokens[index].is_finite or sentence.is_word(index, _TELLING)
        for index in rest
    )
