"""People whom only the text introduces: their names, roles and countries, and what ties a role back to them."""

import pytest

from tests.extraction.attribution.test_speakers import LEAD, quotes, speaker

DATELINE = "MOSCOW, March 3. /TASS/. "


@pytest.mark.parametrize(
    ("introduction", "name", "side"),
    [
        ("Deputy CEO of Norskhavn Asta Lindwurm, a Norwegian engineer, confirmed it.", "Asta Lindwurm", "foreign"),
        ("The Norwegian negotiator for trade with Russia, Asta Lindwurm, confirmed it.", "Asta Lindwurm", "foreign"),
        ("The Norwegian guide Asta Lindwurm, 81, was glad.", "Asta Lindwurm", "foreign"),
        ("In Damascus, the Minister of local roads Tarik Belhadi confirmed it.", "Tarik Belhadi", "foreign"),
        ("Professor Asta Lindwurm, who heads the Indian team, confirmed it.", "Asta Lindwurm", "foreign"),
        (
            "Head of the Russian delegation, Deputy Roads Minister Asta Lindwurm confirmed it.",
            "Asta Lindwurm",
            "russia",
        ),
        ("Asta Lindwurm, a Russia expert at the road fund, confirmed it.", "Asta Lindwurm", "unknown"),
        ("Asta Lindwurm, a Russian expert on roads, confirmed it.", "Asta Lindwurm", "russia"),
        ("A bridge expert from the Arctic Institute, Asta Lindwurm, confirmed it.", "Asta Lindwurm", "unknown"),
        ("One of the experts, Anna Lindwurm of the Danish Road Fund, said it was hot.", "Anna Lindwurm", "foreign"),
        ("Another expert, Asta Lindwurm from the road fund, confirmed it.", "Asta Lindwurm", "unknown"),
        ("A senior fellow with the Danish Road Fund, Asta Lindwurm, confirmed it.", "Asta Lindwurm", "foreign"),
        ("Olga Rukhina, a historian close to Donald Trump's circle, confirmed it.", "Olga Rukhina", "foreign"),
        ("Asta Lindwurm, an aide to President Recep Tayyip Erdogan, confirmed it.", "Asta Lindwurm", "foreign"),
        ("Asta Lindwurm, who wrote a book on Recep Tayyip Erdogan, confirmed it.", "Asta Lindwurm", "unknown"),
        ("Engineer Asta Lindwurm, who asked the minister about Russia, confirmed it.", "Asta Lindwurm", "unknown"),
        ("Engineer Asta Lindwurm, who was a top State Department official, saw it.", "Asta Lindwurm", "foreign"),
        ("Fan club chairman Tarik al-Belhadi confirmed it.", "Tarik al-Belhadi", "unknown"),
        ("The grandmother, Zlata Stepanovna Rukhina, was glad.", "Zlata Stepanovna Rukhina", "russia"),
    ],
)
def test_a_role_beside_a_name_introduces_its_bearer(introduction: str, name: str, side: str) -> None:
    pronoun = "he" if name.startswith("Tarik") else "she"
    [quote] = quotes(
        f'{DATELINE}The bridge will be built.\n\n{introduction} "We have the stones for it," {pronoun} said.'
    )
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.side) == (name, side)


@pytest.mark.parametrize(
    ("introduction", "name"),
    [
        ("Russian MP Larisa Rukhina", "Larisa Rukhina"),
        ("Olympic Champion Larisa Rukhina", "Larisa Rukhina"),
        ("Deputy director of the state corporation Rusmost Pavel Rukhin", "Pavel Rukhin"),
        ("The head of Russian bridge maker Mostostroy Pavel Rukhin", "Pavel Rukhin"),
        ("The head of the Federal Road Service's Legal Department Pavel Rukhin", "Pavel Rukhin"),
        ("Head of the Russian General Staff's Main Bridges Department Pavel Rukhin", "Pavel Rukhin"),
    ],
)
def test_what_stands_between_a_role_and_a_name_is_no_part_of_the_name(introduction: str, name: str) -> None:
    [quote] = quotes(
        f'{DATELINE}{introduction} said so on Friday. "We have the stones for it," {name.split()[1]} added.'
    )
    assert quote.speaker is not None
    assert quote.speaker.name == name


