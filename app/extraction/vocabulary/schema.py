"""The shape of each vocabulary file: what an analyst may write, checked when it is loaded.

The files beside this module (``*.toml``) hold what extraction knows of the world. Unknown keys, wrong types and
dangling references are errors that name the file and the entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

_Shape = TypeVar("_Shape")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def entry(shape: type[_Shape]) -> type[_Shape]:
    """Make a class the shape of an entry: immutable, strict about its keys, and validated when one is made.

    It is no pydantic model, whose fields take three times as long to read.
    """
    made = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))(shape)
    return cast("type[_Shape]", made)


class Entry:
    """One entry of a vocabulary file."""


@entry
class Country(Entry):
    """A state, or a body of states that Russia deals with as a partner of its own (EU, NATO, UN).

    ``code`` is ISO 3166-1 alpha-2 (with XK, XA and XO from the range left to users), or EU, NATO, UN.
    """

    code: Annotated[str, Field(pattern=r"^(?:[A-Z]{2}|NATO)$")]
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """The capital first, then other cities and regions."""
    seats: tuple[str, ...] = ()
    """The names of the capital among the places, where there are several (Kiev, Kyiv)."""
    metonyms: tuple[str, ...] = ()
    """Places and buildings that stand for the government (Downing Street, the White House)."""
    politics: tuple[str, ...] = ()
    """Words for people in its politics alone, and their titles, in lower case (`congressman`)."""
    unless_near: tuple[str, ...] = ()
    """Words in whose neighbourhood the country's name means something else (Georgia near `Atlanta`)."""

    @property
    def capitals(self) -> tuple[str, ...]:
        """The names of the capital, which also stand for the government."""
        return self.seats or self.places[:1]


@entry
class Region(Entry):
    """A part of the world: the adjectives for it, and the codes of its states."""

    adjectives: tuple[str, ...]
    countries: frozenset[str]


@entry
class Words(Entry):
    """What a capital letter, a neighbour or a fixed phrase says about a name; each list is explained in the file."""

    ordinary: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    personal: frozenset[str]
    locating: frozenset[str]
    months: frozenset[str]
    dating: frozenset[str]
    lookalikes: tuple[str, ...]
    unrelated: tuple[str, ...]


@entry
class Relations(Entry):
    """Words that tell a partner from a scene of events; each list is explained in the file."""

    relations: frozenset[str]
    links: frozenset[str]
    locatives: frozenset[str]
    audiences: frozenset[str]
    scenes: frozenset[str]
    seats: frozenset[str]
    venues: frozenset[str]
    namesakes: frozenset[str]
    remarks: frozenset[str]
    qualifiers: frozenset[str]
    determiners: frozenset[str]

    @cached_property
    def passed_over(self) -> frozenset[str]:
        """What may stand between a preposition and the word that it goes with."""
        return self.qualifiers | self.determiners


@entry
class Office(Entry):
    """An office that people hold, by a key shared over countries (`head-of-state`, `foreign-minister`)."""

    key: str
    phrases: tuple[str, ...]
    """How newswire names the holder, without country: `president`, `head of state`, `leader`."""
    phrases_of: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    """Phrases that tell the country, by its code: `Kremlin spokesman`, `Secretary of State`."""
    undated: bool = False
    """Whether it tells no date, since people hold it longer than the vocabulary knows (a seat in parliament)."""
    relays: bool = False
    """Whether its holders speak for others, so that their being quoted makes nobody a party to what is told."""


@entry
class Tenure(Entry):
    """An office held by a person; ``until`` is the last day, absent while it lasts."""

    office: str
    title: str
    country: str
    since: date
    until: date | None = None


@entry
class Person(Entry):
    """Somebody whose words are quoted, with the offices held."""

    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    name: str
    country: str
    gender: Literal["female", "male"] | None = None
    variants: tuple[str, ...] = ()
    """Other full spellings (`Sergey Lavrov`) and the bare surname where it differs from the name's last word."""
    misreadings: tuple[str, ...] = ()
    """What machine translation makes of the name (`Sands` for Песков)."""
    offices: tuple[Tenure, ...] = ()


@entry
class Body(Entry):
    """An institution that makes statements (the Kremlin, Downing Street, a ministry)."""

    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    name: str
    country: str | None = None
    variants: tuple[str, ...] = ()
    of_each_state: bool = False
    """Whether every state has one of its own (a foreign ministry); see ``states.bodies_of_states``."""
    at_home: Mapping[str, str] = Field(default_factory=dict)
    """Slugs of what its first variant means in copy from other countries (`Foreign Office`), by their codes."""
    joins_russia: bool = False
    """Whether it joins Russia with its neighbours, so that who deals with it deals with Russia."""


@entry
class OutletSign(Entry):
    """A name under which an outlet signs its datelines and copy, and the first and last day on which it did."""

    text: str
    since: date | None = None
    until: date | None = None


