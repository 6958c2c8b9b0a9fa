"""Citations as files: RIS, BibTeX and Markdown."""

from __future__ import annotations

import re
from functools import cache

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexEncodingMiddleware
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import RULE_DICT, UnicodeToLatexConversionRule, UnicodeToLatexEncoder

from app.web.citations.item import CitedQuote

_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
"""Spacing and control characters."""
_LATEX_COMMANDS = {char: f"\\{char}" for char in "#$%&_"} | {
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones too
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
"""What LaTeX would take for a command. Letters and quotation marks stay: every BibTeX since 2010 reads UTF-8."""

_MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def ris(quote: CitedQuote) -> str:
    """Return a RIS record of type NEWS: one tag a line, each value on one line, lines ended by CR LF."""
    fields = [
        ("TY", "NEWS"),
        ("ID", quote.id),
        ("TI", quote.article_title),
        ("T2", quote.outlet),
        ("PY", f"{quote.published:%Y}" if quote.published else None),
        ("DA", f"{quote.published:%Y/%m/%d}" if quote.published else None),
        ("LA", quote.language),
        ("UR", quote.article_url or quote.permalink),
        ("L2", quote.permalink),
        ("N1", quote.note),
    ]
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def bibtex(quote: CitedQuote) -> str:
    """Return a BibTeX entry, with what LaTeX would take for commands escaped."""
    values = {
        "title": quote.article_title,
        "journal": quote.outlet,
        "year": f"{quote.published:%Y}" if quote.published else None,
        "month": f"{quote.published:%m}" if quote.published else None,
        "date": quote.published.isoformat() if quote.published else None,
        "langid": quote.language,
        "note": quote.note,
    }
    fields = [Field(name, _one_line(value)) for name, value in values.items() if value]
    library = Library([Entry("article", f"q-{quote.id}", fields)])
    address = Field("url", (quote.article_url or quote.permalink).translate(_URL_BREAKERS))
    encoded = LatexEncodingMiddleware(encoder=_latex_encoder(), allow_inplace_modification=True).transform(library)
    encoded.entries[0].set_field(address)  # after the encoding: biblatex reads addresses verbatim
    return write_string(encoded)


def markdown(quote: CitedQuote) -> str:
    """Return the words as a Markdown block quotation with their speaker, article and permalink."""
    where = ", ".join(part for part in (quote.outlet, quote.published and f"{quote.published:%-d %B %Y}") if part)
    lines = [
        f"> {_markdown_text(quote.text)}",
        ">",
        "> — "
        + (f"{_markdown_text(quote.attribution)}, " if quote.attribution else "")
        + f"[{_markdown_text(quote.article_title)}]({quote.permalink})"
        + (f", {_markdown_text(where)}" if where else ""),
    ]
    return "\n".join(lines) + "\n"


_URL_BREAKERS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", " ": "%20", "\n": "%0A"})


@cache
def _latex_encoder() -> UnicodeToLatexEncoder:
    characters = {ord(char): command for char, command in _LATEX_COMMANDS.items()}
    rule = UnicodeToLatexConversionRule(RULE_DICT, characters, replacement_latex_protection="none")
    return UnicodeToLatexEncoder(conversion_rules=[rule], unknown_char_policy="keep", unknown_char_warning=False)


def _one_line(value: str) -> str:
    return _SPACES.sub(" ", value).strip()


def _markdown_text(value: str) -> str:
    return _MARKDOWN_SPECIAL.sub(r"\\\1", _one_line(value))
