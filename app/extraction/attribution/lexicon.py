"""The words that attribution reads by, taken from the vocabulary once and shaped for look-up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from app.extraction.vocabulary import Vocabulary

_RUSSIA = "RU"
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ſА-Я]"
"""A letter that can begin a name (Latin Extended-A mixes both cases; few words begin with its small letters)."""
TOKEN = re.compile(
    r"(?:[A-Z]\.)+ | \d+(?:[.,]\d+)+ | [^\W_]+(?:['’\-][^\W_]+|\.(?:ru|com|org|net|az|am|by|ua)\b)*\.? | --?"
    r"| [–—―…,:;()\[\].?!]",
    re.VERBOSE,
)
"""Words (with inner hyphens, apostrophes and domains, and the full stop after them), initials, and punctuation."""

RolesByNoun: TypeAlias = Mapping[str, tuple[frozenset[str], ...]]
"""Roles by their nouns: the other words of each (`prime` for `prime minister`, none for `president`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Sets of lower-case words by what they do in a sentence, and the patterns built from them."""

    said: frozenset[str]
    finite: frozenset[str]
    """Finite verbs that attribute: those of speech, and those that take a quoted part of it (`called`)."""
    attributing: frozenset[str]
    """Every word at which an attribution can begin."""
    saying: frozenset[str]
    beside: frozenset[str]
    """Verbs that attribute only what stands right beside them."""
    with_it: frozenset[str]
    """Verbs that attribute only before `it`: `as Peskov put it`."""
    uttered: frozenset[str]
    """Verbs of plain saying: their subject, whoever it is, spoke the words."""
    called: frozenset[str]
    like_adverbs: frozenset[str]
    """Nouns and adjectives that end as adverbs do."""
    taking_as: frozenset[str]
    """Those that say as what somebody describes something (`dismissed it as “empty”`)."""
    according: Mapping[str, Mapping[str, Sequence[list[str]]]]
    """Phrases like `according to`, by their first word and by their second (none for `citing`)."""
    speech_nouns: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    pronouns: Mapping[str, str]
    """Personal pronouns that can be a subject, with the gender they ask for (`plural` and `none` beside the two)."""
    titles: frozenset[str]
    gendered: Mapping[str, str]
    """Titles and nouns that tell the gender of whoever bears them."""
    roles: frozenset[str]
    generic_roles: Mapping[str, RolesByNoun]
    """Roles that a generic noun can mean, by the noun."""
    generic_bodies: Mapping[str, frozenset[str]]
    """Nouns of bodies that a generic noun can mean, by the noun (`the diplomatic mission`)."""
    firms: frozenset[str]
    """Nouns for firms, beside which their names stand."""
    heads_of_state: RolesByNoun
    lesser_roles: frozenset[str]
    """Roles that are never used for heads of state."""
    lesser_bodies: frozenset[str]
    """Bodies that no head of state heads."""
    portfolios: frozenset[str]
    """What tells one minister or secretary from another."""
    unnamed: frozenset[str]
    persons: frozenset[str]
    """Nouns for one person without an office."""
    directions: frozenset[str]
    """Words with which the names of regions begin (`Central Asia`)."""
    other_parties: frozenset[str]
    """Nouns for whoever somebody deals with (`his guest`)."""
    mouthpieces: frozenset[str]
    """Nouns for what speaks for a body, where a word of the press stands with them (`press service`)."""
    press_words: frozenset[str]
    documents: frozenset[str]
    body_words: frozenset[str]
    state_organs: frozenset[str]
    """Words for organs that every state has."""
    naming: frozenset[str]
    named: frozenset[str]
    """Words after which even small letters in quotation marks are a name."""
    negations: frozenset[str]
    abbreviations: frozenset[str]
    breakers: frozenset[str]
    """Words at which a noun phrase ends."""
    function_words: frozenset[str]
    """Words that tell nothing of what somebody is."""
    openers: frozenset[str]
    """Words that open sentences in capitals and are no names."""
    given_names: Mapping[str, str]
    slavic_given_names: frozenset[str]
    eastern_given_names: frozenset[str]
    """Given names that hardly anybody but an Eastern Slav has in that spelling (`Vyacheslav`)."""
    romanizations: Mapping[str, Sequence[str]]
    demonyms: Mapping[str, str]
    """Country codes by demonym, in lower case."""
    politics: Mapping[str, str]
    """Country codes by the words for people in the politics of one country."""
    national_roles: Mapping[str, str]
    """Country codes by the words for offices that are one country's alone (`kremlin spokesman`)."""
    compound_adjectives: frozenset[str]
    """The first words of demonyms and regions of two words (`South African`)."""
    regions: Mapping[str, frozenset[str]]
    """Codes of the states of a part of the world by the adjective for it, in lower case."""
    questions: frozenset[str]
    """Labels under which transcripts give the questions of journalists."""
    answers: frozenset[str]
    """Labels under which they give what was answered."""
    hearers: frozenset[str]
    specialists: frozenset[str]
    """Nouns before which a country is what somebody knows about (`a Russia expert`)."""
    compiled: frozenset[str]
    outlets: frozenset[str]
    """Slugs of the outlets that relay what others said."""
    outlet_words: frozenset[str]
    """The words with which their names begin."""
    outlet_homes: Mapping[str, str]
    """Country codes of foreign outlets by their slugs, without the article in their names."""
    name_run: re.Pattern[str]

    def is_role(self, word: str) -> bool:
        """Return whether a word, or the last part of a compound (`press-secretary`), is a role."""
        return word in self.roles or ("-" in word and word.rpartition("-")[2] in self.roles)


@lru_cache(maxsize=4)
def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary."""
    cues = vocabulary.cues
    pronouns = {"he": "male", "she": "female", "they": "plural", "it": "none", "i": "none", "we": "none", "you": "none"}
    gendered = dict.fromkeys(cues["male title"], "male") | dict.fromkeys(cues["female title"], "female")
    breakers = cues["preposition"] | cues["conjunction"] | cues["auxiliary"] | pronouns.keys()
    outlets = _relaying_outlets(vocabulary)
    according = _by_first_words(cues["according"])
    finite = cues["said"] | cues["called"]
    given = {name.lower() for name in vocabulary.given_names}
    demonyms = {word.lower(): country.code for country in vocabulary.countries.values() for word in country.demonyms}
    return Lexicon(
        said=cues["said"],
        saying=cues["saying"],
        beside=cues["beside"],
        with_it=cues["with it"],
        uttered=cues["uttered"],
        called=cues["called"],
        like_adverbs=cues["like adverb"],
        taking_as=cues["taking as"],
        according=according,
        finite=finite,
        attributing=finite | cues["saying"] | cues["speech noun"] | according.keys(),
        speech_nouns=cues["speech noun"],
        auxiliaries=cues["auxiliary"],
        prepositions=cues["preposition"],
        determiners=cues["determiner"],
        pronouns=pronouns,
        titles=cues["title"],
        gendered=gendered,
        roles=cues["role"],
        generic_roles={
            use.removeprefix("role: "): _by_noun(words) for use, words in cues.items() if use[:6] == "role: "
        },
        generic_bodies={use.removeprefix("body: "): words for use, words in cues.items() if use.startswith("body: ")},
        firms=cues["body: company"] | {"company"},
        heads_of_state=_by_noun(cues["head of state"]),
        lesser_roles=cues["lesser role"],
        lesser_bodies=cues["lesser body"],
        portfolios=cues["portfolio"],
        unnamed=cues["unnamed"] | cues["person"],
        persons=cues["person"],
        directions=cues["direction"],
        other_parties=cues["other party"],
        mouthpieces=cues["mouthpiece"],
        press_words=cues["press word"],
        documents=cues["document"],
        body_words=cues["body word"],
        state_organs=cues["state organ"],
        naming=cues["naming"],
        named=cues["named"],
        negations=cues["negation"],
        abbreviations=cues["abbreviation"],
        breakers=breakers,
        function_words=breakers | cues["determiner"],
        openers=breakers | cues["determiner"] | cues["title"] | (vocabulary.words.openers - given),
        given_names=vocabulary.given_names,
        slavic_given_names=frozenset(name.capitalize() for name in cues["slavic given name"]),
        eastern_given_names=frozenset(name.capitalize() for name in cues["eastern given name"]),
        romanizations=vocabulary.romanizations,
        politics={word: country.code for country in vocabulary.countries.values() for word in country.politics},
        national_roles={
            phrase.lower(): code
            for office in vocabulary.offices.values()
            for code, phrases in office.phrases_of.items()
            for phrase in phrases
        },
        demonyms=demonyms,
        compound_adjectives=frozenset(
            word.partition(" ")[0] for word in (*demonyms, *vocabulary.regions) if " " in word
        ),
        regions=vocabulary.regions,
        questions=cues["question"],
        answers=cues["answer"],
        hearers=cues["hearer"],
        specialists=cues["specialist"],
        compiled=cues["compiled"],
        outlets=outlets,
        outlet_homes=_outlet_homes(vocabulary),
        outlet_words=frozenset(slug.partition("-")[0] for slug in outlets),
        name_run=_name_run_pattern(cues["title"]),
    )


def _by_noun(phrases: frozenset[str]) -> RolesByNoun:
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for *others, noun in (phrase.split() for phrase in sorted(phrases)):
        found[noun] = (*found.get(noun, ()), frozenset(others))
    return found


def _by_first_words(phrases: frozenset[str]) -> dict[str, dict[str, list[list[str]]]]:
    found: dict[str, dict[str, list[list[str]]]] = {}
    for words in sorted(phrase.split() for phrase in phrases):
        found.setdefault(words[0], {}).setdefault(words[1] if len(words) > 1 else "", []).append(words)
    return found


def _relaying_outlets(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the slugs of outlets; a body with a site of its own (a ministry) speaks for itself."""
    names = (name for outlet in vocabulary.outlets.values() for name in (outlet.name, *(s.text for s in outlet.signs)))
    own = {_slug(name) for body in vocabulary.bodies.values() for name in (body.slug, body.name, *body.variants)}
    return frozenset(map(_slug, names)) - own


def _outlet_homes(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the countries of outlets; those of Russia, which are not all the state's, are left out."""
    homes = {_slug(outlet.name).removeprefix("the-"): outlet.country for outlet in vocabulary.outlets.values()}
    return {slug: country for slug, country in homes.items() if country is not None and country != _RUSSIA}


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _name_run_pattern(titles: frozenset[str]) -> re.Pattern[str]:
    """Capitalised words in a row, with initials, titles' full stops and the particles of surnames between them.

    What may be missing is an alternative to nothing, which takes a fraction of the time of an optional group.
    """
    short = "".join(rf"|(?<=\b{re.escape(word.capitalize())})" for word in sorted(titles) if word.endswith("."))
    full_stop = rf"(?:\.(?:(?<=\b[A-Z]\.)(?:[A-Z]\.)*{short})|)"
    further = r"['’\-][^\W_]++"
    word = rf"{CAPITAL}[^\W_]*+(?:{further}(?:{further})*+|){full_stop}"
    particle = r"(?:(?:de|van|von|der|den|bin|bint|al|el|la|du|da|ibn|di)[ \u00a0]|)"
    article = "(?:(?:al|el|ad|an|ar|as|ash|at|az)-|)"
    begins = rf"{CAPITAL}(?<![^\W_]{CAPITAL})"
    goes_on = f"(?=[dvbaeli]|{CAPITAL})"  # what neither a word nor a particle begins with is passed over quickly
    return re.compile(rf"{begins}{word.removeprefix(CAPITAL)}(?:[ \u00a0]{goes_on}{particle}{article}{word}){{0,11}}+")
