"""From bytes to text, without guessing.

UTF-8 (with or without a byte order mark) and UTF-16 with one are read. Anything else might be Windows-1251 or
Windows-1252, and nothing in a file says which: such bytes are read only where both say the same, which they do for
typographic quotation marks, dashes and the like in otherwise plain English. A text that they read differently is
refused, because a wrong guess would put wrong words into somebody's mouth.
"""

from __future__ import annotations

import codecs
import re

MAX_BYTES = 5_000_000
"""A text beyond this is no press article."""

_CODE_PAGES = ("cp1251", "cp1252")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = (codecs.BOM_UTF8, *_UTF16_MARKS)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_OF_THE_WEB = re.compile(
    r"utf-?8|windows-125[0-8]|cp125[0-8]|iso-8859-\d{1,2}|koi8-[ru]|us-ascii"
    r"|gbk|gb2312|gb18030|big5|euc-jp|euc-kr|shift_jis"
)
"""Encodings that a page may name; Python knows others, some of which are none of text."""
_PROLOGUE = 4096
"""Bytes of a page in which it may name its encoding; browsers look at the first 1,024."""


class UnreadableTextError(Exception):
    """The bytes are not a text that can be read; the message says why, in words that fit after a file's name."""


def decode(content: bytes) -> str:
    """Return the text of a file's bytes, byte order mark dropped. Raises UnreadableTextError."""
    if len(content) > MAX_BYTES:
        raise UnreadableTextError(f"is too large ({len(content):,} bytes; the limit is {MAX_BYTES:,})")
    text = _decode(content)
    check(text)
    return text


def decode_html(content: bytes) -> str:
    """Return the characters of a web page, whose encoding a mark or the page itself may name.

    Without either, or when what is named is no encoding, the rules for any text hold. Raises UnreadableTextError.
    """
    named = _DECLARED.search(content, 0, _PROLOGUE)
    if named is None or content.startswith(_MARKS) or len(content) > MAX_BYTES:
        return decode(content)
    name = named[1].decode("ascii").lower()
    if not _OF_THE_WEB.fullmatch(name):
        return decode(content)
    try:
        # Browsers read these two as Windows-1252, and so does whoever writes them (WHATWG Encoding, section 4.2).
        text = content.decode("cp1252" if name in {"iso-8859-1", "us-ascii"} else name)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableTextError(f"says that it is {name} but is not") from error
    check(text)
    return text


def check(text: str) -> None:
    """Raise UnreadableTextError unless a decoded text has words and only characters that a text can have."""
    if len(text) > MAX_BYTES:
        raise UnreadableTextError(f"is too large ({len(text):,} characters; the limit is {MAX_BYTES:,})")
    if not text or text.isspace():
        raise UnreadableTextError("is empty")
    if "\0" in text:
        raise UnreadableTextError("is not a text file (it has NUL characters)")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableTextError("has characters that stand for nothing (lone surrogates)") from error


def _decode(content: bytes) -> str:
    if content.startswith(_UTF16_MARKS):
        return _decode_utf16(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise UnreadableTextError("is not a text file (it has NUL bytes)") from error
        return _decode_code_page(content)


def _decode_utf16(content: bytes) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise UnreadableTextError("begins like UTF-16 but is not") from error


def _decode_code_page(content: bytes) -> str:
    try:
        first, second = (content.decode(page) for page in _CODE_PAGES)
    except UnicodeDecodeError as error:
        raise UnreadableTextError("is neither UTF-8 nor any other encoding that can be read") from error
    if first != second:
        raise UnreadableTextError("is not UTF-8, and which other encoding it is cannot be told; convert it to UTF-8")
    return first
