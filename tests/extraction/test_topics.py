"""Topics of an article and of each quote."""

import pytest

from app.extraction import Analysis, Source, analyze

LEAD = "MOSCOW, May 5. /TASS/. "


def read(*paragraphs: str) -> Analysis:
    return analyze(Source(text="\n\n".join(paragraphs), name="test"))


def slugs(*paragraphs: str) -> list[str]:
    return [tag.slug for tag in read(*paragraphs).topics]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Our bilateral relations with Peru are good, the Kremlin said.", "bilateral-relations"),
        ("Vladimir Putin held a telephone conversation with his colleague.", "summits-and-talks"),
        ("Terrorists must be fought together, the Kremlin said.", "counter-terrorism"),
        ("The Syrian settlement goes on, the Kremlin said.", "syria"),
        ("The Minsk agreements must be carried out, the Kremlin said.", "ukraine"),
        ("The New START treaty may be prolonged, the Kremlin said.", "arms-control"),
        ("NATO expansion is a threat, the Kremlin said.", "nato-european-security"),
        ("The sanctions do harm, the Kremlin said.", "sanctions"),
        ("Nord Stream 2 will be built, the Kremlin said.", "energy"),
        ("Trade turnover has grown, the Kremlin said.", "trade-and-economy"),
        ("The S-400 systems will be delivered, the Kremlin said.", "defence-cooperation"),
        ("Nobody in Moscow knows these hackers, the Kremlin said.", "cyber-and-interference"),
        ("The expulsion of diplomats will be answered, the Kremlin said.", "espionage-and-expulsions"),
        ("The Iranian nuclear deal must live, the Kremlin said.", "iran"),
        ("The Korean Peninsula needs calm, the Kremlin said.", "korean-peninsula"),
        ("The two-state solution is still the way, the Kremlin said.", "middle-east"),
        ("The Taliban have to keep their word, the Kremlin said.", "afghanistan"),
        ("The Lachin corridor must be open, the Kremlin said.", "south-caucasus"),
        ("The EAEU will grow, the Kremlin said.", "post-soviet-integration"),
        ("The law on domestic violence is ready, the Kremlin said.", "media-and-human-rights"),
        ("ASEAN matters to us, the Kremlin said.", "asia-pacific"),
        ("A multipolar world is being born, the Kremlin said.", "multilateral-organisations"),
        ("The coronavirus knows no borders, the Kremlin said.", "health-and-pandemic"),
        ("The Northern Sea Route is open, the Kremlin said.", "climate-and-arctic"),
        ("The plane crash is being looked into, the Kremlin said.", "aviation-and-disasters"),
        ("Human rights are for all, the Kremlin said.", "media-and-human-rights"),
        ("The Great Patriotic War is not forgotten, the Kremlin said.", "history-and-memory"),
        ("The Olympic Games are not for politics, the Kremlin said.", "sport-and-culture"),
        ("Roscosmos will fly again, the Kremlin said.", "space-and-science"),
        ("The refugees will be let in, the Kremlin said.", "migration-and-consular"),
    ],
)
def test_each_subject_is_heard(sentence: str, topic: str) -> None:
    assert slugs(LEAD + sentence)[0] == topic


def test_the_loudest_subject_comes_first() -> None:
    assert slugs(
        "Kremlin warns of new sanctions",
        LEAD + "New sanctions would be met with sanctions, Dmitry Peskov said.",
        "The spokesman also said that the gas pipeline will be built.",
    ) == ["sanctions", "energy"]


def test_talks_of_others_are_no_talks_with_russia() -> None:
    assert "summits-and-talks" not in slugs(LEAD + "The leaders of Peru and Chile held talks in Lima.")


def test_naming_states_speaks_for_their_region_only_where_one_deals_with_russia() -> None:
    told = "{} will open a bridge in China. China likes its bridges." + " Beijing will have two. China is glad." * 3
    assert slugs(LEAD + told.format("Beijing")) == []
    assert slugs(LEAD + told.format("Moscow")) == ["asia-pacific"]


def test_leaders_of_both_in_title_or_lead_have_dealings() -> None:
    lead = LEAD + "More theatres are wanted in Paris, the Kremlin said."
    assert "summits-and-talks" in slugs("Putin and Emmanuel Macron want more theatres", lead)
    assert "summits-and-talks" not in slugs("Dmitry Peskov and Emmanuel Macron want more theatres", lead)


def test_leaders_who_remark_on_each_other_do_not_talk() -> None:
    topics = slugs(LEAD + "Peskov declined to comment on a remark that Viktor Orban made about President Putin.")
    assert topics == ["bilateral-relations"]


def test_of_one_partner_alone_less_has_to_be_said_for_relations_to_be_the_subject() -> None:
    words = "Moscow is friendly and cooperation with {} is good, the Kremlin said."
    assert "bilateral-relations" in slugs(LEAD + words.format("Serbia"))
    assert "bilateral-relations" not in slugs(LEAD + words.format("Serbia, Peru or Chile"))


