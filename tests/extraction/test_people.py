"""The people file: whole, free of contradictions, and right where a date is known by heart."""

import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from app.extraction import vocabulary as vocabulary_package
from app.extraction.vocabulary import load_vocabulary
from app.extraction.vocabulary.schema import Person, Tenure

PEOPLE = tuple(load_vocabulary().people.values())

ONE_A_COUNTRY = frozenset(
    {
        "head-of-government",
        "president-elect",
        "foreign-minister",
        "defence-minister",
        "foreign-ministry-spokesperson",
        "security-council-secretary",
        "national-security-adviser",
    }
)
ONE_A_TITLE = frozenset(
    {
        "ambassador",
        "central-bank-governor",
        "governor",
        "head-of-state",
        "intelligence-chief",
        "mayor",
        "military-chief",
        "monarch",
        "secretary-general",
        "speaker-of-parliament",
        "spokesperson",
        "vice-president",
    }
)
"""Offices of which a country may have several (a supreme leader beside a president), each held by one at a time."""


def _seats() -> Iterator[tuple[tuple[str, ...], Person, Tenure]]:
    """Every tenure of an office that has room for one, with what names the seat."""
    for person in PEOPLE:
        for tenure in person.offices:
            if tenure.office in ONE_A_COUNTRY:
                yield (tenure.country, tenure.office), person, tenure
            elif tenure.office in ONE_A_TITLE:
                # Acting holders fill the same seat.
                yield (tenure.country, tenure.office, tenure.title.removeprefix("Acting ")), person, tenure


def _days_shared(one: Tenure, other: Tenure) -> int:
    last = min(one.until or date.max, other.until or date.max)
    return (last - max(one.since, other.since)).days + 1


def test_there_are_people_of_every_region() -> None:
    assert len(PEOPLE) >= 450
    countries = Counter(person.country for person in PEOPLE)
    assert {"RU", "US", "UA", "GB", "FR", "DE", "TR", "CN", "EU", "NATO", "UN"} <= countries.keys()


def test_every_slug_is_given_once() -> None:
    folder = Path(vocabulary_package.__file__).parent / "people"
    slugs = Counter(
        row["slug"]
        for path in folder.glob("*.toml")
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["people"]
    )
    assert [slug for slug, count in slugs.items() if count > 1] == []


def test_every_name_is_given_once() -> None:
    names = Counter(person.name for person in PEOPLE)
    assert [name for name, count in names.items() if count > 1] == []


def test_no_full_spelling_means_two_people() -> None:
    owners = defaultdict(set)
    for person in PEOPLE:
        for spelling in (person.name, *person.variants):
            if " " in spelling:
                owners[spelling.casefold()].add(person.slug)
    assert {spelling: slugs for spelling, slugs in owners.items() if len(slugs) > 1} == {}


def test_entries_are_whole() -> None:
    for person in PEOPLE:
        assert person.gender is not None, person.slug
        spellings = (person.name, *person.variants, *person.misreadings)
        assert all(spelling and spelling == spelling.strip() for spelling in spellings), person.slug
        assert len(set(spellings)) == len(spellings), person.slug
        assert all(tenure.title for tenure in person.offices), person.slug


def test_tenures_run_forwards_and_are_in_order() -> None:
    for person in PEOPLE:
        assert all(tenure.until is None or tenure.since <= tenure.until for tenure in person.offices), person.slug
        starts = [tenure.since for tenure in person.offices]
        assert starts == sorted(starts), person.slug


def test_nobody_holds_an_office_twice_at_a_time() -> None:
    twice = [
        (person.slug, one.title, other.title)
        for person in PEOPLE
        for one, other in combinations(person.offices, 2)
        if (one.office, one.title, one.country) == (other.office, other.title, other.country)
        and _days_shared(one, other) > 1
    ]
    assert twice == []


def test_no_two_people_hold_one_seat_but_on_the_day_of_handing_over() -> None:
    holders = defaultdict(list)
    for seat, person, tenure in _seats():
        holders[seat].append((person, tenure))
    clashes = [
        (seat, first.slug, second.slug, max(one.since, other.since).isoformat())
        for seat, held in holders.items()
        for (first, one), (second, other) in combinations(held, 2)
        if first.slug != second.slug and _days_shared(one, other) > 1
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("slug", "day", "title"),
    [
        ("vladimir-putin", date(2000, 3, 1), "Acting President of Russia"),
        ("vladimir-putin", date(2009, 6, 1), "Prime Minister of Russia"),
        ("vladimir-putin", date(2012, 5, 7), "President of Russia"),
        ("dmitry-medvedev", date(2010, 1, 1), "President of Russia"),
        ("dmitry-peskov", date(2015, 11, 16), "Kremlin spokesman"),
        ("sergei-lavrov", date(2004, 3, 9), "Foreign Minister of Russia"),
        ("sergei-shoigu", date(2024, 5, 11), "Defence Minister of Russia"),
        ("sergei-shoigu", date(2024, 6, 1), "Secretary of the Security Council of Russia"),
        ("vitaly-churkin", date(2017, 2, 20), "Permanent Representative of Russia to the United Nations"),
        ("david-cameron", date(2016, 7, 13), "Prime Minister of the United Kingdom"),
        ("donald-trump", date(2016, 12, 1), "President-elect of the United States"),
        ("donald-trump", date(2022, 1, 1), "Former President of the United States"),
        ("hillary-clinton", date(2012, 9, 11), "US Secretary of State"),
        ("hillary-clinton", date(2016, 9, 12), "US presidential candidate"),
        ("josh-earnest", date(2016, 3, 1), "White House Press Secretary"),
        ("petro-poroshenko", date(2014, 6, 7), "President of Ukraine"),
        ("arseniy-yatsenyuk", date(2007, 4, 1), "Foreign Minister of Ukraine"),
        ("serzh-sargsyan", date(2018, 4, 20), "Prime Minister of Armenia"),
        ("shavkat-mirziyoyev", date(2016, 10, 1), "Acting President of Uzbekistan"),
    ],
)
def test_an_office_on_a_day(slug: str, day: date, title: str) -> None:
    tenure = load_vocabulary().office_on(slug, day)
    assert tenure is not None
    assert tenure.title == title


@pytest.mark.parametrize(
    ("slug", "day"),
    [
        ("david-cameron", date(2010, 5, 10)),
        ("viktor-yanukovych", date(2014, 2, 23)),
        ("vitaly-churkin", date(2017, 2, 21)),
        ("boris-yeltsin", date(2000, 1, 1)),
    ],
)
def test_no_office_outside_the_tenures(slug: str, day: date) -> None:
    assert load_vocabulary().office_on(slug, day) is None


def test_no_name_has_letters_that_newswire_lacks() -> None:
    """`Kalin`, not `Kalın`: accents come off when names are compared, but these letters have no plain one beneath."""
    bases = {person.name: unicodedata.normalize("NFKD", person.name).replace("’", "") for person in PEOPLE}
    strange = [
        name for name, base in bases.items() if any(not c.isascii() and not unicodedata.combining(c) for c in base)
    ]
    assert strange == []
