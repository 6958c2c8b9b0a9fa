"""The pages of an article's revisions: the list of them, and each beside another, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from app.store.records import ArticleRecord, RevisionRecord
from app.web.addresses import revision_path, revisions_path
from app.web.contexts.head import Head
from app.web.differences import Change, differences
from app.web.metadata import Metadata
from app.web.metadata.versions import revision_links

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class RevisionsPage:
    """The list of an article's revisions, the latest first."""

    template: ClassVar[str] = "pages/revisions.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    article: ArticleRecord
    revisions: tuple[RevisionRecord, ...]


@dataclass(frozen=True, slots=True)
class RevisionPage:
    """One revision: how another one became it, or when there is no other, its text."""

    template: ClassVar[str] = "pages/revision.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    article: ArticleRecord
    revision: RevisionRecord
    against: RevisionRecord | None
    """The revision that it is compared with."""
    changes: tuple[Change, ...]
    others: tuple[RevisionRecord, ...]
    """Revisions that it can be compared with."""
    previous_url: str | None
    next_url: str | None

    @property
    def words_gone(self) -> int:
        """Return how many words went."""
        return _count(self.changes, "gone")

    @property
    def words_new(self) -> int:
        """Return how many words came."""
        return _count(self.changes, "new")


def revisions_page(article: ArticleRecord, revisions: Sequence[RevisionRecord]) -> RevisionsPage:
    """Return the list of an article's revisions; ``revisions`` are in order."""
    head = Head(
        title=f"Revisions: {article.title}",
        description=f"The states of “{article.title}” through time, with what changed from each to the next.",
        path=revisions_path(article.id),
        index=False,
        section="/articles",
    )
    return RevisionsPage(head, article, tuple(reversed(revisions)))


def revision_page(
    article: ArticleRecord,
    revisions: Sequence[RevisionRecord],
    number: int,
    text: str,
    against: tuple[int, str] | None,
) -> RevisionPage:
    """Return the page of a revision with its text, and of how ``against`` (number and text) became it."""
    shown = revisions[number - 1]
    head = Head(
        title=f"Revision {number}: {article.title}",
        description=f"“{article.title}” as it was read on {shown.read_at.date().isoformat()}.",
        path=revision_path(article.id, number),
        index=False,
        section="/articles",
        metadata=Metadata(kind="article", links=revision_links(article.id, number, len(revisions))),
    )
    return RevisionPage(
        head=head,
        article=article,
        revision=shown,
        against=revisions[against[0] - 1] if against else None,
        changes=tuple(differences(against[1], text)) if against else (Change("same", text),),
        others=tuple(one for one in revisions if one.number != number),
        previous_url=revision_path(article.id, number - 1) if number > 1 else None,
        next_url=revision_path(article.id, number + 1) if number < len(revisions) else None,
    )


def _count(changes: Sequence[Change], kind: str) -> int:
    return sum(len(_WORD.findall(change.words)) for change in changes if change.kind == kind)