def test_meetings_at_home_are_no_talks() -> None:
    words = "Our meeting took place. Our meeting is part of {}. Our meeting was long. Our meeting ended."
    assert "summits-and-talks" not in slugs(LEAD + words.format("our work"))
    assert "summits-and-talks" in slugs(LEAD + words.format("the ties of Russia and Peru"))


def test_a_delegation_that_is_but_named_makes_no_talks() -> None:
    words = "Our delegation was in Peru. Our delegation saw it. Our delegation liked it. Our delegation is back."
    assert "summits-and-talks" not in slugs(LEAD + words)


def test_a_subject_beside_a_louder_one_is_more_than_touched_in_passing() -> None:
    games, beginning = "The Olympic Games went on.", LEAD + "The sanctions do harm, the Kremlin said."
    assert slugs(beginning, games + " They last." * 3) == ["sanctions", "sport-and-culture"]
    assert slugs(beginning, games + " They last." * 12) == ["sanctions"]
    assert slugs(LEAD + "The Kremlin spoke.", games + " They last." * 12) == ["sport-and-culture"]


def test_beside_a_louder_subject_a_word_that_settles_another_counts_for_more() -> None:
    beginning = LEAD + "The sanctions do harm. They are sanctions, the Kremlin said."
    settled, unsettled = (
        "The Olympic Games went on.",
        "Athletes came. Athletes went. A tournament began. Athletes left.",
    )
    assert slugs(beginning, settled + " They last." * 8) == ["sanctions", "sport-and-culture"]
    assert slugs(beginning, unsettled) == ["sanctions", "sport-and-culture"]
    assert slugs(beginning, unsettled + " They last." * 8) == ["sanctions"]


def test_a_word_that_wants_company_is_not_enough() -> None:
    assert slugs(LEAD + "The measures are known, the Kremlin said.") == []


def test_letter_case_tells_an_acronym_from_a_word() -> None:
    assert "multilateral-organisations" in slugs(LEAD + "PACE has invited nobody, the Kremlin said.")
    assert slugs(LEAD + "The pace is good, the Kremlin said.") == []


def test_background_alone_makes_no_topic() -> None:
    paragraphs = [LEAD + "Trade turnover with Serbia has grown, the Kremlin said."]
    paragraphs += [
        f"Trade in {goods} will go on growing, the spokesman said." for goods in ("wheat", "steel", "wood", "tea")
    ]
    assert slugs(*paragraphs, "Earlier the two were at odds over doping.") == ["trade-and-economy"]


def test_every_tag_shows_the_words_it_rests_on() -> None:
    analysis = read(LEAD + "The sanctions do harm, the Kremlin said. An embargo is no answer.")
    (tag,) = analysis.topics
    assert {evidence.text for evidence in tag.evidence} == {"sanctions", "embargo"}
    assert all(analysis.text[e.start : e.end] == e.text for e in tag.evidence)


def test_a_quote_speaks_of_what_its_words_name_else_its_sentence() -> None:
    analysis = read(
        LEAD + "“The sanctions do harm to all of us,” Dmitry Peskov said of the new gas pipeline.",
        "On the Olympic Games he said: “We will wait and see what comes of it.”",
    )
    assert [quote.topics for quote in analysis.quotes] == [("sanctions",), ("sport-and-culture",)]


def test_a_title_supplied_beside_the_text_counts_but_has_no_place_in_it() -> None:
    source = Source(text="The leaders had much to say.", name="test", title="Kremlin on the Iranian nuclear deal")
    (tag,) = analyze(source).topics
    assert tag.slug == "iran"
    assert all((evidence.start, evidence.end) == (0, 0) for evidence in tag.evidence)


def test_dealings_told_in_the_text_are_not_read_into_a_supplied_title() -> None:
    text = f"{LEAD}Putin and Obama met on Tuesday.\n\nThe leaders discussed Syria, the press service said."
    title = "Putin and Obama held long talks on Syria in the Kremlin on Tuesday and agreed"
    analysis = analyze(Source(text=text, name="test", title=title))
    dealings = [evidence for tag in analysis.topics for evidence in tag.evidence if evidence.rule == "leaders-together"]
    assert [evidence.text for evidence in dealings] == ["Obama"]


def test_a_quote_without_words_of_a_topic_has_that_of_its_paragraph_else_the_first_of_the_article() -> None:
    analysis = read(
        LEAD + "Russia will answer the new sanctions, and then more sanctions, the Kremlin said.",
        "The pipeline will be built in spring. “We shall see,” Dmitry Peskov said.",
        "“It takes time,” Dmitry Peskov said.",
    )
    assert [quote.topics for quote in analysis.quotes] == [("energy",), ("sanctions",)]


