"""How fast extraction reads newswire, and that hostile input costs it no more than its length.

Run with `make benchmark`. The articles are put together from the paragraphs of seeds/, each different, 3 kB long. The
bare floor is a pass that only finds the words of the same articles: no reader of text can do less. Ends with exit code
1 when a budget of the design is missed.
"""

from __future__ import annotations

import gc
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from types import FrameType

from rich.console import Console
from rich.table import Table

from app.extraction import Source, analyze, canonical_text
from app.extraction.document import Document
from app.extraction.pipeline import PIPELINE
from app.extraction.vocabulary import load_vocabulary

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ARTICLES = 1000
ARTICLE_LENGTH = 3000
ARTICLES_PER_SECOND = 500
MEGABYTE_SECONDS = 3.0
LENGTHS = (125_000, 250_000, 500_000, 1_000_000)
SUPERLINEAR = 2.7
"""How much longer twice the text may take before growth is called superlinear; 2 is linear, the rest is noise."""
NOISE_SECONDS = 0.3
"""What takes less than this says nothing about growth."""
GIVE_UP_SECONDS = 6.0

HOSTILE = {
    "quotation marks": "“",
    "straight marks": '"',
    "marks, opened and closed": "“a” ",
    "apostrophes": "'",
    "brackets": "([{",
    "capitals": "A",
    "capitalised words": "Aa ",
    "one paragraph": "The talks between Moscow and London went on and “were useful”, Dmitry Peskov said. ",
    "said": "said ",
    "said he": "“x,” he said. ",
    "quotations in one sentence": "“x,” noted in the ",
    "pronouns in one sentence": "Lavrov said he hoped he said “x y z w” ",
    "names": "Dmitry Peskov ",
    "countries": "Turkey Georgia Jordan ",
    "dates": "November 16, 2015 ",
    "weekdays": "on Friday ",
    "datelines": "MOSCOW, May 5. /TASS/. ",
    "turns": "Vladimir Putin: Yes.\n",
    "empty lines": "\n",
    "spaces": " ",
    "digits": "1",
    "dashes": "—",
}


def main() -> int:
    """Measure, print three tables, and return the exit code."""
    console = Console(highlight=False)
    sources = compose_articles()
    analyze(sources[0])  # builds what is built once a process
    gc.freeze()  # as the processes of ingest do
    console.print(step_table(sources))
    speed, table = speed_table(sources)
    console.print(table)
    slow = measure_hostile(console)
    if speed < ARTICLES_PER_SECOND:
        slow.append(f"fewer than {ARTICLES_PER_SECOND} articles a second")
    for finding in slow:
        console.print(f"Budget missed: {finding}")
    return 1 if slow else 0


def compose_articles() -> list[Source]:
    """Return articles of the wanted length, made of the seeds' paragraphs in an order that is the same in every run."""
    texts = [canonical_text(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n") if len(paragraph) > 60]
    heads = [text[:200].rpartition("\n")[0] for text in texts]
    shuffler = random.Random(1)
    articles = []
    for number, head in enumerate(islice(cycle(heads), ARTICLES)):
        body = "\n\n".join(shuffler.sample(paragraphs, len(paragraphs)))
        articles.append(Source(text=f"{head}\n\n{body}"[:ARTICLE_LENGTH], name=f"article-{number}"))
    return articles


def step_table(sources: list[Source]) -> Table:
    """Return the time that each step of the pipeline takes."""
    vocabulary = load_vocabulary()
    taken = dict.fromkeys(PIPELINE, 0.0)
    for source in sources:
        document = Document(source=source, text=source.text)
        for step in PIPELINE:
            started = time.perf_counter()
            document = step(document, vocabulary)
            taken[step] += time.perf_counter() - started
    table = Table("step", "ms an article", title="Where the time goes")
    for step, whole in taken.items():
        table.add_row(step.__name__, f"{whole / len(sources) * 1000:.3f}")
    return table


def speed_table(sources: list[Source]) -> tuple[float, Table]:
    """Return articles a second, and a table that sets them beside the bare floor."""
    find_words = re.compile(r"\w+").findall
    floor = seconds(lambda: [find_words(source.text) for source in sources])
    whole = seconds(lambda: [analyze(source) for source in sources])
    table = Table("what", "articles a second", "ms an article", title=f"{len(sources)} articles of 3 kB, one core")
    for label, taken in (("finding words (floor)", floor), ("analyze", whole)):
        table.add_row(label, f"{len(sources) / taken:,.0f}", f"{taken / len(sources) * 1000:.3f}")
    table.add_row("analyze / floor", f"{whole / floor:.0f}x", "")
    return len(sources) / whole, table


def measure_hostile(console: Console) -> list[str]:
    """Print what each length of each hostile input costs, as it is known; return the inputs that miss a budget."""
    console.print(
        f"\n{'hostile input':26}" + "".join(f"{f'{length // 1000} kB':>10}" for length in LENGTHS) + "    growth"
    )
    missed = []
    for label, pattern in HOSTILE.items():
        taken = measure_growth(pattern)
        growth = taken[-1] / taken[-2] if len(taken) > 1 and taken[-1] > NOISE_SECONDS else 0.0
        if len(taken) < len(LENGTHS) or taken[-1] > MEGABYTE_SECONDS or growth > SUPERLINEAR:
            missed.append(label)
        cells = [f"{one:.2f} s" for one in taken] + ["–"] * (len(LENGTHS) - len(taken))
        console.print(f"{label:26}" + "".join(f"{cell:>10}" for cell in cells) + (f"{growth:9.1f}x" if growth else ""))
    return missed


def measure_growth(pattern: str) -> list[float]:
    """Return the seconds for each length of the repeated pattern, up to the first that takes too long."""
    taken: list[float] = []
    for length in LENGTHS:
        text = (pattern * (length // len(pattern) + 1))[:length]
        try:
            with limited(GIVE_UP_SECONDS):
                taken.append(seconds(lambda text=text: analyze(Source(text=text, name="hostile"))))
        except TimeoutError:
            break
    return taken


@contextmanager
def limited(allowed: float) -> Iterator[None]:
    """Raise TimeoutError inside the block once it has taken so many seconds of the processor."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, allowed)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes, on the processor alone: others may share the machine."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
