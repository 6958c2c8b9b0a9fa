"""People unknown to the vocabulary whom a text introduces itself (`presidential aide Valery Ivanov`).

A name of several words is a person's when a title, a role, a given name or a later bare surname shows it; the bare
surname then stands for the same person.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.attribution.cast import Character, Mention, in_name_case, slug_of
from app.extraction.attribution.descriptions import describe
from app.extraction.attribution.lexicon import Lexicon
from app.extraction.attribution.phrases import OFFICES
from app.extraction.attribution.runs import BY_OUTLET, Run, find_runs
from app.extraction.attribution.title_words import WORD
from app.extraction.attribution.titles import is_described
from app.extraction.document import Document
from app.extraction.names.romanization import usual_spelling

_LONGEST_NAME = 4
"""Words in a person's name."""
_GENERAL = "General"
_FIELDS = frozenset(
    {"policy", "affairs", "cooperation", "relations", "security", "defence", "defense", "trade", "countries"}
)
"""Nouns with which what somebody is in charge of ends (`for Foreign Affairs and Security Policy`)."""
_ADJECTIVES = frozenset({"foreign", "prime", "press", "presidential", "vice"})
"""Words of titles that want a noun: nobody is called `Foreign Larkin`."""
_ROYAL = frozenset({"king", "queen", "prince", "princess", "sir", "dame", "sheikh", "emir", "sultan", "pope"})
_LONGEST_TITLE = 12
_FEMALE_ENDINGS = ("ova", "eva", "skaya", "skaia", "ina")
_MALE_ENDINGS = ("ov", "ev", "sky", "skiy", "skii", "skoy", "skoi", "dkoy")
_SLAVIC_ENDINGS = (
    *_FEMALE_ENDINGS,
    *_MALE_ENDINGS,
    "in",
    "iy",
    "ii",
    "chy",
    "nko",
    "dko",
    "tko",
    "chuk",
    "shuk",
    "aya",
    "ykh",
)
_COMMON_ENDINGS, _PLAIN_ENDINGS = ("in", "ina", "sky", "aya"), ("skaya", "nina", "kina")
_SHORTEST_GIVEN, _SHORT_GIVEN = 4, frozenset({"Lev", "Ivo", "Ian", "Yan", "Ada", "Eva", "Zoya", "Ida"})
_SHORTEST_SURNAME = 5


def introduce(document: Document, characters: dict[str, Character], lexicon: Lexicon) -> list[Mention]:
    """Return where the text names people whom the vocabulary lacks; they are added to ``characters`` (by slug)."""
    runs = list(find_runs(document, lexicon))
    introductions = _Introductions(document, characters, lexicon, {run.words[0] for run in runs if len(run.words) == 1})
    found = ((run, introductions.meet(run)) for run in runs)
    return [Mention(run.start, run.end, character) for run, character in found if character is not None]