def test_a_quote_in_an_article_without_topics_has_none() -> None:
    analysis = read(LEAD + "“It takes time,” Dmitry Peskov said.")
    assert [quote.topics for quote in analysis.quotes] == [()]


def test_before_its_day_a_subject_had_not_come_up() -> None:
    words = "The Kremlin spoke of the situation in Ukraine and of Crimea. Trade with Ukraine has grown, it said."
    assert "ukraine" in slugs(f"MOSCOW, May 5, 2015. /TASS/. {words}")
    assert "ukraine" not in slugs(f"MOSCOW, May 5, 2012. /TASS/. {words}")


def test_a_title_that_contains_the_word_of_a_topic_does_not_speak_of_it() -> None:
    assert slugs(LEAD + "The Kremlin expects the Minister of Industry and Trade, it said.") == []
    assert slugs(LEAD + "The President spoke with the permanent members of the Security Council.") == []


def test_a_first_paragraph_that_goes_on_is_a_lead_only_in_its_beginning() -> None:
    beginning, end = "The Kremlin spoke. It spoke again.", "The Olympic Games went on."
    (long,) = read(f"{LEAD}{beginning} {end}").topics
    (parted,) = read(LEAD + beginning, end).topics
    (short,) = read(LEAD + end).topics
    assert long.score == parted.score < short.score


def test_words_of_any_war_speak_of_one_only_where_its_country_is_named() -> None:
    words = "{} keeps the ceasefire. The shelling has ended. Russian peacekeepers saw a truce."
    assert "ukraine" in slugs(LEAD + words.format("Ukraine"))
    assert "south-caucasus" in slugs(LEAD + words.format("Azerbaijan"))
    assert not {"ukraine", "south-caucasus"} & set(slugs(LEAD + words.format("Syria")))


def test_drills_are_those_of_an_alliance_only_where_it_is_named() -> None:
    assert "nato-european-security" not in slugs(LEAD + "Drills began. The drills of a brigade followed.")
    assert "nato-european-security" in slugs(LEAD + "NATO drills began. The drills of a brigade followed.")


def test_drills_at_home_are_no_cooperation() -> None:
    words = "{} drills began at the airbase. MiG-29 fighters and military hardware took part, the army said."
    assert "defence-cooperation" not in slugs(LEAD + words.format("Snap"))
    assert "defence-cooperation" in slugs(LEAD + words.format("Indian"))


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        (
            "The detention of journalists is wrong, the FSB must free them, diplomats said.",
            "espionage-and-expulsions",
        ),
        ("Alexei Navalny was sentenced by the court.", "espionage-and-expulsions"),
        ("The embassy and its diplomats were safe during the attack.", "espionage-and-expulsions"),
        ("Pyotr Tolstoy spoke. Tolstoy went on. Tolstoy ended.", "sport-and-culture"),
        ("The last bastion of the rebels fell.", "defence-cooperation"),
        ("The rockets were launched at a military training ground.", "defence-cooperation"),
        ("The Russian aircraft carrier has come home.", "aviation-and-disasters"),
        ("He sent greetings on the occasion of the Lunar New Year.", "space-and-science"),
        ("The European Union's common policy has failed.", "post-soviet-integration"),
        ("The mayor calls Putin a good swimmer.", "summits-and-talks"),
        ("Denmark will show medium-range surface-to-air missiles.", "arms-control"),
        ("The transit restrictions hold. Transit restrictions harm. Norway hates transit restrictions.", "energy"),
        (3 * "The Economic Development Ministry has a lake. ", "trade-and-economy"),
        ("Russia will return to the deal on grain when its terms are met.", "iran"),
        ("The loan of the IMF went to the debt.", "multilateral-organisations"),
    ],
)
def test_words_that_contain_or_resemble_those_of_a_subject_do_not_speak_of_it(sentence: str, topic: str) -> None:
    assert topic not in slugs(LEAD + sentence)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("The Federal Reserve's rate hike will cause no capital outflow, the minister said.", "trade-and-economy"),
        ("The antimonopoly service will look into the complaint.", "trade-and-economy"),
        ("Two people died in a fire at a factory, the emergencies services said.", "aviation-and-disasters"),
        ("Putin is ready to continue the dialogue with the Danish prime minister.", "bilateral-relations"),
        (
            "Inquiries go on into contacts between the Trump campaign and Russia, a senator said.",
            "cyber-and-interference",
        ),
        ("Russia's nuclear shield will be renewed, the general said.", "arms-control"),
        ("NATO has its own view of this, the spokesman said.", "nato-european-security"),
        ("Immigration has fallen, the ministry said.", "migration-and-consular"),
    ],
)
def test_wires_have_their_own_words_for_a_subject(sentence: str, topic: str) -> None:
    assert topic in slugs(LEAD + sentence)
