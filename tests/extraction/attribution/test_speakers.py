"""Whose words a quotation is, in every form newswire has for saying so."""

import pytest

from app.extraction import Source, analyze
from app.extraction.model import Quote


def quotes(text: str) -> list[Quote]:
    return list(analyze(Source(text=text, name="test")).quotes)


def speaker(text: str) -> str | None:
    """Return the name of the speaker of the last quote of an article."""
    last = quotes(text)[-1]
    return last.speaker.name if last.speaker else None


LEAD = "MOSCOW, March 3. /TASS/. Kremlin Spokesman Dmitry Peskov met reporters on Thursday.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        '"We keep the door open for talks," Peskov said.',
        '"We keep the door open for talks," said Peskov.',
        "“We keep the door open for talks”, – added Peskov.",
        '"We keep the door open for talks," Peskov, who was in a hurry, told reporters.',
        'Peskov said: "We keep the door open for talks."',
        'Peskov noted that "we keep the door open for talks."',
        'According to Peskov, "we keep the door open for talks."',
        '"We keep the door open for talks," according to Peskov.',
        '"We keep the door open for talks," TASS quoted Peskov as saying.',
        '"We keep the door open for talks," he said.',
        '"We keep the door open for talks," the Kremlin spokesman said.',
        '"We keep the door open for talks," said the press secretary, Dmitry Peskov.',
        "“We keep the door open for talks”, said the press Secretary of the Russian leader Dmitry Peskov.",
        "“We keep the door open for talks, - Peskov said. - We do”.",
        'As noted by Peskov, "we keep it open."',
        'Asked about Washington, Peskov paused and said, "We keep the door open for talks."',
        "“We keep the door open for talks, — said Peskov.",
    ],
)
def test_every_form_of_attribution_finds_its_speaker(sentence: str) -> None:
    assert speaker(LEAD + sentence) == "Dmitry Peskov"


def test_a_name_after_a_dash_signs_a_quotation() -> None:
    text = LEAD + '"We keep the door open for talks." — Dmitry Peskov.\n\nThe talks will go on next week in Geneva.'
    assert speaker(text) == "Dmitry Peskov"


def test_a_split_quotation_is_one_quote_with_two_spans() -> None:
    [quote] = quotes(LEAD + '"We are patient," Peskov said. "We can wait for an answer."')
    assert quote.text == "We are patient, We can wait for an answer."
    assert len(quote.spans) == 2


def test_a_speaker_carries_over_to_a_paragraph_that_is_all_quotation() -> None:
    assert (
        speaker(LEAD + '"We are patient," Peskov said.\n\n"Nobody should doubt that we can wait."') == "Dmitry Peskov"
    )


def test_a_question_ends_its_sentence_before_the_attribution() -> None:
    text = LEAD + '"And who will pay for all of this?" Peskov asked. He left soon after.'
    assert speaker(text) == "Dmitry Peskov"


def test_an_attribution_inside_the_marks_is_cut_out() -> None:
    first, *rest = quotes(LEAD + "“We are patient today, — said Peskov. — Tomorrow is another matter.”")
    spans = [*first.spans, *(span for quote in rest for span in quote.spans)]
    text = LEAD + "“We are patient today, — said Peskov. — Tomorrow is another matter.”"
    assert [text[span.start : span.end].strip(" ,") for span in spans] == [
        "We are patient today",
        "Tomorrow is another matter.",
    ]


def test_speech_that_is_relayed_names_both() -> None:
    [quote] = quotes(LEAD + 'Peskov recalled that Vladimir Putin said that "the agreement must be kept by all sides."')
    assert quote.speaker is not None
    assert quote.via is not None
    assert (quote.speaker.name, quote.via.name) == ("Vladimir Putin", "Dmitry Peskov")


def test_speech_within_speech_is_a_nested_quote() -> None:
    text = LEAD + '"President Putin told them ‘the agreement must be kept by everybody’ and left," Peskov said.'
    outer, nested = quotes(text)
    assert nested.kind == "nested"
    assert nested.speaker is not None
    assert nested.speaker.name == "Vladimir Putin"
    assert nested.via == outer.speaker


def test_people_whom_the_text_introduces_speak_under_their_full_name() -> None:
    text = (
        "MINSK, May 4. Belarusian presidential aide Tsimafei Zhuk spoke to reporters.\n\n"
        '"The visit is being prepared right now," Zhuk said.'
    )
    [quote] = quotes(text)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.slug) == ("Tsimafei Zhuk", "tsimafei-zhuk")
    assert quote.speaker.country == "BY"
    assert quote.side == "foreign"


