"""Counts that cost more than looking them up hold until the next ingest: they are worked out once and remembered."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from sqlmodel import Session

from app.store.reads.generation import corpus_generation

REMEMBERED: Final = 64
"""Answers of each read that are kept in memory."""

Item = TypeVar("Item")
Asked = ParamSpec("Asked")
Read = Callable[Concatenate[Session, Asked], list[Item]]


def remembered(read: Read[Asked, Item]) -> Read[Asked, Item]:
    """Return the read that answers again from memory while the corpus stays as it is.

    Whatever is asked beside the session must be hashable. Each asker gets a list of its own, of the same items.
    """

    # A generation is drawn at random for every commit, so it tells databases apart as well as their states.
    @lru_cache(maxsize=REMEMBERED)
    def place(_: Hashable) -> list[list[Item]]:
        """Return where the answer is kept: an empty list at first."""
        return []

    @wraps(read)
    def answer(session: Session, /, *args: Asked.args, **kwargs: Asked.kwargs) -> list[Item]:
        kept = place((corpus_generation(session), args, tuple(sorted(kwargs.items()))))
        if not kept:
            kept.append(read(session, *args, **kwargs))
        return kept[0].copy()

    return answer
