"""Encodings: told apart by the bytes, and nothing changed but the byte order mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.documents.decode import decode, without_surrogates
from graph.errors import DocumentError

TEXT = "Señor Muñoz – “Capitán” – llegó a Perú con ¶ 3 barcos.\r\nSe fue.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    """The same text comes out of each encoding, line ends included, and nothing is said."""
    assert decode(TEXT.encode(encoding)) == (TEXT, "")


def test_damaged_utf8_is_no_windows_1252() -> None:
    """One bad byte among good UTF-8 does not turn every accent into two letters."""
    text, note = decode(TEXT.encode().replace(b"Per", b"\xff", 1))
    assert "Señor Muñoz" in text
    assert "UTF-8" in note


def test_undefined_bytes_of_windows_1252() -> None:
    """The five bytes that Windows-1252 does not define are replaced and said."""
    text, note = decode("Año y ni\xf1o".encode("cp1252") + b" \x81")
    assert text == "Año y niño \ufffd"
    assert "Windows-1252" in note


def test_surrogates_and_nul_are_replaced_one_for_one() -> None:
    """Offsets stay true: the length does not change."""
    assert without_surrogates("a\ud800b\x00c")[0] == "a\ufffdb\ufffdc"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_every_text_survives_utf8(text: str) -> None:
    """Whatever can be written as UTF-8 is read as it was, unless it is nothing but control characters."""
    try:
        assert decode(text.encode())[0] == text
    except DocumentError as error:
        assert "binary" in str(error) or "save it as text" in str(error)  # noqa: PT017 - either outcome is right


@given(st.binary())
def test_no_bytes_crash(data: bytes) -> None:
    """Any bytes are a text that can be written again, or a clear error."""
    try:
        decode(data)[0].encode("utf-8")
    except DocumentError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