@pytest.mark.parametrize(
    ("lead", "role", "country"),
    [
        (
            "The road is dry, the Indian Ambassador in Moscow, Osip Larkin told TASS.",
            "Indian Ambassador in Moscow",
            "IN",
        ),
        (
            "The road is dry, Russia's Permanent Representative to the UN Office and other International Organizations "
            "in Geneva Osip Larkin said.",
            "Russia's Permanent Representative to the UN Office and other International Organizations in Geneva",
            "RU",
        ),
        (
            "The road is dry, Osip Larkin, head of the second Asian department of Russia's Roads Ministry said in an "
            "interview with TASS.",
            "head of the second Asian department of Russia's Roads Ministry",
            "RU",
        ),
    ],
)
def test_a_role_is_read_to_its_end_and_no_farther(lead: str, role: str, country: str) -> None:
    [quote] = quotes(f'GENEVA, March 3. /TASS/. {lead} "We have the stones for it," he said.')
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.country) == ("Osip Larkin", role, country)


def test_a_council_may_be_under_a_ministry() -> None:
    text = f"{DATELINE}Chairman of the Public Council under the Russian Interior Ministry Osip Larkin came by boat. "
    [quote] = quotes(text + '"We have the stones for it," Larkin said.')
    assert quote.speaker is not None
    assert quote.speaker.role == "Chairman of the Public Council under the Russian Interior Ministry"


@pytest.mark.parametrize(
    "lead", ["Minister of Ferries Kim Chol Su came.", "He met Kim Chol Su, the Minister of Ferries."]
)
def test_a_family_name_that_is_also_a_given_name_may_stand_first(lead: str) -> None:
    [quote] = quotes(f'PYONGYANG, March 3. /TASS/. {lead} "We have the stones for it," Kim said.')
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == ("Kim Chol Su", "KP")


def test_who_is_met_is_called_by_the_words_after_the_article() -> None:
    [quote] = quotes(f'{DATELINE}Rukhin met the Minister of Ferries Osip Larkin. "We have the stones," Larkin said.')
    assert quote.speaker is not None
    assert quote.speaker.role == "Minister of Ferries"


def test_a_director_general_is_the_head_of_the_company() -> None:
    text = (
        f"{DATELINE}The bridge will be built, Director General of the Rusmost Company Pavel Rukhin said.\n\n"
        "Deputy Prime Minister Dmitry Rogozin will look at it in May. "
    )
    [quote] = quotes(text + '"We have the stones for it," head of the Russian company said.')
    assert quote.speaker is not None
    assert quote.speaker.name == "Pavel Rukhin"


def test_an_adverbial_comma_puts_nobody_in_apposition() -> None:
    [quote] = quotes(
        f"{DATELINE}It was late, Kremlin spokesman Dmitry Peskov said.\n\n"
        'According to the spokesman, Putin stressed that the bridge "is ready to be crossed today."'
    )
    assert quote.speaker is not None
    assert quote.via is not None
    assert (quote.speaker.name, quote.via.name) == ("Vladimir Putin", "Dmitry Peskov")