@pytest.mark.parametrize(("pronoun", "name"), [("he", "Ronald Mabey"), ("she", "Alice Mabey")])
def test_pronouns_agree_in_gender(pronoun: str, name: str) -> None:
    text = (
        "Senator Ronald Mabey met his sister, the lawyer Alice Mabey, on Monday.\n\n"
        f'"Nobody had expected such a turn of events," {pronoun} said.'
    )
    assert speaker(text) == name


def test_a_source_that_the_text_leaves_unnamed_is_called_as_the_text_calls_it() -> None:
    assert speaker('"The list is longer than last year," a senior official said.') == "senior official"


def test_a_message_is_its_senders() -> None:
    text = 'Vladimir Putin sent greetings to the athletes.\n\nThe message reads, in part: "You have made us proud."'
    assert speaker(text) == "Vladimir Putin"


def test_agencies_relay_and_do_not_speak() -> None:
    text = LEAD + 'Peskov spoke of patience. "We can wait for an answer," TASS reports.'
    assert speaker(text) == "Dmitry Peskov"


def test_names_inside_quotations_are_no_antecedents() -> None:
    text = LEAD + '"I have known John Kerry for years," Peskov said.\n\n"It was a good talk," he added.'
    assert speaker(text) == "Dmitry Peskov"


def test_a_speaker_who_cannot_be_told_is_none_and_never_sure() -> None:
    [quote] = quotes("Rain fell all day.\n\n“It will rain tomorrow as well, of that there is no doubt.”")
    assert quote.speaker is None
    assert quote.confidence < 0.5


def test_ids_of_equal_words_differ_and_are_stable() -> None:
    text = LEAD + '"We can wait for an answer," Peskov said.\n\nLater: "We can wait for an answer," Peskov said.'
    first, second = (quote.id for quote in quotes(text))
    assert first != second
    assert [first, second] == [quote.id for quote in quotes(text)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Peskov quoted President Vladimir Putin as saying that “the road is long”.", "Vladimir Putin"),
        ("Peskov made it clear to Angela Merkel that Moscow “will not pay for the road twice”.", "Dmitry Peskov"),
        (
            "He spoke of the ferry between Kem and Minsk and called it a matter of “roads, no boats”.",
            "Dmitry Peskov",
        ),
        (
            "The day before Danish Minister of defence Osip Claus Larkin said that hackers, “who read it”, are many.",
            "Osip Claus Larkin",
        ),
        (
            "In May, the police of Samui reported on closing “boats without roads” run by several European states.",
            "police of Samui",
        ),
    ],
)
def test_the_subject_is_not_whoever_stands_nearest(sentence: str, name: str) -> None:
    assert speaker(LEAD + "“We are patient,” Peskov said.\n\n" + sentence) == name


def test_the_press_is_part_of_its_secretary_s_title() -> None:
    [quote] = quotes(LEAD + "“The road is long,” said the press Secretary of the Kremlin Osip Larkin.")
    assert quote.speaker is not None
    assert quote.speaker.role == "press Secretary of the Kremlin"


def test_who_relays_the_words_of_another_is_noted() -> None:
    [quote] = quotes(LEAD + "Peskov quoted President Vladimir Putin as saying that “the road is long”.")
    assert quote.via is not None
    assert quote.via.name == "Dmitry Peskov"


@pytest.mark.parametrize(
    ("attribution", "via"),
    [
        ("the Interior Ministry's press service quoted Senator Osip Larkin.", "Interior Ministry's press service"),
        ("the ministry's press service quoted Senator Osip Larkin as saying.", "ministry's press service"),
        ("the ministry's press service said, citing Senator Osip Larkin.", "ministry's press service"),
        ("the ministry's press service said with reference to Senator Osip Larkin.", "ministry's press service"),
        ("Interfax reported, citing Senator Osip Larkin.", None),
        ("Senator Osip Larkin said, citing Vladimir Putin.", None),
        ("Senator Osip Larkin said, citing the partnership of two towns as an example.", None),
    ],
)
def test_the_one_whom_a_body_quotes_or_cites_speaks(attribution: str, via: str | None) -> None:
    [quote] = quotes(f"{LEAD}“The road is long,” {attribution}")
    assert quote.speaker is not None
    assert quote.speaker.name == "Osip Larkin"
    assert (quote.via.name if quote.via is not None else None) == via


