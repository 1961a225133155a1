"""Web pages and other markup, which are no plain text: recognised by their content and refused."""

import re

from graph.errors import DocumentError

__all__ = ["refuse_markup"]

_HTML = re.compile(
    r"\s{0,999}(?:<!--[^<]{0,999}-->\s{0,999})?"
    r"<(?:!doctype\s{1,9}html|html|head|body|meta|title|article|main|section|header|div|p|span|table|h[1-6])\b[^<>]{0,999}>",
    re.IGNORECASE,
)
_XML = re.compile(r"\s{0,999}<\?xml\s")
_RTF = re.compile(r"\s{0,999}\{\\rtf")
_CLOSING = re.compile(r"</(?:p|div|span|a|li|td|b|i|strong|em|h[1-6])>", re.IGNORECASE)
_SAMPLE = 65536  # characters that are looked at
_MOST_TAGS = 4  # closing tags that a text may hold whatever its length
_CHARACTERS_A_TAG = 1000  # characters for each closing tag in a text that only cites some


def refuse_markup(text: str) -> None:
    """Refuse HTML, XML and RTF.

    Raises:
        DocumentError: the text is markup.
    """
    sample = text[:_SAMPLE]
    tags = len(_CLOSING.findall(sample))
    if _HTML.match(sample) or (tags > _MOST_TAGS and tags * _CHARACTERS_A_TAG > len(sample)):
        raise DocumentError("is HTML; save it as text first; skipped")
    if _XML.match(sample):
        raise DocumentError("is XML; save it as text first; skipped")
    if _RTF.match(sample):
        raise DocumentError("is an RTF file; save it as text first; skipped")
