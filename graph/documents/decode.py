"""Bytes → text: UTF-8, UTF-16 or Windows-1252, told apart by the bytes themselves.

Offsets in all of Vinculo count the characters of what ``decode`` returns. Nothing is changed but the byte order mark,
which is dropped, and what cannot be text, which becomes U+FFFD one for one.
"""

import codecs
import re

from graph.errors import DocumentError

__all__ = ["decode", "without_surrogates"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_BINARY = (
    (b"%PDF-", "a PDF; save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as text first"),
    (b"{\\rtf", "an RTF file; save it as text first"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ", "an xz file; unpack it first"),
    (b"7z\xbc\xaf", "a 7z file; unpack it first"),
    (b"Rar!", "a RAR file; unpack it first"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
_HIGH = bytes(range(0x80, 0x100))
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NO_TEXT = re.compile("[\ud800-\udfff\x00]")
_SAMPLE = 65536


def decode(data: bytes) -> tuple[str, str]:
    """Decode a document; return its text and a sentence on what was replaced ("" where nothing was).

    Raises:
        DocumentError: the bytes are empty or no text.
    """
    if not data:
        raise DocumentError("is empty; skipped")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    for magic, what in _KNOWN_BINARY:
        if data.startswith(magic):
            raise DocumentError(f"is {what}; skipped")
    sample = data[:_SAMPLE]
    if encoding := _unmarked_utf16(sample):
        return _lenient(data, encoding)
    if len(sample.translate(None, _CONTROLS)) < 0.95 * len(sample):
        raise DocumentError("is a binary file, no text; skipped")
    if b"\0" in data:
        raise DocumentError(f"holds NUL bytes (the first at byte {data.index(0)}), so it is no text; skipped")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _lenient(data, "utf-8" if _mostly_utf8(data) else "cp1252")


def without_surrogates(text: str) -> tuple[str, str]:
    """Replace lone surrogates and NULs, which no database or file can hold, by U+FFFD; say so."""
    clean, count = _NO_TEXT.subn("\ufffd", text)
    return clean, f"what is no text (lone surrogates, NUL) is shown as U+FFFD, {count} times" if count else ""


def _lenient(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        name = {"cp1252": "Windows-1252"}.get(encoding, encoding.upper())
        return text, f"is not valid {name} at byte {error.start}; what could not be read is shown as U+FFFD"
    return without_surrogates(text) if "\0" in text else (text, "")


def _mostly_utf8(data: bytes) -> bool:
    """Tell damaged UTF-8 from Windows-1252: are there more well-formed sequences than stray high bytes?"""
    rest, sequences = _MULTIBYTE.subn(b"", data)
    return sequences > len(rest) - len(rest.translate(None, _HIGH))


def _unmarked_utf16(sample: bytes) -> str:
    """Tell UTF-16 without a mark by its zero bytes: every second byte of Western text is one."""
    pairs = len(sample) // 2
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if pairs and high > 0.7 * pairs and low < 0.05 * pairs:
        return "utf-16-le"
    if pairs and low > 0.7 * pairs and high < 0.05 * pairs:
        return "utf-16-be"
    return ""