@entry
class Outlet(Entry):
    """Who publishes articles, and the names under which copy and datelines give it."""

    name: str
    signs: tuple[OutletSign, ...] = ()
    hosts: tuple[str, ...] = ()
    """Host names of the outlet's site, without `www.`."""
    country: str | None = None
    """The country that its copy speaks of as its own, by its code."""


@entry
class BoilerplateSign(Entry):
    """Words by which a line of a web page shows that it is not the article.

    ``place`` says where they stand: they are the whole line, its start, its end, or anywhere within it, or, for `head`
    and `tail`, the first or last words of a paragraph that is otherwise body. Letter case, spacing and marks at the
    edges do not count.
    """

    kind: Literal["boilerplate", "caption", "credit", "related", "footnote"]
    place: Literal["line", "start", "end", "within", "tail", "head"]
    phrases: tuple[str, ...]
    opens: bool = False
    """Whether lines that follow (headlines, labels' values) belong to it, until prose sets in."""
    closes: bool = False
    """Whether the article ends here: nothing after it is body, unless a full paragraph follows."""


@entry
class TimeWords(Entry):
    """Words of one use around days, in lower case.

    `reporting` is speech on that day, `future` a day to come, `limit` a day until or by which something holds, and
    `earlier` a day long past; `past` lists verbs in the past tense, which tell a sentence's tense and not a day's, and
    `live` words behind which a weekday is that of the copy, unless `media` stand before them (``dates.timeliness``).
    """

    use: Literal["reporting", "future", "limit", "earlier", "past", "live", "media"]
    words: tuple[str, ...]


@entry
class Event(Entry):
    """Something that happened to the world, which dates the copy that names it.

    Copy that holds one of the ``phrases``, and in the same sentence one of the phrases ``beside`` it where there are
    any, is not older than ``since`` (the day from which people spoke of it so). Where ``until`` is given, it is not
    newer either: after that day the words are not used of it without a year.
    """

    name: str
    phrases: tuple[str, ...]
    beside: tuple[str, ...] = ()
    since: date
    until: date | None = None
    held: date | None = None
    """The first day of what was announced before it took place (a summit): copy that looks back at it by its month
    (`in October`) is of the twelve months after."""
    ended: date | None = None
    """Its last day, where it took several."""
    happened: date | None = None
    """The day of what nobody announced (an attack), which copy soon after names without its year."""
    times: tuple[tuple[date, date], ...] = ()
    """First and last day of each time, for what is held again and again under one name."""

    @property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day of what took place once, or None."""
        first = self.held or self.happened
        return (first, self.ended or first) if first else None


@entry
class MeetingDay(Entry):
    """A day on which people met, and the place."""

    day: date
    place: str


@entry
class Meetings(Entry):
    """When people, by their slugs, met in person."""

    people: tuple[str, ...]
    days: tuple[MeetingDay, ...]


@entry
class Horizon(Entry):
    """How far the vocabulary knows the world: the last year in which an article may have been published."""

    last_year: int


@entry
class Topic(Entry):
    """A subject of the taxonomy."""

    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    label: str
    description: str
    media_topic: str | None = None
    """The IPTC Media Topic it matches (`medtop:20000587`), where one fits."""
    strong: tuple[str, ...]
    """Words each of which alone speaks for the topic."""
    plain: tuple[str, ...] = ()
    """Words that are a sign of it, in company."""
    weak: tuple[str, ...] = ()
    """Words that only add to other signs."""
    countries: tuple[str, ...] = ()
    """States to name which speaks for the topic, by their codes."""
    only_there: tuple[str, ...] = ()
    """Words of the lists above that speak for the topic only in an article that names one of these states.

    Of a topic without states of its own, they do in one that names any state but Russia.
    """
    since: date | None = None
    """The day on which the subject came up: earlier articles do not speak of it, whatever their words."""
    dealings: tuple[Literal["leaders-together", "states-together", "relations"], ...] = ()
    """Rules of evidence for a partner that are signs of the topic as well (``countries.salience``)."""
    least_beside: float = 0.0
    """The weight that it needs beside a louder topic, where its words stand in most reports in passing."""
    takes_russia: bool = False
    """Whether it is about dealings with Russia, so that the same words about others (`talks`) hardly count."""


@entry
class CueWords(Entry):
    """Words of one use around quotations: verbs of speech, titles, nouns for speakers; lower case."""

    use: str
    words: tuple[str, ...]


@entry
class GivenNames(Entry):
    """Given names that tell a person from a body, and a man from a woman."""

    gender: Literal["female", "male", "either"]
    names: tuple[str, ...]


@entry
class Romanization(Entry):
    """A given name from Cyrillic, and the other ways in which agencies write it in Latin letters."""

    name: str
    spellings: tuple[str, ...]
