"""How long listings with all their facets take on a large made-up corpus.

    python -m tests.benchmarks.search --articles 100000 --database large.db

The database is made when the file is not there yet: articles of words drawn by Zipf's law, about four quotes to each.
Every listing is read twice: "first" finds nothing remembered of its counts, "again" finds all of it.
"""

from __future__ import annotations

import argparse
import bisect
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, text, update
from sqlmodel import SQLModel

from app.extraction.vocabulary import load_vocabulary
from app.store.engine import Session, open_reader, open_writer
from app.store.migrate import migrate
from app.store.reads import list_articles, list_quotes
from app.store.selection import Selection
from app.store.tables import (
    Article,
    ArticleCountry,
    ArticleText,
    ArticleTopic,
    Corpus,
    Quote,
    QuoteCountry,
    QuoteTopic,
    Revision,
    Speaker,
)
from app.store.writes.bulk import insert_rows

BATCH = 2_000
NOW = datetime(2026, 1, 1, tzinfo=UTC)
FIRST_DAY = date(2000, 1, 1)
DAYS = 9_400
WORDS = 60_000
SPEAKERS = 3_000
SYLLABLES = tuple("ba de ki lo mu na pe ri so tu va ze cho dra gli pro sta ter vin zon".split())  # noqa: SIM905 - legible

SELECTIONS = {
    "everything": Selection(),
    "a common word": Selection(query="w0"),
    "a common word, newest": Selection(query="w0", sort="newest"),
    "a middling word": Selection(query="w200"),
    "a rare word": Selection(query="w20000"),
    "two common words": Selection(query="w1 w2"),
    "a country": Selection(countries=("US",)),
    "two countries, a topic": Selection(countries=("US", "GB"), topics=("syria",)),
    "a speaker, years": Selection(speakers=("speaker-0",), since=date(2010, 1, 1), until=date(2014, 12, 31)),
    "a side and a common word": Selection(query="w3", sides=("russia",)),
    "an outlet, a month": Selection(outlets=("Outlet 1",), since=date(2015, 3, 1), until=date(2015, 3, 31)),
}


class Zipf:
    """Draws small numbers often and large ones seldom."""

    def __init__(self, size: int, chance: random.Random) -> None:
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(size)))
        self.chance = chance

    def draw(self) -> int:
        return bisect.bisect(self.weights, self.chance.random() * self.weights[-1])


def spelled(rank: int) -> str:
    """Return a made-up word of its own for each rank; the text of SELECTIONS is spelled the same way."""
    parts = []
    while True:
        rank, part = divmod(rank, len(SYLLABLES))
        parts.append(SYLLABLES[part])
        if not rank:
            return "".join(parts)


def make_database(path: Path, articles: int) -> None:
    url = f"sqlite:///{path}"
    migrate(url)
    engine = open_writer(url)
    maker = Maker(random.Random(7))
    with engine.begin() as connection:
        insert_rows(connection, Speaker, [
            {"id": one + 1, "slug": f"speaker-{one}", "name": f"Speaker {one}", "country": "RU"}
            for one in range(SPEAKERS)
        ])  # fmt: skip
    for start in range(1, articles + 1, BATCH):
        with engine.begin() as connection:
            maker.write(connection, range(start, min(start + BATCH, articles + 1)))
    with engine.begin() as connection:
        connection.execute(update(Corpus).values(generation=f"benchmark-{articles}"))
        connection.execute(text("ANALYZE"))
    engine.dispose()


