"""Links between the versions of a page (RFC 5829), for articles and quotes whose outlet changed their words."""

from __future__ import annotations

from collections.abc import Sequence

from app.store.records import EarlierWording
from app.web.addresses import article_path, quote_path, revision_path, revisions_path, wording_path
from app.web.metadata.model import Link

HISTORY_ANCHOR = "earlier-words"
"""The id, within a quote's page, of the list of its earlier wordings."""


def version_links(quote_id: str, wordings: Sequence[EarlierWording], shown: str | None = None) -> tuple[Link, ...]:
    """Return the links of a quote's page; ``wordings`` are the earlier ones, the latest first.

    ``shown`` is the earlier wording that the page sets beside the present one.
    """
    if not wordings:
        return ()
    older = wordings
    if shown:
        older = wordings[[wording.id for wording in wordings].index(shown) + 1 :]
    links = [Link("latest-version", quote_path(quote_id))]
    links += [Link("predecessor-version", wording_path(quote_id, wording.id)) for wording in older[:1]]
    return (*links, Link("version-history", f"{quote_path(quote_id)}#{HISTORY_ANCHOR}"))


def article_version_links(article_id: str, latest: int) -> tuple[Link, ...]:
    """Return the links of an article's page, which shows its latest revision."""
    if latest == 1:
        return ()
    history = Link("version-history", revisions_path(article_id))
    return (Link("predecessor-version", revision_path(article_id, latest - 1)), history)


def revision_links(article_id: str, number: int, latest: int) -> tuple[Link, ...]:
    """Return the links of the page of one of an article's revisions."""
    links = [Link("latest-version", article_path(article_id)), Link("version-history", revisions_path(article_id))]
    if number > 1:
        links.append(Link("predecessor-version", revision_path(article_id, number - 1)))
    if number < latest:
        links.append(Link("successor-version", revision_path(article_id, number + 1)))
    return tuple(links)
