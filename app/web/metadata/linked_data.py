"""JSON-LD in the vocabulary of schema.org: a quote is a Quotation within a NewsArticle.

Nothing is said that is not known: a date that is one of several is left out, and an article was modified only when
its outlet changed the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from app.extraction.vocabulary import load_vocabulary
from app.store.records import ArticleDetail, CountryRecord, QuoteDetail, SpeakerRecord, TopicRecord
from app.web.addresses import Absolute, article_path, quote_path, speaker_path
from app.web.metadata.open_graph import SITE

_CONTEXT: Final = "https://schema.org"
_BODIES_OF_STATES: Final = frozenset({"EU", "NATO", "UN"})


def quote_data(detail: QuoteDetail, absolute: Absolute) -> Markup:
    """Return the linked data of a quote's page."""
    quote = detail.quote
    url = absolute(quote_path(quote.id))
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": absolute(article_path(quote.article_id)),
        "headline": quote.article_title,
        "datePublished": _day(quote.published),
        "dateModified": quote.changed.isoformat() if detail.revision > 1 else None,
        "inLanguage": detail.language,
        "publisher": _outlet(quote.article_outlet),
        "url": quote.article_url or absolute(article_path(quote.article_id)),
    }
    return _script(
        {
            "@type": "Quotation",
            "@id": url,
            "url": url,
            "text": quote.text,
            "spokenByCharacter": _voice(quote.speaker, absolute),
            "dateCreated": _day(quote.statement_date),
            "inLanguage": detail.language,
            "about": _places(quote.countries),
            "keywords": _labels(quote.topics),
            "isPartOf": _known(article),
        }
    )


def article_data(detail: ArticleDetail, absolute: Absolute) -> Markup:
    """Return the linked data of an article's page."""
    article = detail.article
    url = absolute(article_path(article.id))
    return _script(
        {
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "headline": article.title,
            "alternativeHeadline": detail.deck,
            "datePublished": _day(article.published),
            "dateModified": detail.last_changed.isoformat() if detail.revision > 1 else None,
            "inLanguage": detail.language,
            "publisher": _outlet(article.outlet),
            "isBasedOn": article.url,
            "about": _places(article.countries),
            "keywords": _labels(article.topics),
            "isPartOf": {"@type": "WebSite", "name": SITE, "url": absolute("/")},
            "hasPart": [{"@type": "Quotation", "@id": absolute(quote_path(quote.id))} for quote in detail.quotes],
        }
    )


def _script(data: Mapping[str, Any]) -> Markup:
    """Return a document that cannot end the script element it stands in: ``<``, ``>`` and ``&`` are escaped."""
    return htmlsafe_json_dumps({"@context": _CONTEXT} | _known(data))


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _outlet(name: str | None) -> dict[str, Any] | None:
    return {"@type": "NewsMediaOrganization", "name": name} if name else None


def _voice(speaker: SpeakerRecord | None, absolute: Absolute) -> dict[str, Any] | None:
    if speaker is None:
        return None
    url = absolute(speaker_path(speaker.slug))
    if speaker.slug in load_vocabulary().bodies:
        return {"@type": "Organization", "@id": url, "name": speaker.name, "url": url}
    return _known({"@type": "Person", "@id": url, "name": speaker.name, "jobTitle": speaker.role, "url": url})


def _places(countries: Iterable[CountryRecord]) -> list[dict[str, Any]]:
    """Return the partners; the European Union, NATO and the United Nations are no countries."""
    return [
        {
            "@type": "Organization" if country.code in _BODIES_OF_STATES else "Country",
            "name": country.name,
            "identifier": country.code,
        }
        for country in countries
        if country.role == "partner"
    ]


def _labels(topics: Iterable[TopicRecord]) -> list[str]:
    return [topic.label for topic in topics]