def test_what_a_speaker_cites_relays_nothing() -> None:
    [quote] = quotes(LEAD + "Peskov said that “the road is long”, citing the partnership of two towns as an example.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.via) == ("Dmitry Peskov", None)


def test_a_surname_with_an_article_after_other_names_is_another_person_s() -> None:
    text = LEAD + "“There is nothing in the way,” Libyan Oil Minister Omar Yunus Bakr al-Sharif said."
    assert speaker(text) == "Omar Yunus Bakr al-Sharif"


def test_a_statement_on_the_site_of_a_body_is_that_body_s() -> None:
    assert speaker(LEAD + "“The talks were of use to us,” reads the statement on the Kremlin website.") == "Kremlin"


def test_a_source_is_called_with_what_it_is_close_to() -> None:
    assert speaker(LEAD + "“The talks go on,” a source close to the talks told TASS.") == "source close to the talks"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Peskov, in turn, called it “useful and businesslike,” the Interfax news agency reported.", "Dmitry Peskov"),
        (
            "Standing next to Osip Larkin, Foreign Minister Sergey Lavrov said he hoped “it will all work in the end”.",
            "Sergei Lavrov",
        ),
        (
            "“It was Tuesday,” Peskov said. Answering the question, will Putin go, he said shortly: “Of course.”",
            "Dmitry Peskov",
        ),
        ("“My legs would not have carried me,” said an 84-year-old woman born on the island.", "84-year-old woman"),
        ("Peskov said the mill grinds 90 tons per hour and is “the best on the river”.", "Dmitry Peskov"),
        ("Peskov spoke of the mill on Friday, citing old fears that the river “would run dry”.", "Dmitry Peskov"),
        ("Peskov rated the claim “mostly false”, citing Angela Merkel's “lack of power”.", "Dmitry Peskov"),
        ("Peskov deems a statement by Ann Lee insulting and would like to hear “a word of regret”.", "Dmitry Peskov"),
        (
            "“He is not the last guest whom we call,” the chairman, Osip Larkin, and his deputy Ann Lee, a poet, said.",
            "Osip Larkin",
        ),
        (
            "Sergey Lavrov came, saying it looked like “a hunt for witches”, Russia's RIA news agency reported.",
            "Sergei Lavrov",
        ),
        (
            "He spoke of ex-Ukrainian President Viktor Yanukovych. Ukraine's president called it an “act of terror”.",
            "Ukraine's president",
        ),
        ("The shooter, who was a Turkish police officer, shouted “do not forget our bridges”.", "shooter"),
        (
            "“It is late,” Osip Larkin said. “It's purely personal,” added the 60-year-old former sailor in Oslo.",
            "Osip Larkin",
        ),
        (
            "“When there is no road,” and when there are “games being played with it,” Osip Larkin told the radio.",
            "Osip Larkin",
        ),
        ("Peskov had spoken. One protester told DW that he thought it was “just wrong for all of us”.", "protester"),
        (
            "“It is late,” Speaker Osip Larkin said. The head of the Organisation of American Captains (OAC), a "
            "bloc of 34 boats, also accused the council of carrying out a “self-coup on the water”.",
            "head of the Organisation of American Captains",
        ),
        ("Many captains are wary of Trump, especially after he called the ferry “a club of sleepers”.", "Donald Trump"),
        (
            "According to Peskov, the mill put out a note urging people to stay, warning of “a danger to them all”.",
            "Dmitry Peskov",
        ),
        ("According to a study conducted by captains, the ferry is “just one part of a far larger plan”.", "study"),
        ("Peskov said that, if so, the miller's answer was “rather short”.", "Dmitry Peskov"),
        ("Peskov rejected Mr. Larkin's claim that the ferry was on time as “not credible at all”.", "Dmitry Peskov"),
        ("The council's ferry, said Peskov, “must be here in time”.", "Dmitry Peskov"),
        ("The ferry is “in good order and on its way”, according to a statement by the Kremlin.", "Kremlin"),
        ("Peskov met Ukraine's ambassador despite telling the press he had “no time for envoys”.", "Dmitry Peskov"),
        ("After a stop at Paris Peskov said that the ferry was “in good order and on its way”.", "Dmitry Peskov"),
        ("“The ferry is late,” said a fisherman investigating the wreck.", "fisherman"),
        ("“The ferry is late,” the family said.", "family"),
        ("One of the ferry's captains called it a “fine boat”.", "One of the ferry's captains"),
        ("“The ferry is late,” Mr. Larkin, said.", "Larkin"),
        ("“The ferry is late,” Osip Larkin of the Moscow-based River Fund told TASS.", "Osip Larkin"),
        ("Minister of State Sergei Lavrov wrote to local captains in May to say it “was late”.", "Sergei Lavrov"),
        ("Peskov had thanked the committee after it said that the ferry “was in good order”.", "committee"),
        ("A critic of Sergei Lavrov, who said he was ill, has had “no time to rest”, his lawyer says.", "lawyer"),
        ("Peskov's comments in Sochi that “it is late” surprised the captains on Friday.", "Dmitry Peskov"),
        ("The river council issued a statement. “It is late,” the statement said.", "river council"),
        ("Peskov said that Mr. Larkin had come and added that it “was a good day”.", "Dmitry Peskov"),
        ("Peskov said that Mr. Larkin had come in and told his aides: “It is late.”", "Larkin"),
        (
            "Peskov phoned his counterpart, Osip Larkin, that day, blaming the “sad accident” on the fog.",
            "Dmitry Peskov",
        ),
        ("“The ferry was on its way,” the RKB statement said.", "RKB"),
        ("Peskov said that, while the round of talks remains unlike others, it “was a good day”.", "Dmitry Peskov"),
        ("Peskov tweeted that Osip Larkin was “idle” and encouraged Moscow to “check his boat”.", "Dmitry Peskov"),
        ("Osip Larkin met Lavrov, with Peskov recently promising to “sail again in May”.", "Dmitry Peskov"),
        ("“The ferry is late,” an angry Peskov retaliated.", "Dmitry Peskov"),
        (
            "“We wait,” Mr. Lavrov said. On “River and Sea,” Peskov praised the young captains. “They are all right.”",
            "Dmitry Peskov",
        ),
        ("After the Paris attacks, Peskov released a note calling them “a sad and bitter thing”.", "Dmitry Peskov"),
        ("Local fishermen who visited Kerch have also noted that the ferry “was late again”.", "Local fishermen"),
        (
            "Few were fond of Peskov, above all after he called Gazprom “idle” and wrote last week that it “ran late”.",
            "Dmitry Peskov",
        ),
        (
            "According to a ferryman, the MZK wrote letters to Peskov and Mr. Lavrov that day, asking for “more time”.",
            "ferryman",
        ),
        (
            "A correspondent of the gazette said it was cold. “It was a cold day,” he added.",
            "correspondent of the gazette",
        ),
    ],
)
def test_neither_agencies_nor_those_who_are_asked_about_speak(sentence: str, name: str) -> None:
    assert speaker(LEAD + sentence) == name


