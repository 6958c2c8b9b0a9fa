"""All metadata of the two kinds of page that are cited: a quote's and an article's."""

from __future__ import annotations

from collections.abc import Sequence

from app.store.records import ArticleDetail, EarlierWording, QuoteDetail
from app.web.addresses import Absolute
from app.web.metadata.bibliographic import article_tags, quote_tags
from app.web.metadata.linked_data import article_data, quote_data
from app.web.metadata.model import Metadata
from app.web.metadata.oembed import discovery
from app.web.metadata.versions import article_version_links, version_links


def quote_metadata(
    detail: QuoteDetail,
    title: str,
    absolute: Absolute,
    wordings: Sequence[EarlierWording],
    shown: EarlierWording | None,
) -> Metadata:
    """Return what the page of a quote says; ``shown`` is the one of its earlier wordings that the page compares."""
    versions = version_links(detail.quote.id, wordings, shown.id if shown else None)
    return Metadata(
        kind="article",
        tags=quote_tags(detail, absolute),
        links=(discovery(detail.quote.id, title, absolute), *versions),
        linked_data=quote_data(detail, absolute),
    )


def article_metadata(detail: ArticleDetail, absolute: Absolute) -> Metadata:
    """Return what the page of an article says."""
    return Metadata(
        kind="article",
        tags=article_tags(detail, absolute),
        links=article_version_links(detail.article.id, detail.revision),
        linked_data=article_data(detail, absolute),
    )
