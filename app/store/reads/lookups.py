"""From a value typed into a filter to the values that it may mean, and to the nearest ones when it means none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from rapidfuzz import fuzz, process
from sqlmodel import Session, col, select

from app.extraction.model import QuoteKind, Side
from app.extraction.vocabulary import load_vocabulary
from app.store.query_language import FieldFilter
from app.store.query_language.filters import Field
from app.store.query_language.words import fold, words_of
from app.store.tables import Article, Speaker

VALUED: Final[tuple[Field, ...]] = ("speaker", "country", "topic", "outlet", "side", "kind", "voice", "via")
"""Fields of the query language that take values rather than days."""

_CHOICES: Final[Mapping[Field, tuple[str, ...]]] = {"side": get_args(Side), "kind": get_args(QuoteKind)}
_MOST_NEAREST: Final = 3
_ALIKE: Final = 72.0
"""How alike, of a hundred, a name must be to be suggested."""

_MOST_SPEAKERS: Final = 50_000
"""Speakers among whom the nearest is sought: those known longest."""

Names = Mapping[str, tuple[str, ...]]
"""Values by a name that they go by, folded."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A filter typed into the query, and what it means here."""

    filter: FieldFilter
    values: tuple[str, ...]
    """As addresses know them; none for days, and none when the value is unknown."""
    nearest: tuple[str, ...] = ()
    """What may have been meant by an unknown value, as it can be typed; the likeliest first."""

    @property
    def is_unknown(self) -> bool:
        """Say whether nothing answers to the value."""
        return self.filter.field in VALUED and not self.values


def look_up(session: Session, typed: FieldFilter) -> tuple[str, ...]:
    """Return the values that a filter means; none when it is unknown."""
    if typed.field in {"speaker", "via"}:
        return _speakers(session, typed.value)
    if choices := _CHOICES.get(typed.field):
        return tuple(choice for choice in choices if choice == typed.value.lower())
    exact, loose = _known_values(typed.field)
    value = simple(typed.value)
    found = exact.get(value) or tuple(slug for slug in loose if _contains(slug, value))
    if not found and typed.field == "outlet":
        return _outlets(session).get(value, ())
    return found


def nearest(session: Session, typed: FieldFilter) -> tuple[str, ...]:
    """Return up to three values that an unknown one may stand for, as they can be typed into the box."""
    names = _written_names(session, typed.field)
    value = simple(typed.value)
    pairs = [(form, name) for name in names for form in _forms(name)]
    ranked = process.extract(
        value, [form for form, _ in pairs], scorer=fuzz.ratio, limit=_MOST_NEAREST * 4, score_cutoff=_ALIKE
    )
    return tuple(dict.fromkeys(pairs[place][1] for _, _, place in ranked))[:_MOST_NEAREST]


def simple(name: str) -> str:
    """Return a name as it is compared: its words, folded."""
    return " ".join(fold(word) for word in words_of(name))


def _forms(name: str) -> Iterator[str]:
    """Yield what somebody may have typed for a name: all of it, or one of its longer words."""
    whole = simple(name)
    yield whole
    words = whole.split()
    if len(words) > 1:
        yield from (word for word in words if len(word) > 3)


def _written_names(session: Session, field: Field) -> Iterable[str]:
    vocabulary = load_vocabulary()
    if field in {"speaker", "via"}:
        return session.exec(select(col(Speaker.name)).order_by(col(Speaker.id)).limit(_MOST_SPEAKERS)).all()
    if field in {"country", "voice"}:
        return [country.name for country in vocabulary.countries.values()]
    if field == "topic":
        return list(vocabulary.topics)
    if field == "outlet":
        return dict.fromkeys([name for names in _outlets(session).values() for name in names])
    return _CHOICES[field]


def _speakers(session: Session, value: str) -> tuple[str, ...]:
    """Return the slugs that hold the typed name as whole words (``peskov`` in ``dmitry-peskov``)."""
    words = simple(value)
    if not words:
        return ()
    part = words.replace(" ", "-")
    candidates = session.exec(select(col(Speaker.slug)).where(col(Speaker.slug).contains(part, autoescape=True)))
    return tuple(sorted(slug for slug in candidates if _contains(slug, words)))


def _outlets(session: Session) -> Names:
    """Return the corpus's outlets, those beyond the vocabulary among them, each found by one step in an index."""
    found: dict[str, tuple[str, ...]] = {}
    outlet = ""
    following = select(col(Article.outlet)).order_by(col(Article.outlet)).limit(1)
    while outlet := session.exec(following.where(col(Article.outlet) > outlet)).first() or "":
        found[simple(outlet)] = (*found.get(simple(outlet), ()), outlet)
    return found


@cache
def _known_values(field: Field) -> tuple[Names, tuple[str, ...]]:
    """Return, for a field of the vocabulary, values by the names they go by, and values of which a part is enough."""
    vocabulary = load_vocabulary()
    if field in {"country", "voice"}:
        named = {c.code: (c.code, c.name, *c.aliases) for c in vocabulary.countries.values()}
    elif field == "topic":
        named = {topic.slug: (topic.slug, topic.label) for topic in vocabulary.topics.values()}
    else:
        outlets = vocabulary.outlets.values()
        named = {o.name: (o.name, *(sign.text for sign in o.signs), *o.hosts) for o in outlets}
    exact: dict[str, tuple[str, ...]] = {}
    for value, names in named.items():
        for name in dict.fromkeys(map(simple, names)):
            exact[name] = (*exact.get(name, ()), value)
    return exact, tuple(named) if field == "topic" else ()


def _contains(slug: str, words: str) -> bool:
    return f" {words} " in f" {slug.replace('-', ' ')} "
