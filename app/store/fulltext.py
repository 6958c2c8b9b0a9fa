"""The full-text indexes: how they are made, kept in step and verified (SQLite FTS5).

Both are external-content indexes: the words are stored once, in ``article_text`` and ``quote``, and triggers carry
every change over. Words are folded to lower case without diacritics and stemmed by Porter's algorithm, so that
"sanction" finds "sanctions" and "Pútin" finds "Putin"; the price is that close relatives ("universal", "university")
are one word to a search. Quotation marks do not switch stemming off.
"""

# ruff: noqa: S608 - every name that goes into a statement is a constant of this module

from __future__ import annotations

from dataclasses import dataclass

TOKENIZER = "porter unicode61 remove_diacritics 2"


@dataclass(frozen=True, slots=True)
class FulltextIndex:
    """One full-text index over columns of a table; ``weights`` are those of bm25, column by column."""

    name: str
    content: str
    columns: tuple[str, ...]
    weights: tuple[float, ...]

    def definition(self) -> tuple[str, ...]:
        """Return the statements that create the index and its triggers."""
        columns = ", ".join(self.columns)
        return (
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({columns}, content='{self.content}', content_rowid='id', "
            f"tokenize='{TOKENIZER}')",
            f"INSERT INTO {self.name}({self.name}, rank) VALUES ('rank', 'bm25({self._weights()})')",
            f"CREATE TRIGGER {self.name}_insert AFTER INSERT ON {self.content} BEGIN {self._add()} END",
            f"CREATE TRIGGER {self.name}_delete AFTER DELETE ON {self.content} BEGIN {self._remove()} END",
            f"CREATE TRIGGER {self.name}_update AFTER UPDATE OF {columns} ON {self.content} "
            f"WHEN {self._differs()} BEGIN {self._remove()} {self._add()} END",
        )

    def verification(self) -> str:
        """Return the statement that fails when index and content disagree."""
        return f"INSERT INTO {self.name}({self.name}, rank) VALUES ('integrity-check', 1)"

    @property
    def terms(self) -> str:
        """The table of the words in the index (FTS5's vocabulary): ``term`` (a stem) and ``doc`` (how many rows)."""
        return f"{self.name}_terms"

    @property
    def places(self) -> str:
        """The table of the places of each word in the index: ``term`` and ``doc`` (the number of a row)."""
        return f"{self.name}_places"

    def word_tables(self) -> tuple[str, ...]:
        """Return the statements that give a connection the tables of words."""
        return tuple(
            f"CREATE VIRTUAL TABLE temp.{table} USING fts5vocab(main, {self.name}, {kind})"
            for table, kind in ((self.terms, "row"), (self.places, "instance"))
        )

    def _weights(self) -> str:
        return ", ".join(str(weight) for weight in self.weights)

    def _add(self) -> str:
        values = ", ".join(f"new.{column}" for column in self.columns)
        return f"INSERT INTO {self.name}(rowid, {', '.join(self.columns)}) VALUES (new.id, {values});"

    def _remove(self) -> str:
        values = ", ".join(f"old.{column}" for column in self.columns)
        return (
            f"INSERT INTO {self.name}({self.name}, rowid, {', '.join(self.columns)}) "
            f"VALUES ('delete', old.id, {values});"
        )

    def _differs(self) -> str:
        return " OR ".join(f"old.{column} IS NOT new.{column}" for column in self.columns)


ARTICLES = FulltextIndex("article_search", "article_text", ("title", "body"), (4.0, 1.0))
QUOTES = FulltextIndex("quote_search", "quote", ("text", "speaker_name"), (1.0, 0.5))
INDEXES = (ARTICLES, QUOTES)
WORD_TABLES = tuple(definition for index in INDEXES for definition in index.word_tables())


def is_fulltext_table(name: str) -> bool:
    """Say whether a table belongs to a full-text index (FTS5 keeps its own in tables named after it)."""
    return any(name == index.name or name.startswith(f"{index.name}_") for index in INDEXES)
