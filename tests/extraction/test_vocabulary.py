"""The vocabulary files: well-formed, consistent, and complete where completeness can be checked."""

from collections import Counter
from pathlib import Path

import pytest

from app.extraction import vocabulary as module
from app.extraction.names.folding import fold_phrase
from app.extraction.vocabulary import Vocabulary, VocabularyError, load_vocabulary

TAXONOMY = (
    *("bilateral-relations", "summits-and-talks", "counter-terrorism", "syria", "ukraine", "arms-control"),
    *("nato-european-security", "sanctions", "energy", "trade-and-economy", "defence-cooperation"),
    *("cyber-and-interference", "espionage-and-expulsions", "iran", "korean-peninsula", "middle-east", "afghanistan"),
    *("south-caucasus", "post-soviet-integration", "asia-pacific", "multilateral-organisations"),
    *("health-and-pandemic", "climate-and-arctic", "aviation-and-disasters", "media-and-human-rights"),
    *("history-and-memory", "sport-and-culture", "space-and-science", "migration-and-consular"),
)
UN_MEMBERS = 193
BEYOND = {"XK", "TW", "PS", "VA", "XA", "XO", "EU", "NATO", "UN"}
"""Entries that are no members of the United Nations."""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def test_the_taxonomy_is_the_designs(vocabulary: Vocabulary) -> None:
    assert tuple(vocabulary.topics) == TAXONOMY


def test_every_member_of_the_united_nations_is_there(vocabulary: Vocabulary) -> None:
    assert vocabulary.countries.keys() >= BEYOND
    assert len(vocabulary.countries.keys() - BEYOND) == UN_MEMBERS


def test_no_two_countries_claim_a_word(vocabulary: Vocabulary) -> None:
    claims = Counter(
        word
        for country in vocabulary.countries.values()
        for word in {
            fold_phrase(spelling)
            for spelling in (
                country.name,
                *country.aliases,
                *country.demonyms,
                *country.places,
                *country.metonyms,
            )
        }
    )
    assert [word for word, count in claims.items() if count > 1] == []


def test_capitals_are_among_the_places(vocabulary: Vocabulary) -> None:
    for country in vocabulary.countries.values():
        assert set(country.capitals) <= set(country.places), country.code


def test_a_topic_lists_each_word_once(vocabulary: Vocabulary) -> None:
    for topic in vocabulary.topics.values():
        words = [*topic.strong, *topic.plain, *topic.weak]
        assert [word for word, count in Counter(words).items() if count > 1] == [], topic.slug
        assert all(word.strip() == word for word in words), topic.slug
        assert set(topic.only_there) <= set(words), topic.slug


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        (
            "topics.toml",
            "[[topics]]\nslug = 'Not A Slug'\nlabel = 'x'\ndescription = 'x'\nstrong = []\n",
            "topics.toml",
        ),
        ("topics.toml", "[[topics]]\nslug = 'x'\nlabel = 'x'\ndescription = 'x'\nstrong = []\ncolour = 1\n", "colour"),
        (
            "topics.toml",
            "[[topics]]\nslug = 'x'\nlabel = 'x'\ndescription = 'x'\nstrong = []\ncountries = ['QQ']\n",
            "no such country: QQ",
        ),
        ("bodies.toml", "[[bodies]]\nslug = 'x'\nname = 'X'\ncountry = 'QQ'\n", "no such country: QQ"),
        ("regions.toml", "[[regions]]\nadjectives = ['Polar']\ncountries = ['QQ']\n", "no such country: QQ"),
        ("cues.toml", "[[cues]]\nuse = 'x'\nwords = []\n[[cues]]\nuse = 'x'\nwords = []\n", "'x' stands there twice"),
        ("words.toml", "ordinary = [", "words.toml"),
    ],
)
def test_a_fault_names_file_and_entry(
    file: str, content: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(module.__file__).parent
    for entry in folder.iterdir():
        if entry.name != file and (entry.is_dir() or entry.suffix == ".toml"):
            (tmp_path / entry.name).symlink_to(entry)
    (tmp_path / file).write_text(content, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(VocabularyError, match=message):
        load_vocabulary.__wrapped__()


def test_no_two_events_share_a_name() -> None:
    names = Counter(event.name for event in load_vocabulary().events)
    assert [name for name, count in names.items() if count > 1] == []
