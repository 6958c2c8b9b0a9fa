"""One component shown twice on a page: the names within it, made different for each showing."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

_NAMED: Final = re.compile(r' (id|for)="([^"]+)"')
_HEADED: Final = re.compile(r' aria-labelledby="([^"]+)"')
_LINKED: Final = re.compile(r' href="#([^"]+)"')
_LABELLED: Final = re.compile(r' aria-label="([^"]+)"')


def scoped(markup: Markup, scope: str) -> Markup:
    """Return rendered markup with ``-scope`` behind each id and whatever refers to it, and ``(scope)`` behind labels.

    ``markup`` comes from the project's own templates, whose attributes are double-quoted and escaped. What is labelled
    by a heading is labelled by the element ``scope-…`` too, which the page must hold.
    """
    named = _NAMED.sub(rf' \1="\2-{scope}"', str(markup))
    headed = _HEADED.sub(rf' aria-labelledby="\1-{scope} scope-{scope}"', named)
    linked = _LINKED.sub(rf' href="#\1-{scope}"', headed)
    # Safe: nothing but a word of the template's own was added to what was safe before.
    return Markup(_LABELLED.sub(rf' aria-label="\1 ({scope})"', linked))  # noqa: S704
