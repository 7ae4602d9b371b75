"""How a file is kept as bytes: its line ends and the mark of Windows editors, which stay as they are."""

import codecs

_MARK = "\ufeff"


def text_in(content: bytes) -> str:
    """The text of a file with its line ends and its mark; old encodings are read as well as can be."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def in_manner_of(there: bytes | None, text: str) -> bytes:
    """The text as bytes; line ends and a mark that a browser has dropped come back as the file has them."""
    before = text_in(there or b"")
    if "\r\n" in before and "\r" not in text:
        text = text.replace("\n", "\r\n")
    if before.startswith(_MARK) and not text.startswith(_MARK):
        text = _MARK + text
    return text.encode("utf-8", "surrogatepass")
