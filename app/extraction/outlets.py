"""Which outlet published a text, told by its own signs or by its source."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from ahocorasick_rs import AhoCorasick, MatchKind

from app.extraction.document import Document
from app.extraction.names.folding import fold
from app.extraction.vocabulary import Vocabulary

_CITES = re.compile(
    r"\s(?:reports|informs|reported|informed|writes)(?:\sto\s[A-Z][\w.-]{1,20})?,?"
    r"\s(?:citing|referring\sto|with\sreference\sto|quoting|via)\b"
)
_CITING = ("citing", "reference", "referring", "quoting", " via ")
"""One of these is in whatever ``_CITES`` matches."""
_LONGEST_NAME = 40
_HEAD = 1_500
"""Code points from the start in which an outlet signs its copy outside the dateline."""


def outlet_of(document: Document, vocabulary: Vocabulary) -> str | None:
    """Return the name of the outlet, or None when neither the text nor the source tells.

    The source's own word wins, then the host of its address, then an outlet that says whom it cites (`News.Az reports,
    citing TASS`), then the dateline, then stamps and other lines apart from the copy.
    ``document`` must have its blocks and its dateline.
    """
    if document.source.outlet:
        return document.source.outlet
    if document.source.url and (name := _by_host(document.source.url, vocabulary)):
        return name
    if name := _citing(document.text, vocabulary):
        return name
    folded, signs = fold(document.text), _automaton(vocabulary)
    for start, end in _signing_places(document):
        hits = signs.find_matches_as_indexes(folded[start:end])
        if hits and (found := _pattern(vocabulary).search(document.text, start + hits[0][1], end)):
            return _by_sign(vocabulary)[found.group().casefold()]
    return None


def home_of(document: Document, vocabulary: Vocabulary) -> str | None:
    """Return the code of the country that copy need not name: that of its dateline, else that of its outlet."""
    if document.dateline is not None and document.dateline.country is not None:
        return document.dateline.country
    outlet = vocabulary.outlets.get(document.outlet or "")
    return outlet.country if outlet is not None else None


def _citing(text: str, vocabulary: Vocabulary) -> str | None:
    """Return the outlet that passes on another's copy and says so: `News.Az reports, citing TASS`."""
    head = text[:_HEAD]
    found = _CITES.search(head) if any(word in head for word in _CITING) else None
    if found is None:
        return None
    before = text[max(0, found.start() - _LONGEST_NAME) : found.start()].casefold()
    signs = _by_sign(vocabulary)
    return next((signs[sign] for sign in signs if before.endswith((f" {sign}", f"\n{sign}"))), None)


def _signing_places(document: Document) -> list[tuple[int, int]]:
    """Return the stretches in which an outlet signs, the most telling first."""
    dateline = [(document.dateline.start, document.dateline.end)] if document.dateline else []
    apart = [(b.start, b.end) for b in document.blocks if b.kind == "boilerplate" and b.end - b.start < _HEAD]
    return dateline + apart


def _by_host(url: str, vocabulary: Vocabulary) -> str | None:
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    hosts = {name: outlet.name for outlet in vocabulary.outlets.values() for name in outlet.hosts}
    while host:
        if host in hosts:
            return hosts[host]
        host = host.partition(".")[2]
    return None


@lru_cache(maxsize=4)
def _by_sign(vocabulary: Vocabulary) -> dict[str, str]:
    return {sign.text.casefold(): outlet.name for outlet in vocabulary.outlets.values() for sign in outlet.signs}


@lru_cache(maxsize=4)
def _automaton(vocabulary: Vocabulary) -> AhoCorasick:
    """Return what finds the signs in folded text, whole words or not: it tells much sooner that there is none."""
    return AhoCorasick(list(map(fold, _by_sign(vocabulary))), matchkind=MatchKind.LeftmostLongest)


@lru_cache(maxsize=4)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    names = sorted(_by_sign(vocabulary), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
