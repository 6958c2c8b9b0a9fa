"""Names of people, bodies, offices, countries and places, and their namesakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction import Source
from app.extraction.document import Document
from app.extraction.model import Name
from app.extraction.names import find_names
from app.extraction.names.folding import fold
from app.extraction.phrasebook import find_phrases
from app.extraction.vocabulary import load_vocabulary


def names(text: str) -> list[tuple[str, Name]]:
    document = Document(source=Source(text=text, name="test"), text=text)
    document = find_names(find_phrases(document, load_vocabulary()), load_vocabulary())
    return [(text[name.start : name.end], name) for name in document.names]


def first(text: str, written: str) -> Name | None:
    return next((name for found, name in names(text) if found == written), None)


def key(text: str, written: str) -> str | None:
    name = first(text, written)
    return name.keys[0] if name else None


@pytest.mark.parametrize(
    ("text", "written", "kind", "expected"),
    [
        ("Dmitry Peskov said so.", "Dmitry Peskov", "person", "dmitry-peskov"),
        ("Putin’s visit is near.", "Putin", "person", "vladimir-putin"),
        ("Putin's visit is near.", "Putin", "person", "vladimir-putin"),
        ("A talk with Donald trump went well.", "Donald trump", "person", "donald-trump"),
        ("Recep Tayyip Erdoğan will come.", "Recep Tayyip Erdoğan", "person", "recep-tayyip-erdogan"),
        ("The Kremlin is silent.", "Kremlin", "body", "kremlin"),
        ("It came from the Élysée today.", "Élysée", "body", "elysee"),
        ("The press-Secretary spoke.", "press-Secretary", "office", "spokesperson"),
        ("the Prime Minister of great Britain", "great Britain", "country", "GB"),
        ("in the U.S. capital", "U.S.", "country", "US"),
        ("The UK and the EU met.", "UK", "country", "GB"),
        ("The american leader left.", "american", "demonym", "US"),
        ("He flew to Côte d’Ivoire.", "Côte d’Ivoire", "country", "CI"),
        ("Talks in Ankara ended.", "Ankara", "place", "TR"),
        ("US-Russia talks", "Russia", "country", "RU"),
    ],
)
def test_a_name_is_found_as_it_is_written(text: str, written: str, kind: str, expected: str) -> None:
    name = first(text, written)
    assert name is not None
    assert (name.kind, name.keys[0]) == (kind, expected)


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("Later President Trump called. Trump was brief.", "Trump", "donald-trump"),
        ("PRESIDENT TRUMP: Thank you.", "TRUMP", "donald-trump"),
        ("Many are wary of Trump.", "Trump", "donald-trump"),
        ("They are wary of Blinken.", "Blinken", "antony-blinken"),
        ("Prime Minister May has left.", "May", "theresa-may"),
        ("President Bush came; his brother did not.", "Bush", "george-w-bush"),
        ("Foreign Minister May has left.", "May", None),
        ("The president. May it be so.", "May", None),
        ("They saw Bush.", "Bush", None),
    ],
)
def test_a_surname_that_is_a_word_counts_behind_the_office_of_its_bearer(
    text: str, written: str, expected: str | None
) -> None:
    assert key(text, written) == expected


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("They may join us for turkey and watch a trump card played.", ("may", "us", "turkey", "trump")),
        ("His Trump card is a flat in Trump Tower.", ("Trump",)),
        ("They polish china and keep a guinea pig.", ("polish", "china", "guinea", "pig")),
        ("A player called Michael Jordan scored.", ("Jordan",)),
        ("The actor Denzel Washington smiled.", ("Washington",)),
        ("Voters in Georgia and Alabama chose a senator.", ("Georgia",)),
        ("Latin American states and the Washington Post agree.", ("American", "Washington")),
        ("In May the weather is fine.", ("May",)),
        ("The Minsk agreements are not carried out.", ("Minsk",)),
        ("It lies on the Indian Ocean.", ("Indian",)),
        ("Iranology is a science.", ("Iran",)),
    ],
)
def test_a_namesake_is_no_name(text: str, silent: tuple[str, ...]) -> None:
    assert not {written for written, _ in names(text)} & set(silent)


@pytest.mark.parametrize(
    ("text", "written", "code"),
    [
        ("The king of Jordan arrived.", "Jordan", "JO"),
        ("President of Israel Anna Beispiel arrived.", "Israel", "IL"),
        ("Washington and Moscow agree.", "Washington", "US"),
        ("Tbilisi is the capital of Georgia.", "Georgia", "GE"),
        ("Turkey and Chad signed.", "Chad", "TD"),
    ],
)
def test_a_country_is_meant_where_its_place_says_so(text: str, written: str, code: str) -> None:
    assert key(text, written) == code


def test_a_surname_belongs_to_whoever_was_last_named_in_full() -> None:
    text = "Bill Clinton left. Clinton smiled. Hillary Clinton came. Clinton waved."
    found = [name.keys[0] for written, name in names(text) if written == "Clinton"]
    assert found == ["bill-clinton", "hillary-clinton"]


def test_a_surname_before_the_full_name_is_the_same_person() -> None:
    text = "May under pressure\n\nPrime Minister Theresa May spoke. Then May left."
    assert [name.keys[0] for written, name in names(text) if written == "May"] == ["theresa-may", "theresa-may"]


def test_a_month_is_nobody() -> None:
    text = "Theresa May came in May, on 5 May and on May 7, 2018. May left."
    assert [name.keys[0] for _, name in names(text) if name.kind == "person"] == ["theresa-may", "theresa-may"]


def test_somebody_unknown_with_a_known_surname_takes_it_over() -> None:
    text = "The engineer Anselm Peskov opened the plant. It is a good day, said Peskov."
    assert all(name.kind != "person" for _, name in names(text))


def test_capitals_of_a_headline_introduce_nobody() -> None:
    text = "Spokesman Confirms Putin Visit After Long Silence And Many Delays"
    assert key(text, "Putin") == "vladimir-putin"


def test_a_misreading_needs_its_person_in_the_article() -> None:
    assert key("Dmitry Peskov spoke. “Yes,” added Sands.", "Sands") == "dmitry-peskov"
    assert key("The sea covered the Sands of the bay.", "Sands") is None


def test_a_misread_surname_after_its_given_name_is_a_full_name() -> None:
    assert key("The press secretary Dmitry Sands commented on it.", "Dmitry Sands") == "dmitry-peskov"
    assert key("Dmitry Peskov spoke of a plant in Pskov.", "Pskov") is None


@pytest.mark.parametrize(
    ("text", "office", "code"),
    [
        ("Turkish President Erdogan came.", "President", "TR"),
        ("Russia’s Foreign Minister left.", "Foreign Minister", "RU"),
        ("The Prime Minister of Japan spoke.", "Prime Minister", "JP"),
        ("President of the Arab Republic of Egypt spoke.", "President", "EG"),
        ("Kremlin spokesman is silent.", "Kremlin spokesman", "RU"),
        ("The president slept.", "president", None),
    ],
)
def test_an_office_takes_its_country_from_the_words_beside_it(text: str, office: str, code: str | None) -> None:
    name = first(text, office)
    assert name is not None
    assert name.country == code


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


WORDS = st.sampled_from(
    ["Putin", "U.S.", "the", "Georgia", "May", "’s", "\n", "-", "İ", "Dmitry Peskov", "ß", ". ", "(", "Élysée"]
)


@given(st.lists(WORDS, max_size=40))
def test_names_lie_in_the_text_in_order_without_overlap(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for written, name in names(text):
        assert end <= name.start < name.end <= len(text)
        assert name.keys
        assert written == written.strip()
        end = name.end


def test_a_country_is_no_surname_of_a_prime_minister() -> None:
    text = "Montenegro said the bridge stays open, the Portuguese ferry office noted."
    assert [(name.kind, name.country) for _, name in names(text)][:1] == [("country", "ME")]


def test_whoever_is_called_by_a_family_name_that_comes_first_is_found_again() -> None:
    text = "South Korean Prime Minister Lee Nak-yon came by train. Lee, who is in a hurry, left at noon."
    assert [person for written, person in ((w, n.keys[0]) for w, n in names(text)) if written == "Lee"] == [
        "lee-nak-yon"
    ]
    assert all(written != "Wang" for written, _ in names("Wang said the boats were late."))


def test_a_surname_in_another_spelling_is_that_of_whoever_is_named_in_full() -> None:
    text = "Prime Minister Igor Matovich met the pilots. Matovich thanked them."
    assert key(text, "Matovich") == "igor-matovic"
    assert key("Matovich thanked the pilots.", "Matovich") is None


def test_the_second_half_of_a_family_name_is_nobody_known() -> None:
    assert key("Foreign Minister Ulf Storm-Jensen went home.", "Jensen") is None
    assert key("The Obama-Merkel meeting was short.", "Merkel") == "angela-merkel"
    assert key("The anti-Merkel camp was small.", "Merkel") == "angela-merkel"
    assert key("The port was shut, Osman al-Khalifa al-Sabah said.", "al-Sabah") is None


def test_an_australian_state_is_no_part_of_britain() -> None:
    assert first("Fires in New South Wales went out.", "Wales") is None


@pytest.mark.parametrize("opener", ["Unless", "Throughout", "Nevertheless"])
def test_a_word_that_opens_a_sentence_is_no_given_name(opener: str) -> None:
    text = f"Foreign Minister Sergey Lavrov left. {opener} Lavrov comes. Lavrov said so."
    assert [found for found, name in names(text) if name.keys == ("sergei-lavrov",)][1:] == ["Lavrov", "Lavrov"]


def test_a_title_of_the_other_sex_is_that_of_a_namesake() -> None:
    assert key("Mr Truss said the boats were late.", "Truss") is None
    assert key("Ms Truss said the boats were late.", "Truss") == "liz-truss"


def test_a_relative_leaves_the_bare_surname_to_whoever_has_it() -> None:
    text = "Foreign Minister Sergey Lavrov left. His niece, Zlata Lavrov, stayed. Lavrov was late."
    assert [name.keys for found, name in names(text) if found == "Lavrov"] == [("sergei-lavrov",)]


def test_a_namesake_in_office_takes_the_bare_surname() -> None:
    text = "Foreign Minister Sergey Lavrov left. Defense Minister Vasil Lavrov stayed. Lavrov was late."
    assert [name.keys for found, name in names(text) if found == "Lavrov"] == []


@pytest.mark.parametrize("honorific", ["Mr.", "Shri", "Datuk Seri", "Dato"])
def test_an_honorific_before_a_bare_surname_is_no_given_name(honorific: str) -> None:
    text = f"Minister Rajnath Singh met Lavrov. They spoke, and {honorific} Singh left."
    assert names(text)[-1][1].keys[0] == "rajnath-singh"