def test_a_lesser_role_is_no_head_of_government() -> None:
    [quote] = quotes(
        "TOKYO, March 3. /TASS/. Japanese Deputy Roads Minister Asta Lindwurm said on Friday that it was early. "
        "The matter was raised by Prime Minister Shinzo Abe.\n\n"
        '"Nobody knows where the road runs," the Japanese official said.'
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Asta Lindwurm"


def test_a_counterpart_has_the_role_of_whoever_was_named_before() -> None:
    [quote] = quotes(
        "TOKYO, March 3. /TASS/. Japanese Deputy Roads Minister Asta Lindwurm met her Russian counterpart "
        "Pavel Rukhin.\n\n"
        'The Russian deputy minister replied that it was early. "A road needs rules before it needs cars," he said.'
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Pavel Rukhin"


def test_what_was_left_unnamed_is_meant_again() -> None:
    [quote] = quotes(
        f"{DATELINE}Deputy Foreign Minister Sergey Ryabkov left early.\n\n"
        'Nobody was asked, a diplomat in Brussels complained. "We read of it in the papers," said the diplomat.'
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "diplomat in Brussels"
    assert quote.side == "foreign"


def test_a_bare_first_surname_is_the_same_person() -> None:
    [quote] = quotes(
        f"{DATELINE}Chinese Consul General Bo Tianhe, who took part, was glad.\n\n"
        '"The river is eight minutes wide," said Bo.'
    )
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.side) == ("Bo Tianhe", "foreign")


def test_wrapped_lines_keep_sentence_and_speaker_together() -> None:
    [quote] = quotes(
        "LONDON, June 10, 2021 - Britain will seek talks with Russia on the\n"
        "protection of old roads in northern countries, chief clerk for the\n"
        "roads Asta Lindwurm said on Thursday, a day before the summit is to\nbegin in Cornwall.\n\n"
        '"A road does not read the letters of ministers, but it profits from\n'
        'them," Lindwurm told the Harbour Post.\n\n'
        "Russia and Britain last talked about roads in the year of the games\nin Sochi, as the paper recalled.\n"
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Asta Lindwurm"


def test_speakers_relay_colleagues_and_capitals() -> None:
    told = {
        "My American colleague said to me yesterday, ‘give us sixty days,’ and I believe him": "American colleague",
        "In Moscow they told us: ‘bring the papers to the bridge.’ We brought them": "Moscow",
    }
    for words, name in told.items():
        outer, inner = quotes(f'{DATELINE}German envoy Asta Lindwurm came. "{words}," Lindwurm said.')
        assert inner.speaker is not None
        assert inner.via is not None
        assert outer.speaker is not None
        assert (inner.speaker.name, inner.via.name) == (name, outer.speaker.name)


def test_the_label_of_a_turn_names_a_stranger() -> None:
    found = quotes(
        "Meeting with Governor of the State of Norrland\n\n"
        "President of Russia Vladimir Putin: Mr Governor, good afternoon.\n\nWe are glad to see you.\n\n"
        "Governor of Norrland Tarik Belhadi (retranslated): It was a great day.\n\n"
        "Vladimir Putin: That is a good idea. Let us discuss it.\n"
    )
    assert [quote.speaker.name for quote in found if quote.speaker] == [
        "Vladimir Putin",
        "Tarik Belhadi",
        "Vladimir Putin",
    ]


def test_an_attribution_within_the_marks_may_name_its_hearers() -> None:
    found = quotes(
        f"{DATELINE}Vladimir Putin spoke by phone with Barack Obama.\n\n"
        "“It was a long talk, – said journalists press Secretary of the President Dmitry Peskov. – Both liked it”."
    )
    assert [quote.speaker.name for quote in found if quote.speaker] == ["Dmitry Peskov"] * len(found)
    assert all("journalists" not in quote.text for quote in found)


def test_a_message_is_the_words_of_whoever_sent_it() -> None:
    [quote] = quotes(
        "Vladimir Putin sent greetings to the workers of the Kupol works and its CEO Tarik Belhadi.\n\n"
        'The message reads, in part: "You have built the bridge with skill."'
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Vladimir Putin"


def test_a_label_may_run_into_the_card_of_its_bearer() -> None:
    found = quotes(
        "Meeting with Head of Norrland\n\n"
        "President of Russia Vladimir Putin: Good afternoon.\n\n"
        "Head of Norrland Roads Tarik Belhadi Belhadi TarikHead of Norrland Roads: It was a great day.\n\n"
        "Vladimir Putin: Thank you.\n"
    )
    assert [quote.speaker.name for quote in found if quote.speaker][1] == "Tarik Belhadi"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Su Mei of the bridge office was late. "It holds," says He Lanfen, a professor of roads.', "He Lanfen"),
        ('He Lanfen, a professor of roads, was late. "It holds," said the professor.', "He Lanfen"),
        ('Actor Osip Larkin says it was cold. "It was a good role," the 62-year-old says.', "Osip Larkin"),
        ('Wu Lanfen, CEO of Wu Bridges, the builder, was late. "It holds," says Wu, who is 40.', "Wu Lanfen"),
    ],
)
def test_names_are_neither_pronouns_nor_titles_nor_firms(text: str, name: str) -> None:
    assert quotes(text)[-1].speaker.name == name  # type: ignore[union-attr]


def test_a_family_name_in_capitals_is_written_like_others() -> None:
    [quote] = quotes(f"{DATELINE}Greek Roads Minister Nikos KOTZIANIS came. “We agreed,” Mr. KOTZIANIS said.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Nikos Kotzianis"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asta Lund Brekke, a clerk, left. “It is late,” Lund Brekke said.", "Asta Lund Brekke"),
        ("Tarik al-Belhadi, a road researcher, agreed. “It is late,” Belhadi said.", "Tarik al-Belhadi"),
        ("Tarik al-Belhadi, a road researcher, agreed. “It is late,” al-Belhadi concluded.", "Tarik al-Belhadi"),
        ("“It is late,” CNN's Lindwurm Asta said.", "Lindwurm Asta"),
        ("Mr. Lindwurm left. Throughout Lindwurm was calm. “It is late,” Lindwurm said.", "Lindwurm"),
        ("Rep. Will Lindwurm came. “It is late,” Lindwurm said.", "Will Lindwurm"),
        ("Mayor Asta Lindwurm came. The mayor nevertheless said it was “late”.", "Asta Lindwurm"),
    ],
)
def test_a_part_of_a_name_is_its_bearer_s(text: str, name: str) -> None:
    [quote] = quotes(DATELINE + text)
    assert quote.speaker is not None
    assert quote.speaker.name == name


@pytest.mark.parametrize(
    ("introduction", "country"),
    [
        ("Republican Senator Ann Larkworth", "US"),
        ("Sen. Ann Larkworth", "US"),
        ("the chairwoman of the House Intelligence Committee, Ann Larkworth,", "US"),
        ("Poroshenko's spokeswoman Ann Larkworth", "UA"),
        ("Boris Johnson’s adviser Ann Larkworth", "GB"),
        ("Speaker of the House of Commons Ann Larkworth", "GB"),
        ("Putin critic Ann Larkworth", None),
        ("senator Ann Larkworth", None),
    ],
)
def test_politics_and_superiors_tell_a_country(introduction: str, country: str | None) -> None:
    [quote] = quotes(f"It was hot on Monday. “We have the stones for it,” {introduction} said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == ("Ann Larkworth", country)


@pytest.mark.parametrize(
    ("introduction", "name", "side"),
    [
        ("Railway clerk Osip Larkin confirmed it.", "Osip Larkin", "russia"),
        ("Railway clerk Debbie Goodwin confirmed it.", "Debbie Goodwin", "unknown"),
        ("Football Commissioner Andrew Colvin confirmed it.", "Andrew Colvin", "unknown"),
        ("He spoke of the Russian minister after Rail's Betty Lund had confirmed it.", "Betty Lund", "unknown"),
    ],
)
def test_a_western_name_makes_nobody_russian(introduction: str, name: str, side: str) -> None:
    [quote] = quotes(
        f'The Russian bridge will be built.\n\n{introduction} "We have the stones," {name.split()[1]} said.'
    )
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.side) == (name, side)


@pytest.mark.parametrize(
    ("role", "side"),
    [
        ("a research fellow at the Institute of Russian, Central Asian and Baltic Studies", "unknown"),
        ("director of the Institute for US and Canadian Studies of the Russian Academy of Sciences", "russia"),
        ("a fellow at the China Institute of International Studies", "foreign"),
        ("Norway's envoy to Russia", "foreign"),
        ("the envoy to Russia", "unknown"),
    ],
)
def test_a_country_that_is_studied_is_not_where_its_scholar_is_from(role: str, side: str) -> None:
    [quote] = quotes(f"“We need more bridges than this,” said Lu Lanfen, {role}. It was late.")
    assert (quote.speaker and quote.speaker.name, quote.side) == ("Lu Lanfen", side)


@pytest.mark.parametrize(
    ("opening", "role", "country"),
    [
        ("Norwegian Ambassador to Chad, Osip Lark has called the road calm.", "Norwegian Ambassador to Chad", "NO"),
        ("The road is calm, an Oslo-based analyst, Osip Lark, said.", "Oslo-based analyst", "NO"),
        ("Another trader from Oslo, Osip Lark, said the road is calm.", "trader from Oslo", "NO"),
        (
            "According to a deputy from Norway and member of the Road Party, Osip Lark, the road is calm.",
            "deputy from Norway and member of the Road Party",
            "NO",
        ),
    ],
)
def test_a_role_before_a_comma_is_that_of_the_name_after_it(opening: str, role: str, country: str) -> None:
    quote = quotes(f"The road was built in May. {opening} “We have the stones for it,” Lark told reporters.")[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.country) == ("Osip Lark", role, country)


def test_a_source_before_a_comma_is_not_whoever_speaks_after_it() -> None:
    quote = quotes("According to the Norwegian ambassador, Osip Lark said that the roads “are good enough for us.”")[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Osip Lark", None)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The road will open, Osip Larkin, the director of the ferry centre said on Monday.", "Osip Larkin"),
        ("The road will be named for Osip Larkin, the director of the ferry centre said on Monday.", "director"),
    ],
)
def test_a_name_between_commas_has_the_role_after_it(sentence: str, name: str) -> None:
    quote = quotes(f"{sentence} “We have the stones for it,” the director said.")[0]
    assert quote.speaker is not None
    assert quote.speaker.name.startswith(name)