class _Introductions:
    """The people introduced so far, by surname."""

    def __init__(
        self, document: Document, characters: dict[str, Character], lexicon: Lexicon, bare: frozenset[str] | set[str]
    ) -> None:
        self.document, self.characters, self.lexicon, self.bare = document, characters, lexicon, bare
        self.surnames: dict[str, Character] = {}
        self.given: dict[str, Character | None] = {}
        """Whom the vocabulary knows by what their names begin with; None where that is several people."""
        for one in characters.values():
            first, *others = one.name.split()
            if others and not one.body:
                self.given[first] = None if first in self.given else one

    def meet(self, run: Run) -> Character | None:
        """Return the person whom a run of capitalised words names, if it names one."""
        last = run.words[-1]
        known = self.surnames.get(last)
        if run.words[0].lower() in self.lexicon.outlet_words and (slug := slug_of(" ".join(run.words))) in (
            self.lexicon.outlets
        ):
            return self.characters.setdefault(slug, Character(slug, " ".join(run.words), None, None, body=True))
        if known is None and run.titled == BY_OUTLET:
            known = next((one for one in self.characters.values() if one.name.endswith(f" {last}")), None)
        if len(run.words) == 1:
            is_noun = last.lower() in OFFICES or last == _GENERAL  # `the PM Office`, `Prosecutor General of Armenia`
            is_noun = is_noun or run.titled in _ADJECTIVES  # `Representative for Foreign Affairs and Trade`
            return known or (self._meet_bare(run) if run.titled and not is_noun else None)
        if len(run.words) > _LONGEST_NAME or last.lower() in self.lexicon.body_words or self._is_nobody(run):
            return None
        if known is not None and (known.name.split()[0] == run.words[0] or _is_surname(run.words, known.name)):
            return known
        if (
            run.titled
            or run.words[0] in self.lexicon.given_names
            or last in self.bare
            or is_described(self.document.text, run.start, run.end, self.lexicon)
        ):
            known = self._stranger(run)
            if run.titled or known.title or last not in self.surnames:
                self.surnames[last] = known  # a relative leaves it to whoever has it
            if last[0].islower():
                self.surnames[last.partition("-")[2]] = known  # `Osama al-Berri …, said al-Berri`
            if run.words[0] in self.bare and last not in self.bare:
                self.surnames[run.words[0]] = known  # `Lu Wenhe …, said Lu`
            return known
        return None

    def _is_nobody(self, run: Run) -> bool:
        """Return whether a run is a noun for somebody (`EEC Board Member (Minister)`), a region or an abbreviation."""
        first, last = run.words[0], run.words[-1]
        if first in self.lexicon.given_names:
            return False
        low, is_abbreviated = last.lower(), last.isupper() and not first.isupper() and "." not in last
        is_noun = self.lexicon.is_role(low) or low in self.lexicon.persons or low in _FIELDS
        return is_noun or is_abbreviated or first.lower() in self.lexicon.directions

    def _meet_bare(self, run: Run) -> Character | None:
        """Return the person whom a title shows a single word to name."""
        last, known = run.words[-1], None
        if self._is_royal(run):
            known = next((one for one in self.characters.values() if one.name.split()[0] == last), None)
        if known is None and run.titled != BY_OUTLET:
            known = self.surnames[last] = self._called_by_given_name(run) or self._stranger(run)
        return known

    def _called_by_given_name(self, run: Run) -> Character | None:
        """Return who bears the title before a single name that their full name begins with (`PM Nawaz`)."""
        known = self.given.get(run.words[0])
        before = WORD.findall(self.document.text, max(0, run.start - _LONGEST_TITLE), run.start)
        return known if known is not None and before and before[-1].lower() in known.roles else None

    def _is_royal(self, run: Run) -> bool:
        """Return whether a title stands before a name that goes with given names (`King Juan`, `Sir Osip`)."""
        before = self.document.text[max(0, run.start - _LONGEST_TITLE) : run.start]
        return run.titled in _ROYAL or before.rstrip().rpartition(" ")[2].lower() in _ROYAL

    def _stranger(self, run: Run) -> Character:
        name = " ".join(run.words)
        is_slavic = has_slavic_surname(name, self.lexicon)
        slug = slug_of(usual_spelling(name, self.lexicon.romanizations) if is_slavic else name)
        if slug not in self.characters:
            gender = self.lexicon.given_names.get(run.words[0]) if len(run.words) > 1 else None
            gender = (None if gender == "either" else gender) or _slavic_gender(run.words[-1])
            gender = self.lexicon.gendered.get(run.titled or "", gender)
            country = self.lexicon.politics.get(run.titled or "")
            self.characters[slug] = Character(slug, in_name_case(name), country, gender)
        character = self.characters[slug]
        describe(self.document, run.start, run.end, character, self.lexicon)
        character.country = character.country or run.country
        return character


def _is_surname(words: Sequence[str], name: str) -> bool:
    """Return whether a name of several words is the surname in a longer one (`Vega Llona` of `Celso Vega Llona`)."""
    return name.endswith(f" {' '.join(words)}")


def has_slavic_surname(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name ends as the surnames of Eastern Slavs and Bulgarians do.

    Endings that many other surnames have (`Goodwin`, `Chomsky`, `Molina`) count beside a given name of theirs.
    """
    given, _, surname = name.rpartition(" ")
    if len(given) < _SHORTEST_GIVEN and given not in _SHORT_GIVEN:
        return False  # `Pan Yulin`
    if len(surname) < _SHORTEST_SURNAME or not surname.endswith(_SLAVIC_ENDINGS):
        return False
    is_common = surname.endswith(_COMMON_ENDINGS) and not surname.endswith(_PLAIN_ENDINGS)
    return not is_common or given.partition(" ")[0] in lexicon.slavic_given_names


def _slavic_gender(surname: str) -> str | None:
    if surname.endswith(_FEMALE_ENDINGS):
        return "female"
    return "male" if len(surname) >= _SHORTEST_SURNAME and surname.endswith(_MALE_ENDINGS) else None
