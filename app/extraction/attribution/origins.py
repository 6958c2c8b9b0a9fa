"""The countries and parts of the world that the words of a phrase tell (`the South African leader`)."""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.tokens import Token

_LONGEST_ABBREVIATION = 3
"""Code points in the longest name of a country that is an adjective, too (`a US expert`, `a UAE expert`)."""


def countries_in(tokens: Sequence[Token], lexicon: Lexicon) -> set[str]:
    """Return the codes of the countries for which the words of a phrase speak."""
    found: set[str] = set()
    for word in _adjectives(tokens, lexicon):
        if word in lexicon.demonyms:
            found.add(lexicon.demonyms[word])
        if "-" in word and (plain := word.replace("-", " ")) in lexicon.demonyms:
            found.add(lexicon.demonyms[plain])
    for index, token in enumerate(tokens):
        mention = token.mention
        country = mention.character.country if mention is not None and mention.character.body else None
        if country is not None and not is_field(tokens, index, lexicon):
            found.add(country)
    return found


def is_field(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a token is the country that somebody knows (`a Russia expert`), and not where they are from."""
    token = tokens[index]
    if token.mention is None or not token.mention.character.state or token.possessive:
        return False
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return token.length > _LONGEST_ABBREVIATION and following in lexicon.specialists


def regions_in(tokens: Sequence[Token], lexicon: Lexicon) -> set[str]:
    """Return the codes of the countries of the part of the world that a phrase names (`the African leader`)."""
    words = _adjectives(tokens, lexicon)
    found: set[str] = set()
    return found.union(*[lexicon.regions[word] for word in words if word in lexicon.regions])


def _adjectives(tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """Return the words of a phrase, two as one where they mean a country or region together (`South African`)."""
    words = [token.low for token in tokens]
    if lexicon.compound_adjectives.isdisjoint(words):
        return words
    joined, at = list[str](), 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        is_joined = pair in lexicon.demonyms or pair in lexicon.regions
        joined.append(pair if is_joined else words[at])
        at += 1 + is_joined
    return joined
