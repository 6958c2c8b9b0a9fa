"""The shape of each vocabulary file: what an analyst may write, checked when it is loaded.

The files beside this module (``*.toml``) hold what extraction knows of the world. Unknown keys, wrong types and
dangling references are errors that name the file and the entry.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Entry(BaseModel):
    """One entry of a vocabulary file; immutable, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Country(Entry):
    """A state, or a body of states that Russia deals with as a partner of its own (EU, NATO, UN).

    ``code`` is ISO 3166-1 alpha-2, or EU, NATO, UN.
    """

    code: str = Field(pattern=r"^(?:[A-Z]{2}|NATO)$")
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """The capital first, then other cities and regions."""
    metonyms: tuple[str, ...] = ()
    """Places and buildings that stand for the government (Downing Street, the White House)."""


class Office(Entry):
    """An office that people hold, by a key shared over countries (`head-of-state`, `foreign-minister`)."""

    key: str
    phrases: tuple[str, ...]
    """How newswire names the holder, without country: `president`, `head of state`, `leader`."""


class Tenure(Entry):
    """An office held by a person; ``until`` is the last day, absent while it lasts."""

    office: str
    title: str
    country: str
    since: date
    until: date | None = None


class Person(Entry):
    """Somebody whose words are quoted, with the offices held."""

    slug: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    name: str
    country: str
    gender: Literal["female", "male"] | None = None
    variants: tuple[str, ...] = ()
    """Other full spellings (`Sergey Lavrov`) and the bare surname where it differs from the name's last word."""
    misreadings: tuple[str, ...] = ()
    """What machine translation makes of the name (`Sands` for Песков)."""
    offices: tuple[Tenure, ...] = ()


class Body(Entry):
    """An institution that makes statements (the Kremlin, Downing Street, a ministry)."""

    slug: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    name: str
    country: str | None = None
    variants: tuple[str, ...] = ()


class Outlet(Entry):
    """Who publishes articles, and the names under which copy and datelines give it."""

    name: str
    variants: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    """Host names of the outlet's site, without `www.`."""


class TopicTerm(Entry):
    """A word or phrase that speaks for a topic, with its weight (1 is a plain sign, 3 settles it)."""

    phrase: str
    weight: float = 1.0


class Topic(Entry):
    """A subject of the taxonomy."""

    slug: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    label: str
    description: str
    media_topic: str | None = None
    """The IPTC Media Topic it matches (`medtop:20000587`), where one fits."""
    terms: tuple[TopicTerm, ...] = ()
