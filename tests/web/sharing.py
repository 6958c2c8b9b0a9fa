"""Articles for the tests of citing and sharing: one at an address, with relayed words, and one that means harm."""

from __future__ import annotations

from datetime import date

from app.extraction.model import Analysis, Source
from tests.store.conftest import PESKOV, PUTIN, analysed, said

URL = "https://news.example/world/1"
WORDS = "We hope for talks, and soon,"
ATTACK = '</script><script>alert("1")</script> \'"><img src=x onerror=alert(1)> {{ 7*7 }} TY  - JOUR & 5%'


def at_address(article: tuple[Source, Analysis], url: str) -> tuple[Source, Analysis]:
    source, analysis = article
    return source._replace(url=url), analysis._replace(url=url)


LINKED = at_address(
    analysed(
        "linked",
        f'"{WORDS}" Putin said, according to Peskov. "{WORDS}" he said again.',
        [said(WORDS, PUTIN, via=PESKOV, statement_date=date(2016, 5, 2)), said(WORDS, PUTIN)],
        title="Talks: what next?",
        published=date(2016, 5, 3),
        partners=["GB", "EU"],
        topics=["sanctions"],
        outlet="The Example Times",
    ),
    URL,
)
ATTACKING = at_address(
    analysed(
        "attacking",
        f"“{ATTACK}” Putin said.",
        [said(ATTACK, PUTIN)],
        title=f"Title {ATTACK}",
        published=date(2016, 5, 4),
        outlet=f"Outlet {ATTACK}",
    ),
    "https://news.example/?a=1&b='2'",
)
RELAYED, REPEATED = (quote.id for quote in LINKED[1].quotes)
ATTACKED = ATTACKING[1].quotes[0].id
