"""Which countries an article is about: Russia's partners, best first, and countries mentioned."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from app.extraction.countries.groups import group_names
from app.extraction.countries.part import Part, parts_of
from app.extraction.countries.roles import HOME
from app.extraction.countries.salience import PLACE_WEIGHT, Occurrence, weigh
from app.extraction.document import Document
from app.extraction.model import CountryRole, CountryTag, Evidence, Name
from app.extraction.vocabulary import Vocabulary

__all__ = ["tag_countries"]

_PARTNER_SHARE = 0.4
"""A partner weighs at least this share of the heaviest one."""
_EQUAL_SHARE = 0.75
"""Without a place in the title and without dealings with Russia it must weigh nearly as much."""
_PARTNER_WEIGHT = 1.5
"""And at least so much: less is a country named in passing."""
_DEALINGS_WEIGHT = 3.0
_DEALINGS_SHARE = 0.15
"""Dealings with Russia of this weight, and this share of the heaviest country's, make a partner in any case."""
_PASSING_WEIGHT = 0.7
"""Even the heaviest country is but named in passing below it,"""
_PASSING_SHARE = 0.06
"""and outside title and lead also below this share of what the article could say by naming it in every sentence."""
_RUSSIAN_SHARE = 0.16
"""So much of an article with partners names Russia or is said by it, where the title does not name it."""
_EVIDENCE = 8
"""Pieces of evidence kept for a country, heaviest first."""
_HALF_SCORE = 4.0
"""The weight that makes a score of one half."""
_AT_HOME = frozenset({HOME, None})
_WEIGHT = attrgetter("weight")


def tag_countries(document: Document, vocabulary: Vocabulary) -> Document:
    """Find partners and mentions of the article, and where it names them."""
    occurrences = _occurrences(document, vocabulary)
    parts = parts_of((*_of_headline(document, vocabulary), *occurrences))
    heaviest_first = sorted(parts, key=lambda code: parts[code].weight, reverse=True)
    passing = _PASSING_SHARE * sum([PLACE_WEIGHT[one.place] for one in document.passages])
    partners = _partners(parts, passing) if _russia_takes_part(document, vocabulary) else set()
    tags = [_tag(code, "partner", parts[code]) for code in heaviest_first if code in partners]
    tags += [_tag(code, "mention", parts[code]) for code in heaviest_first if code not in partners]
    document.countries = tuple(tags)
    document.country_words = [(occurrence.start, occurrence.country) for occurrence in occurrences]
    return document


def _russia_takes_part(document: Document, vocabulary: Vocabulary) -> bool:
    """Return whether the title names Russia, or enough of the article names it or is said by people of it.

    What others do among themselves is no dealing with Russia, whoever reports it.
    """
    passages, headline = document.passages, document.headline
    titles = [one for one in passages if one.place == "title"] + ([headline] if headline is not None else [])
    if any(_names_russia(one.names, vocabulary) for one in titles):
        return True
    spoken = _spoken_by_russia(document)
    told = [one for n, one in enumerate(passages) if n in spoken or _names_russia(one.names, vocabulary)]
    weight, whole = (sum([PLACE_WEIGHT[one.place] for one in some]) for some in (told, passages))
    return bool(told) and weight >= _RUSSIAN_SHARE * whole


def _names_russia(names: Sequence[Name], vocabulary: Vocabulary) -> bool:
    """Return whether names are of Russia, or of a body that joins it with its neighbours."""
    bodies = vocabulary.bodies
    return any(name.country == HOME or (name.kind == "body" and bodies[name.keys[0]].joins_russia) for name in names)


def _spoken_by_russia(document: Document) -> set[int]:
    """Return which passages hold words of people or bodies of Russia."""
    starts = [one.start for one in document.passages]
    spans = [span for quote in document.quotes if quote.side == "russia" for span in quote.spans]
    return {
        index
        for span in spans
        for index in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end))
    }


def _occurrences(document: Document, vocabulary: Vocabulary) -> list[Occurrence]:
    text, days = document.text, document.published.candidates
    occurrences: list[Occurrence] = []
    before: Sequence[Name] = ()
    for passage in document.passages:
        if not passage.names:
            continue
        if not _AT_HOME.issuperset([name.country for name in passage.names]):
            groups = group_names(text, passage.names, vocabulary, days)
            occurrences += weigh(text, passage, groups, vocabulary.relations, before)
        before = passage.names
    return occurrences


def _of_headline(document: Document, vocabulary: Vocabulary) -> list[Occurrence]:
    """Return what a title that was supplied beside the text names, without a place in the text."""
    found = _occurrences(document.headline, vocabulary) if document.headline is not None else []
    for occurrence in found:
        occurrence.start = occurrence.end = 0
    return found


def _partners(parts: Mapping[str, Part], passing: float) -> set[str]:
    """Return the countries that an article is about, of those named; below ``passing`` one is named in passing."""
    top = max([part.weight for part in parts.values()], default=0.0)
    partners = {code for code, part in parts.items() if not _is_passing(part, passing) and _is_partner(part, top)}
    for part in parts.values():
        if part.is_led:
            return {code for code in partners if parts[code].meets or parts[code].acts}
    return partners


def _is_partner(part: Part, top: float) -> bool:
    """Return whether an article is about relations with a country.

    It weighs most; or nearly as much; or something, and stands in the title or has dealings with Russia; or it has
    dealings with Russia that are told more than once, whatever else the article is about.
    """
    if part.dealings >= max(_DEALINGS_WEIGHT, top * _DEALINGS_SHARE):
        return True
    if part.is_setting:
        return False
    if part.weight == top:
        return True
    prominent = part.dealings > 0 or part.in_title
    return part.weight >= max(_PARTNER_WEIGHT, top * (_PARTNER_SHARE if prominent else _EQUAL_SHARE))


def _is_passing(part: Part, least: float) -> bool:
    """Return whether a country is but named in passing: too seldom for the length of the article, and not at its head.

    Of a long meeting on roads or harvests, a word on a neighbour makes no talks with that neighbour.
    """
    return part.weight < _PASSING_WEIGHT or (part.weight < least and not part.is_prominent)


def _tag(code: str, role: CountryRole, part: Part) -> CountryTag:
    heaviest = sorted(part.occurrences, key=_WEIGHT, reverse=True)[:_EVIDENCE]
    evidence = tuple([Evidence(one.role, one.words, one.start, one.end) for one in heaviest])
    return CountryTag(code, role, round(part.weight / (part.weight + _HALF_SCORE), 3), evidence)
