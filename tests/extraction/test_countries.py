"""Partners and mentions of an article, and the countries of each quote."""

import pytest

from app.extraction import Analysis, Source, analyze
from app.extraction.countries.roles import HOME


def read(*paragraphs: str, title: str | None = None) -> Analysis:
    parts = ([title] if title else []) + list(paragraphs)
    return analyze(Source(text="\n\n".join(parts), name="test"))


def codes(analysis: Analysis, role: str) -> list[str]:
    return [tag.code for tag in analysis.countries if tag.role == role]


LEAD = "MOSCOW, May 5. /TASS/. "


@pytest.mark.parametrize(
    ("sentence", "partner"),
    [
        ("Russia and Hungary will go on with their talks, Kremlin spokesman Dmitry Peskov said.", "HU"),
        ("The Hungarian side has not answered Moscow, the Kremlin said on Monday.", "HU"),
        ("Moscow and Budapest will go on with their talks, Kremlin spokesman Dmitry Peskov said.", "HU"),
        ("Vladimir Putin spoke with Viktor Orban by telephone, the Kremlin said on Monday.", "HU"),
        ("The White House has not answered Moscow, Kremlin spokesman Dmitry Peskov said.", "US"),
        ("Downing Street has not answered Moscow, Kremlin spokesman Dmitry Peskov said.", "GB"),
        ("The Elysee has not answered Moscow, Kremlin spokesman Dmitry Peskov said.", "FR"),
        ("Brussels has not answered Moscow, Kremlin spokesman Dmitry Peskov said.", "EU"),
        ("NATO has not answered Moscow, Kremlin spokesman Dmitry Peskov said.", "NATO"),
        ("The United Nations has not answered Moscow, Kremlin spokesman Dmitry Peskov said.", "UN"),
        ("The President of the Kyrgyz Republic spoke with Vladimir Putin in the Kremlin.", "KG"),
        ("the american leader spoke with Vladimir Putin, said the press Secretary Dmitry Peskov.", "US"),
        ("Russia will go on working with Abkhazia, Kremlin spokesman Dmitry Peskov said.", "XA"),
    ],
)
def test_a_partner_is_known_by_any_of_its_names(sentence: str, partner: str) -> None:
    assert codes(read(LEAD + sentence), "partner") == [partner]


def test_russia_is_never_a_partner_or_mention() -> None:
    analysis = read(LEAD + "Russia and Serbia agree, the Russian President said in Moscow.")
    assert HOME not in [tag.code for tag in analysis.countries]


def test_the_scene_of_a_meeting_is_no_partner() -> None:
    analysis = read(
        LEAD + "Vladimir Putin and Angela Merkel discussed the Syrian crisis and the situation in Libya.",
        "The two leaders met in Geneva, the Kremlin said.",
    )
    assert codes(analysis, "partner") == ["DE"]
    assert set(codes(analysis, "mention")) == {"SY", "LY", "CH"}


def test_what_is_discussed_is_no_partner() -> None:
    analysis = read(
        "Russian Foreign Minister Sergey Lavrov and his German counterpart Heiko Maas discussed Syria by phone.",
        title="Lavrov, Maas discuss Syria",
    )
    assert codes(analysis, "partner") == ["DE"]


def test_the_place_of_a_dateline_says_nothing() -> None:
    analysis = read("ANTALYA, May 5. /TASS/. Russia and Japan will hold talks, Dmitry Peskov said.")
    assert [tag.code for tag in analysis.countries] == ["JP"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Shanghai Cooperation Organization works against drugs, the Kremlin said.",
        "The Geneva talks and the Minsk talks will go on, the Kremlin said.",
        "Astana talks are useful, the Kremlin said.",
        "The High Court of London was not right, the Kremlin said.",
    ],
)
def test_a_city_in_the_name_of_a_body_or_process_says_nothing_of_its_country(sentence: str) -> None:
    assert read(LEAD + sentence).countries == ()


def test_an_envoy_speaks_for_the_country_that_sent_him() -> None:
    sender = read(LEAD + "Ukraine's ambassador to Germany said that Russia has to pay.")
    assert (codes(sender, "partner"), codes(sender, "mention")) == (["UA"], ["DE"])
    council = read(LEAD + "The Norwegian envoy to NATO said that Oslo does not threaten Russia.")
    assert (codes(council, "partner"), codes(council, "mention")) == (["NO"], ["NATO"])
    assert codes(read(LEAD + "The Russian ambassador to Norway spoke."), "partner") == ["NO"]


def test_a_country_that_is_but_a_scene_of_events_is_no_partner() -> None:
    analysis = read(LEAD + "Russian helicopters flew over the Syrian city of Homs, the Kremlin said. Homs is safe.")
    assert (codes(analysis, "partner"), codes(analysis, "mention")) == ([], ["SY"])
    assert codes(read(LEAD + "Russian ships came home from their Syrian mission."), "partner") == []


def test_whoever_changed_sides_speaks_for_the_one_served_on_most_days_that_are_possible() -> None:
    analysis = read(LEAD + "The Dutch Prime Minister, Mark Rutte, called Moscow. Rutte was friendly, the Kremlin said.")
    assert len(analysis.published.candidates) > 1
    assert [tag.code for tag in analysis.countries] == ["NL"]


