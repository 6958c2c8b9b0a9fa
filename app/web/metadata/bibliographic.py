"""Tags that reference managers read (Zotero's "Embedded Metadata": Highwire, Dublin Core and PRISM names).

What is cited is the newspaper article. No ``citation_journal_title``, which would make a journal's article of it. These
articles are unsigned, and the outlet stands in for the author (Chicago Manual of Style, 14.97); whoever is quoted in
one is not its author.
"""

from __future__ import annotations

from datetime import date

from app.store.records import ArticleDetail, QuoteDetail
from app.web.addresses import Absolute, article_path, quote_path
from app.web.metadata.model import Tag


def quote_tags(detail: QuoteDetail, absolute: Absolute) -> tuple[Tag, ...]:
    """Return the tags of a quote's page, which cite the article with the words."""
    quote = detail.quote
    url = quote.article_url or absolute(quote_path(quote.id))
    return _tags(quote.article_title, quote.article_outlet, quote.published, detail.language, url)


def article_tags(detail: ArticleDetail, absolute: Absolute) -> tuple[Tag, ...]:
    """Return the tags of an article's page."""
    article = detail.article
    url = article.url or absolute(article_path(article.id))
    return _tags(article.title, article.outlet, article.published, detail.language, url)


def _tags(title: str, outlet: str | None, published: date | None, language: str, url: str) -> tuple[Tag, ...]:
    values = {
        "citation_title": title,
        "citation_author": outlet,
        "citation_date": f"{published:%Y/%m/%d}" if published else None,
        "citation_public_url": url,
        "citation_language": language,
        "DC.type": "newspaperArticle",
        "prism.publicationName": outlet,
    }
    return tuple(Tag(key, content) for key, content in values.items() if content)