def test_a_link_to_another_article_is_nobody_s_reading() -> None:
    text = LEAD + "Peskov said it was late. READ MORE: Ferries of the river. “It was a good day,” he added."
    assert speaker(text) == "Dmitry Peskov"


def test_who_speaks_while_another_does_is_not_relayed() -> None:
    [quote] = quotes(LEAD + "Peskov said that it was late, while Sergei Lavrov said that it “was a good day”.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.via) == ("Sergei Lavrov", None)


def test_what_the_sides_did_is_told_by_the_body_that_reports_it() -> None:
    text = LEAD + (
        "Two rivers will be cleaned, the Russian Foreign Ministry said after talks between the delegations. At the "
        "current round of talks, the sides “exchanged detailed assessments of the state of the bridges”."
    )
    assert speaker(text) == "Russian Foreign Ministry"


def test_whoever_serves_an_organ_of_no_state_is_from_where_a_russian_report_is_filed() -> None:
    text = "MOSCOW, May 20. /TASS/. “The bridge is shut,” Interior Ministry spokeswoman Irina Falk told TASS."
    spoken = quotes(text)[-1].speaker
    assert spoken is not None
    assert (spoken.name, spoken.country) == ("Irina Falk", "RU")


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Peskov told the press that Russia wants the ferry back and that it “can hardly be sold here”.", "told"),
        ("According to Peskov, the council maintained that the ferry “can hardly be sold here”.", "According to"),
        ("Peskov had, in a telephone call with Larkin, “expressed sorrow over the ferry”.", None),
    ],
)
def test_the_cue_is_the_verb_of_whoever_speaks(sentence: str, cue: str | None) -> None:
    [quote] = quotes(LEAD + sentence)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.cue and quote.cue.text) == ("Dmitry Peskov", cue)


def test_a_part_of_a_sentence_and_the_sentence_after_it_are_two_quotes() -> None:
    found = quotes(LEAD + "Peskov complained of “people in offices”. “We look at them in earnest. We shall call.”")
    assert [(quote.text, quote.speaker and quote.speaker.name) for quote in found] == [
        ("people in offices", "Dmitry Peskov"),
        ("We look at them in earnest. We shall call.", "Dmitry Peskov"),
    ]


def test_a_noun_that_is_spelt_like_a_verb_attributes_nothing_to_the_next_subject() -> None:
    assert not quotes(LEAD + "No word on “broken ferries” claims Larkin is also expected to judge.")


def test_a_country_joined_to_an_office_is_no_part_of_the_office() -> None:
    text = (
        LEAD + "They look for links between Russia and Governor Osip Larkin's mill. Larkin called it “a hunt for it”."
    )
    spoken = quotes(text)[-1].speaker
    assert spoken is not None
    assert spoken.role == "Governor"
