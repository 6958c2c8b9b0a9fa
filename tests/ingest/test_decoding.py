"""From bytes to text: what is read, and what is refused with which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.decoding import MAX_BYTES, UnreadableTextError, decode


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("“Мир”, he said".encode(), "“Мир”, he said"),
        ("“Мир”".encode("utf-8-sig"), "“Мир”"),
        ("“Мир”".encode("utf-16"), "“Мир”"),
        ("“Мир”".encode("utf-16-be").join([b"\xfe\xff", b""]), "“Мир”"),
        ("“Peace” – he said…".encode("cp1252"), "“Peace” – he said…"),
        ("“Peace” – he said…".encode("cp1251"), "“Peace” – he said…"),
    ],
)
def test_encodings_that_leave_no_doubt_are_read(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        ("\ufeff".encode(), "is empty"),
        ("Мир".encode("cp1251"), "which other encoding it is cannot be told"),
        ("café".encode("latin-1"), "which other encoding it is cannot be told"),
        (b"\x81\x98\xff", "neither UTF-8 nor any other"),
        (b"%PDF\x00\xff\xfe", "not a text file"),
        (b"text\x00text", "not a text file"),
        (b"\xff\xfea", "begins like UTF-16"),
        (b"x" * (MAX_BYTES + 1), "too large"),
    ],
)
def test_everything_else_is_refused_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTextError, match=reason):
        decode(content)


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_a_plain_refusal(content: bytes) -> None:
    try:
        text = decode(content)
    except UnreadableTextError:
        return
    assert text.encode()
    assert "\0" not in text
