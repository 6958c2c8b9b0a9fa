"""The institutions that every state has, spelt out for each: `Turkish Embassy`, `Foreign Ministry of Turkey`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from app.extraction.vocabulary.schema import Body, Country

_SPELLINGS = 2
"""Of a country's names, so many are used: the usual one and the first alias."""
_WITH_ARTICLE = ("United", "Republic", "Islamic", "Kingdom", "US", "UK", "Netherlands", "Philippines", "Czech")
"""How the names begin that take an article."""


def bodies_of_states(bodies: Collection[Body], countries: Iterable[Country]) -> Iterator[Body]:
    """Return one body for each state and each body marked ``of_each_state``, unless the state has an entry of its own.

    States whose adjective the vocabulary does not give are left out.
    """
    own = {body.slug for body in bodies}
    general = [body for body in bodies if body.of_each_state]
    for country in countries:
        for body in general if country.demonyms else ():
            name, slug = f"{country.demonyms[0]} {body.name}", slug_of_state(body, country)
            if slug is not None and slug not in own:
                yield Body(slug=slug, name=name, country=country.code, variants=tuple(_variants(body, country)))


def slug_of_state(body: Body, country: Country) -> str | None:
    """Return the slug of a state's own body of a kind that every state has; None where its adjective is not known."""
    if not country.demonyms:
        return None
    return f"{country.demonyms[0]} {body.slug}".lower().replace(" ", "-").replace("'", "")


def _variants(body: Body, country: Country) -> Iterator[str]:
    for title in (body.name, *body.variants):
        yield f"{country.demonyms[0]} {title}"
        for state in (country.name, *country.aliases)[:_SPELLINGS]:
            yield f"{state}'s {title}"
            yield f"{title} of {state}"
            if title.isupper():  # `MFA Armenia`
                yield f"{title} {state}"
            if state.startswith(_WITH_ARTICLE):
                yield f"{title} of the {state}"
