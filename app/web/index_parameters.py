"""Query parameters of the indexes: their order, and which names they show."""

from __future__ import annotations

from typing import Annotated, Final, get_args

from fastapi import Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from app.web.contexts.indexes import Order, View

_ORDERS: Final = get_args(Order)


def _order(value: str) -> str:
    if value and value not in _ORDERS:
        raise ValueError(
            f"“{value[:40]}” is not an order of this table. Use {', '.join(_ORDERS[:-1])} or {_ORDERS[-1]}."
        )
    return value or "statements"


def _letter(value: str) -> str:
    if value and not (len(value) == 1 and value.isalpha()):
        raise ValueError(f"“{value[:40]}” is not a letter. Give one, such as P.")
    return value.upper()


class IndexParameters(BaseModel):
    """How an index is looked at. Empty values count as absent, so that a plain HTML form may send them."""

    sort: Annotated[Order, BeforeValidator(_order)] = "statements"
    q: str = Field("", max_length=100)
    letter: Annotated[str, AfterValidator(_letter)] = ""

    def view(self) -> View:
        """Return the view that is asked for."""
        return View(self.sort, " ".join(self.q.split()), self.letter)


Viewed = Annotated[IndexParameters, Query()]
