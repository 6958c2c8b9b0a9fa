"""Which countries an article and its quotes are about: Russia's partners, best first, and countries mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from operator import attrgetter

from app.extraction.countries.groups import group_names
from app.extraction.countries.quotes import countries_of_quotes
from app.extraction.countries.roles import ACTING, DEALINGS, HOME, PEOPLE
from app.extraction.countries.salience import PLACE_WEIGHT, Occurrence, weigh
from app.extraction.document import Document
from app.extraction.headline import supplied_headline
from app.extraction.model import CountryTag, Evidence
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
_EVIDENCE = 8
"""Pieces of evidence kept for a country, heaviest first."""
_HALF_SCORE = 4.0
"""The weight that makes a score of one half."""
_AT_HOME = (HOME, None)
_WEIGHT = attrgetter("weight")


def tag_countries(document: Document, vocabulary: Vocabulary) -> Document:
    """Find partners and mentions of the article, and the countries of each quote."""
    occurrences = _occurrences(document, vocabulary)
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in (*_of_headline(document, vocabulary), *occurrences):
        found[occurrence.group.country].append(occurrence)
    weights = {code: _weight(occurrences) for code, occurrences in found.items()}
    top = max(weights.values(), default=0.0)
    passing = _PASSING_SHARE * sum(PLACE_WEIGHT[passage.place] for passage in document.passages)
    led = any(_is_led(occurrences) for occurrences in found.values())
    partners = {
        code
        for code in found
        if not _is_passing(found[code], weights[code], passing)
        and _is_partner(found[code], weights[code], top)
        and not (led and _is_subject(found[code]))
    }
    order = sorted(found, key=lambda code: (code not in partners, -weights[code]))
    tags = tuple(
        CountryTag(
            code,
            "partner" if code in partners else "mention",
            round(weights[code] / (weights[code] + _HALF_SCORE), 3),
            _evidence(found[code]),
        )
        for code in order
    )
    return document._replace(countries=tags, quotes=countries_of_quotes(document, occurrences))


def _occurrences(document: Document, vocabulary: Vocabulary) -> list[Occurrence]:
    names = document.names
    starts = [name.start for name in names]
    occurrences: list[Occurrence] = []
    told = False
    for passage in document.passages:
        within = names[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        if any(name.country not in _AT_HOME for name in within):
            groups = list(group_names(document.text, within, vocabulary, document.published.date))
            occurrences.extend(weigh(document.text, passage, groups, vocabulary.relations, told_of_russian=told))
        if within:
            told = any(name.country == HOME and name.kind in PEOPLE for name in within)
    return occurrences


def _of_headline(document: Document, vocabulary: Vocabulary) -> list[Occurrence]:
    """Return what a title that was supplied beside the text names, without a place in the text."""
    headline = supplied_headline(document, vocabulary)
    found = _occurrences(headline, vocabulary) if headline else []
    return [occurrence._replace(group=occurrence.group._replace(start=0, end=0)) for occurrence in found]


def _is_partner(occurrences: list[Occurrence], weight: float, top: float) -> bool:
    """Return whether an article is about relations with a country.

    It weighs most; or nearly as much; or something, and stands in the title or has dealings with Russia; or it has
    dealings with Russia that are told more than once, whatever else the article is about.
    """
    dealings = sum(occurrence.weight for occurrence in occurrences if occurrence.role in DEALINGS)
    if dealings >= max(_DEALINGS_WEIGHT, top * _DEALINGS_SHARE):
        return True
    if weight == top:
        return True
    prominent = dealings > 0 or any(occurrence.place == "title" for occurrence in occurrences)
    return weight >= max(_PARTNER_WEIGHT, top * (_PARTNER_SHARE if prominent else _EQUAL_SHARE))


def _is_passing(occurrences: list[Occurrence], weight: float, least: float) -> bool:
    """Return whether a country is but named in passing: too seldom for the length of the article, and not at its head.

    Of a long meeting on roads or harvests, a word on a neighbour makes no talks with that neighbour.
    """
    return weight < _PASSING_WEIGHT or (weight < least and not any(one.is_prominent for one in occurrences))


def _is_led(occurrences: list[Occurrence]) -> bool:
    """Return whether an article is about a meeting of people of Russia and of a country."""
    return any(occurrence.is_prominent and occurrence.is_meeting for occurrence in occurrences)


def _is_subject(occurrences: list[Occurrence]) -> bool:
    """Return whether a country is but spoken of when others meet: nobody meets, or acts in the lead, for it."""
    return not any(
        occurrence.is_meeting or (occurrence.is_prominent and occurrence.role in ACTING) for occurrence in occurrences
    )


def _weight(occurrences: list[Occurrence]) -> float:
    return sum(occurrence.weight for occurrence in occurrences)


def _evidence(occurrences: list[Occurrence]) -> tuple[Evidence, ...]:
    heaviest = sorted(occurrences, key=_WEIGHT, reverse=True)[:_EVIDENCE]
    return tuple(Evidence(o.role, o.written, o.group.start, o.group.end) for o in heaviest)
