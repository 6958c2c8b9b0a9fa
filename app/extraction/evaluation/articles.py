"""What is said of a press article as a whole: its date, its partners, its topics, what of it is not the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from app.extraction.blocks.repeats import with_repeated_decks
from app.extraction.evaluation.press import PressArticle
from app.extraction.evaluation.tallies import EXCERPT, Agreement, Figures, Mistake, Share
from app.extraction.model import Analysis, BlockKind

NOT_STATES = frozenset({"RU", "EU", "NATO", "UN"})
"""Countries that are not scored: the gold names foreign states only."""
AROUND_BODY: frozenset[BlockKind] = frozenset({"title", "deck", "heading"})
NOT_BODY: frozenset[BlockKind] = frozenset({"caption", "credit", "related", "footnote", "boilerplate"})


class DateScore:
    """Days of publication, told from the text alone."""

    def __init__(self) -> None:
        self._right: dict[str, Share] = defaultdict(Share)
        self._listed = Share()
        self._claimed_wrongly: Counter[bool] = Counter()
        """By whether the text leaves no doubt."""

    def read(self, article: PressArticle, analysis: Analysis) -> Iterator[Mistake]:
        """Count one article and yield its mistake, if any."""
        published, is_certain = analysis.published, article.date_from_text == "certain"
        right = published.date is not None and _near(published.date, article.published)
        listed = published.date is None and any(_near(day, article.published) for day in published.candidates)
        self._right[article.date_from_text].count(right)
        if article.date_from_text == "ambiguous":
            self._listed.count(right or listed)
        if published.date is not None and not right:
            self._claimed_wrongly[is_certain] += 1
            found = f"{published.date} ({published.method})"
            yield Mistake("date", article.id, _headline(article), str(article.published), found)
        elif published.date is None and is_certain and not listed:
            found = ", ".join(map(str, published.candidates[:5]))
            yield Mistake("undated", article.id, _headline(article), str(article.published), found)

    def figures(self) -> Figures:
        """Return the measures so far."""
        return {
            "dates_derivable": self._right["certain"].whole,
            "dates_right_of_derivable": self._right["certain"].value,
            "dates_listed_of_ambiguous": self._listed.value,
            "dates_wrong": self._claimed_wrongly[True],
            "dates_overclaimed": self._claimed_wrongly[False],
        }


class CountryScore:
    """Bilateral partners, and the other countries that matter."""

    def __init__(self) -> None:
        self._partners = Agreement()
        self._anyone = Agreement()
        self._first = Share()

    def read(self, article: PressArticle, analysis: Analysis) -> Iterator[Mistake]:
        """Count one article and yield its mistake, if any."""
        scored = [tag for tag in analysis.countries if tag.code not in NOT_STATES]
        partners = [tag.code for tag in scored if tag.role == "partner"]
        self._partners.count(partners, article.partners)
        self._anyone.count({tag.code for tag in scored}, {*article.partners, *article.mentions})
        if article.partners:
            self._first.count(partners[:1] == list(article.partners[:1]))
        if set(partners) != set(article.partners):
            yield Mistake("partner", article.id, _headline(article), ", ".join(article.partners), ", ".join(partners))

    def figures(self) -> Figures:
        """Return the measures so far."""
        return {
            "partner_f1": self._partners.f1,
            "partner_first_right": self._first.value,
            "country_any_f1": self._anyone.f1,
        }


class TopicScore:
    """Topics of the taxonomy."""

    def __init__(self) -> None:
        self._topics = Agreement()
        self._first = Share()

    def read(self, article: PressArticle, analysis: Analysis) -> Iterator[Mistake]:
        """Count one article and yield its mistake, if none of its topics was found."""
        topics = [tag.slug for tag in analysis.topics]
        self._topics.count(topics, article.topics)
        self._first.count(bool(topics) and topics[0] in article.topics)
        if not set(topics) & set(article.topics):
            yield Mistake("topic", article.id, _headline(article), ", ".join(article.topics), ", ".join(topics))

    def figures(self) -> Figures:
        """Return the measures so far."""
        return {"topic_f1": self._topics.f1, "topic_first_right": self._first.value}


class BlockScore:
    """What a page prints around the article: told apart, without losing any of the article."""

    def __init__(self) -> None:
        self._marked = Share()
        self._lost = Share()

    def read(self, article: PressArticle, analysis: Analysis) -> Iterator[Mistake]:
        """Count the letters and digits of one article; yield what is set apart by mistake, and what is not."""
        letters = {at for at, character in enumerate(article.text) if character.isalnum()}
        outside = {at for piece in article.boilerplate for at in _places(article.text, piece)}
        body = letters - outside - _first_place(article.text, article.title or "")
        set_apart = _covered(analysis, NOT_BODY)
        marked = set_apart | _covered(analysis, AROUND_BODY)
        self._marked.part += len(letters & outside & marked)
        self._marked.whole += len(letters & outside)
        self._lost.part += len(body & set_apart)
        self._lost.whole += len(body)
        for piece in article.boilerplate:
            if letters & set(_places(article.text, piece)) - marked:
                yield Mistake("furniture", article.id, piece[:EXCERPT], "not the article", "the article")
        for block in analysis.blocks:
            if block.kind in NOT_BODY and body & set(range(block.start, block.end)):
                excerpt = article.text[block.start : block.end][:EXCERPT]
                yield Mistake("lost", article.id, excerpt, "the article", block.kind)

    def figures(self) -> Figures:
        """Return the measures so far."""
        return {"boilerplate_marked": self._marked.value, "body_lost": self._lost.value}


def _near(one: date, other: date) -> bool:
    # Datelines run a day before the page that prints them.
    return abs((one - other).days) <= 1


def _headline(article: PressArticle) -> str:
    return article.title or article.text[:EXCERPT]


def _places(text: str, piece: str) -> Iterator[int]:
    """Yield every place of the text that lies in an occurrence of the piece."""
    at = text.find(piece)
    while at >= 0:
        yield from range(at, at + len(piece))
        at = text.find(piece, at + 1)


def _first_place(text: str, piece: str) -> set[int]:
    at = text.find(piece)
    return set(range(at, at + len(piece))) if at >= 0 else set()


def _covered(analysis: Analysis, kinds: frozenset[BlockKind]) -> set[int]:
    blocks = with_repeated_decks(analysis.text, analysis.blocks)
    return {at for block in blocks if block.kind in kinds for at in range(block.start, block.end)}