def test_what_is_no_body_says_nothing() -> None:
    analysis = read(
        LEAD + "Russia and Japan will hold talks, Dmitry Peskov said.",
        "“Islamic State” is recognized as a terrorist organization in the USA, Canada, Australia, Egypt and India.",
        title="Russia and Japan to hold talks, says the Kremlin",
    )
    assert [tag.code for tag in analysis.countries] == ["JP"]


def test_partners_come_in_the_order_of_their_weight() -> None:
    analysis = read(
        LEAD + "Russia hopes for better relations with Poland, Dmitry Peskov said.",
        "“Our relations with Poland are not at their best,” he said. Warsaw and Moscow should talk.",
        "Vladimir Putin will also meet with the leader of Slovakia, the spokesman added.",
        "Later, Sergei Lavrov and his Slovak counterpart will hold talks with Slovakia's neighbours.",
        title="Kremlin hopes for better relations with Poland",
    )
    assert codes(analysis, "partner")[0] == "PL"
    assert "SK" in codes(analysis, "partner")


def test_a_long_list_makes_no_partners() -> None:
    analysis = read(
        LEAD + "Russia and Oman will hold talks on gas, Dmitry Peskov said. Moscow and Muscat are in contact.",
        "Oman is one of those who signed, with Chile, Peru, Kenya, Ghana and Nepal.",
    )
    assert codes(analysis, "partner") == ["OM"]
    assert set(codes(analysis, "mention")) == {"CL", "PE", "KE", "GH", "NP"}


def test_every_tag_shows_the_words_it_rests_on() -> None:
    analysis = read(LEAD + "Russia and Serbia agree, Dmitry Peskov said. Belgrade is a friend.")
    (tag,) = analysis.countries
    assert {evidence.text for evidence in tag.evidence} == {"Serbia", "Belgrade"}
    assert all(analysis.text[e.start : e.end] == e.text for e in tag.evidence)
    assert 0 < tag.score < 1


def test_an_office_abroad_speaks_for_whom_it_serves() -> None:
    analysis = read(LEAD + "NATO Secretary General Jens Stoltenberg spoke with Sergei Lavrov in Moscow.")
    assert codes(analysis, "partner") == ["NATO"]


def test_a_quote_is_about_what_its_words_name_else_its_sentence() -> None:
    analysis = read(
        LEAD + "“We will talk with Belarus and China,” Dmitry Peskov said about the summit in Uzbekistan.",
        "Speaking of Georgia, he said: “This is a matter for our neighbours to decide.”",
    )
    assert [quote.countries for quote in analysis.quotes] == [("BY", "CN"), ("GE",)]


def test_a_title_supplied_beside_the_text_counts_but_has_no_place_in_it() -> None:
    source = Source(text="The leaders plan to discuss joint work.", name="test", title="Putin to meet Viktor Orban")
    (tag,) = analyze(source).countries
    assert (tag.code, tag.role) == ("HU", "partner")
    assert [(e.text, e.start, e.end) for e in tag.evidence] == [("Viktor Orban", 0, 0)]


def test_those_whom_leaders_talk_about_are_no_partners() -> None:
    analysis = read(
        LEAD
        + "Vladimir Putin had a telephone conversation with President of France Emmanuel Macron, the Kremlin said.",
        "They spoke about Ukraine. The course of the Russian-Ukrainian talks was described in detail.",
        "Kiev must answer, Putin said. The Ukrainian side has put off the next round of talks with Russia.",
    )
    assert codes(analysis, "partner") == ["FR"]
    assert "UA" in codes(analysis, "mention")


def test_whoever_meets_as_well_is_a_partner() -> None:
    analysis = read(
        LEAD + "Vladimir Putin and Emmanuel Macron spoke by telephone, the Kremlin said.",
        "In another development, Vladimir Putin and Vladimir Zelensky spoke. Russia and Ukraine go on with talks.",
    )
    assert set(codes(analysis, "partner")) == {"FR", "UA"}


def test_a_preposition_governs_the_noun_and_not_its_demonym() -> None:
    analysis = read(
        LEAD + "Contacts on the Iranian nuclear programme will go on, Kremlin spokesman Dmitry Peskov said."
    )
    assert codes(analysis, "partner") == ["IR"]


def test_a_country_named_once_in_a_long_meeting_is_but_mentioned() -> None:
    analysis = read(
        "Meeting participants spoke about roads and bridges.",
        *["The Governor spoke about one more road, and Russia will pay for it."] * 30,
        "Mongolia builds such roads as well.",
        title="Meeting on roads",
    )
    assert codes(analysis, "partner") == []
    assert codes(analysis, "mention") == ["MN"]


def test_a_short_text_has_partners_without_a_head() -> None:
    analysis = read(
        "Meeting participants spoke about roads.",
        "Russia will build one together with Mongolia.",
        title="Meeting on roads",
    )
    assert codes(analysis, "partner") == ["MN"]