def test_a_relative_without_a_role_leaves_the_bare_surname_to_its_bearer() -> None:
    report = "Captain Osip Larkin came. His guests knew Fedot Larkin. “The bridge is ours,” Larkin said."
    [quote] = quotes(f"{DATELINE}{report}")
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"


@pytest.mark.parametrize(
    ("introduction", "country"),
    [
        ("Head of the Federal Ferry Service (FFS) Ruslan Larkut", "RU"),
        ("President of the Association of Norwegian Ferries (ANF) Odd Larkut", "NO"),
        ("Ferry Ministry department director Vladimir Larkik", "RU"),
        ("lawyer Vyacheslav Larksha", "RU"),
        ("lawyer Alexander Larkworth", None),
        ("Rep. Jerold Larkworth", "US"),
        ("MEP Ann Larkworth", "EU"),
        ("State Department spokesman Ned Larkworth", "US"),
        ("French UN Ambassador Alexis Larkworth", "FR"),
    ],
)
def test_office_and_given_name_tell_a_country(introduction: str, country: str | None) -> None:
    [quote] = quotes(
        f"MOSCOW, March 3. /TASS/. It was hot on Monday. “We have the stones for it,” {introduction} said."
    )
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == (" ".join(introduction.split()[-2:]), country)


@pytest.mark.parametrize(
    ("name", "country"), [("Mukhamedzhan Larkasov", "KZ"), ("Sergei Larkasov", None), ("Aigul Larkaeva", "KZ")]
)
def test_a_slavic_surname_may_be_at_home_in_central_asia(name: str, country: str | None) -> None:
    [quote] = quotes(f"ASTANA, March 3. /TASS/. It was hot. “We have the stones,” Deputy Road Minister {name} said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == (name, country)


@pytest.mark.parametrize(
    ("introduction", "country", "again"),
    [
        ("Lieutenant General Osip Larkworth, commander of Norway's ferry troops", "NO", "the commander"),
        ("Professor Osip Larkworth, a British historian", "GB", "the historian"),
    ],
)
def test_a_rank_before_a_name_leaves_the_office_after_it(introduction: str, country: str, again: str) -> None:
    quote = quotes(f"{introduction}, came by boat. Boats are rare. “We have the stones for it,” {again} said.")[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == ("Osip Larkworth", country)


@pytest.mark.parametrize("verb", ["met", "has met", "sent", "saw"])
def test_a_verb_before_a_title_is_no_part_of_it(verb: str) -> None:
    quote = quotes(f"It was hot. Vladimir Putin {verb} Volkswagen CEO Odd Larkut. “We have stones,” Larkut said.")[-1]
    assert quote.speaker is not None
    assert (quote.speaker.role, quote.speaker.country) == ("Volkswagen CEO", "DE")


@pytest.mark.parametrize("company", ["Erna Solberg and", "Prime Minister Erna Solberg and"])
def test_a_title_is_told_from_whoever_is_named_before_it(company: str) -> None:
    quote = quotes(f"Erna Solberg came. Ann Lee met {company} Danish senator Odd Larkut. “It is hot,” Larkut said.")[-1]
    assert quote.speaker is not None
    assert (quote.speaker.role, quote.speaker.country) == ("Danish senator", "DK")


def test_an_age_may_stand_between_a_name_and_its_role() -> None:
    quote = quotes("It was hot. “We have the stones for it,” said Ann Larkworth, 34, a teacher from Oslo.")[-1]
    assert quote.speaker is not None
    assert (quote.speaker.role, quote.speaker.country) == ("teacher from Oslo", "NO")


def test_a_given_name_after_a_title_means_its_bearer() -> None:
    text = f"{LEAD}Prime Minister Nawaz Sharif met Vladimir Putin.\n\n“Our roads meet,”PM Nawaz said."
    assert speaker(text) == "Nawaz Sharif"
    assert speaker(text.replace("PM Nawaz", "General Nawaz")) != "Nawaz Sharif"


def test_whose_envoy_somebody_is_tells_their_country() -> None:
    [quote] = quotes(LEAD + "“Our roads meet,” Putin's envoy, Ambassador Osip Larkin, said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.country) == ("Osip Larkin", "RU")


@pytest.mark.parametrize(
    ("introduction", "role"),
    [
        (
            "the deputy commander of Norway's ferry troops, Major-General Odd Larkut,",
            "deputy commander of Norway's ferry troops",
        ),
        ("Lieutenant General Odd Larkut, commander of Norway's ferry troops,", "commander of Norway's ferry troops"),
        ("Norwegian Navy Commander-in-Chief Admiral Odd Larkut", "Norwegian Navy Commander-in-Chief"),
        ("Norwegian Attorney General Odd Larkut", "Norwegian Attorney General"),
        ("Norwegian Army General Odd Larkut", "Norwegian Army General"),
    ],
)
def test_an_office_tells_more_than_a_rank(introduction: str, role: str) -> None:
    [quote] = quotes(f"{DATELINE}The bridge is new, {introduction} told the press. “It is light,” Larkut said.")
    assert quote.speaker is not None
    assert quote.speaker.role == role


@pytest.mark.parametrize(
    ("teller", "name"),
    [
        ("PM Office said", "PM Office"),
        ("according to a PM Office statement", "PM Office"),
        ("the Prime Minister's Office said", "Prime Minister's Office"),
    ],
)
def test_an_office_after_a_title_is_nobody_s_name(teller: str, name: str) -> None:
    assert speaker(f"{LEAD}Imran Khan came late. “Our roads meet,” {teller}.") == name


@pytest.mark.parametrize(
    ("introduction", "country"),
    [
        ("Foreign Ministry spokesman Martin Lark said in Berlin", "DE"),
        ("Defence Ministry spokesman Martin Lark told reporters in Kiev", "UA"),
        ("analyst Martin Lark told reporters in Kiev", None),
    ],
)
def test_whoever_serves_an_organ_of_no_state_is_from_where_they_speak(introduction: str, country: str | None) -> None:
    [quote] = quotes(f"It was hot on Monday. “We have the stones for it,” {introduction}.")
    assert quote.speaker is not None
    assert quote.speaker.country == country


def test_a_given_name_of_a_chinese_is_somebody_else_s_family_name() -> None:
    text = "BEIJING, March 3 (Xinhua) -- Zheng Guoguang, head of the ferry bureau, came. “It is light,” Zheng said."
    assert speaker(text) == "Zheng Guoguang"