class Maker:
    """Makes articles up."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = Zipf(WORDS, chance)
        self.speakers = Zipf(SPEAKERS, chance)
        vocabulary = load_vocabulary()
        self.codes, self.topics = list(vocabulary.countries), list(vocabulary.topics)
        self.codes.sort(key=lambda code: (code not in {"US", "GB", "DE"}, code))
        self.countries, self.subjects = Zipf(len(self.codes), chance), Zipf(len(self.topics), chance)
        self.spelled = [spelled(rank) for rank in range(WORDS)]
        self.quote = 0

    def write(self, connection: Connection, numbers: range) -> None:
        rows: dict[type[SQLModel], list[dict[str, Any]]] = {}
        for number in numbers:
            for table, row in self.article(number):
                rows.setdefault(table, []).append(row)
        for table, several in rows.items():
            insert_rows(connection, table, several)

    def text(self, words: int) -> str:
        return " ".join(self.spelled[self.words.draw()] for _ in range(words))

    def article(self, number: int) -> Iterator[tuple[type[SQLModel], dict[str, Any]]]:
        chance = self.chance
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        outlet = f"Outlet {min(int(chance.expovariate(0.4)), 39)}"
        quotes = min(int(chance.expovariate(0.25)), 20)
        codes = {self.codes[self.countries.draw()] for _ in range(3)}
        topics = {self.topics[self.subjects.draw()] for _ in range(2)}
        yield Article, {
            "id": number, "public_id": f"a{number}", "key": f"a{number}", "source_digest": "", "extraction_version": "",
            "revision": 1, "url": None, "outlet": outlet, "title": self.text(8), "opening": self.text(30),
            "quote_count": quotes, "published": day, "date_method": "stated", "first_read": NOW, "last_changed": NOW,
        }  # fmt: skip
        yield ArticleText, {"id": number, "title": self.text(8), "body": self.text(200)}
        yield Revision, {
            "id": number, "article_id": number, "number": 1, "sha256": "", "text": "", "title": None, "deck": None,
            "language": "en", "dateline": None, "published": day, "date_method": "stated", "date_confidence": 1.0,
            "date_candidates": [], "date_evidence": [], "extraction_version": "", "read_at": NOW,
        }  # fmt: skip
        for place, code in enumerate(codes):
            role = "partner" if place < 2 else "mention"
            yield ArticleCountry, {"article_id": number, "code": code, "position": place, "role": role, "score": 1.0,
                                   "evidence": []}  # fmt: skip
        for place, slug in enumerate(topics):
            yield ArticleTopic, {"article_id": number, "slug": slug, "position": place, "score": 1.0, "evidence": []}
        for place in range(quotes):
            self.quote += 1
            speaker = self.speakers.draw() + 1
            yield Quote, {
                "id": self.quote, "public_id": f"q{self.quote}", "article_id": number, "revision_id": number,
                "state": "current", "position": place, "text": self.text(25), "confidence": 0.9,
                "kind": chance.choices(["direct", "partial", "nested", "transcript"], [70, 20, 3, 7])[0],
                "side": chance.choices(["russia", "foreign", "unknown"], [70, 20, 10])[0], "speaker_id": speaker,
                "speaker_name": f"Speaker {speaker - 1}", "speaker_role": None, "as_written": None, "cue": None,
                "statement_date": day, "statement_date_evidence": [], "published": day, "outlet": outlet,
            }  # fmt: skip
            for code in codes:
                yield QuoteCountry, {"quote_id": self.quote, "code": code, "position": 0, "role": "partner"}
            for slug in topics:
                yield QuoteTopic, {"quote_id": self.quote, "slug": slug, "position": 0}


def measure(path: Path, repeats: int) -> None:
    engine = open_reader(f"sqlite:///{path}")
    print(f"{'':28}{'statements':>12}{'first':>10}{'again':>10}{'articles':>12}{'first':>10}{'again':>10}   (ms)")
    firsts, agains = [], []
    with Session(engine) as session:
        for listing in (list_quotes, list_articles):
            listing(session, Selection(query=spelled(50)))
        for name, selection in SELECTIONS.items():
            cells = ""
            for listing in (list_quotes, list_articles):
                spelled_out = respelled(selection)
                total, first = timed(listing, session, spelled_out)
                again = median(timed(listing, session, spelled_out)[1] for _ in range(repeats))
                firsts.append(first)
                agains.append(again)
                cells += f"{total:>12,}{first:>10.1f}{again:>10.1f}"
            print(f"{name:28}{cells}", flush=True)
    engine.dispose()
    for label, times in (("first", sorted(firsts)), ("again", sorted(agains))):
        print(f"{label}: p50 {median(times):.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms")


def respelled(selection: Selection) -> Selection:
    words = (spelled(int(word[1:])) for word in selection.query.split())
    return Selection(**{name: getattr(selection, name) for name in Selection.__slots__} | {"query": " ".join(words)})


def timed(listing: Any, session: Session, selection: Selection) -> tuple[int, float]:
    begun = time.perf_counter()
    total = listing(session, selection).total
    return total, (time.perf_counter() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--database", type=Path, required=True)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    if not arguments.database.exists():
        make_database(arguments.database, arguments.articles)
    measure(arguments.database, arguments.repeats)


if __name__ == "__main__":
    main()
