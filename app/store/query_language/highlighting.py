"""Where the words of a query stand in a text: the same words that the index found, in code points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.extraction.model import Span
from app.store.query_language.parsing import ParsedQuery
from app.store.query_language.words import WORD, fold, stem

_Word = tuple[str, int, int]


def highlight_spans(text: str, query: ParsedQuery) -> list[Span]:
    """Return where the words of a query stand in a text, in order and without overlaps; a phrase is one span."""
    if not query.highlights:
        return []
    phrases = [(phrase.stems(), phrase.prefix) for phrase in query.highlights]
    by_beginning: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
    for stems, prefix in phrases:
        by_beginning[stems[0][:1]].append((stems, prefix))
    words = [(fold(found.group()), found.start(), found.end()) for found in WORD.finditer(text)]
    return list(_merged(_found(words, by_beginning)))


def excerpt(text: str, query: ParsedQuery, length: int) -> tuple[int, int] | None:
    """Return the stretch of about ``length`` characters that shows the first match; None when nothing matches.

    The stretch begins and ends between words, shortly before the match.
    """
    spans = highlight_spans(text, query)
    if not spans:
        return None
    start = max(spans[0].start - length // 4, 0)
    if start:
        start = text.find(" ", start, spans[0].start) + 1 or spans[0].start
    end = start + length
    if end >= len(text):
        return start, len(text)
    return start, max(text.rfind(" ", start, end), spans[0].end)


def _found(
    words: Sequence[_Word], by_beginning: Mapping[str, Sequence[tuple[tuple[str, ...], bool]]]
) -> Iterator[tuple[int, int]]:
    for index, (folded, start, _) in enumerate(words):
        # Stemming leaves a word's first letter alone, so most words need not be stemmed.
        for stems, prefix in by_beginning.get(folded[:1], ()):
            stretch = words[index : index + len(stems)]
            if len(stretch) == len(stems) and _matches([word for word, _, _ in stretch], stems, prefix=prefix):
                yield start, stretch[-1][2]


def _matches(words: Sequence[str], stems: Sequence[str], *, prefix: bool) -> bool:
    whole = len(stems) - 1 if prefix else len(stems)
    if any(stem(word) != wanted for word, wanted in zip(words[:whole], stems[:whole], strict=True)):
        return False
    return not prefix or stem(words[-1]).startswith(stems[-1])


def _merged(found: Iterator[tuple[int, int]]) -> Iterator[Span]:
    current: tuple[int, int] | None = None
    for start, end in found:
        if current and start < current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield Span(*current)
        current = (start, end)
    if current:
        yield Span(*current)