def test_those_listed_with_russia_are_in_the_same_company() -> None:
    analysis = read(LEAD + "The leaders of Russia, Turkey and Iran will meet, the Kremlin said. Ankara is the host.")
    assert set(codes(analysis, "partner")) == {"TR", "IR"}


def test_a_region_and_russia_have_no_dealings() -> None:
    analysis = read(LEAD + "The Kremlin spoke of Siberia and Bavaria. Moscow and Vienna will hold talks with Austria.")
    assert codes(analysis, "partner") == ["AT"]


def test_whoever_listens_does_not_act() -> None:
    analysis = read(
        LEAD + "Sergei Lavrov told the United Nations that Russia will talk with Chad.", "Chad agreed, he said."
    )
    assert codes(analysis, "partner")[0] == "TD"


def test_he_takes_russia_along_from_the_sentence_before() -> None:
    analysis = read(
        LEAD + "Vladimir Putin and Viktor Orban spoke by phone. Before that he talked with the leader of Slovakia."
    )
    assert set(codes(analysis, "partner")) == {"HU", "SK"}


def test_a_congress_is_that_of_the_united_states_only_where_they_are_named() -> None:
    assert read(LEAD + "The Kremlin greets those who meet at the Congress.").countries == ()
    analysis = read(LEAD + "The Kremlin waits for the Congress. The American law is not out yet.")
    assert codes(analysis, "partner") == ["US"]
    assert read(LEAD + "The Kremlin greets the Mining Congress, and the Congress of Miners.").countries == ()


@pytest.mark.parametrize(
    ("paragraphs", "partner"),
    [
        (
            ("The Contact Group on Ukraine met in the Belarusian capital of Minsk, Kiev told Moscow.",),
            "UA",
        ),
        (
            ("The Syrian delegation came to Moscow.", "Its members were Hadi al-Bahra and Badr Jamus of Homs."),
            "SY",
        ),
        (
            ("The Astana talks are a success of Turkey and Russia.", "The Astana talks were long, the Turk said."),
            "TR",
        ),
    ],
)
def test_where_something_is_or_is_held_is_no_partner(paragraphs: tuple[str, ...], partner: str) -> None:
    assert codes(read(LEAD + paragraphs[0], *paragraphs[1:]), "partner") == [partner]


def test_a_thing_that_bears_the_name_of_a_town_says_little() -> None:
    analysis = read(LEAD + "Russia upgrades the protection system Vitebsk.", "The Vitebsk system has room for it.")
    assert codes(analysis, "partner") == []


def test_a_neighbour_behind_the_border_is_no_partner() -> None:
    lead = "The Kremlin knows nothing of Russian drones in Egypt near the border with Libya, Dmitry Peskov said."
    analysis = read(LEAD + lead, title="Drones in Egypt")
    assert (codes(analysis, "partner"), codes(analysis, "mention")) == (["EG"], ["LY"])


OTHERS = "China and Germany open bridges, the Chinese minister said. Germany is glad of its bridges with China."


@pytest.mark.parametrize("dateline", [LEAD, "BEIJING, May 5 (Xinhua) -- "])
def test_an_article_that_hardly_speaks_of_russia_has_no_partner(dateline: str) -> None:
    paragraphs = (dateline + OTHERS, "Berlin built one more. Beijing has two. Bonn wants another.")
    for analysis in (read(*paragraphs), read(*paragraphs, "Russia has no such bridge.")):
        assert (codes(analysis, "partner"), set(codes(analysis, "mention"))) == ([], {"CN", "DE"})


def test_a_title_that_names_russia_tells_of_dealings_with_it_and_a_lead_only_of_a_short_article() -> None:
    paragraphs = (LEAD + OTHERS, "Berlin built one more. Beijing has two. Bonn wants another.")
    told = LEAD + "Russia may follow. " + OTHERS
    assert codes(read(told, *paragraphs[1:]), "partner")
    more = [f"Berlin built bridge {number} for Beijing. The river rose by {number} feet." for number in range(9)]
    assert not codes(read(told, *more), "partner")
    assert codes(read(*paragraphs, title="Bridges for Russia"), "partner")
    supplied = Source(text="\n\n".join(paragraphs), name="test", title="Bridges for Russia")
    assert codes(analyze(supplied), "partner")


def test_an_article_that_speaks_of_russia_again_and_again_tells_of_dealings_with_it() -> None:
    told = "The Kremlin is glad of the bridge. Moscow has asked Berlin for two."
    assert codes(read(LEAD + OTHERS, told), "partner")


def test_an_article_of_which_much_is_said_by_people_of_russia_tells_of_dealings_with_it() -> None:
    paragraphs = (LEAD + OTHERS, "“Two bridges are not enough for so wide a river,” Sergey Lavrov said.")
    assert codes(read(*paragraphs), "partner")


def test_who_deals_with_a_union_of_russia_and_its_neighbours_deals_with_russia() -> None:
    told = "{} will go on for long, President Nursultan Nazarbayev said. Kazakhstan is glad of it."
    assert codes(read(LEAD + told.format("The Eurasian Economic Union")), "partner") == ["KZ"]
    assert codes(read(LEAD + told.format("The African Union")), "partner") == []
